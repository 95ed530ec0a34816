"""Where templates, cue words and questions are looked up. Light: every command comes by here."""

from __future__ import annotations

from pathlib import Path

from prep.config import Settings
from prep.resources import template_folder


def template_folders(settings: Settings) -> tuple[Path, ...]:
    """One's own templates, where the settings name any, then those of the package."""
    own = settings.resolve(settings.config.templates)
    shipped = template_folder()
    return (own, shipped) if own.is_dir() and own.resolve() != shipped.resolve() else (shipped,)
