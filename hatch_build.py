"""Puts the top-level data files into the wheel, and not into an editable install.

A checkout reads them where they stand; force-included copies would go stale there.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``templates/`` and ``config.yaml`` as ``prep/_data`` to a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill ``force_include`` for a standard build only."""
        if version == "standard":
            build_data["force_include"] = {
                "templates": "prep/_data/templates",
                "config.yaml": "prep/_data/config.yaml",
            }
