"""Who stands above whom, and who comes and goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import is_name, is_person, subject_before
from prep.claims.rules.status import parts
from prep.model.claim import Claim

POSSESSIVE = r"(?P<below>{name})['’]s\s+(?P<rank>{boss_of})(?!\w)"
"""``Sam's boss``, of whoever the text is about."""
_SELF = r"(?:(?P<who>{name})\s+)?(?:who\s+|also\s+|now\s+)*"
_REPORTS = _SELF + r"{reports_to}\s+(?P<above>{name})"
_BELOW = _SELF + r"{below}\s+(?P<above>{name})"
_ABOVE = (
    r"(?P<who>{name})?[,\s]*(?:\bis\s+|\bchain\s+)?{above}\s+"
    r"(?P<below>{name}(?:\s*(?:,|&|\band\b)\s*{name})*)"
)
_TOOK_OVER = r"(?:{replaced}|{took_over}\s+[^.;,]{3,40}?\s+from)\s+(?P<old>{name})"
_LEFT = r"(?P<cue>{left})(?:\s+(?:as|from|the)\s+(?P<what>[^.,;]+))?"
_JOINED = r"(?P<cue>{joined})\s+(?:the\s+)?(?P<org>{name})"


def rungs(line: Line, page: Page) -> Iterator[Claim]:
    """Who stands above whom: ``X reports to Y``, ``Sam's boss``, ``above A & B``.

    takes: Ines reports to Milo Brandt
    takes: - Leads procurement; management chain above Sam.
    refuses: Who reports to Milo?
    refuses: See the table above. Ines is late
    """
    if page.cues.is_one("people_label|role_label", line.label):
        return
    owner = page.note.title if page.note.kind == "person" else ""
    heard = page.hear(line.text)
    for sentence in line.sentences():
        for part in parts(sentence.text):
            if not guards.is_question(part) and not guards.is_hypothetical(part, heard):
                yield from relations(part, part, line, page, owner)


def labelled(line: Line, page: Page) -> Iterator[Claim]:
    """A person's superior as a labelled line.

    takes: **Reports to**: [[Milo Brandt]]
    takes: Manager: Milo Brandt
    refuses: Manager: unknown
    refuses: Reports to: the board, since May
    """
    if page.note.kind != "person" or not page.cues.is_one("reports_label", line.label):
        return
    if page.cues.compile(r"^{name}$").match(line.body) and is_name(line.body, page):
        yield _relation(line, line.text, line.label, page.note.title, "reports_to", line.body)


def moves(line: Line, page: Page) -> Iterator[Claim]:
    """People who come and go: ``took over from``, ``steps down as``, ``joined X as``.

    takes: Ines Falk took over from Milo Brandt
    takes: ### Ines stepping down as chair of the board
    refuses: If Ines steps down as chair, Milo follows
    refuses: Nobody left the board
    """
    if guards.is_question(line.text):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        if guards.is_hypothetical(text, heard):
            continue
        yield from _took_over(sentence.text, text, line, page)
        yield from _has_left(sentence.text, text, line, page)


def employers(line: Line, page: Page) -> Iterator[Claim]:
    """Where somebody works, by their own words or another's.

    takes: Ines Falk joined Northwind as head of sales
    takes: * NL: I work at Northwind, since May
    refuses: Did Ines join Northwind?
    refuses: The clerk who joined Northwind later left
    """
    if guards.is_question(line.text):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.search(page.cues.compile(_JOINED, "joined"), text)
        if not found or guards.is_hypothetical(text, heard):
            continue
        before = text[: found.start()]
        who = subject_before(before, page.cues)
        own = page.cues.is_one("me|me_is", who.replace("’", "'")) or not before.strip()
        who = line.speaker if own else who
        if who and is_person(who, line, page) and is_name(found["org"], page):
            yield _relation(line, sentence.text, found["cue"], who, "employer", found["org"])


def relations(
    text: str, words: str, line: Line, page: Page, owner: str, *, bracketed: bool = False
) -> Iterator[Claim]:
    """Relations in a text, clause by clause; a clause without a name at its head is ``owner``'s."""
    heard = page.hear(line.text)
    for clause in re.split(r",\s+(?:and\s+)?", text):
        found = heard.search(page.cues.compile(POSSESSIVE, "boss_of"), clause)
        if found and owner and is_name(found["below"], page):
            yield _relation(line, words, found.group(), found["below"], "reports_to", owner)
        found = None
        if heard.may("below" if bracketed else "reports_to"):
            found = page.cues.compile(_BELOW if bracketed else _REPORTS).match(clause)
        if found and (found["who"] or owner) and is_name(found["above"], page):
            yield _relation(
                line, words, found.group(), found["who"] or owner, "reports_to", found["above"]
            )
        found = heard.search(page.cues.compile(_ABOVE, "above"), clause)
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
    found = page.hear(line.text).search(page.cues.compile(_TOOK_OVER, "replaced|took_over"), text)
    who = subject_before(text[: found.start()], page.cues) if found else ""
    if found and who and is_name(who, page):
        yield _relation(line, words, found.group(), who, "replaced", found["old"])


def _has_left(words: str, text: str, line: Line, page: Page) -> Iterator[Claim]:
    heard = page.hear(line.text)
    found = heard.search(page.cues.compile(_LEFT, "left"), text)
    who = subject_before(text[: found.start()], page.cues) if found else ""
    if found and who and is_name(who, page) and not guards.is_negated(text[: found.start()], heard):
        yield _relation(line, words, found["cue"], who, "left", found["what"] or "")
