"""Decisions: ticked, marked by the scribe, listed, and told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import is_name, owner_at_head, subject_before
from prep.model.claim import Claim
from prep.patterns import lazy

_TICK = lazy(r"^\s*(?:✅|✔️?|☑️?)\s*(?P<body>\S.*)$")
_DONE_DATE = lazy(r"✅\s*\d{4}-\d{2}-\d{2}")
_BULLETS = ">*- "
_NUMBERED = r"\s*#?(?P<number>\d+(?:\.\d+)*)?\s*(?::|–|—)\s*(?P<body>\S.*)$"
_MARKED = r"^[>\s*-]*(?P<mark>{decision_label})" + _NUMBERED
_PROPOSED = r"^[>\s*-]*(?P<mark>{proposal_label})" + _NUMBERED


def ticked_action(line: Line, page: Page) -> Iterator[Claim]:
    """A tick before somebody's deed, outside the decisions: an action that is done.

    takes: * ✅ Nora to send the draft
    takes: ## Actions / - ✅ reach out to Milo about the name
    refuses: ## Key Decisions / - ✅ Milo to lead the pilot
    refuses: - ✅ The pilot runs on two sites
    """
    found = _TICK.match(line.text)
    if not found or "decision" in line.sections:
        return
    owner = owner_at_head(found["body"], page)
    if owner or page.cues.compile(r"^{deed}").match(found["body"]):
        yield line.claim(
            "commitment", "action.ticked", found["body"], cue="✅", party=owner, attribute="action",
            state="closed",
        )  # fmt: skip


def ticked(line: Line, page: Page) -> Iterator[Claim]:
    """A line that begins with a tick, as under Key Decisions; a tick with a day is a done task.

    takes: - ✅ The pilot runs on two sites before the rollout
    takes: ## Key Decisions / - ✅ Milo leads the pilot
    refuses: - [x] send the draft ✅ 2026-01-03
    refuses: ## Key Decisions / - ✅
    """
    found = _TICK.match(line.text)
    if found and any(ticked_action(line, page)):
        return
    if found and not _DONE_DATE.search(line.text) and not guards.is_hint(found["body"]):
        yield line.claim("decision", "decision.tick", found["body"], cue="✅")


def marked(line: Line, page: Page) -> Iterator[Claim]:
    """A line that the scribe marked as a decision.

    takes: **Decision 12.1:** the deadline is an upper bound
    takes: RESOLVED: the group meets every second week
    refuses: Decision: TBD
    refuses: The decision was discussed for an hour
    """
    found = _labelled(_MARKED, "decision_label", line, page)
    if found and _speaks(found["body"], line, page):
        yield line.claim(
            "decision", "decision.marked", found["body"], cue=found["mark"], party=line.speaker,
            attribute="decision" if found["number"] else _reverses(found["body"], line, page),
            value=found["number"] or "",
        )  # fmt: skip


def proposed(line: Line, page: Page) -> Iterator[Claim]:
    """A proposal put to the group: not decided yet.

    takes: PROPOSAL: the group meets every second week
    takes: Proposed resolution: close the issue as a duplicate
    refuses: PROPOSAL:
    refuses: The proposal was long
    """
    found = _labelled(_PROPOSED, "proposal_label", line, page)
    if found and _speaks(found["body"], line, page):
        yield line.claim(
            "decision", "decision.proposed", found["body"], cue=found["mark"], party=line.speaker
        )._replace(planned=True)


def listed(line: Line, page: Page) -> Iterator[Claim]:
    """An item or a row's first cell under a heading such as Decisions.

    takes: ## Decisions / - The pilot starts in March
    takes: ## Key decisions / - Use the second region for the pilot
    refuses: ## Decisions / - None
    refuses: ## Decisions / - Who decides on the region?
    """
    if line.sections[:1] != ("decision",):
        return
    if _TICK.match(line.text) or page.cues.compile(_MARKED).match(line.text):
        return
    if (
        len(line.text.split()) > 1
        and not guards.is_question(line.text)
        and not guards.is_hint(line.text)
    ):
        yield line.claim(
            "decision", "decision.listed", line.text, cue="section", attribute="decision"
        )


def told(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence that tells of a decision.

    takes: We agreed to start the pilot in March
    takes: In the end they settled on the second region
    refuses: We have not decided to start yet
    refuses: Should we go with the second region?
    """
    if page.cues.is_one("decision_label", line.label):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = guards.outside_quotes(sentence.text)
        found = heard.first("decided", text)
        if not found or len(text.split()) < 4 or guards.is_question(text):
            continue
        before = text[: found.start()]
        if (
            heard.has("undecided", text)
            or guards.is_negated(before, heard)
            or guards.is_hypothetical(before, heard)
            or guards.is_old(text, line.day)
        ):
            continue
        who = subject_before(before, page.cues)
        if page.is_minutes and who and is_name(who, page):
            continue  # one of them agreed: what they said, not what was decided
        if line.speaker and heard.has("narrative", before):
            continue
        ours = page.cues.is_one("us", who) or found.group().lower().startswith("we ")
        yield line.claim(
            "decision", "decision.told", sentence.text, cue=found.group(),
            party=line.speaker or ("we" if ours else ""),
            attribute=_reverses(sentence.text, line, page),
        )  # fmt: skip


def _labelled(template: str, group: str, line: Line, page: Page) -> re.Match[str] | None:
    if not page.cues.may_open(group, line.text.lstrip(_BULLETS)):
        return None
    return page.cues.compile(template).match(line.text)


def _reverses(text: str, line: Line, page: Page) -> str:
    """Marks a decision that takes an earlier one back: ``no longer``, ``changed our mind``."""
    return "reverses" if page.hear(line.text).has("supersede", text) else ""


def _speaks(body: str, line: Line, page: Page) -> bool:
    """The body says something; a quoted mark only counts in minutes, which quote minutes."""
    return not guards.says_nothing(body, page.cues) and (not line.quoted or page.is_spoken)
