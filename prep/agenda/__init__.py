"""Meetings to come, from notes and calendars."""
