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
    owner_at_end,
    subject_before,
)
from prep.claims.uses import Use, uses
from prep.dates import find_due
from prep.model.claim import Claim

_PASSIVE = r"(?<!\w){passive}\s+(?:\w+ly\s+)?(?:{deed+}(?:d|ed|n|en|t|ted)?|{participle})(?!\w)"
_BY_AGENT = r"(?P<cue>{will_be})\s+(?:\w+ly\s+)?(?:\w+ed|{participle})\s+{by}\s+(?P<who>{name})"
_THING = r"^\s+(?:{name}|{recipient}|us|me|the\s+\w+)\s+(?:a|an|the|our|my|some|\d)\b"
_PRESENT = r"^(?:{name}|{me}|{us})\s+(?P<verb>{person_deed+}(?:s|es)?)(?!\w)"
_TOLD = (
    r"^(?:{me}|{us})\s+(?P<cue>{told_verb})\s+(?:{name}|{recipient})\s+(?:that\s+)?(?:{me}|{us})"
    r"(?:['’]d|['’]ll|\s+would|\s+will)\s"
)
_EXPECTED = r"(?P<cue>{expects})\s+[^.;]{3,60}?{from_us}"
_MESSY_WORDS = 14  # a jotted reminder is short


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
        if (own or bare) and _binds(use, page) and _is_said(sentence, sentence[: use.at], page):
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
        if ours and _is_said(sentence, sentence[: use.at], page):
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
        if theirs and _is_said(sentence, sentence[: use.at], page):
            yield line.claim(
                "commitment", "promise.third", sentence, cue=f"{use.modal} {use.verb}",
                party=listed(use.subject) or page.other_side(line),
            )  # fmt: skip


def told(line: Line, page: Page) -> Iterator[Claim]:
    """What I told somebody that I would do, or said yes to.

    takes: I told Ines we'd have the study ready in two weeks
    takes: I said yes to a tour for the heads
    refuses: I told Ines that it rains
    refuses: Ines told me a joke
    """
    if line.quoted or line.planned or line.speaker:
        return
    for sentence in line.sentences():
        found = page.cues.compile(_TOLD, "told_verb").match(sentence.text)
        found = found or page.cues.compile(r"^{me}\s+(?P<cue>{said_yes})", "said_yes").match(
            sentence.text
        )
        if found and not guards.is_question(sentence.text):
            yield line.claim(
                "commitment", "promise.told", sentence.text, cue=found["cue"], party="I"
            )


def expected(line: Line, page: Page) -> Iterator[Claim]:
    """What somebody needs or expects from us: ours.

    takes: Ines needs the load figures from us before the 24th
    takes: - expects an answer from us by 18 May
    refuses: Ines needs a rest
    refuses: Does she expect an answer from us?
    """
    if line.quoted or line.planned or line.speaker:
        return
    for sentence in line.sentences():
        found = page.cues.compile(_EXPECTED, "expects", "from_us").search(sentence.text)
        if found and _is_said(sentence.text, sentence.text[: found.start()], page):
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
    if line.quoted or line.planned or line.speaker or not _speaks(line):
        return
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
    if line.quoted or line.planned:
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.find("promised|owes").search(text)
        if not found or not _is_said(text, text[: found.start()], page):
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
    if line.quoted or line.planned or line.speaker:
        return
    for sentence in line.sentences():
        found = page.cues.find("owed").search(guards.outside_quotes(sentence.text))
        rest = sentence.text[found.end() :].split(None, 1) if found else []
        if not found or (rest and page.cues.is_one("nothing", rest[0].strip(".,"))):
            continue
        if _is_said(sentence.text, sentence.text[: found.end()], page):
            who = subject_before(sentence.text[: found.start()], page.cues)
            yield line.claim(
                "commitment", "promise.owed", sentence.text, cue=found.group(), party=listed(who)
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
        if own or line.speaker or (named and is_known(named["who"], page)):
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
        if found and _is_said(text, text, page) and "boilerplate" not in line.sections:
            yield line.claim("commitment", "promise.passive", sentence.text, cue=found.group())


def by_agent(line: Line, page: Page) -> Iterator[Claim]:
    """Something will be done by somebody named: theirs.

    takes: The second chapter will be written by Ines Falk
    takes: * NL: The move is to be led by Milo
    refuses: The second chapter was written by Ines Falk
    refuses: The draft will be done by Friday
    """
    if not _speaks(line):
        return
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = page.cues.compile(_BY_AGENT, "will_be").search(text)
        if found and is_name(found["who"], page) and _is_said(text, text[: found.end("cue")], page):
            yield line.claim(
                "commitment",
                "promise.agent",
                sentence.text,
                cue=found["cue"],
                party=listed(found["who"]),
            )


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


def _promised(line: Line, page: Page) -> Iterator[tuple[str, Use]]:
    """The auxiliaries of a line, each with its sentence."""
    if not _speaks(line):
        return
    for sentence in line.sentences():
        for use in uses(guards.outside_quotes(sentence.text), page.cues):
            yield sentence.text, use


def _binds(use: Use, page: Page) -> bool:
    """A plain "will" with any deed, even an odd one; a wish or a duty only with a known one."""
    if use.strength == "will":
        return not page.cues.is_one("idle", use.verb)
    return use.deed and not (use.strength == "wish" and page.cues.is_one("speech_act", use.verb))


def _is_said(text: str, before: str, page: Page) -> bool:
    """Neither asked, wished, denied, nor told of the past; the condition must stand before it."""
    words = before.split()
    clause = " ".join(words[-3:-1]) if len(words) > 1 else ""
    return not (
        guards.is_question(text)
        or guards.is_hypothetical(before, page.cues)
        or guards.is_negated(before, page.cues)
        or guards.is_past(before, page.cues)
        or guards.is_hint(text)
        or any(page.cues.is_one("relative", w.strip(",")) for w in clause.split())
    )


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
    found = page.cues.find("recipient").search(rest)
    if found:
        return found.group()
    return "" if line.speaker else "them"
