"""Promises in prose: the subject and the object decide whose; a passive stays unclear."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import (
    is_attending,
    is_known,
    is_name,
    listed,
)
from prep.claims.said import is_said
from prep.claims.uses import Use, uses
from prep.model.claim import Claim


def first_person(line: Line, page: Page) -> Iterator[Claim]:
    """I promise, or the speaker does: ``I will``, ``I can take``, ``Will follow up``.

    takes: I'll send the pricing deck to Priya by Friday
    takes: * NL: Can follow up with Milo and update the calendar
    refuses: I followed up with Milo yesterday
    refuses: I might send the deck if they ask
    """
    for sentence, use in _promised(line, page):
        own = page.cues.is_one("me", use.subject) or _jotted_duty(use, line, page)
        bare = use.bare and bool(line.speaker or line.label) and use.deed
        bare = bare and not _for_us(use)
        if (own or bare) and _binds(use, page) and _is_said(sentence, use, line, page):
            yield line.claim(
                "commitment", "promise.first", sentence, cue=f"{use.modal} {use.verb}",
                party=line.speaker or ("" if page.is_spoken else "I"),
            )  # fmt: skip


def we(line: Line, page: Page) -> Iterator[Claim]:
    """We promise somebody something; in a speech "we" is nobody in particular.

    takes: We will send them the security questionnaire
    takes: * NL: We'll schedule the workshop for March
    refuses: We should revisit the pricing
    refuses: We will not send the questionnaire
    """
    for sentence, use in _promised(line, page):
        ours = use.strength == "will" and use.deed and page.cues.is_one("us", use.subject)
        ours = ours and not page.cues.is_one("decided", f"we {use.modal}")
        ours = ours and not page.cues.is_one("decided", use.modal)
        if ours and _is_said(sentence, use, line, page):
            yield line.claim(
                "commitment", "promise.we", sentence, cue=f"we {use.modal} {use.verb}",
                party="we", to=_object(use.rest, line, page),
            )  # fmt: skip


def third_person(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody else promises: ``Milo will send``, ``Ines volunteers to help``, ``they owe us``.

    takes: In the end Ines agreed to the date, and Milo will send the contract
    takes: they need to send us the DPA
    refuses: Milo might send the contract
    refuses: The cache will handle the load
    """
    for sentence, use in _promised(line, page):
        theirs = use.strength != "wish" and _may_promise(use, line, page)
        theirs = theirs or (use.bare and use.deed and not line.speaker and _for_us(use))
        if theirs and _is_said(sentence, use, line, page):
            yield line.claim(
                "commitment", "promise.third", sentence, cue=f"{use.modal} {use.verb}",
                party=listed(use.subject) or page.other_side(line),
            )  # fmt: skip


def offered(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody offers a hand: ``I can help with``, ``Ines volunteers``, ``will take the action``.

    takes: * NL: I'm on it, the venue first
    takes: * NL: I volunteer for the second day
    refuses: Volunteers are welcome
    refuses: * NL: I can't take an action on that
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.first("offer", text)
        if not found or not is_said(text, text[: found.start()], heard, page):
            continue
        named = page.cues.compile(r"(?P<who>{name})\s+(?:{will}\s+|{ought}\s+)?$").search(
            text[: found.start()]
        )
        own = page.cues.compile(r"(?<!\w){me}(?!\w)").search(text[: found.end()])
        if own or line.speaker or (named and is_known(named["who"], page)):
            party = line.speaker or "I" if own or not named else named["who"]
            yield line.claim(
                "commitment", "promise.offered", sentence.text, cue=found.group(), party=party
            )


def _promised(line: Line, page: Page) -> tuple[tuple[str, Use], ...]:
    """The auxiliaries of a line, each with its sentence; three rules ask for them in turn."""
    found = page.uses.get(line.text)
    if found is None:
        heard = page.hear(line.text)
        found = page.uses[line.text] = tuple(
            (sentence.text, use)
            for sentence in line.sentences()
            for use in uses(guards.outside_quotes(sentence.text), heard, page.cues)
        )
    return found


def _is_said(sentence: str, use: Use, line: Line, page: Page) -> bool:
    return is_said(sentence, sentence[: use.at], page.hear(line.text), page)


def _binds(use: Use, page: Page) -> bool:
    """A plain "will" with any deed, even an odd one; a wish or a duty only with a known one."""
    if use.strength == "will":
        return not page.cues.is_one("idle", use.verb)
    return use.deed and not (use.strength == "wish" and page.cues.is_one("speech_act", use.verb))


def _may_promise(use: Use, line: Line, page: Page) -> bool:
    """In minutes those who take part; else also a stranger who does what only people do."""
    who = use.subject
    if not who:
        return False
    if page.cues.is_one("them", who):
        return not line.speaker and page.cues.is_one("person_deed", use.verb)
    if page.cues.is_one("pledge", use.modal) and is_name(who, page):
        return True
    if is_attending(who, page) and not page.cues.is_one("idle", use.verb):
        return use.deed or (use.strength == "will" and not page.is_spoken)
    if page.is_minutes or not use.deed:
        return False
    return is_known(who, page) or (is_name(who, page) and page.cues.is_one("person_deed", use.verb))


def _jotted_duty(use: Use, line: Line, page: Page) -> bool:
    """``need to tell gita``: in a day's own notes a duty without a subject is mine."""
    mine = use.bare and use.deed and use.strength == "ought"
    return mine and line.note_kind == "daily" and not page.is_spoken and not line.label


def _for_us(use: Use) -> bool:
    """``will send me the plans``: the object says that it is theirs."""
    return use.rest.split(None, 1)[:1] in (["me"], ["us"])


def _object(rest: str, line: Line, page: Page) -> str:
    """Whom a promise of ours is for; in notes of one's own the other side, where it is not said."""
    found = page.hear(line.text).first("recipient", rest)
    if found:
        return found.group()
    return "" if line.speaker else "them"
