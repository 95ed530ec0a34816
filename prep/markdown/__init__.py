"""Markdown by markdown-it-py, the only door to it."""
