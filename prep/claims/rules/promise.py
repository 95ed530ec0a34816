"""Promises in prose: the subject and the object decide whose; a passive stays unclear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.page import Line, Page
from prep.claims.parties import is_attending, is_known, is_name, listed, owner_at_end, subject_before
from prep.model.claim import Claim

_ADVERBS = r"(?:(?:also|just|then|now|certainly|definitely|happily|gladly|still|probably|personally|try\s+(?:to|and))\s+)*"
_FIRST = r"(?<!\w){me}(?P<modal>\s*{will}|\s*{ought}|\s*{wish})\s+" + _ADVERBS + r"(?P<verb>[a-z-]+)"
_STRONG = r"^\s*{will}$"
_WISH = r"^\s*{wish}$"
_BARE = (
    r"^(?:(?:ok|okay|yes|sure|then|so|and|yeah|no problem)[,.]?\s+)*(?P<modal>{bare_turn})\s+"
    + _ADVERBS
    + r"(?P<verb>{deed})(?!\w)"
)
_WE = r"(?<!\w){us}\s*{will}\s+" + _ADVERBS + r"(?P<verb>{deed})(?!\w)(?P<rest>.*)"
_THIRD = (
    r"(?:{will}|(?:needs|has|plans|intends)\s+to)\s+" + _ADVERBS + r"(?P<verb>{deed})(?!\w)"
)
_THEM = r"(?<!\w)(?P<who>{them})\s*(?P<modal>{owed}|(?:{will}|needs?\s+to|ha(?:s|ve)\s+to)\s+{person_deed}\s+(?:us|me|it|back|the|a|an|over)\b)"
_PASSIVE = r"(?<!\w){passive}\s+(?:\w+ly\s+)?(?P<verb>{deed+}(?:d|ed|n|en|t|ted)?|sent|written|done|made|built|drawn up)(?!\w)"
_TO_US = re.compile(r"\b(?:you|them|him|her|the customer|the client)\b", re.IGNORECASE)
_MESSY_WORDS = 14  # a jotted reminder is short


def first_person(line: Line, page: Page) -> Iterator[Claim]:
    """I promise, or the speaker does: ``I will``, ``I can take``, ``Will follow up``.

    takes: I'll send the pricing deck to Priya by Friday
    takes: * NL: Can follow up with Milo and update the calendar
    refuses: I followed up with Milo yesterday
    refuses: I might send the deck if they ask
    """
    if not _speaks(line):
        return
    pattern = page.cues.compile(_FIRST, "me", "will|ought|wish")
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = pattern.search(text) or _bare(text, line, page)
        if found and _is_promise(found, text, page):
            yield line.claim(
                "commitment", "promise.first", sentence.text, cue=found.group().strip(),
                party=line.speaker or "I",
            )  # fmt: skip


def we(line: Line, page: Page) -> Iterator[Claim]:
    """We promise somebody something; in a speech "we" is nobody in particular.

    takes: We will send them the security questionnaire
    takes: * NL: We'll schedule the workshop for March
    refuses: We should revisit the pricing
    refuses: We will not send the questionnaire
    """
    if not _speaks(line):
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.compile(_WE, "us", "will").search(text)
        if found and _is_said(text, text[: found.start("verb")], page):
            yield line.claim(
                "commitment", "promise.we", sentence.text, cue=found.group()[:30].strip(),
                party="we", to=_object(found["rest"], line),
            )  # fmt: skip


def third_person(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody else promises: ``Milo will send``, ``Ines volunteers to help``, ``they owe us``.

    takes: In the end Ines agreed to the date, and Milo will send the contract
    takes: they need to send us the DPA
    refuses: Milo might send the contract
    refuses: The cache will handle the load
    """
    if line.quoted or "boilerplate" in line.sections:
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        who, upto, cue = _third(text, line, page)
        if who and _is_said(text, text[:upto], page):
            yield line.claim(
                "commitment", "promise.third", sentence.text, cue=cue, party=listed(who)
            )


def offered(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody offers a hand: ``I can help with``, ``Ines volunteers``, ``will take the action``.

    takes: * NL: I'm on it, the venue first
    takes: * NL: I volunteer for the second day
    refuses: Volunteers are welcome
    refuses: * NL: I can't take an action on that
    """
    if not _speaks(line):
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.find("offer").search(text)
        if not found or not _is_said(text, text[: found.start()], page):
            continue
        named = page.cues.compile(r"(?P<who>{name})\s+(?:{will}\s+|{ought}\s+)?$").search(
            text[: found.start()]
        )
        own = page.cues.compile(r"(?<!\w){me}(?!\w)").search(text[: found.end()])
        if own or line.speaker or named and is_known(named["who"], page):
            party = line.speaker or "I" if own or not named else named["who"]
            yield line.claim(
                "commitment", "promise.offered", sentence.text, cue=found.group(), party=party
            )


def asked_of_me(line: Line, page: Page) -> Iterator[Claim]:
    """Something was asked of me, and nothing says that it was done.

    takes: Priya asked me to send the security paper
    takes: They want us to present the roadmap in March, and she wants me to prepare the slides
    refuses: Priya asked whether we ship on time
    refuses: Nobody asked me to send it
    """
    if line.quoted or line.speaker:
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.find("asked_of_me").search(text)
        if found and _is_said(text, text[: found.start()], page):
            yield line.claim(
                "commitment", "promise.asked", sentence.text, cue=found.group(), party="I"
            )


def passive(line: Line, page: Page) -> Iterator[Claim]:
    """Something needs to be done, by nobody named: unclear.

    takes: The DPA needs to be signed before the pilot
    takes: Status: the wiki is current; the index page to be updated
    refuses: The DPA was signed
    refuses: Data needs to be encrypted at rest if they move
    """
    if line.quoted or not _may_be_passive(line, page):
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.compile(_PASSIVE, "passive").search(text)
        if (
            found
            and _is_said(text, text, page)
            and "boilerplate" not in line.sections
        ):
            yield line.claim("commitment", "promise.passive", sentence.text, cue=found.group())


def _may_be_passive(line: Line, page: Page) -> bool:
    """In notes of one's own, under an action's status, or in a list of actions."""
    if page.cues.is_one("status_label", line.label) or "action" in line.sections:
        return True
    return not line.speaker and not page.is_minutes


def jotted(line: Line, page: Page) -> Iterator[Claim]:
    """A reminder jotted down without a subject: mine.

    takes: reach out to milo about the venue
    takes: - ping ines re contract
    refuses: Involves scheduled updates
    refuses: ## Agenda / - review the numbers
    """
    if (
        line.speaker
        or line.quoted
        or line.planned
        or line.label
        or line.kind not in ("item", "paragraph")
    ):
        return
    if line.note_kind not in ("daily", "person", "account", "project", "meeting", "other"):
        return
    if (
        len(line.text.split()) > _MESSY_WORDS
        or guards.is_hint(line.text)
        or _not_jotted(line, page)
    ):
        return
    found = page.cues.compile(r"^{messy_start}(?!:)\s+(?!http)\S").match(line.text)
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


def _speaks(line: Line) -> bool:
    return not line.quoted and not line.planned and "boilerplate" not in line.sections


def _bare(text: str, line: Line, page: Page) -> re.Match[str] | None:
    return page.cues.compile(_BARE).match(text) if line.speaker or line.label else None


def _is_promise(found: re.Match[str], text: str, page: Page) -> bool:
    if not _is_said(text, text[: found.start("verb")], page):
        return False
    before = text[: found.start()].split()
    if before and page.cues.is_one("relative", before[-1].strip(",")):
        return False
    verb = found["verb"]
    if page.cues.compile(_STRONG).match(found["modal"]):
        return not page.cues.is_one("idle", verb)
    if page.cues.compile(_WISH).match(found["modal"]) and page.cues.is_one("speech_act", verb):
        return False
    return page.cues.compile(r"^{deed}").match(text[found.start("verb") :]) is not None


def _is_said(text: str, before: str, page: Page) -> bool:
    """Neither asked, wished, denied, nor told of the past; the condition must stand before it."""
    return not (
        guards.is_question(text)
        or guards.is_hypothetical(before, page.cues)
        or guards.is_negated(before, page.cues)
        or guards.is_past(before, page.cues)
        or guards.is_hint(text)
    )


def _third(text: str, line: Line, page: Page) -> tuple[str, int, str]:
    """Who promises, where the verb begins, and the cue; ("", 0, "") where nobody does."""
    found = page.cues.compile(_THIRD, "will|ought").search(text)
    who = subject_before(text[: found.start()], page) if found else ""
    if found and who and _may_promise(who, found["verb"], page):
        return who, found.start("verb"), found.group().strip()
    them = (
        None if line.speaker else page.cues.compile(_THEM, "them", "owed|will|ought").search(text)
    )
    return (them["who"], them.end("modal"), them["modal"].strip()) if them else ("", 0, "")


def _may_promise(who: str, verb: str, page: Page) -> bool:
    """In minutes only those who take part; else also a stranger who does what only people do."""
    if page.is_minutes:
        return is_attending(who, page)
    return is_known(who, page) or (is_name(who, page) and page.cues.is_one("person_deed", verb))


def _object(rest: str, line: Line) -> str:
    found = _TO_US.search(rest)
    if found:
        return found.group()
    return "" if line.speaker else "them"
