"""The book of files and folders."""
