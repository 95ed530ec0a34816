"""German by its grammar: the present as a promise, and a "not" with the verb last as a warning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prep.claims import guards
from prep.claims.bidding import ends_in_infinitive, is_infinitive
from prep.claims.clauses import clauses
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.rules.status import parts
from prep.claims.said import is_said
from prep.dates import find_due
from prep.model.claim import Claim
from prep.patterns import lazy

_WORD = lazy(r"[^\W\d_][\w'’-]*")
_ENOUGH = 3  # words: "ich komme" says too little


def present(line: Line, page: Page) -> Iterator[Claim]:
    """The German present as a promise: ``ich kläre das``, ``wir liefern bis Freitag``.

    takes: ich kläre das mit dem Einkauf bis Freitag
    takes: Sie meldet sich nächste Woche
    refuses: Wir liefern seit Jahren in den Norden
    refuses: ich denke das auch
    """
    for clause in clauses(line.text):
        found = _promise(clause.text.split(), line, page)
        if found and is_said(line.text, clause.text, page.hear(line.text), page):
            yield line.claim(
                "commitment", "promise.present", line.text, cue=found.cue, party=found.party,
                to="them" if found.party == "we" else "",
            )  # fmt: skip
            return


def forbidden(line: Line, page: Page) -> Iterator[Claim]:
    """A German "do not": a "nicht" and a verb that stands last, with nobody as its subject.

    takes: Den Umzug nicht vor der Chefin erwähnen
    takes: bloß keine Zahlen nennen
    refuses: Wir werden den Umzug nicht erwähnen
    refuses: Der Umzug war nicht offen
    """
    for part in parts(line.text):
        heard = page.hear(line.text)
        if len(part.split()) >= _ENOUGH and heard.has("negated", part):
            verb = ends_in_infinitive(part, page.cues)
            if verb and not guards.is_question(part):
                yield line.claim("sensitivity", "caution.not", part, cue=verb, party=line.speaker)


class _Promise(NamedTuple):
    party: str
    cue: str


def _promise(words: list[str], line: Line, page: Page) -> _Promise | None:
    """The subject, its verb beside it, and what shows that it is still to come."""
    if len(words) < _ENOUGH:
        return None
    lower = [word.strip(",.;:").lower() for word in words]
    for group, party in _SUBJECTS:
        at = next((n for n, w in enumerate(lower) if page.cues.is_one(group, w)), -1)
        verb = _verb(lower, at, group, page) if at >= 0 else ""
        if verb and _is_to_come(verb, lower, line, page, sure=party == "I"):
            return _Promise(party or words[at].strip(",.;:"), f"{lower[at]} {verb}")
    return None


_SUBJECTS = (("present_first", "I"), ("present_we", "we"), ("present_third", ""))
_ENDS = {
    "present_first": ("e",), "present_we": ("en", "rn", "ln"), "present_third": ("t", "en"),
}  # fmt: skip


def _verb(lower: list[str], at: int, group: str, page: Page) -> str:
    """The verb behind a subject at the head of its clause, or before one: ``das kläre ich``."""
    ahead = lower[at + 1] if at + 1 < len(lower) and at <= 1 else ""
    behind = lower[at - 1] if at > 0 else ""
    for verb in (behind, ahead):
        if _WORD.fullmatch(verb) and verb.endswith(_ENDS[group]) and not page.cues.is_one(
            "no_promise", verb
        ) and not verb.endswith("te"):  # fmt: skip
            return verb
    return ""


def _is_to_come(verb: str, lower: list[str], line: Line, page: Page, *, sure: bool) -> bool:
    """A day until which, somebody to whom, or the future's auxiliary; an own promise needs less."""
    if page.cues.is_one("future", verb):
        return is_infinitive(lower[-1], page.cues)
    told = any(page.cues.is_one("to_whom", word) for word in lower)
    if told or (sure and any(page.cues.is_one("object", word) for word in lower)):
        return True
    found = find_due(line.text, base=line.day, language=page.note.language or "de")
    return bool(found and page.cues.is_one("until", found.raw.split()[0].lower()))
