"""The book of ledgers: double entries."""
