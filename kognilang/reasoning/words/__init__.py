"""What a sentence means by its own words, worked out without a model."""
