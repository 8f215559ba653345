"""The terminal: the real command, driven as people drive it."""
