"""What Obsidian adds to CommonMark, as rules of markdown-it.

Links, comments, math, highlights, callouts and tasks. The inline rules run where code spans and
escapes have already been seen: what an author escaped stays text.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from prep.patterns import lazy

_WIKILINK = lazy(r"(!?)\[\[([^\[\]|#\n\\]*)(#[^\[\]|\n\\]*)?(?:\\?\|([^\[\]\n]*))?\]\]")
# Obsidian: no space inside the dollars, no digit after the closing one ("$5 and $6" is money).
_MATH = lazy(r"\$\$[^$]+\$\$|\$(?![\s$])[^$\n]*[^\s$\\]\$(?!\d)|\$(?![\s$])\$(?!\d)")
_HIGHLIGHT = lazy(r"==(?=\S)((?:(?!==).)+?)(?<=\S)==")
_TASK = lazy(r"\[([^\[\]\n])\](?:[ \t]+|(?=\n)|$)")
_CALLOUT = lazy(r"\[!([^\[\]\n]+)\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")
_BLOCK_ID = lazy(r"(?:^|\s+)\^[A-Za-z0-9-]+$")


def obsidian_plugin(md: MarkdownIt) -> None:
    """Add the rules; tokens made: ``wikilink``, ``math``, ``mark_open``, ``mark_close``.

    A task's character is put in its ``list_item_open``'s meta ``status``; a callout's kind in its
    ``blockquote_open``'s meta ``callout``, its title in an ``inline`` token right after that.
    """
    md.block.ruler.before("fence", "comment", _block_comment, {"alt": ["paragraph", "blockquote"]})
    md.inline.ruler.before("link", "wikilink", _wikilink)
    md.inline.ruler.before("link", "comment", _inline_comment)
    md.inline.ruler.before("escape", "math", _math)
    md.inline.ruler.before("link", "highlight", _highlight)
    md.core.ruler.before("inline", "tasks_and_callouts", _tasks_and_callouts)


def _wikilink(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "![":
        return False
    found = _WIKILINK.match(state.src, state.pos)
    if found is None or not (found[2].strip() or found[3]):
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.meta = {
            "embed": bool(found[1]),
            "target": found[2].strip(),
            "heading": (found[3] or "")[1:].strip(),
            "label": (found[4] or "").strip(),
        }
    state.pos = found.end()
    return True


def _inline_comment(state: StateInline, silent: bool) -> bool:  # noqa: ARG001 - markdown-it's
    if not state.src.startswith("%%", state.pos):
        return False
    end = state.src.find("%%", state.pos + 2)
    if end < 0:
        return False
    state.pos = end + 2
    return True


def _math(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    found = _MATH.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("math", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("==", state.pos):
        return False
    found = _HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("mark_open", "mark", 1)
        outer = state.posMax
        state.pos, state.posMax = found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        state.posMax = outer
        state.push("mark_close", "mark", -1)
    state.pos = found.end()
    return True


def _block_comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or not _line(state, start).startswith("%%"):
        return False
    first = _line(state, start)
    closing = start if "%%" in first[2:] else _closing_line(state, start + 1, end)
    if closing is None or (closing == start and not first.rstrip().endswith("%%")):
        return False
    if not silent:
        state.line = closing + 1
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    return next((line for line in range(start, end) if "%%" in _line(state, line)), None)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _tasks_and_callouts(state: StateCore) -> None:
    """Before the inline rules see them: ``[/]`` could be read as a link, ``[!x]`` as one too."""
    tokens: list[Token] = []
    for token in state.tokens:
        tokens.append(token)
        if token.type == "inline":
            opener = tokens[-3] if len(tokens) > 2 else token
            if opener.type == "list_item_open":
                _take_status(opener, token)
            elif opener.type == "blockquote_open" and (found := _CALLOUT.match(token.content)):
                _take_title(tokens, found)
            token.content = _BLOCK_ID.sub("", token.content)
    state.tokens = _without_hollow_paragraphs(tokens)


def _take_status(item: Token, line: Token) -> None:
    if found := _TASK.match(line.content):
        item.meta = {"status": found[1]}
        line.content = line.content[found.end() :]


def _take_title(tokens: list[Token], found: re.Match[str]) -> None:
    paragraph, line = tokens[-2:]
    quote = tokens[-3]
    quote.meta = {"callout": found[1].strip().lower()}
    line.content = line.content[found.end() :]
    title = Token("inline", "", 0, content=found[3], children=[], map=line.map, level=line.level)
    tokens[-2:] = [title, paragraph, line]


def _without_hollow_paragraphs(tokens: list[Token]) -> list[Token]:
    """A callout's title line alone leaves an empty paragraph behind; so does a block id."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.type == "paragraph_close" and kept[-2].type == "inline" and not kept[-2].content:
            hollow = kept[-3:]
            del kept[-3:]
            if kept and kept[-1].type == "list_item_open":
                kept += hollow
    return kept
