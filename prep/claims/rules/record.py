"""What happened and what is set: reports of deeds, facts with figures, talking points, events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import is_name, subject_before
from prep.claims.rules.status import parts, says
from prep.dates import find_days
from prep.model.claim import Claim
from prep.patterns import lazy

_FIGURE = lazy(
    r"(?:[$€£¥]\s?\d|\b\d[\d.,]*\s?(?:%|percent|k|m|bn|million|billion|thousand|users|seats|people|sites|nodes|clusters|gpus|tb|pb|gb|hours|days|weeks|months|years|engineers|employees|customers|lines|eur|usd)\b|\b\d{4}-\d{2}-\d{2}\b)",
    re.IGNORECASE,
)
_MONTH = lazy(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b")
_DATED_WITHIN = 40  # characters from "joins" to its day
_ORDINAL = lazy(r"\b(?:the|on) \d{1,2}(?:st|nd|rd|th)\b")
_TAG = r"#(?P<tag>{point_tag})(?:/(?P<who>[\w-]+))?(?!\w)"
_ASK = r"^(?P<cue>{ask_person})\s+(?P<who>{name}|[a-z]+)\s*(?::|{about})\s*(?P<what>\S.*)$"


def delivered(line: Line, page: Page) -> Iterator[Claim]:
    """A report that something was done: what closes a promise.

    takes: * NL: I sent an email to the board on Monday
    takes: Milo shared the contract with us
    refuses: Has Milo shared the contract?
    refuses: I have not sent the contract yet
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.first("delivered", text)
        if not found or guards.is_question(text) or len(text.split()) < 3:
            continue
        before = text[: found.start()]
        party = _reporter(before, line, page)
        if (
            party
            and not guards.is_negated(before, heard)
            and not guards.is_hypothetical(before, heard)
        ):
            yield line.claim(
                "fact", "report.delivered", sentence.text, cue=found.group(), party=party,
                attribute="delivered",
            )  # fmt: skip


def _reporter(before: str, line: Line, page: Page) -> str:
    """Who reports it done: the speaker for "I" and where the verb comes first; else the subject."""
    who = subject_before(before, page.cues)
    if page.cues.is_one("pronoun", who.replace("’", "'")) or not who:
        own = not who and not page.hear(line.text).blank("before_verb", before).strip()
        if own and page.note.kind == "daily" and not page.is_spoken:
            return "I"
        return (
            line.speaker or who
            if (who.lower()[:1] in ("i", "w") and who.lower() != "it") or own
            else ""
        )
    return who if is_name(who, page) else ""


def figure(line: Line, page: Page) -> Iterator[Claim]:
    """A stated figure, amount or day; a labelled one gives the attribute.

    takes: Budget: 40k for the first year
    takes: - they run 12 clusters in two regions
    refuses: Maybe 40k would do
    refuses: Is the budget 40k?
    """
    if line.label in page.cues.group("other_label"):
        return
    if page.cues.is_one("fact_label", line.label) and line.body:
        yield line.claim(
            "fact", "fact.label", line.text, cue=line.label, attribute=line.label, value=line.body
        )
        return
    for sentence in line.sentences():
        for part in parts(sentence.text):
            found = _FIGURE.search(part)
            if (
                found
                and not guards.is_question(part)
                and not guards.is_hypothetical(part, page.hear(line.text))
                and len(part.split()) > 3
            ):
                yield line.claim("fact", "fact.figure", part, cue=found.group())


def key_fact(line: Line, page: Page) -> Iterator[Claim]:
    """An item under Key facts or Key information, where no other rule took it.

    takes: ## Key Facts / - They build their own control plane on two clouds
    takes: ## Key Information / - Their control plane spans two clouds
    refuses: ## Related / - Northwind
    refuses: ## Key Facts / - None
    """
    del page
    listed = line.sections[:1] == ("fact",)
    for part in parts(line.text) if listed and says(line, 4) else ():
        yield line.claim("fact", "fact.listed", part, cue="section", party=line.speaker)


def talking_point(line: Line, page: Page) -> Iterator[Claim]:
    """A point to raise with somebody: ``#tp``, ``#1on1/Ines``, ``ask Ines: …``.

    takes: - the renewal price #tp
    takes: ask ines: who signs for the pilot
    refuses: - [x] ask Ines: who signs #tp
    refuses: I asked Ines about the price
    """
    tag = page.cues.compile(_TAG).search(line.text) if "#" in line.text else None
    if tag:
        yield line.claim(
            "talking_point", "point.tag", line.text, cue=tag.group(), to=tag["who"] or ""
        )
        return
    found = page.cues.compile(_ASK).match(line.text)
    if found and not guards.is_question(line.text):
        yield line.claim("talking_point", "point.ask", line.text, cue=found["cue"], to=found["who"])
    elif line.sections[:1] == ("point",) and line.kind == "item" and len(line.text.split()) > 1:
        yield line.claim("talking_point", "point.listed", line.text, cue="section")


def event(line: Line, page: Page) -> Iterator[Claim]:
    """Something set for a day to come: the next meeting, a deadline, a launch, a plan with a date.

    takes: Next meeting: 14 January 2026
    takes: * NL: We plan to ask all members in March and April
    refuses: Next meeting:
    refuses: When is the next meeting?
    """
    if guards.is_question(line.text):
        return
    if page.cues.is_one("event_label", line.label) and line.body:
        yield line.claim(
            "event", "event.label", line.text, cue=line.label, attribute=line.label, value=line.body
        )
        return
    for sentence in line.sentences():
        cue = _set_for(sentence.text, line, page)
        if cue and len(sentence.text.split()) > 2:
            yield line.claim("event", "event.told", sentence.text, cue=cue, attribute=cue.lower())


def _set_for(text: str, line: Line, page: Page) -> str:
    """The words that set something for a day; a plan only counts with a day or a month."""
    heard = page.hear(line.text)
    named = heard.search(page.cues.compile(r"^(?:the\s+|our\s+)?(?P<cue>{event})", "event"), text)
    planned = named or heard.first("planned_for|dated_for", text)
    if not planned or guards.is_hypothetical(text, heard):
        return ""
    if named:
        return named["cue"]
    if guards.is_negated(text[: planned.start()], heard):
        return ""
    after = text[planned.end() :]
    near = page.cues.is_one("planned_for", planned.group()) or not after[_DATED_WITHIN:].strip()
    soon = after if near else after[:_DATED_WITHIN]
    dated = _MONTH.search(soon) or _ORDINAL.search(soon) or find_days(soon, base=page.note.day)
    return planned.group() if dated else ""


def summary(line: Line, page: Page) -> Iterator[Claim]:
    """The paragraph under Summary.

    takes: ## Summary / Ines laid out their plan for the second region and the pilot.
    takes: ## TL;DR / They want the pilot before the summer, and two sites.
    refuses: ## Summary / _Short summary of the call..._
    refuses: ## Notes / Ines laid out their plan for the second region.
    """
    del page
    if line.sections[:1] == ("summary",) and says(line, 6):
        yield line.claim("summary", "summary.section", line.text, cue="section")
