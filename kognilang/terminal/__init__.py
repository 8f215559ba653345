"""Where people sit: commands, the REPL, the inbox, views."""
