"""Where things stand: labelled lists, and sentences that tell a state."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.heard import Heard
from prep.claims.line import Line
from prep.claims.page import Page
from prep.model.claim import Claim
from prep.patterns import lazy

_PART = lazy(r"\s*;\s+")
_WAITS_FOR = r"{waits}\s+(?P<what>[^.;]+)"
_BARE = 2  # words: "Done.", "No update": the state of the action above, and no more
_REACH = 14  # blocks


def parts(body: str) -> tuple[str, ...]:
    """A labelled list cut at its semicolons; brackets stay whole."""
    if ";" not in body:
        return (body.strip(),) if body.strip() else ()
    found: list[str] = []
    for part in _PART.split(body):
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] += "; " + part
        elif part.strip():
            found.append(part.strip())
    return tuple(found)


def says(line: Line, words: int) -> bool:
    """A line of substance: so many words, no question, no template's hint."""
    enough = len(line.text.split()) >= words
    return enough and not guards.is_question(line.text) and not guards.is_hint(line.text)


def labelled(line: Line, page: Page) -> Iterator[Claim]:
    """``Status: …; …``: one claim a part.

    takes: - Status: pilot on hold; the second cluster is waiting for a go-ahead
    takes: **Status:** No update, waiting on Ines
    refuses: Status:
    refuses: The status of the pilot was asked for
    """
    if not page.cues.is_one("status_label", line.label) or guards.is_hint(line.body):
        return
    for part in parts(line.body):
        if len(part.split()) > _BARE or not page.under_matter(line, _REACH):
            yield _status(part, line, page, "status.label", line.label)


def told(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence or a part of it that tells where a matter stands.

    takes: - Status is on-hold due to firefighting; a second cluster is waiting for go-aheads
    takes: The contract is in legal review since Monday
    refuses: Is the contract in legal review?
    refuses: If the pilot is delayed they will walk away
    """
    if page.cues.is_one("status_label", line.label):
        return
    heard = page.hear(line.text)
    for sentence in line.sentences():
        for part in parts(sentence.text):
            found = heard.first("stands", guards.outside_quotes(part))
            if found and _holds(part, found.start(), heard):
                yield _status(part, line, page, "status.told", found.group())


def _holds(part: str, start: int, heard: Heard) -> bool:
    return not (
        guards.is_question(part)
        or len(part.split()) < 3
        or guards.is_hypothetical(part[:start], heard)
        or guards.is_negated(part[:start], heard)
    )


def _status(part: str, line: Line, page: Page, rule: str, cue: str) -> Claim:
    waits = page.cues.compile(_WAITS_FOR).search(part)
    return line.claim(
        "status", rule, part, cue=cue, party=line.speaker, attribute="status",
        value=waits["what"].strip() if waits else "",
    )  # fmt: skip
