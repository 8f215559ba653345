"""The book of databases, by named connections."""
