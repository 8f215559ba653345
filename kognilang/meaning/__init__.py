"""What a sentence means here: scopes, phrases, the matcher, skills and books, the plan."""
