"""Options that mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])

OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE",
    help="Where to write it; - is standard output.",
)  # fmt: skip
REFERENCE_DOC = click.option(
    "--reference-doc", type=click.Path(path_type=Path), metavar="FILE",
    help="Word file whose styles to use.",
)  # fmt: skip
OPEN = click.option("--open", "open_it", is_flag=True, help="Open the document when it is written.")
LIST_FORMAT = click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help="Format of the list.",
)  # fmt: skip
DOCUMENT = (
    click.option(
        "-f", "--format", "form", type=click.Choice(["md", "docx", "html", "json"]), default="md",
        show_default=True, help="Format of the document.",
    ),
    OUTPUT,
    click.option(
        "--audience", type=click.Choice(["me", "team", "external"]), default="me",
        show_default=True, help="Who will read it.",
    ),
    click.option("--limit", type=click.IntRange(1), metavar="N", help="Entries a section."),
    OPEN,
    REFERENCE_DOC,
)  # fmt: skip


def document(command: Function) -> Function:
    """``-f``, ``-o``, ``--audience``, ``--limit``, ``--open``, ``--reference-doc``."""
    for option in reversed(DOCUMENT):
        command = option(command)
    return command
