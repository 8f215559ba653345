"""Making nodes of the tree: the rules of the grammar as methods, and what they share."""
