"""Reminders: jotted without a subject, or in a passive that names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import (
    owner_at_end,
)
from prep.claims.said import is_said
from prep.model.claim import Claim

_PASSIVE = r"(?<!\w){passive}\s+(?:\w+ly\s+)?(?:{deed+}(?:d|ed|n|en|t|ted)?|{participle})(?!\w)"
_JOTTED = r"^{messy_start}(?!:)\s+(?!http)(?!{of_a_noun}(?!\w))\S"
_MESSY_WORDS = 14  # a jotted reminder is short


def jotted(line: Line, page: Page) -> Iterator[Claim]:
    """A reminder jotted down without a subject: mine.

    takes: reach out to milo about the venue
    takes: - ping ines re contract
    refuses: Involves scheduled updates
    refuses: ## Agenda / - review the numbers
    """
    if line.kind not in ("item", "paragraph"):
        return
    if line.note_kind not in ("daily", "person", "account", "project", "meeting", "other"):
        return
    if (
        len(line.text.split()) > _MESSY_WORDS
        or guards.is_hint(line.text)
        or _not_jotted(line, page)
    ):
        return
    found = page.cues.compile(_JOTTED).match(line.text)
    if found and not guards.is_question(line.text):
        party = owner_at_end(line.text, page)
        yield line.claim(
            "commitment", "promise.jotted", line.text, cue=found.group()[:-1].strip(),
            party=party if party or page.is_minutes else "I",
        )  # fmt: skip


def _not_jotted(line: Line, page: Page) -> bool:
    return bool({"boilerplate", "idea", "question", "criterion", "fact"} & set(line.sections)) or (
        page.is_minutes and line.kind == "paragraph" and line.text[:1].isupper()
    )


def passive(line: Line, page: Page) -> Iterator[Claim]:
    """Something needs to be done, by nobody named: unclear.

    takes: The DPA needs to be signed before the pilot
    takes: Status: the wiki is current; the index page to be updated
    refuses: The DPA was signed
    refuses: Data needs to be encrypted at rest if they move
    """
    if not _may_be_passive(line, page):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.search(page.cues.compile(_PASSIVE, "passive"), text)
        if found and is_said(text, text, heard, page):
            yield line.claim("commitment", "promise.passive", sentence.text, cue=found.group())


def _may_be_passive(line: Line, page: Page) -> bool:
    """In notes of one's own, under an action's status, or in a list of actions."""
    if page.cues.is_one("status_label", line.label) or "action" in line.sections:
        return True
    return not line.speaker and not page.is_minutes
