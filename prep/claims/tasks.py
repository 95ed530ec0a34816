"""Check boxes and markers as commitments."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.page import Page
from prep.claims.parties import owner_at_head
from prep.model.claim import Claim
from prep.model.note import Task
from prep.patterns import lazy
from prep.words import plain

_TAIL = lazy(
    r"(?:\s*(?:[📅📆🗓⏳⌛🛫➕✅❌🔁🏁🆔⛔🔺⏫🔼🔽⏬].*|[\[(][A-Za-z_ -]{1,24}::.*"
    r"|\^[\w-]+|#[\w/-]+|@[\w.-]+))+$"
)
_TAIL_MARK = lazy(r"[\[(^#@]")
_PLANNED = frozenset({"agenda", "ask"})


def task_claims(page: Page) -> Iterator[Claim]:
    """Each task of the note; ``ACTION:`` and lists of actions are the business of their rules."""
    for task in page.note.tasks:
        if task.dialect in ("label", "section"):
            continue
        text = task_words(task, page)
        if text and not guards.is_hint(text):
            yield _claim(task, text, page)


def task_words(task: Task, page: Page) -> str:
    """The task's words as they stand in the note, without the dates and marks behind them."""
    raw = plain(page.note.blocks[task.block].text.split("\n")[0])
    if raw.isascii() and not _TAIL_MARK.search(raw):
        return raw.strip() or plain(task.text)
    return _TAIL.sub("", raw).strip() or plain(task.text)


def _claim(task: Task, text: str, page: Page) -> Claim:
    block = page.note.blocks[task.block]
    party = ", ".join(task.owners) or owner_at_head(text, page)
    if not party and not page.is_spoken:
        party = "I"  # in minutes that tell who says what, it is nobody's in particular
    planned = task.proposed or bool(_PLANNED & set(page.sections_of(block)))
    return Claim(
        "commitment", text, task.line, task.line, task.block, block.episode, f"task.{task.dialect}",
        cue=f"[{task.status}]", party=party, day=page.day(block), due=task.due,
        due_raw=task.due_raw, state="closed" if task.done else "open",
        closer=(task.line, task.line) if task.done else None, planned=planned,
        attribute="action", priority=task.priority,
    )  # fmt: skip
