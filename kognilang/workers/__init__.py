"""Workers: what keeps runs going without a person at a terminal, on one machine or several."""
