"""The adviser: a language model that may only propose sentences or typed values, never act."""
