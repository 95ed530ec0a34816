"""A markdown page to the tree that every format is made from, by markdown-it-py.

CommonMark with GitHub's tables, strikethrough, autolinks and tasks; footnotes, definition lists,
and what Obsidian adds (``prep.markdown.obsidian``). HTML is data, not markup: comments are
dropped, a few inline tags have a meaning, the rest is left out and the words between are kept.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from prep.markdown import front
from prep.markdown.blocks import Builder
from prep.markdown.obsidian import obsidian_plugin
from prep.markdown.tree import Page
from prep.problems import PrepError

# Each level costs markdown-it and the writers a few frames of Python's thousand.
DEEPEST = 100


def parse(text: str) -> Page:
    """The tree of a whole page, front matter included. Any text is a page.

    Raises PrepError where blocks are nested deeper than ``DEEPEST``: markdown-it drops what lies
    below its limit, and words must not be lost in silence.
    """
    head, body = front.split(text.removeprefix("\ufeff"))
    env: dict[str, object] = {}
    tokens = _parser().parse(body, env)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise PrepError(f"lists and quotes are nested more than {DEEPEST // 2} deep; flatten them")
    return Builder(tokens, env).page(front.properties(head))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, gfm_autolink_plugin, obsidian_plugin):
        parser.use(plugin, **({"move_to_end": False} if plugin is footnote_plugin else {}))
    return parser
