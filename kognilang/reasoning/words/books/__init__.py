"""Books: what a sentence says to do with files, tables and texts."""
