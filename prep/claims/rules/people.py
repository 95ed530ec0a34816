"""People by what is written of them: their roles, their own introductions, personal details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import is_name, is_person, subject_before
from prep.claims.rules.moves import POSSESSIVE, relations
from prep.claims.rules.status import parts, says
from prep.model.claim import Claim
from prep.patterns import lazy

_BRACKETED = (
    r"(?:^|[;,]\s*)(?P<who>{name}(?:/{name})?)\s*"
    r"\((?P<what>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
_FILLERS = r"(?:(?:now|the|new|an?|our|their|this|one of the|as)\s+)*"
_ROLE = r"(?P<role>(?:[\w/&-]+\s+){0,3}?{role_noun}(?!\w)[^.;,]*)"
_IS = r"(?P<cue>{became})\s+" + _FILLERS + _ROLE
_AS = r"(?P<who>{name})\s+(?:as|for\s+{taking_on})\s+" + _FILLERS + _ROLE
_SAYS_AS = lazy(r"\b(?:as|for)\b", re.IGNORECASE).search
_HOLDER = r"^{name}(?:\s*\([^)]*\))?$"
_NAME_WORDS = 2
_SHORT = 3  # words
_BARE = r"^(?:also\s+|now\s+)?(?P<role>(?:\w+\s+)?{role_noun}(?!\w)\s+{of_place}\s+[^.;,]+)"


def role_list(line: Line, page: Page) -> Iterator[Claim]:
    """A list of names, each with its role in brackets.

    takes: - Stakeholder map: Ines Falk (buyer); Milo Brandt (architect, Ines's boss)
    takes: People: Nora Lind (CFO)
    refuses: - Nora (late)
    refuses: The venue (second floor) is booked
    """
    if not page.cues.is_one("people_label", line.label):
        return
    for part in parts(line.body):
        found = page.cues.compile(_BRACKETED).match(part)
        if found:
            yield line.claim(
                "role", "role.bracket", part, cue=line.label, subject=found["who"],
                attribute="role", value=found["what"],
            )  # fmt: skip
            yield from relations(found["what"], part, line, page, found["who"], bracketed=True)


def role_told(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence that gives somebody a role: ``X is editor of``, ``I'm one of the co-chairs``.

    takes: Milo Brandt is the new head of procurement
    takes: * NL: I'm editor of the second volume
    refuses: Is Milo the head of procurement?
    refuses: Milo might become head of procurement
    """
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        if guards.is_question(text):
            continue
        for who, role, cue in _roles(text, line, page):
            yield line.claim(
                "role",
                "role.told",
                sentence.text,
                cue=cue,
                subject=who,
                attribute="role",
                value=role,
            )


def _roles(text: str, line: Line, page: Page) -> Iterator[tuple[str, str, str]]:
    """Who holds which role by a sentence, and the cue."""
    bare = _bare(text, line, page)
    if bare:
        yield line.speaker, bare["role"].strip(), "bare"
    heard = page.hear(line.text)
    for found in page.cues.compile(_IS, "role_noun").every(text) if heard.may("became") else ():
        before = text[: found.start("role")]
        who = _holder(text[: found.start()], found["cue"], line, page)
        if who and _may_hold(who, before, line, page):
            yield who, found["role"].strip(), found["cue"]
    named = heard.search(page.cues.compile(_AS, "role_noun"), text) if _SAYS_AS(text) else None
    if named and _may_hold(named["who"], text[: named.start("role")], line, page):
        yield named["who"], named["role"].strip(), "as"


def _may_hold(who: str, before: str, line: Line, page: Page) -> bool:
    return (
        is_person(who, line, page)
        and not guards.is_negated(before, page.cues)
        and not guards.is_hypothetical(before, page.cues)
    )


def holder(line: Line, page: Page) -> Iterator[Claim]:
    """A role with its holder behind the colon: ``Economic buyer: Ines Falk``.

    takes: - Economic buyer: [[Ines Falk]]
    takes: Champion: Milo Brandt
    refuses: - Champion: unknown
    refuses: Owner: to be found
    """
    if not page.cues.is_one("holder_label", line.label):
        return
    if page.cues.compile(_HOLDER).match(line.body) and is_name(line.body, page):
        yield line.claim(
            "role", "role.holder", line.text, cue=line.label, subject=line.body.split(" (")[0],
            attribute="role", value=line.label,
        )  # fmt: skip


def authority(line: Line, page: Page) -> Iterator[Claim]:
    """What a person's or an account's note says that somebody decides, signs or runs.

    takes: - Decides on anything that touches the energy bill.
    takes: - Has run the depot since 2019.
    refuses: - Who signs off the budget?
    refuses: - If she signs everything herself we wait
    """
    owner = page.note.title if page.note.kind == "person" else ""
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.first("authority", sentence.text)
        if not found or guards.is_question(sentence.text):
            continue
        before = sentence.text[: found.start()]
        who = (subject_before(before, page.cues) or _jotted(before)) if before.strip() else owner
        if who and not guards.is_hypothetical(before, heard):
            yield line.claim(
                "role", "role.authority", sentence.text, cue=found.group(), subject=who,
                attribute="authority", value=sentence.text[found.start() :],
            )  # fmt: skip


def _jotted(before: str) -> str:
    """A name in lower case, as in jotted notes: the one or two words before the verb."""
    words = before.split()
    return " ".join(words) if len(words) <= _NAME_WORDS and before.islower() else ""


def introduced(line: Line, page: Page) -> Iterator[Claim]:
    """What somebody says in a round of introductions.

    takes: ## Introductions / * NL: Northwind and the harbour board. Twelve years in shipping.
    takes: ## Introductions / * Milo: architect, here as an observer
    refuses: ## Introductions / * none
    refuses: ## Introductions / * NL: Shall we start?
    """
    del page
    if "intro" in line.sections[:1] and says(line, 3):
        yield line.claim(
            "personal", "personal.introduced", line.text, cue="section", party=line.speaker
        )


def _as_label(line: Line) -> Line:
    """A row of two cells read as ``label: value``."""
    label, _, body = line.text.partition(" | ")
    return line._replace(label=label.strip(" *:").casefold(), body=body.strip(" |"))


def role_field(line: Line, page: Page) -> Iterator[Claim]:
    """A labelled role in a person's note; parts behind a semicolon may tell who is whose boss.

    takes: **Role**: Owns procurement; Sam's boss at Northwind
    takes: Title: Head of procurement
    refuses: **Role**: _Unknown_
    refuses: Role: {{role}}
    """
    if line.kind == "row":
        line = _as_label(line)
    if not page.cues.is_one("role_label", line.label) or guards.is_hint(line.body):
        return
    owner = page.note.title if page.note.kind == "person" else line.speaker
    if not owner or line.body.strip("_").casefold() in ("unknown", "tbd", "?", "n/a", "-"):
        return
    for part in parts(line.body):
        if page.cues.compile(POSSESSIVE, "boss_of").search(part):
            yield from relations(part, part, line, page, owner)
        else:
            yield line.claim(
                "role",
                "role.field",
                part,
                cue=line.label,
                subject=owner,
                attribute="role",
                value=part,
            )


def personal(line: Line, page: Page) -> Iterator[Claim]:
    """What makes a person one: family, home, studies, years in the trade.

    takes: * NL: Originally from Riga. Living in Porto
    takes: - been in shipping for the past 25 years
    refuses: Do you have kids?
    refuses: If her husband comes, book two rooms
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.first("personal", text)
        if not found or guards.is_question(text) or len(text.split()) < _SHORT:
            continue
        if not guards.is_hypothetical(text[: found.start()], heard):
            yield line.claim(
                "personal", "personal.told", sentence.text, cue=found.group(), party=line.speaker
            )


def _holder(before: str, cue: str, line: Line, page: Page) -> str:
    """Who holds the role whose words come next: the name before "is", or the speaker."""
    if page.cues.is_one("me_is", cue.replace("’", "'")) or not before.strip():
        return line.speaker
    who = subject_before(before, page.cues)
    return line.speaker if page.cues.is_one("me|me_is", who) else who


def _bare(text: str, line: Line, page: Page) -> re.Match[str] | None:
    """``* NL: Co-chair of the group.``: a speaker's own role, without a verb."""
    return page.cues.compile(_BARE).match(text) if line.speaker else None
