"""Mistakes: why a sentence does not parse, explained by the sort of mistake."""
