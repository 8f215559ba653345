"""The printer's parts: words and marks, values, forms, conditions, steps, definitions."""
