"""prep: meeting briefs and interview sheets from one's own notes, traced to the line."""

__version__ = "0.1.0"
