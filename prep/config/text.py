"""YAML text to plain values; the one door to PyYAML outside the notes."""

from __future__ import annotations

from typing import Any


def load_yaml(text: str) -> Any:
    """YAML text of the package's own data (cues, question bank) as plain values."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
