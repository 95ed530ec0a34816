"""Actions as minutes write them: marked by the scribe, listed, in a table, or given to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prep.claims import guards
from prep.claims.bidding import bids
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import (
    JOINTS,
    is_known,
    is_name,
    listed,
    owner_at_end,
    owner_at_head,
    subject_before,
)
from prep.dates import parse_day
from prep.model.claim import Claim
from prep.patterns import lazy

_MARKED = (
    r"^[>\s*-]*\[?(?P<mark>{action_label})\]?\s*#?(?P<number>\d+(?:\.\d+)*)?"
    r"\s*(?P<colon>:|–|—)?\s*(?P<body>\S.*)$"
)
_BULLETS = ">*-[ "
_NAMED = r"^{name}(?:\s*(?:,|&|and)\s*{name})*\s*:\s"  # ``ACTION NL: …``
_DONE_AT_END = lazy(
    r"(?:,\s|\s[-–—(]{1,2}\s?|\bdone\b\s*:|\.\s)(?:done|completed?|closed|✅|✔)\b|^~~.*~~$",
    re.IGNORECASE,
)
_GIVEN = (
    r"\s+(?P<how>(?:is |are |has |have )?to|will|shall)\s+"
    r"(?:please\s+|also\s+|then\s+)?(?P<verb>{deed})"
)
_TO_OR_WILL = r"(?:(?:is |are |has |have )?to|will|shall)\s"
_NAME_FIRST = lazy(r"[A-Z@][\w.'’/-]*\)?\s+" + _TO_OR_WILL)
_HEAD = lazy(r"\s" + _TO_OR_WILL, re.IGNORECASE)
_HEAD_REACH = 60  # characters in which the names and their "to" stand
_DISCUSSION = 40  # blocks back in which the action that is talked about stands
_SHORT = 45  # words: an action is a line, not a speech


def marked(line: Line, page: Page) -> Iterator[Claim]:
    """A line that the scribe marked as an action, with or without a number.

    takes: ACTION: Nora to send the draft to the board
    takes: **ACTION 12.3** Milo Brandt and Ines to confirm the date
    refuses: ACTION
    refuses: There was an action on Nora in the last minutes
    """
    if not page.cues.may_open("action_label", line.text.lstrip(_BULLETS)):
        return
    found = page.cues.compile(_MARKED).match(line.text)
    if not found or (line.quoted and not page.is_spoken):
        return
    body = found["body"]
    named = found["mark"].isupper() and page.cues.compile(_NAMED).match(body)
    if not (found["colon"] or found["number"] or named):
        return
    if guards.says_nothing(body, page.cues):
        return
    yield line.claim(
        "commitment", "action.marked", body, cue=found["mark"],
        party=_owner(body, page) or _own(body, line, page), attribute="action",
        value=found["number"] or "", state="closed" if _DONE_AT_END.search(body) else "open",
    )  # fmt: skip


def listed_item(line: Line, page: Page) -> Iterator[Claim]:
    """An item under a heading such as Action items, Next steps or Follow-ups.

    takes: ## Action items / - @nora send the draft
    takes: ## Next steps / * Milo: book the room
    refuses: ## Attendees / * Milo Brandt
    refuses: ## Action items / - None
    """
    if (
        line.text[:1] in "✅✔☑"
        or "action" not in line.sections
        or guards.is_hint(line.text)
        or len(line.text.split()) < 2
    ):
        return
    if guards.is_question(line.text) or (line.speaker and not _owner(line.text, page)):
        return
    party = line.speaker or _owner(line.text, page)
    if page.under_matter(line, _DISCUSSION):
        return  # what is said on an action above is none, unless somebody is given a deed
    yield line.claim(
        "commitment", "action.listed", line.text, cue="action list", party=party,
        attribute="action", state="closed" if _DONE_AT_END.search(line.text) else "open",
    )  # fmt: skip


def table_row(line: Line, page: Page) -> Iterator[Claim]:
    """A row of a table with the columns Action and Owner.

    takes: | Action | Owner | Due | / |---|---|---| / | Send the draft | Nora | 2026-01-10 |
    takes: | Commitment | Owner | / |---|---| / | Book the room | Milo |
    refuses: | Name | Abbreviation | / |---|---| / | Nora Lind | NL |
    refuses: | Action | Owner | / |---|---| / | | Nora |

    ``done`` closes it from the column of its day too: many tables have none for the state.
    """
    if line.kind != "row":
        return
    header = _header(line, page)
    cells = [c.strip() for c in line.text.split("|")]
    what, who, due, state = (
        _cell(header, cells, page.cues.group(f"column_{name}"))
        for name in ("action", "owner", "due", "state")
    )
    owned = any(page.cues.is_one("column_owner", title) for title in header)
    if not what or not owned or what.casefold() in header:
        return
    claim = line.claim(
        "commitment", "action.table", what, cue="table", party=listed(who), attribute="action",
        state="closed" if page.cues.has("done", f"{state} {due}") else "open",
    )  # fmt: skip
    yield claim._replace(due=parse_day(due, base=line.day), due_raw=due) if due else claim


def given(line: Line, page: Page) -> Iterator[Claim]:
    """Somebody is given a thing to do, on a plain line or as an item that no heading calls actions.

    takes: Nora to send the draft by Friday
    takes: * eP will ask Milo about the room
    refuses: - Time to send the draft
    refuses: If Nora is back, Milo will send the draft
    """
    if not _NAME_FIRST.search(line.text):
        return
    if page.cues.is_one("proposal_label", line.label):
        return
    rule = "action.item" if line.kind == "item" and not line.speaker else "action.given"
    for sentence in line.sentences():
        text = sentence.text
        head = _HEAD.search(text[:_HEAD_REACH])
        who = text[: head.start()].replace("(", " ").replace(")", " ") if head else ""
        who = " ".join(who.split()).strip(",")
        if not head or not who or not _is_subject(who, page) or guards.is_question(text):
            continue
        found = page.cues.compile(_GIVEN).match(text[head.start() :])
        if found and _can_own(who, found, line, page) and len(text.split()) <= _SHORT:
            yield line.claim(
                "commitment", rule, text, cue=f"{found['how']} {found['verb']}",
                party=listed(who), attribute="action",
            )  # fmt: skip


def told(line: Line, page: Page) -> Iterator[Claim]:
    """A line of minutes that bids: it begins with a deed and belongs to no speech.

    takes: Circulate the minutes to the list before Friday
    takes: Follow up in issue 12
    refuses: * Milo: Circulate the minutes
    refuses: Review of the budget
    """
    if not _is_scribes(line, page) or len(line.text.split()) > _SHORT:
        return
    deed = bids(line.text, page.cues)
    if deed and not guards.is_question(line.text):
        yield line.claim(
            "commitment", "action.told", line.text, cue=deed,
            party=owner_at_end(line.text, page), attribute="action",
        )  # fmt: skip


def noted(line: Line, page: Page) -> Iterator[Claim]:
    """A line of minutes with a known name at one end: ``NL pings Milo``, ``Merge the draft, NL.``

    takes: NL pings Milo about the room
    takes: Once the draft stands, publish it, NL.
    refuses: * Milo: NL pings everybody
    refuses: The draft was published by NL.
    """
    if (
        not _is_scribes(line, page)
        or len(line.text.split()) > _SHORT
        or guards.is_question(line.text)
    ):
        return
    party = _doer(line.text, page)
    if not party and any(bids(clause, page.cues) for clause in line.text.split(", ")):
        party = owner_at_end(line.text, page)
    if party and not guards.is_past(line.text, page.hear(line.text)):
        yield line.claim(
            "commitment", "action.noted", line.text, cue="name", party=party, attribute="action"
        )


def _doer(text: str, page: Page) -> str:
    """``NL pings Milo``: a known name, then a deed."""
    words = text.split(None, 3)
    for size in (1, 2):
        if len(words) > size and page.cues.is_one("deed", words[size].lower().removesuffix("s")):
            who = " ".join(words[:size])
            own = subject_before(who, page.cues) == who and is_known(who, page)
            return who if own else ""
    return ""


def _is_scribes(line: Line, page: Page) -> bool:
    """A plain line between the speeches of minutes."""
    return not (
        page.note.blocks[line.block].text.startswith("[")
        or {"agenda", "people", "summary"} & set(line.sections)
    )


def _is_subject(who: str, page: Page) -> bool:
    """Whether the words are names and nothing else, or people that the note knows by them."""
    if not _may_be_subject(who, page):
        return False
    return subject_before(who, page.cues) == who or all(
        name.casefold() in page.people for name in listed(who).split(", ")
    )


def _may_be_subject(who: str, page: Page) -> bool:
    """Several words that neither begin with somebody known nor begin and end as names are none."""
    words = who.split()
    if not words or words[0] == words[-1]:
        return True
    first, last = words[0], words[-1]
    if not (first.isalpha() and last.isalpha()):
        return True
    if first.casefold() in page.people or first.lower() in JOINTS:
        return True
    return not (first.islower() or last.islower())


def _can_own(who: str, found: re.Match[str], line: Line, page: Page) -> bool:
    if line.speaker:
        return who.casefold() in page.people or who.split(maxsplit=1)[0].casefold() in page.people
    if found["how"].lower().endswith("to"):
        return is_name(who, page)
    return is_known(who, page) or (
        is_name(who, page) and page.cues.is_one("person_deed", found["verb"])
    )


def _owner(body: str, page: Page) -> str:
    return owner_at_head(body, page) or owner_at_end(body, page)


def _own(body: str, line: Line, page: Page) -> str:
    """``JB: Action item: I will book the room``: the speaker's own."""
    return line.speaker if line.speaker and page.cues.compile(r"^{me}(?!\w)").match(body) else ""


def _header(line: Line, page: Page) -> list[str]:
    blocks = page.note.blocks
    first = line.block
    while (
        first > 0
        and blocks[first - 1].kind == "row"
        and blocks[first - 1].end_line == blocks[first].line - 1
    ):
        first -= 1
    if (
        first > 0
        and blocks[first - 1].kind == "row"
        and blocks[first - 1].end_line == blocks[first].line - 2
    ):
        first -= 1
    return [c.strip(" *").casefold() for c in blocks[first].text.split("|")]


def _cell(header: list[str], cells: list[str], names: Sequence[str]) -> str:
    for name in names:
        if name in header and header.index(name) < len(cells):
            return cells[header.index(name)]
    return ""
