"""A page's tree to one HTML file: no outside resource, no script, printable, dark and light.

All that comes from the page is escaped; the file's own policy forbids whatever it does not hold.
A citation carries its footnote's words, shown on hover and on focus.
"""

from __future__ import annotations

from html import escape

from prep.markdown.document import parse
from prep.markdown.embeds import expand
from prep.markdown.tree import Page, first_heading, starts_with_title
from prep.render.html.blocks import Writer
from prep.render.html.lines import escaped
from prep.render.html.style import CSS
from prep.render.options import PageOptions

__all__ = ["page"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(markdown: str, options: PageOptions) -> str:
    """The page as HTML, the same bytes for the same words and options."""
    tree = parse(expand(markdown, options.notes) if options.notes else markdown)
    writer = Writer(tree, options)
    body = writer.blocks(tree.blocks)
    notes = writer.notes()
    title = tree.front.get("title", "") or first_heading(tree) or options.title or "Page"
    author = tree.front.get("author", "") or options.author
    named = f'<meta name="author" content="{escape(author)}">\n' if author else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(options.language)}">\n<head>\n<meta charset="utf-8">'
        f'\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{named}'
        f'<meta name="color-scheme" content="light dark">\n<title>{escaped(title)}</title>\n'
        f"<style>{CSS}</style>\n</head>\n<body>\n<main>\n{_printed_title(tree)}{body}</main>\n"
        f"{notes}</body>\n</html>\n"
    )


def _printed_title(tree: Page) -> str:
    """As in Word: only where the page does not begin with its own."""
    title = tree.front.get("title", "")
    if not title or starts_with_title(tree):
        return ""
    return f'<p class="title">{escaped(title)}</p>\n'
