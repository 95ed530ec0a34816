"""Interviews: the question bank, stories and their matching, sheets, practice and review."""
