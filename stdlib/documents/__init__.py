"""The book of documents: their text, and labelled values read through a declared kind."""
