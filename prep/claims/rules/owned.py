"""Promises by the form in which their owner stands: behind the thing, or before an open verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prep.claims import guards
from prep.claims.bidding import bids, is_infinitive
from prep.claims.clauses import clauses
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.said import is_said
from prep.claims.slots import Slot, people, tail
from prep.dates import find_due
from prep.model.claim import Claim
from prep.patterns import lazy

_SHORTENED = lazy(r"['’](?:ll|s(?=\s+(?:going\s+)?to\s))", re.IGNORECASE)
_SHORT = 45  # words: an action is a line, not a speech
_BOUND = lazy(
    r"(?P<how>to |will |shall |(?:is|are) (?:going )?to |(?P<duty>(?:has|have|needs?) to ))"
    r"(?:(?:also|then|please|still|now|just|first) )?(?P<verb>[\w-]+)[,.;]?(?: (?P<after>\S+))?"
)
_GETS = ("get", "have")  # "will get us the export" is a deed, "will get better" is none
_ING = 3  # letters of the ending


def assigned(line: Line, page: Page) -> Iterator[Claim]:
    """A thing with its owner behind it: an arrow, a bracket, a dash, a handle.

    takes: rollout plan -> Milo, by 20 March
    takes: - confirm the room (Milo)
    refuses: - the new chair (Milo)
    refuses: - Has anybody booked the room? (Milo)
    """
    slot = tail(line.text, page)
    if slot is None or _is_closed_label(line, page):
        return
    body = line.text[: slot.at].rstrip(" ,;")
    if not body or guards.is_question(body) or _tells_past(body, line, page):
        return
    if _is_owned(body, slot, page):
        yield line.claim(
            "commitment", f"action.{slot.form}", line.text, cue=slot.form, party=slot.party,
            attribute="action",
        )  # fmt: skip


def named(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody at the head of a clause, then what they are to do: whatever the verb.

    takes: NL to rework the figures
    takes: - figures for the board - Milo to follow up
    refuses: Milo reworked the figures
    refuses: If Nora is back, Milo to rework the figures
    """
    text = line.text
    if len(text.split()) > _SHORT or guards.is_question(text) or _is_closed_label(line, page):
        return
    if line.speaker and _assigns(line, page):
        yield _claim(line, line.speaker, text, "label")
        return
    for clause in clauses(text):
        found = _doing(_SHORTENED.sub(_whole, clause.text).split(), line, page)
        if found and is_said(text, text[: clause.at] + found.before, page.hear(text), page):
            yield _claim(line, found.party, text, found.how)
            return


class _Doing(NamedTuple):
    party: str
    how: str
    before: str


def _whole(found: re.Match[str]) -> str:
    return " will" if found[0][1:].lower() == "ll" else " is"


def _claim(line: Line, party: str, text: str, how: str) -> Claim:
    return line.claim("commitment", "action.named", text, cue=how, party=party, attribute="action")


def _doing(words: list[str], line: Line, page: Page) -> _Doing | None:
    while words and page.cues.is_one("opener", words[0].strip(",")):
        words = words[1:]
    party, size, known = people(words, page) if words else ("", 0, False)
    if not known or size >= len(words) or _is_subject(words[0], page):
        return None
    rest = words[size:]
    before = " ".join(words[:size])
    if words[size - 1][-1] in ":])" or words[0][0] == "@":
        body = " ".join(rest)
        if bids(body, page.cues) and not page.is_spoken:
            return _Doing(party, "label", before)
    how = _to_come(rest, line, page) or _present(rest, line, page)
    return _Doing(party, how, " ".join(words[: size + 2])) if how else None


def _is_subject(word: str, page: Page) -> bool:
    """A pronoun that is one: ``I will`` is another rule's, ``me: …`` is not."""
    return page.cues.is_one("me", word) or page.cues.is_one("us", word)


def _to_come(rest: list[str], line: Line, page: Page) -> str:
    """``to rework``, ``is going to rework``, ``will iterate``, ``soll das prüfen``.

    In a speech only what is surely a deed: a speaker tells of much that will be.
    """
    if page.cues.is_one("verb_last", rest[0]):
        return rest[0] if is_infinitive(rest[-1], page.cues) else ""
    bound = _BOUND.match(" ".join(rest))
    if not bound:
        return ""
    verb, after = bound["verb"], (bound["after"] or "").strip(".,;").lower()
    if not _is_verb(verb, page) and not (verb in _GETS and page.cues.is_one("object", after)):
        return ""
    strict = bound["duty"] or line.speaker
    return "" if strict and not page.cues.is_one("person_deed", verb) else bound["how"] + verb


def _is_verb(word: str, page: Page) -> bool:
    """A word that can be a verb: in small letters, no article, preposition or pronoun."""
    return (
        word.replace("-", "").isalpha() and word.islower() and len(word) > 1
        and not page.cues.is_one("idle", word) and not page.cues.is_one("object", word)
        and not page.cues.is_one("no_subject_after", word)
    )  # fmt: skip


def _present(rest: list[str], line: Line, page: Page) -> str:
    """``gets back on it``, ``sends us``, ``following up``, ``schickt uns``: still to come."""
    verb = rest[0].lower().strip(".,;")
    after = [word.lower().strip(".,;") for word in rest[1:3]]
    if line.speaker or not verb.isalpha() or not after or page.cues.is_one("no_promise", verb):
        return ""
    if verb.endswith("ing"):
        return verb if _is_doing(verb, after[0], page) else ""
    if not verb.endswith(("s", "t") if page.cues.may("verb_last") else "s") or verb[-2:] == "ss":
        return ""
    ours = page.cues.is_one("to_us", after[0]) or after[0] == "back"
    if ours or _is_due(" ".join(rest), line, page):
        return verb
    return ""


def _is_doing(verb: str, after: str, page: Page) -> bool:
    stem = verb[:-_ING]
    bases = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    return any(
        page.cues.is_one("person_deed", base) or page.cues.is_one("person_deed", f"{base} {after}")
        for base in bases
    )


def _is_due(text: str, line: Line, page: Page) -> bool:
    """Whether a day to come stands there behind a word such as "by"."""
    found = find_due(text, base=line.day, language=page.note.language or "en")
    return bool(found and page.cues.is_one("until", found.raw.split()[0]))


def _assigns(line: Line, page: Page) -> bool:
    """``Lena: confirm the budget``: a name that bids, and is no turn of a talk."""
    return not page.is_spoken and bool(bids(line.text, page.cues))


def _is_owned(body: str, slot: Slot, page: Page) -> bool:
    """Whether a name behind these words owns them: one in brackets may only explain them."""
    if slot.form == "arrow" or slot.party == "I":
        return slot.known or slot.dated
    if slot.form == "handle" and page.cues.is_one("no_subject_after", body.rsplit(maxsplit=1)[-1]):
        return False
    return slot.known and (slot.dated or bool(bids(body, page.cues)))


def _is_closed_label(line: Line, page: Page) -> bool:
    """A label that says what the line is: a status, a role, a list of people."""
    return bool(line.label) and page.cues.is_label(line.label) and not any(
        page.cues.is_one(group, line.label) for group in ("action_label", "self")
    )  # fmt: skip


def _tells_past(body: str, line: Line, page: Page) -> bool:
    first = body.split(None, 1)[0].lower().strip("*_,")
    return first.endswith("ed") or page.cues.is_one("delivered", first) or page.cues.is_one(
        "done", first
    ) or guards.is_past(body, page.hear(line.text))  # fmt: skip
