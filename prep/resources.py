"""Where the files that ship with the package are: in a checkout, or inside the wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """The folder that holds ``templates/`` and ``config.yaml``.

    A wheel carries them as ``prep/_data``; in a checkout they stand beside the package.
    """
    inside = Path(__file__).parent / "_data"
    return inside if inside.is_dir() else Path(__file__).parents[1]


def template_folder() -> Path:
    """The templates, cue words and question bank that ship with the package."""
    return data_folder() / "templates"
