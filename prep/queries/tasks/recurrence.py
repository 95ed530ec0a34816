"""Recurrence rules in words, put in rrule.js's own words."""

from __future__ import annotations


def canonical_rule(text: str) -> str:
    """Give ``text`` as the plugin prints it, "" where it is no rule."""
    return text if text.lower().startswith("every ") else ""
