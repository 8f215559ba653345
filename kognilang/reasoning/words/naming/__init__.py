"""Naming: the values, things and people that a sentence names."""
