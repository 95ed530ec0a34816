"""Questions: with a mark, labelled, reported, jotted without a mark, and matters left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.heard import Heard
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import subject_before
from prep.model.claim import Claim
from prep.patterns import lazy

_MESSY = r"^(?P<to>(?:{name}|[a-z]{2,12})\s+)?{wh}\s+{aux}"
_ALOUD = r"^(?:and\s+|so\s+|but\s+)?(?:{wh}\s+{aux}|{aux})\s+{asked_subject}"
_AWAITED = r"(?<!\w){waits}\s+(?:[\w'’]+\s+){0,3}?{awaited}"
_LOOSELY = r"{asked_verb}(?P<whom>(?:\s+\w+){0,2}),?\s+(?:{asked_link}|{wh})(?!\w)"
_LEFT = (
    r"(?:\s*(?:->|→|=)\s*|\s+[-–—(\[]+\s*|\s*[:,]\s+|\s+(?=TB[ACD]\b))"
    r"(?P<cue>(?:still\s+|noch\s+)?{left_open})\s*[)\].]*\s*$"
)
_TO_FIND = (
    r"^(?:{me}\s+|{us}\s+|still\s+|also\s+)*(?:need|have|want)s?\s+to\s+"
    r"{find_out}(?!\w)(?P<rest>.*)$"
)
_LINKS = r"(?<!\w)(?:{asked_link}|{wh})(?!\w)"
_FIND_LAST = r"^(?:noch|müssen|muss|wir\s+müssen|ich\s+muss)\s.*{find_out_last}[.!]?$"
_ARROW = lazy(r"\s*(?:[-=]+>|→|⇒)\s*\S")
_SUBJECT = 4  # words of a subject and its adverbs
_PLAIN = (
    r"^(?P<to>)(?:(?:what|who|where|how|when)['’]?s\s+[a-z]+"
    r"|{asking_aux}\s+(?:{asked_subject}|[a-z]+)|who\s+[a-z]+s)\s+\S"
)
_SOMETHING = r"^\s+(?:an?|the|one|two|some|more|our|\d)\b"
_MESSY_WORDS = 16
_SHORT = 3  # words: "Why?" alone says nothing without its speech
_ADDRESSED = r"^(?P<to>{name}),?\s+(?={wh}|{aux})"


def marked(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence that ends in a question mark; also one in quotes that I mean to ask.

    takes: * NL: Who pays for the venue of the second day?
    takes: - "How would you describe your way of leading the team?"
    refuses: * NL: Any objections?
    refuses: * NL: You will be there on Monday, right?
    """
    if "?" not in line.text:
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = sentence.text
        if guards.is_question(text) and _asks(text, heard):
            yield line.claim(
                "open_question", "question.mark", text.strip("\"“”*_- "), cue="?",
                party=line.speaker or _asked_by(line.text, page), to=_addressed(text, page),
            )  # fmt: skip


def labelled(line: Line, page: Page) -> Iterator[Claim]:
    """``Open question: …``, or an item under Open questions or Questions to ask.

    takes: Open question: which region the data lives in
    takes: ## Open questions / - Who signs for the customer
    refuses: ## Open questions / - None
    refuses: Questions: none so far
    """
    if "?" in line.text or len(line.text.split()) < _SHORT:
        return
    if page.cues.is_one("question_label", line.label):
        if len(line.body.split()) > 1 and not page.cues.compile(r"^(?:none|n/?a|no)\b").match(
            line.body
        ):
            yield line.claim(
                "open_question", "question.label", line.body, cue=line.label, party=line.speaker
            )
    elif line.kind == "item" and {"question", "ask"} & set(line.sections[:1]) and not line.speaker:
        yield line.claim("open_question", "question.listed", line.text, cue="section")


def jotted(line: Line, page: Page) -> Iterator[Claim]:
    """A question jotted down without its mark.

    takes: milo what is ur vision
    takes: where can i raise the ceiling
    refuses: What is new is the second cluster
    refuses: this is how we did it last year
    """
    if "?" in line.text or line.text[-1:] in ".:;":
        return
    if len(line.text.split()) > _MESSY_WORDS or len(line.text.split()) < _SHORT:
        return
    found = page.cues.compile(_MESSY).match(line.text) or page.cues.compile(_PLAIN).match(line.text)
    if found and not line.text[:1].isupper() | ("is that" in line.text):
        to = (found["to"] or "").strip()
        yield line.claim(
            "open_question", "question.jotted", line.text, cue=line.text.split()[0], to=to
        )


def asked_aloud(line: Line, page: Page) -> Iterator[Claim]:
    """A speaker's question that the scribe ended without its mark.

    takes: * NL: will there be a second round, and who runs it
    takes: * NL: how do we pay for the venue.
    refuses: * NL: What we need is a venue
    refuses: * NL: Will take the minutes
    """
    for sentence in line.sentences():
        if "?" not in sentence.text and page.cues.compile(_ALOUD).match(sentence.text):
            yield line.claim(
                "open_question",
                "question.aloud",
                sentence.text,
                cue=sentence.text.split()[0],
                party=line.speaker,
            )


def awaited(line: Line, page: Page) -> Iterator[Claim]:
    """An answer that somebody waits for.

    takes: * NL: The venue is to be changed, we need to wait for Milo's feedback
    takes: We are still waiting for their approval of the plan
    refuses: We waited for the train
    refuses: If we wait for their approval we lose the venue
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.search(page.cues.compile(_AWAITED, "waits", "awaited"), text)
        if (
            found
            and not guards.is_question(text)
            and not guards.is_hypothetical(text[: found.start()], heard)
        ):
            yield line.claim(
                "open_question",
                "question.awaited",
                sentence.text,
                cue=found.group(),
                party=line.speaker,
            )


def request(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody asked for something: theirs, until it is given.

    takes: They asked for one example of a failed forecast
    takes: Priya asked for a price for six stores
    refuses: I asked for a price
    refuses: Did they ask for a price?
    """
    if guards.is_question(line.text):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.first("asked_for", sentence.text)
        before = sentence.text[: found.start()] if found else ""
        who = _asker(before, heard, page) if len(before.split()) <= _SUBJECT else ""
        if found and who and page.cues.compile(_SOMETHING).match(sentence.text[found.end() :]):
            yield line.claim(
                "open_question", "question.request", sentence.text, cue=found.group(), party=who
            )


def reported(line: Line, page: Page) -> Iterator[Claim]:
    """A question in reported speech: theirs; mine where I am the one who asked somebody.

    takes: They asked whether we can host in Frankfurt
    takes: Priya wants to know who runs the pilot
    refuses: Ask Priya whether she can host
    refuses: I asked about the budget and she said forty thousand
    """
    if guards.is_question(line.text):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = _before_arrow(sentence.text)
        loose = heard.search(page.cues.compile(_LOOSELY, "asked_verb"), text)
        found = heard.first("asked", text) or loose
        before = text[: found.start()] if found else ""
        who = _asker(before, heard, page) if found else ""
        if found and who:
            whom = loose["whom"].strip() if loose else ""
            party, to = _sides(who, before, whom, page)
            yield line.claim(
                "open_question", "question.reported", text, cue=found.group(), to=to,
                party=page.other_side(line) if party == "they" else party,
            )  # fmt: skip


def _before_arrow(text: str) -> str:
    """What stands before an arrow: behind it is the answer."""
    found = _ARROW.search(text) if ">" in text or not text.isascii() else None
    return text[: found.start()] if found and found.start() else text


def _sides(who: str, before: str, whom: str, page: Page) -> tuple[str, str]:
    """Who asks, and whom: ``asked her whether`` without a subject is the writer's own."""
    to = "" if page.cues.is_one("to_us", whom) else whom
    if before.strip() and who != "they":
        return who, to
    return ("I" if to else "they"), to


def _asker(before: str, heard: Heard, page: Page) -> str:
    """Who asked: a name, "they", or a word in lower case as in jotted notes; never oneself."""
    last = (before.split() or ["they"])[-1]
    who = subject_before(before, page.cues) or (last if last.strip("'’").isalpha() else "")
    mine = page.cues.is_one("me", who) or page.cues.is_one("us", who)
    return "" if mine or guards.is_negated(before, heard) else who


def left_open(line: Line, page: Page) -> Iterator[Claim]:
    """A matter that the note says is open: uncertain, undecided, tabled, still to find out.

    takes: * There is still uncertainty about who pays for the second day
    takes: Tabled for discussion at the next meeting of the board
    refuses: There is no uncertainty about the date
    refuses: The board decided on the venue
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        cue = _cue(text, line, page)
        found = heard.first("open_cue", text) or _tabled(text, page)
        if not found and not line.speaker:
            found = heard.first("open_weak", text)
        if cue and not guards.is_question(text):
            yield line.claim("open_question", "question.open", text, cue=cue, party=line.speaker)
            continue
        if not found or guards.is_question(text) or len(text.split()) < _SHORT:
            continue
        if not re.search(
            r"\b(?:no|not|without|never)\s+(?:\w+\s+)?$", text[: found.start()], re.IGNORECASE
        ):
            yield line.claim(
                "open_question",
                "question.open",
                sentence.text,
                cue=found.group(),
                party=line.speaker,
            )


def _cue(text: str, line: Line, page: Page) -> str:
    """``start in May - open``, ``date TBC``, ``need to ask product about it``, by their form."""
    if line.speaker or (line.label and page.cues.is_label(line.label)):
        return ""
    left = page.cues.compile(_LEFT).search(text)
    if left and left.start() and len(text[: left.start()].split()) > 1:
        return left["cue"]
    sought = page.cues.compile(_TO_FIND).match(text)
    if sought and page.cues.compile(_LINKS).search(sought["rest"]):
        return sought.group()[: sought.start("rest")]
    last = page.cues.compile(_FIND_LAST).match(text)
    return text.rsplit(maxsplit=1)[-1] if last else ""


def _tabled(text: str, page: Page) -> re.Match[str] | None:
    return page.cues.compile(r"^{tabled}(?!\w)").match(text)


def _asks(text: str, heard: Heard) -> bool:
    words = text.split()
    if len(words) < 2:
        return False
    if guards.is_hint(text) or guards.is_cited(text) or text.lower().startswith(("http", "www.")):
        return False
    return not heard.has("rhetorical", text)


def _asked_by(text: str, page: Page) -> str:
    """The name in brackets behind a question: ``Who pays? (Ines)``."""
    found = page.cues.compile(r"\?[\"”]?\s*\((?P<who>{name})\)").search(text)
    return found["who"] if found else ""


def _addressed(text: str, page: Page) -> str:
    found = page.cues.compile(_ADDRESSED).match(text)
    return found["to"] if found else ""
