"""The standard books: a folder each with its skills, their manifest and a page for people."""
