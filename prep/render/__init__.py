"""A brief to markdown, Word, HTML, JSON."""
