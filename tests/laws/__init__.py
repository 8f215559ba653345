"""Laws: what holds for all values, tried with made-up ones."""
