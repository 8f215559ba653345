"""Conditions: under which condition a sentence says to do something, and what."""
