"""The forms of the language, by the first word of a sentence."""
