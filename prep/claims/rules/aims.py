"""What they are after: priorities, criteria, goals, reasons, their own vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import subject_before
from prep.claims.rules.status import parts, says
from prep.model.claim import Claim, ClaimKind
from prep.patterns import lazy

_CALLS = lazy(r"(?:\b[Cc]alls|\b[Tt]hey call)\s+[^.;\"“]{2,40}[\"“][^\"”]+[\"”]")
_SHORT = 4  # words
_EQUALS = lazy(r"^(?P<term>[^=:;]{1,40}?)\s*=\s*(?P<means>[^=;]{1,120})$")
KINDS: tuple[ClaimKind, ...] = (
    "priority",
    "criterion",
    "goal",
    "reason",
    "preference",
    "personal",
)
_IN_TALK = ("priority", "goal")  # every other sentence of a talk gives a reason or a condition
_TOLD: tuple[ClaimKind, ...] = ("priority", "criterion", "goal", "reason")


def labelled(line: Line, page: Page) -> Iterator[Claim]:
    """``Evaluation criteria: …``, ``Priority: …``, ``Goal: …``; a list is cut at its semicolons.

    takes: - Evaluation criteria: throughput, low overhead; quick turnarounds
    takes: POC goal: make more clusters usable despite a poor network
    refuses: Goal:
    refuses: Goal: {{goal}}
    """
    if guards.is_hint(line.body):
        return
    for kind in KINDS:
        if page.cues.compile(
            rf"^(?:\w+\s+)?(?:\w+\s+)?{{{kind}_label}}(?:\s+{{of_time}}.*)?$"
        ).match(line.label):
            for part in parts(line.body):
                yield line.claim(kind, f"{kind}.label", part, cue=line.label, party=line.speaker)
            return


def listed(line: Line, page: Page) -> Iterator[Claim]:
    """An item under Priorities, Success criteria, Goals, Preferences, Personal.

    takes: ## Success criteria / - no downtime during the move
    takes: ## Personal / - two kids, plays the cello
    refuses: ## Goals / - None
    refuses: ## Personal / _Interests, family …_
    """
    del page
    section = line.sections[0] if line.sections else ""
    kind = next((k for k in KINDS if k == section), None)
    if kind and says(line, 3):
        yield line.claim(kind, f"{kind}.listed", line.text, cue="section", party=line.speaker)


def told(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence that names a priority, a criterion, a goal or a reason.

    takes: Their top priority is a move without downtime
    takes: Internal pressure exists because the contract ends in June
    refuses: What is their top priority?
    refuses: If the goal is speed, take the second one
    """
    for sentence in line.sentences():
        for part in parts(sentence.text):
            yield from _told(part, line, page)


def wants(line: Line, page: Page) -> Iterator[Claim]:
    """What somebody wants or needs, in notes of one's own.

    takes: - wants the paper on one page
    takes: Needs a result before the visit in June
    refuses: I want to see the paper
    refuses: * NL: the client needs a token
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.first("wants", sentence.text)
        if not found or guards.is_question(sentence.text) or len(sentence.text.split()) < _SHORT:
            continue
        before = sentence.text[: found.start()]
        subject = subject_before(before, page.cues) or len(before.split()) <= 1
        mine = page.cues.is_one("me|us", str(subject))
        if subject and not mine and not guards.is_negated(before, heard):
            after = sentence.text[found.end() :]
            kind = _wanted(found.group(), after, page)
            yield line.claim(
                kind, f"{kind}.wants", sentence.text, cue=found.group(), party=before.strip()
            )


def _wanted(cue: str, after: str, page: Page) -> ClaimKind:
    """A need is a priority, a wish to do something a goal, a wish for a thing a preference."""
    if page.cues.is_one("needs", cue):
        return "priority"
    does = page.cues.compile(r"^\s+{to_verb}\s+(?!{looked_for})").match(after)
    return "goal" if does else "preference"


def required(line: Line, page: Page) -> Iterator[Claim]:
    """A criterion without a subject, in notes of one's own: ``Has to run on their tablets``.

    takes: - Has to run on the tablets they have.
    takes: - must work when the network is down
    refuses: - I have to run
    refuses: * NL: must be a joke
    """
    found = page.cues.compile(r"^{required}").match(line.text)
    if found and not guards.is_question(line.text) and len(line.text.split()) >= _SHORT:
        yield line.claim("criterion", "criterion.required", line.text, cue=found.group())


def called(line: Line, page: Page) -> Iterator[Claim]:
    """A word of theirs and what it stands for: ``"amber day" is what they call …``.

    takes: - A "round" is what they call one night shift
    takes: - her word for it is "per door"
    refuses: - They call it a day at six?
    refuses: - the call was short
    """
    if guards.is_question(line.text):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.first("called", sentence.text) or _CALLS.search(sentence.text)
        if found:
            yield line.claim("vocabulary", "vocabulary.called", sentence.text, cue=found.group())


def vocabulary(line: Line, page: Page) -> Iterator[Claim]:
    """Their words: ``X = cold; Y = warm``.

    takes: - Tiering vocabulary: object store = cold; flash = warm
    takes: - flash = warm
    refuses: - a = b = c
    refuses: - flash == warm
    """
    del page
    if "=" not in line.text or "==" in line.text or "http" in line.text:
        return
    for part in parts(line.body if line.label else line.text):
        found = _EQUALS.match(part)
        if found and len(found["term"].split()) <= 6 and "`" not in part:
            yield line.claim(
                "vocabulary", "vocabulary.equals", part, cue="=", subject=found["term"].strip(),
                attribute="means", value=found["means"].strip(" ."),
            )  # fmt: skip


def _told(part: str, line: Line, page: Page) -> Iterator[Claim]:
    heard = page.hear(line.text)
    text = guards.outside_quotes(part)
    if guards.is_question(part) or len(part.split()) < 4:
        return
    for kind in _TOLD:
        found = heard.first(kind, text)
        if not found or guards.is_hypothetical(text[: found.start()], heard):
            continue
        if kind in _IN_TALK or not (page.is_spoken or line.note_kind == "daily"):
            yield line.claim(kind, f"{kind}.told", part, cue=found.group(), party=line.speaker)
            return
