"""Handle with care: constraints, dislikes, worries, by the notes' own words."""

from __future__ import annotations

from prep.brief.sections.decisions import entries

__all__ = ["entries"]
