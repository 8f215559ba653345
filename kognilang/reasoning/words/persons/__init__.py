"""Persons: who is asked, told, mailed or has to agree, and what."""
