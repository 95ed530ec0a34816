"""Which day a phrase names, against the day of the note it stands in. The only door to dateparser."""
