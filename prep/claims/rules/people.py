"""People by what is written of them: roles, employers, who stands above whom, personal details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.page import Line, Page
from prep.claims.parties import is_name, subject_before
from prep.claims.rules.status import parts
from prep.model.claim import Claim

_BRACKETED = r"(?:^|[;,]\s*)(?P<who>{name}(?:/{name})?)\s*\((?P<what>[^()]*(?:\([^()]*\)[^()]*)*)\)"
_POSSESSIVE = r"(?P<below>{name})['’]s\s+(?P<rank>{boss_of})(?!\w)"
_REPORTS = r"(?:(?P<who>{name})\s+)?(?:who\s+|also\s+|now\s+)*{reports_to}\s+(?P<above>{name})"
_BELOW = r"(?:(?P<who>{name})\s+)?(?:who\s+|also\s+|now\s+)*{below}\s+(?P<above>{name})"
_ABOVE = r"(?P<who>{name})?[,\s]*(?:\bis\s+|\bchain\s+)?\babove\s+(?P<below>{name}(?:\s*(?:,|&|\band\b)\s*{name})*)"
_TOOK_OVER = r"{replaced}\s+(?P<old>{name})"
_LEFT = r"(?P<cue>{left})(?:\s+(?:as|from|the)\s+(?P<what>[^.,;]+))?"
_JOINED = r"(?P<cue>{joined})\s+(?:the\s+)?(?P<org>{name})(?:\s+as\s+(?:an?\s+|the\s+)?(?P<role>[^.,;]+))?"
_IS = r"(?P<cue>{became})\s+(?:(?:now|the|new|an?|our|their|one of the|as)\s+)*(?P<role>(?:[\w/&-]+\s+){0,3}?{role_noun}(?!\w)[^.;,]*)"
_AS = r"(?P<who>{name})\s+(?:as|for\s+{taking_on})\s+(?:(?:now|the|new|an?|our|their|this)\s+)*(?P<role>(?:[\w/&-]+\s+){0,2}?{role_noun}(?!\w)[^.;,]*)"
_FIRST = frozenset({"i", "im", "i'm", "i've"})
_BARE = r"^(?:[Aa]lso\s+|[Nn]ow\s+)?(?P<role>(?:\w+\s+)?{role_noun}(?!\w)\s+(?:of|at|for|with)\s+[^.;,]+)"


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
                "role", "role.bracket", part, cue=line.label, subject=found["who"], attribute="role",
                value=found["what"],
            )  # fmt: skip
            yield from _rungs(found["what"], part, line, page, found["who"], bracketed=True)


def role_told(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence that gives somebody a role: ``X is editor of``, ``I'm one of the co-chairs``.

    takes: Milo Brandt is the new head of procurement
    takes: * NL: I'm editor of the second volume
    refuses: Is Milo the head of procurement?
    refuses: Milo might become head of procurement
    """
    if line.quoted or "boilerplate" in line.sections:
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        if guards.is_question(text):
            continue
        for who, role, cue in _roles(text, line, page):
            yield line.claim(
                "role", "role.told", sentence.text, cue=cue, subject=who, attribute="role", value=role
            )


def _roles(text: str, line: Line, page: Page) -> Iterator[tuple[str, str, str]]:
    """Who holds which role by a sentence, and the cue."""
    bare = _bare(text, line, page)
    if bare:
        yield line.speaker, bare["role"].strip(), "bare"
    for found in page.cues.compile(_IS, "role_noun").every(text):
        before = text[: found.start("role")]
        who = _holder(text[: found.start()], found["cue"], line, page)
        if who and _may_hold(who, before, line, page):
            yield who, found["role"].strip(), found["cue"]
    named = page.cues.compile(_AS, "role_noun").search(text)
    if named and _may_hold(named["who"], text[: named.start("role")], line, page):
        yield named["who"], named["role"].strip(), "as"


def _may_hold(who: str, before: str, line: Line, page: Page) -> bool:
    return (
        _is_person(who, line, page)
        and not guards.is_negated(before, page.cues)
        and not guards.is_hypothetical(before, page.cues)
    )


def introduced(line: Line, page: Page) -> Iterator[Claim]:
    """What somebody says in a round of introductions.

    takes: ## Introductions / * NL: Northwind and the harbour board. Twelve years in shipping.
    takes: ## Introductions / * Milo: architect, here as an observer
    refuses: ## Introductions / * none
    refuses: ## Introductions / * NL: Shall we start?
    """
    del page
    if "intro" in line.sections[:1] and line.speaker and len(line.text.split()) > 2:
        if not guards.is_question(line.text):
            yield line.claim(
                "personal", "personal.introduced", line.text, cue="section", party=line.speaker
            )


def role_field(line: Line, page: Page) -> Iterator[Claim]:
    """A labelled role in a person's note; parts behind a semicolon may tell who is whose boss.

    takes: **Role**: Owns procurement; Sam's boss at Northwind
    takes: Title: Head of procurement
    refuses: **Role**: _Unknown_
    refuses: Role: {{role}}
    """
    if not page.cues.is_one("role_label", line.label) or guards.is_hint(line.body):
        return
    owner = page.note.title if page.note.kind == "person" else line.speaker
    if not owner or line.body.strip("_").casefold() in ("unknown", "tbd", "?", "n/a", "-"):
        return
    for part in parts(line.body):
        if page.cues.compile(_POSSESSIVE, "boss_of").search(part):
            yield from _rungs(part, part, line, page, owner)
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


def rungs(line: Line, page: Page) -> Iterator[Claim]:
    """Who stands above whom: ``X reports to Y``, ``Sam's boss``, ``above A & B``.

    takes: Ines reports to Milo Brandt
    takes: - Leads procurement; management chain above Sam.
    refuses: Who reports to Milo?
    refuses: See the table above. Ines is late
    """
    if line.quoted or (
        page.cues.is_one("people_label", line.label) or page.cues.is_one("role_label", line.label)
    ):
        return
    owner = page.note.title if page.note.kind == "person" else ""
    for sentence in line.sentences():
        for part in parts(sentence.text):
            if not guards.is_question(part) and not guards.is_hypothetical(part, page.cues):
                yield from _rungs(part, part, line, page, owner)


def moves(line: Line, page: Page) -> Iterator[Claim]:
    """People who come and go: ``took over from``, ``steps down as``, ``joined X as``.

    takes: Ines Falk took over from Milo Brandt
    takes: ### Ines stepping down as chair of the board
    refuses: If Ines steps down as chair, Milo follows
    refuses: Nobody left the board
    """
    if line.quoted or "boilerplate" in line.sections or guards.is_question(line.text):
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        if guards.is_hypothetical(text, page.cues):
            continue
        yield from _took_over(sentence.text, text, line, page)
        yield from _has_left(sentence.text, text, line, page)
        yield from _has_joined(sentence.text, text, line, page)


def personal(line: Line, page: Page) -> Iterator[Claim]:
    """What makes a person one: family, home, studies, years in the trade.

    takes: * NL: Originally from Riga. Living in Porto
    takes: - been in shipping for the past 25 years
    refuses: Do you have kids?
    refuses: If her husband comes, book two rooms
    """
    if line.quoted or line.planned or "boilerplate" in line.sections:
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.find("personal").search(text)
        if found and not guards.is_question(text) and len(text.split()) > 2:
            if not guards.is_hypothetical(text[: found.start()], page.cues):
                yield line.claim(
                    "personal",
                    "personal.told",
                    sentence.text,
                    cue=found.group(),
                    party=line.speaker,
                )


def _rungs(
    text: str, words: str, line: Line, page: Page, owner: str, *, bracketed: bool = False
) -> Iterator[Claim]:
    """Relations in a text, clause by clause; a clause without a name at its head is ``owner``'s."""
    for clause in re.split(r",\s+(?:and\s+)?", text):
        found = page.cues.compile(_POSSESSIVE, "boss_of").search(clause)
        if found and owner and is_name(found["below"], page):
            yield _relation(line, words, found.group(), found["below"], "reports_to", owner)
        found = page.cues.compile(_BELOW if bracketed else _REPORTS).match(clause)
        if found and (found["who"] or owner) and is_name(found["above"], page):
            yield _relation(
                line, words, found.group(), found["who"] or owner, "reports_to", found["above"]
            )
        found = page.cues.compile(_ABOVE, "manages").search(clause)
        if found and (found["who"] or owner):
            for below in re.split(r"\s*(?:,|&|\band\b)\s*", found["below"]):
                if below and is_name(below, page):
                    yield _relation(
                        line, words, found.group(), below, "reports_to", found["who"] or owner
                    )


def _relation(line: Line, words: str, cue: str, who: str, attribute: str, value: str) -> Claim:
    return line.claim(
        "relation", f"relation.{attribute}", words, cue=cue.strip(" ,;"), subject=who.strip(),
        attribute=attribute, value=value.strip(),
    )  # fmt: skip


def _took_over(words: str, text: str, line: Line, page: Page) -> Iterator[Claim]:
    found = page.cues.compile(_TOOK_OVER, "replaced").search(text)
    who = subject_before(text[: found.start()], page.cues) if found else ""
    if found and who and is_name(who, page):
        yield _relation(line, words, found.group(), who, "replaced", found["old"])


def _has_left(words: str, text: str, line: Line, page: Page) -> Iterator[Claim]:
    found = page.cues.compile(_LEFT, "left").search(text)
    who = subject_before(text[: found.start()], page.cues) if found else ""
    if (
        found
        and who
        and is_name(who, page)
        and not guards.is_negated(text[: found.start()], page.cues)
    ):
        yield _relation(line, words, found["cue"], who, "left", found["what"] or "")


def _has_joined(words: str, text: str, line: Line, page: Page) -> Iterator[Claim]:
    found = page.cues.compile(_JOINED, "joined").search(text)
    if not found:
        return
    before = text[: found.start()]
    who = subject_before(before, page.cues)
    own = who.casefold().replace("’", "'") in _FIRST or not before.strip()
    who = line.speaker if own else who
    if who and _is_person(who, line, page) and is_name(found["org"], page):
        yield _relation(line, words, found["cue"], who, "employer", found["org"])


def _who(who: str | None, line: Line) -> str:
    return line.speaker if not who or who.casefold().replace("’", "'") in _FIRST else who


def _holder(before: str, cue: str, line: Line, page: Page) -> str:
    """Who holds the role whose words come next: the name before "is", or the speaker."""
    if page.cues.is_one("me_is", cue.replace("’", "'")) or not before.strip():
        return line.speaker
    who = subject_before(before, page.cues)
    return line.speaker if who.casefold() in _FIRST else who


def _is_person(who: str, line: Line, page: Page) -> bool:
    return who == line.speaker or is_name(who, page)


def _bare(text: str, line: Line, page: Page) -> re.Match[str] | None:
    """``* NL: Co-chair of the group.``: a speaker's own role, without a verb."""
    return page.cues.compile(_BARE).match(text) if line.speaker else None
