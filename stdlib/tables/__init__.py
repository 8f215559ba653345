"""The book of tables: spreadsheets (csv and xlsx) read, written and added to."""
