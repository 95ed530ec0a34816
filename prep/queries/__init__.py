"""Dataview and Tasks queries over the notes."""
