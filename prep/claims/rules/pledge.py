"""Promises in other words: made, owed, told, expected, dated, given to an agent."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.clauses import clauses
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import (
    is_known,
    is_name,
    listed,
    subject_before,
)
from prep.claims.said import is_said
from prep.dates import find_due
from prep.model.claim import Claim

_BY_AGENT = r"(?P<cue>{will_be})\s+(?:\w+ly\s+)?(?:\w+ed|{participle})\s+{by}\s+(?P<who>{name})"
_THING = r"^\s+(?:{name}|{recipient}|us|me|the\s+\w+)\s+(?:a|an|the|our|my|some|\d)\b"
_PRESENT = r"^(?:{name}|{me}|{us})\s+(?P<verb>{person_deed+}(?:s|es)?)(?!\w)"
_SAID = (
    r"^(?:{me}\s+|{us}\s+)?(?:(?:also|already|then|just)\s+)?(?P<cue>{told_verb})"
    r"(?:\s+(?!I\b)[\w'’]+){0,3}?\s+(?:that\s+)?(?:{me}|{us})"
    r"(?:['’]d|['’]ll|\s+would|\s+will)\s+(?P<verb>\w+)"
)
_YES = r"^{me}\s+(?P<cue>{said_yes})"
_HAVE = ("have", "get", "go")
_EXPECTED = r"(?P<cue>{expects})\s+[^.;]{3,60}?{from_us}"


def by_agent(line: Line, page: Page) -> Iterator[Claim]:
    """Something will be done by somebody named: theirs.

    takes: The second chapter will be written by Ines Falk
    takes: * NL: The move is to be led by Milo
    refuses: The second chapter was written by Ines Falk
    refuses: The draft will be done by Friday
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.search(page.cues.compile(_BY_AGENT, "will_be", "by"), text)
        if (
            found
            and is_name(found["who"], page)
            and is_said(text, text[: found.end("cue")], heard, page)
        ):
            yield line.claim(
                "commitment",
                "promise.agent",
                sentence.text,
                cue=found["cue"],
                party=listed(found["who"]),
            )


def told(line: Line, page: Page) -> Iterator[Claim]:
    """What I told somebody that I would do, or said yes to; the subject may be left out.

    takes: I told Ines we'd have the study ready in two weeks
    takes: told her I'd check the budget
    refuses: I told Ines that it rains
    refuses: Ines said I'd like the place
    """
    for clause in clauses(line.text):
        found = page.cues.compile(_SAID, "told_verb").match(clause.text)
        if found and page.cues.is_one("idle", found["verb"]) and found["verb"] not in _HAVE:
            found = None
        found = found or page.cues.compile(_YES, "said_yes").match(clause.text)
        if found and not guards.is_question(line.text):
            text = clause.text if clause.is_reply else line.text
            yield line.claim("commitment", "promise.told", text, cue=found["cue"], party="I")
            return


def expected(line: Line, page: Page) -> Iterator[Claim]:
    """What somebody needs or expects from us: ours.

    takes: Ines needs the load figures from us before the 24th
    takes: - expects an answer from us by 18 May
    refuses: Ines needs a rest
    refuses: Does she expect an answer from us?
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.search(page.cues.compile(_EXPECTED, "expects", "from_us"), sentence.text)
        if found and is_said(sentence.text, sentence.text[: found.start()], heard, page):
            yield line.claim(
                "commitment", "promise.expected", sentence.text, cue=found["cue"], party="we",
                to=subject_before(sentence.text[: found.start()], page.cues),
            )  # fmt: skip


def dated(line: Line, page: Page) -> Iterator[Claim]:
    """A promise in the present tense, with its day: ``i send her the figures by friday``.

    takes: - i send her the january figures by 20 march 2026
    takes: - Milo sends the list by 20 March 2026
    refuses: i send her flowers
    refuses: * NL: the server sends a mail by then
    """
    for sentence in line.sentences():
        found = page.cues.compile(_PRESENT).match(sentence.text)
        who = sentence.text[: found.start("verb")].strip() if found else ""
        known = (
            page.cues.is_one("me", who) or page.cues.is_one("us", who) or is_known(who or "-", page)
        )
        if not found or not (known or (who and is_name(who, page))):
            continue
        if find_due(sentence.text, base=line.day) and not guards.is_question(sentence.text):
            yield line.claim(
                "commitment", "promise.dated", sentence.text, cue=found["verb"],
                party="I" if page.cues.is_one("me", who) else listed(who),
            )  # fmt: skip


def made(line: Line, page: Page) -> Iterator[Claim]:
    """A promise that names its thing: ``I promised Ines a draft``.

    takes: I promised Ines a draft contract by 20 March
    takes: Milo promised us the numbers
    refuses: Milo had promised to come in May
    refuses: Nobody promised us anything
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.first("promised|owes", text)
        if not found or not is_said(text, text[: found.start()], heard, page):
            continue
        who = subject_before(text[: found.start()], page.cues)
        own = page.cues.is_one("me", who)
        if page.cues.compile(_THING).match(text[found.end() :]) and (
            own or is_name(who or "It", page)
        ):
            yield line.claim(
                "commitment", "promise.made", sentence.text, cue=found.group(),
                party=(line.speaker or "I") if own else listed(who),
            )  # fmt: skip


def owed(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody owes us something, in so many words.

    takes: Milo still owes us the signed form
    takes: the board owes us an answer
    refuses: nobody owes us anything
    refuses: Do they owe us the form?
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.first("owed", guards.outside_quotes(sentence.text))
        rest = sentence.text[found.end() :].split(None, 1) if found else []
        if not found or (rest and page.cues.is_one("nothing", rest[0].strip(".,"))):
            continue
        if is_said(sentence.text, sentence.text[: found.end()], heard, page):
            who = subject_before(sentence.text[: found.start()], page.cues)
            yield line.claim(
                "commitment", "promise.owed", sentence.text, cue=found.group(), party=listed(who)
            )


def asked_of_me(line: Line, page: Page) -> Iterator[Claim]:
    """Something was asked of me, and nothing says that it was done.

    takes: Priya asked me to send the security paper
    takes: They want us to present the roadmap in March, and she wants me to prepare the slides
    refuses: Priya asked whether we ship on time
    refuses: Nobody asked me to send it
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.first("asked_of_me", text)
        if found and is_said(text, text[: found.start()], heard, page):
            yield line.claim(
                "commitment", "promise.asked", sentence.text, cue=found.group(), party="I"
            )
