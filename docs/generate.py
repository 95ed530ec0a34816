"""Writes the parts of the documentation that follow from the code; ``--check`` only compares.

docs/commands.md (every command's help), docs/settings.md (every setting), docs/config.schema.json.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import typing
from pathlib import Path

import click

from prep import config
from prep.cli.group import COMMANDS, group
from prep.config.checked import schema

HERE = Path(__file__).parent


def commands() -> str:
    """Every command with its help text as the terminal shows it, 80 columns wide."""
    parts = ["# Commands\n\nMade by `python docs/generate.py`; do not edit.\n"]
    with click.Context(group, info_name="prep", max_content_width=88, terminal_width=88) as above:
        parts.append(f"```\n{group.get_help(above)}\n```\n")
        for name in COMMANDS:
            command = group.get_command(above, name)
            assert command is not None  # noqa: S101 (the table is the project's own)
            context = click.Context(
                command, info_name=name, parent=above, max_content_width=88, terminal_width=88
            )
            parts.append(f"## prep {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def settings() -> str:
    """Every setting with its default and its doc line."""
    rows = [
        "# Settings",
        "",
        "Made by `python docs/generate.py`; do not edit. They stand in",
        "`config.yaml`: looked for beside you upwards, then in your settings folder.",
        "",
    ]
    rows += ["| setting | default | what it does |", "|---|---|---|"]
    rows += _rows(config.Config, "")
    return "\n".join(rows) + "\n"


def _rows(declared: type, prefix: str) -> list[str]:
    hints = typing.get_type_hints(declared, include_extras=True)
    defaults = declared()
    rows = []
    for field in dataclasses.fields(declared):
        kind, default = hints[field.name], getattr(defaults, field.name)
        if dataclasses.is_dataclass(kind):
            rows += _rows(kind, f"{prefix}{field.name}.")  # type: ignore[arg-type]
            continue
        told = next(one for one in kind.__metadata__ if isinstance(one, config.Told))
        shown = json.dumps(default, separators=(",", ":"), ensure_ascii=False)
        rows.append(f"| `{prefix}{field.name}` | `{shown}` | {told.description} |")
    return rows


PAGES = {
    "commands.md": commands,
    "settings.md": settings,
    "config.schema.json": lambda: schema().decode(),
}


def main() -> int:
    """Write, or with ``--check`` compare; 1 when a page differs."""
    stale = []
    for name, make in PAGES.items():
        page, text = HERE / name, make()
        if "--check" in sys.argv:
            if not page.is_file() or page.read_text("utf-8") != text:
                stale.append(name)
        else:
            page.write_text(text, "utf-8")
    if stale:
        print(f"stale: {', '.join(stale)}; run python docs/generate.py")  # noqa: T201 (a script)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
