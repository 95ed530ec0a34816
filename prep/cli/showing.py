"""A page on a terminal: headings, dimmed sources, the width of the window, a pager when it is long.

Note text is never read as rich's own markup: it goes through the markdown reader only.
"""

from __future__ import annotations

import re

from prep.patterns import lazy

FRONT = lazy(r"\A---\n.*?\n---\n", re.DOTALL)
STAMP = lazy(r"^%%.*?%%$", re.DOTALL | re.MULTILINE)
DIAGRAM = lazy(r"^```mermaid\n.*?^```$\n?", re.DOTALL | re.MULTILINE)
CALLOUT = lazy(r"^> \[!\w+\][+-]?\s*(.*)$", re.MULTILINE)
NOTE = lazy(r"^\[\^(\d+)\]: (.*)$", re.MULTILINE)
MARK = lazy(r"\[\^(\d+)\]")
EMPHASIS = lazy(r"(?<=\s)_([^_\n]+)_(?=\[\^)")
"""Emphasis before a mark: a raised number is a letter to markdown, and would keep it open."""
LINK = lazy(r"\[\[([^\]|#]+)(?:#([^\]|]+))?\]\]")
STYLES = {"markdown.block_quote": "none", "markdown.h2": "bold", "markdown.item.number": "none"}
"""Readable on light and on dark: weight and rules instead of colours."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def readable(page: str) -> tuple[str, list[str]]:
    """The page's body as markdown that a terminal can show, and its sources, a line each."""
    text = DIAGRAM.sub("", STAMP.sub("", FRONT.sub("", page, count=1)))
    sources = [f"{n.translate(RAISED)} {_plain(words)}" for n, words in NOTE.findall(text)]
    body = CALLOUT.sub(r"> **\1**\n>", NOTE.sub("", text))
    body = re.sub(r"^: ", "- ", body, flags=re.MULTILINE)
    body = EMPHASIS.sub(r"*\1*", body).replace("][^", "] [^")
    return MARK.sub(lambda m: m[1].translate(RAISED), body).strip(), sources


def show(page: str) -> None:
    """Print a page on the terminal; through a pager where it is longer than the window."""
    from rich.console import Console, Group
    from rich.markdown import Markdown
    from rich.text import Text
    from rich.theme import Theme

    body, sources = readable(page)
    console = Console(theme=Theme(STYLES))
    whole = Group(Markdown(body), Text("\n" + "\n".join(sources), style="dim"))
    lines = console.render_lines(whole)
    if len(lines) > console.height:
        with console.pager(styles=True):
            console.print(whole)
    else:
        console.print(whole)


def _plain(reference: str) -> str:
    return LINK.sub(lambda m: f"{m[1]} › {m[2]}" if m[2] else m[1], reference)
