"""The examples of the CommonMark specification (``spec.txt`` of npm's commonmark-spec)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)

GFM = (
    "| a | b |\n|---|:-:|\n| c | d |\n",
    "| a |\n|---|\n",
    "| a | b |\n|---|---|\n| `x \\| y` | **z** |\n| only |\n| too | many | cells |\n",
    "- [ ] open\n- [x] done\n  - [ ] below\n",
    "1. [x] numbered\n2. [ ] task\n",
    "~~gone~~ www.example.org https://example.org/a?b=c\n",
    "> [!WARNING]\n> careful\n",
    "a[^1] b[^1]\n\n[^1]: note\n\n    - list\n",
)


class Example(NamedTuple):
    """Number in the specification (GFM's follow), markdown, and whether it holds raw HTML."""

    number: int
    markdown: str
    raw_html: bool


def examples(spec: Path) -> list[Example]:
    """All examples, then GitHub's tables, tasks and the like."""
    found: list[Example] = []
    for number, match in enumerate(_EXAMPLE.finditer(spec.read_text(encoding="utf-8")), 1):
        markdown = match[1].replace("→", "\t")
        found.append(Example(number, markdown, _has_html(markdown)))
    return found + [Example(len(found) + place, text, False) for place, text in enumerate(GFM, 1)]


def _has_html(markdown: str) -> bool:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(markdown)
    inner = (child for token in tokens for child in token.children or [])
    return any(token.type in {"html_block", "html_inline"} for token in (*tokens, *inner))
