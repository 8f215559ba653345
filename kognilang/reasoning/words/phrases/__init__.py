"""Phrases: which phrase a sentence is like, and with what in its slots."""
