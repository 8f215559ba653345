"""How tightly what is printed holds together: an operand that is looser gets parentheses."""

from __future__ import annotations

LIST = 0
"""`a, b and c`."""

ENDING = 1
"""A value with words after it that could reach further: `rounded`, `sorted by`, `3 days after`."""

ADDED = 2
"""`plus`, `minus`, `followed by`, `except`."""

MULTIPLIED = 3
"""`times`, `divided by`."""

FILTER = 4
"""`the orders whose …`."""

FORM = 5
"""`the number of …`: it closes before arithmetic, but is shown with parentheses there."""

ATOM = 6
"""A literal, a name, a possessive: nothing can be taken out of it."""
