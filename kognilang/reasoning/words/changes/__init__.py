"""Changes: numbers, dates and properties that a sentence says to change."""
