"""What a sentence says: words, literals, syntax tree, grammar, parser, printer."""
