"""The book of judgement: what a model makes of texts, with the passages that show it."""
