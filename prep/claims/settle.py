"""What one file itself says became of its claims: doubles dropped, actions closed, answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prep.claims import guards
from prep.claims.bidding import bids
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.slots import gives, tail
from prep.model.claim import Claim
from prep.patterns import lazy
from prep.words import content, cover, stem, tokens

_WEAK = {"fact": 4, "event": 3, "reason": 2, "preference": 2, "personal": 1, "priority": 1}
_JOTTED = ("action.told", "promise.jotted", "status.told", "vocabulary.equals")
"""What a warning in the same words is not: "keep quiet" bids nothing, "no word" is no status."""
_REACH = 14  # blocks below an action or a question in which its status or answer may stand
_MATTERS = ("question.open", "question.awaited", "question.reported")
"""Open matters that nobody asked aloud: the next to speak does not answer them."""
_ARROW = lazy(r"\s*(?:->|=>|→)\s*\w")
_ARROW_MARK = lazy(r"^\s*(?:->|=>|→)\s*")
_HEAD = 5  # words: a heading-like item that takes up a question ("management style")


def settle(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """One claim a wording, ordered by line, each with the state that this very file gives it."""
    kept = _distinct(sorted(claims, key=lambda c: (c.line, c.block)))
    return [_state(claim, page) for claim in kept]


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The first rule of the table wins a wording; a weak kind gives way to any other."""
    by_line: dict[int, list[Claim]] = {}
    for claim in claims:
        rivals = by_line.setdefault(claim.line, [])
        if any(_says_again(claim, other) for other in rivals):
            continue
        rivals[:] = [other for other in rivals if not _gives_way(other, claim)]
        rivals.append(claim)
    return [claim for rivals in by_line.values() for claim in rivals]


def _says_again(claim: Claim, other: Claim) -> bool:
    if claim.kind == other.kind and claim.kind not in ("role", "relation"):
        inside = claim.text in other.text or other.text in claim.text
        return inside and (claim.kind != "commitment" or not _other_party(claim, other))
    return _gives_way(claim, other)


def _other_party(claim: Claim, other: Claim) -> bool:
    owners = {p.strip() for p in other.party.split(",")}
    return bool(claim.party) and claim.party not in owners and claim.text != other.text


def _gives_way(weak: Claim, strong: Claim) -> bool:
    if weak.rule == "question.open" and strong.kind == "commitment":
        return weak.text in strong.text or strong.text in weak.text
    if strong.kind == "sensitivity" and weak.rule in _JOTTED:
        return weak.text in strong.text or strong.text in weak.text
    return (
        (weak.text in strong.text or (weak.kind == "fact" and strong.text in weak.text))
        and weak.attribute != "delivered"
        and _WEAK.get(weak.kind, 0) > _WEAK.get(strong.kind, 0)
    )


def _state(claim: Claim, page: Page) -> Claim:
    if claim.state != "open":
        return claim
    if claim.kind == "commitment":
        return _followed(claim, page)
    if claim.kind == "open_question":
        return _answered(claim, page)
    return claim


def _line_of(claim: Claim, page: Page) -> Line | None:
    return next((x for x in page.lines(claim.block) if x.line == claim.line), None)


def _followed(claim: Claim, page: Page) -> Claim:
    """The status under an action, the heading Closed above it, or a delivery by its owner."""
    line = _line_of(claim, page)
    if line is None or claim.attribute != "action":
        return claim
    if "closed" in line.sections:
        return claim._replace(state="closed", closer=(claim.line, claim.end_line))
    for below in page.following(line, _REACH):
        if page.opens_matter(below):
            break
        if page.is_status(below) and says_done(below.body, page):
            return claim._replace(state="closed", closer=(below.line, below.end_line))
        if _is_result(below, line) or _delivers(below, claim, page):
            claim = claim._replace(state="proposed_closed", closer=(below.line, below.end_line))
    return claim


def says_done(text: str, page: Page) -> bool:
    """A status says "done" in its first sentence, and nothing in it says "not yet"."""
    first = text.split(". ", maxsplit=1)[0]
    return page.cues.has("done", first) and not page.cues.has("not_done", first)


def _is_result(below: Line, action: Line) -> bool:
    """A bare address right below an action is what came of it."""
    words = [w for w in below.text.split() if any(c.isalnum() for c in w)]
    return len(words) == 1 and words[0].startswith("http") and below.line <= action.end_line + 2


def _delivers(below: Line, claim: Claim, page: Page) -> bool:
    owners = {p.strip().casefold() for p in claim.party.split(",")}
    if not below.speaker or below.speaker.casefold() not in owners | {
        o.split()[0] for o in owners if o
    }:
        return False
    first = below.text.split(". ")[0]
    return page.cues.has("delivered", first) and not (
        guards.is_question(first)
        or guards.is_negated(first, page.cues)
        or page.cues.has("will", first)
    )


def _answered(claim: Claim, page: Page) -> Claim:
    line = _line_of(claim, page)
    if line is None:
        return claim
    behind = line.text.partition(claim.text)[2]
    if _ARROW.match(behind):
        reply = _ARROW_MARK.sub("", behind)
        is_task = tail(line.text, page) or gives(reply.split(), page) or bids(reply, page.cues)
        return claim if is_task else _with_answer(claim, line)
    if line.speaker and claim.rule not in _MATTERS:
        return _by_next_turn(claim, line, page)
    return _below(claim, line, page)


def _by_next_turn(claim: Claim, line: Line, page: Page) -> Claim:
    """The next speech by another answers, unless it asks too; more of one's own asks anew."""
    for below in page.following(line, 3):
        if page.opens_matter(below) or not below.speaker:
            break
        if below.speaker == line.speaker:
            if guards.is_question(below.text) or "?" in below.text:
                break
            continue
        if _is_answer(below.text):
            return claim._replace(state="proposed_answered", closer=(below.line, below.end_line))
        break
    return claim


def _is_answer(text: str) -> bool:
    """Words of substance that do not only ask back."""
    said = [s for s in text.replace("?", "?\0").split("\0") if s.strip()]
    return any(not guards.is_question(s) for s in said) and text.strip(". …") != ""


def _below(claim: Claim, line: Line, page: Page) -> Claim:
    """``Q:`` and ``A:``, an item below the question, or a later head that takes up its words."""
    wanted = content(claim.text)
    for below in page.following(line, _REACH):
        if below.block == line.block and below.label in page.cues.group("answer_label"):
            return _with_answer(claim, below)
        child = page.note.blocks[below.block].parent == line.block
        if (child or below.label in page.cues.group("answer_label")) and not guards.is_question(
            below.text
        ):
            return _with_answer(claim, below)
        if _says_yes_or_no(below, line, page):
            return claim._replace(state="proposed_answered", closer=(below.line, below.end_line))
        answer = _under_head(below, wanted, page)
        if answer:
            return _with_answer(claim, answer)
    return claim


def _says_yes_or_no(below: Line, line: Line, page: Page) -> bool:
    """The very next line begins with yes or no, and nobody is noted as speaking."""
    if line.speaker or below.line > line.end_line + 1:
        return False
    return page.cues.compile(r"^{yes_no}(?:[,.;:!]|$)").match(below.text) is not None


def _under_head(head: Line, wanted: frozenset[str], page: Page) -> Line | None:
    words = tokens(head.text)
    if not 2 <= len(words) <= _HEAD or cover(content(head.text), wanted) < 1.0:
        return None
    if len({stem(w) for w in words} & wanted) < 2:
        return None
    child = head.block + 1
    blocks = page.note.blocks
    if child < len(blocks) and blocks[child].parent == head.block:
        return next(iter(page.lines(child)), None)
    return None


def _with_answer(claim: Claim, answer: Line) -> Claim:
    return claim._replace(state="answered", closer=(answer.line, answer.end_line))
