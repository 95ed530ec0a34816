"""What a note states, rule by rule, and what became of it."""
