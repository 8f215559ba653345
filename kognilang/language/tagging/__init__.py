"""The pass before the parser: from tokens to the terminals of the grammar."""
