"""Names as text: folding, splitting, nicknames, spelling distance. No files, no clock."""
