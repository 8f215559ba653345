"""The book of the web: JSON and files of the hosts that the settings list."""
