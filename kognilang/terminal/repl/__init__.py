"""The interactive session: reading blocks, completing words, running a sentence at a time."""
