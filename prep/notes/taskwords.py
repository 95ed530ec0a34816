"""The fields in a task's line, and its words without them."""

from __future__ import annotations

import re
from functools import partial

from prep.patterns import lazy

Marks = dict[str, str]
"""Fields by name: due, scheduled, start, created, completed, cancelled, recurrence, priority, …"""

_EMOJI = {
    "📅": "due", "📆": "due", "🗓": "due", "⏳": "scheduled", "⌛": "scheduled", "🛫": "start",
    "➕": "created", "✅": "completed", "❌": "cancelled", "🔁": "recurrence", "🏁": "oncompletion",
    "🆔": "id", "⛔": "dependson",
}  # fmt: skip
_PRIORITY = {"🔺": "highest", "⏫": "high", "🔼": "medium", "🔽": "low", "⏬": "lowest"}
_EMOJI_FIELD = lazy(
    r"(?:([📅📆🗓⏳⌛🛫➕✅❌])\ufe0f?\s*(\d{4}-\d{2}-\d{2})|(🔁)\ufe0f?\s*([a-zA-Z0-9, !]+)"
    r"|(🏁)\ufe0f?\s*([a-zA-Z]+)|([🆔⛔])\ufe0f?\s*([\w-]+(?:\s*,\s*[\w-]+)*)"
    r"|([🔺⏫🔼🔽⏬])\ufe0f?)"
)
_SIGNS = lazy(f"[{''.join((*_EMOJI, *_PRIORITY))}]")
_BRACKET = lazy(r"\s*[\[(]([A-Za-z_ -]{1,24})::\s*((?:\[\[[^\]]*\]\]|[^\[\]()])*)[\])],?")
_NAMES = {
    "due": "due", "duetime": "due", "dueday": "due", "deadline": "due", "scheduled": "scheduled",
    "start": "start", "completion": "completed", "completed": "completed", "done": "completed",
    "cancelled": "cancelled", "repeat": "recurrence", "priority": "priority", "created": "created",
    "owner": "owner", "assignee": "owner", "assigned": "owner", "who": "owner", "id": "id",
    "dependson": "dependson", "oncompletion": "oncompletion",
}  # fmt: skip
_STAMP = lazy(r"\s*(SCHEDULED|DEADLINE):\s*<(\d{4}-\d{2}-\d{2})[^>\n]*?([.+]*\+\d+[hdwmy])?>")
_LOGBOOK = lazy(r"\s*:LOGBOOK:.*?(?::END:|$)", re.DOTALL)
_NOISE = lazy(r"\n\s*(?:id|collapsed|created-at|updated-at):: [^\n]*")
_BLOCK_ID = lazy(r"\s\^[A-Za-z0-9-]+$")
_DUE_WORDS = lazy(
    r"\s*[(\[]\s*(?:due|deadline)\s*:\s*([^)\]\n;|]{3,24})[)\]]"
    r"|(?:^|[\s,;|–-]+)(?:due|deadline)(?: date)?\s*:\s*([^)\]\n;|]{3,24})",
    re.IGNORECASE,
)
_AT = lazy(r"(?<![\w@./])@(?:\[\[([^\]|#]+)[^\]]*\]\]|([^\W_](?:[\w.-]*\w)?))")
_IN_BRACKETS = lazy(r"\s*[(\[]@([^\W_][\w.'’-]*(?: [\w.'’-]+){0,3}),?\s*[)\]]")
_AT_END = lazy(
    r"(?:(?<=\s)|^)[(\[]?\s*(?:(?:@\[\[[^\]]+\]\]|@[^\W_][\w.-]*)[,;&/ ]*)+[)\]]?\s*$|"
    r"^(?:\*\*)?(?:@\[\[[^\]]+\]\]|@[^\W_][\w.-]*)(?:\*\*)?\s*(?:[:–-]\s*|\s)"
)
_NAMED = lazy(
    r"(?:\*\*)?(?:\[\[([^\]|#]+)(?:\|[^\]]*)?\]\]|"
    r"([^\W\d_][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}))"
    r"(?:\s*\([^)]{1,24}\))?\s*(?::\*\*|\*\*\s*:|:)\s+(?=\S)"
)
_TRAILING_TAGS = lazy(r"(?:\s+#[^\s#]+)+$")
_NOT_OWNERS = frozenset(
    ("todo", "note", "notes", "update", "status", "question", "idea", "re", "fyi", "re", "action",
     "action item", "follow up", "follow-up", "next", "next step", "due", "priority", "goal",
     "topic", "decision", "reminder", "option", "project", "proposed", "optional", "blocked")
)  # fmt: skip


def cut(text: str) -> tuple[str, Marks]:
    """Return a task's words without its fields, and the fields; the left of two alike counts."""
    marks: Marks = {}
    if ":LOGBOOK:" in text:
        text = _LOGBOOK.sub("", text)
    if "\n" in text:
        text = _NOISE.sub("", text)
    if "^" in text:
        text = _BLOCK_ID.sub("", text)
    if not text.isascii():
        text = _unsigned(text, marks)
    if "::" in text:
        text = _BRACKET.sub(partial(_bracket, marks), text)
    if ": <" in text or ":<" in text:
        text = _STAMP.sub(partial(_stamp, marks), text)
    if "due" not in marks and ":" in text:
        text = _DUE_WORDS.sub(partial(_due, marks), text)
    return text, marks


def owners(text: str, marks: Marks) -> tuple[str, tuple[str, ...]]:
    """Return the words without the owners' marks at their ends, and the owners as written."""
    found: list[str] = []
    if "@" in text:
        text = _TRAILING_TAGS.sub("", text) if "#" in text else text
        text = _IN_BRACKETS.sub(partial(_bracketed, found), text)
        found.extend(link or name for link, name in _AT.findall(text))
        text = _AT_END.sub("", text).strip()
    if "owner" in marks:
        found.extend(part.strip("[]@ ") for part in marks["owner"].split(","))
    if not found and ":" in text:
        named = _NAMED.match(text)
        name = (named[1] or named[2]) if named else ""
        if named and name.lower() not in _NOT_OWNERS and (named[1] or name[:1].isupper()):
            return text[named.end() :], (name,)
    return text, tuple(dict.fromkeys(name for name in found if name))


def tidy(text: str) -> str:
    """Return the words on one line, without the tags that follow them."""
    bare = " ".join(text.split())
    return _TRAILING_TAGS.sub("", bare) if "#" in bare else bare


def _unsigned(text: str, marks: Marks) -> str:
    """Take the fields that begin with a sign, and the blanks before them, out of a text."""
    parts, at = [], 0
    for sign in _SIGNS.finditer(text):
        found = _EMOJI_FIELD.match(text, sign.start()) if sign.start() >= at else None
        if not found:
            continue
        parts.append(text[at : found.start()].rstrip())
        at = found.end()
        if found[9]:
            marks.setdefault("priority", _PRIORITY[found[9]])
            continue
        name, value = filter(None, found.groups())
        marks.setdefault(_EMOJI[name], value.strip())
    return "".join((*parts, text[at:]))


def _bracket(marks: Marks, found: re.Match[str]) -> str:
    name = _NAMES.get(re.sub(r"[\s_-]", "", found[1]).lower())
    if name is None:
        return found[0]
    marks.setdefault(name, found[2].strip())
    return ""


def _stamp(marks: Marks, found: re.Match[str]) -> str:
    marks.setdefault("due" if found[1] == "DEADLINE" else "scheduled", found[2])
    if found[3]:
        marks.setdefault("recurrence", found[3])
    return ""


def _bracketed(found_: list[str], match: re.Match[str]) -> str:
    found_.append(match[1])
    return ""


def _due(marks: Marks, found: re.Match[str]) -> str:
    marks.setdefault("due", (found[1] or found[2]).strip())
    return ""
