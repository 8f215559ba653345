"""Rows: what a sentence says of each row of a table, of all, of some or of none."""
