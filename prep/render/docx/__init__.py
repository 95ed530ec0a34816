"""Markdown tree to WordprocessingML."""
