"""Question sheets, stories, practice, review."""
