"""What to be careful with: constraints, dislikes, worries, and what somebody is for."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.parties import is_name, listed, subject_before
from prep.claims.phrases import Hit
from prep.claims.rules.status import parts, says
from prep.model.claim import Claim, ClaimKind
from prep.patterns import lazy

_ORDER_AT_HEAD = r"^(?:please\s+)?{caution_order}(?!\w)"
_SMALL_TALK = r"{dont}\s+{small_talk}"


SIGNS = "⚠🚫🤫⛔🔇🙊🛑"
_SIGN = lazy(rf"([{SIGNS}])\ufe0f?\s*\S")
_SAID: tuple[tuple[ClaimKind, str], ...] = (("preference", "view_verb"), ("fact", "report_verb"))
_NO = r"^no\s+(?!{harmless_no})\w+"
_FORBIDDEN = 5  # words: "no heavy agents on them"; shorter ones are answers
_SAID_REACH = 60  # characters in which the name and the verb stand


def labelled(line: Line, page: Page) -> Iterator[Claim]:
    """``Constraint: …; …``, ``Risk: …``, or an item under Risks, Constraints, Concerns.

    takes: - Constraint: do not touch the hosts; avoid agents on them
    takes: ## Risks / - Their board has never bought from a start-up
    refuses: Constraint:
    refuses: ## Risks / - None
    """
    if page.cues.is_one("caution_label", line.label):
        for part in parts(line.body) if not guards.is_hint(line.text) else ():
            yield line.claim(
                "sensitivity", "caution.label", part, cue=line.label, party=line.speaker
            )
    elif line.sections[:1] == ("caution",) and line.kind == "item" and says(line, 3):
        yield line.claim(
            "sensitivity", "caution.listed", line.text, cue="section", party=line.speaker
        )


def marked(line: Line, page: Page) -> Iterator[Claim]:
    """A line that begins with a sign of warning.

    takes: ⚠️ no word about the move to her boss
    takes: - 🤫 the merger, until Monday
    refuses: ⚠️
    refuses: ✅ the merger is public
    """
    found = _SIGN.match(line.text)
    if found and says(line, 3) and not any(True for _ in labelled(line, page)):
        yield line.claim("sensitivity", "caution.sign", line.text, cue=found[1], party=line.speaker)


def told(line: Line, page: Page) -> Iterator[Claim]:
    """A sentence or part with a caution in it: ``sceptical of``, ``worried about``, ``avoid``.

    takes: They are sceptical of third-party tools; reliability first
    takes: Do not mention the second cluster to Milo
    refuses: * NL: I don't think we need that
    refuses: Should we avoid the second cluster?
    """
    if page.cues.is_one("caution_label", line.label):
        return
    for sentence in line.sentences():
        for part in parts(sentence.text):
            found = _caution(part, line, page)
            if found and not guards.is_question(part) and len(part.split()) > 2:
                yield line.claim(
                    "sensitivity", "caution.told", part, cue=found.group(),
                    party=_whose(part[: found.start()], line, page),
                )  # fmt: skip


def stance(line: Line, page: Page) -> Iterator[Claim]:
    """What somebody is for, or against the rest: ``prefers``, ``in favour of``.

    takes: Milo prefers the smaller venue
    takes: - prefer any client to run on their own servers
    refuses: Would you prefer the smaller venue?
    refuses: If they prefer the smaller venue we pay
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        for part in parts(sentence.text):
            found = heard.first("stance", guards.outside_quotes(part))
            if not found or guards.is_question(part) or len(part.split()) < 3:
                continue
            before = part[: found.start()]
            if not guards.is_hypothetical(heard.blank("soft", before), heard):
                yield line.claim(
                    "preference", "stance.told", part, cue=found.group(),
                    party=_whose(before, line, page),
                )  # fmt: skip


def view(line: Line, page: Page) -> Iterator[Claim]:
    """A speaker's own view: ``I would propose``, ``my concern``, ``we should``.

    takes: * NL: I would propose to set up a group for that
    takes: * NL: I don't want to lead since I edit the second volume
    refuses: * NL: I agree
    refuses: * NL: Should we set up a group?
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        found = heard.first("view_first", guards.outside_quotes(sentence.text))
        if found and not guards.is_question(sentence.text) and len(sentence.text.split()) > 3:
            yield line.claim(
                "preference", "stance.view", sentence.text, cue=found.group(), party=line.speaker
            )


def said(line: Line, page: Page) -> Iterator[Claim]:
    """Minutes that tell who held or reported what: ``Ines suggests``, ``Milo noted that``.

    takes: * Ines suggests to start with the smaller venue
    takes: * Milo noted that only ten of the forty replied
    refuses: * Notes on the smaller venue
    refuses: * If Milo suggests a venue we take it
    """
    heard = page.hear(line.text)
    for sentence in line.sentences():
        text = sentence.text
        for kind, group in _SAID:
            found = heard.first(group, text)
            who = subject_before(text[: found.start()], page.cues) if found else ""
            if (
                found
                and found.start() < _SAID_REACH
                and who
                and text.startswith(who)
                and is_name(who, page)
                and not guards.is_question(text)
            ):
                yield line.claim(kind, f"said.{kind}", text, cue=found.group(), party=listed(who))
                break


def _whose(before: str, line: Line, page: Page) -> str:
    """The speaker, or the name before the cue: ``Emil worries that``."""
    who = "" if line.speaker else subject_before(before, page.cues)
    return line.speaker or (listed(who) if who and is_name(who, page) else "")


def forbids(line: Line, page: Page) -> Iterator[Claim]:
    """A part that begins with "no" in notes of one's own: ``no agents on the hosts``.

    takes: - smaller clusters first; no heavy agents on the hosts
    takes: * Ines: no port without the interface in writing
    refuses: - no update from the board so far
    refuses: * NL: no, that is the other one
    """
    if page.is_spoken and not line.speaker:
        return
    if any(page.cues.is_label(word) for word in (line.label, *line.label.split())):
        return
    for sentence in line.sentences():
        for part in parts(sentence.text):
            found = page.cues.compile(_NO).match(part)
            if found and len(part.split()) >= _FORBIDDEN and not guards.is_question(part):
                yield line.claim(
                    "sensitivity", "caution.no", part, cue=found.group(), party=line.speaker
                )


def _caution(part: str, line: Line, page: Page) -> Hit | None:
    heard = page.hear(line.text)
    text = guards.outside_quotes(part)
    found = heard.first("caution", text)
    clause = text[: found.start()].rsplit(",", 1)[-1] if found else ""
    if not found or guards.is_hypothetical(clause, heard):
        return None
    if page.cues.is_one("caution_order", found.group()):
        return _order(part, line, page, found)
    before = text[: found.start()].lower().split()[-2:]
    return None if "no" in before or heard.has("negated", " ".join(before)) else found


def _order(part: str, line: Line, page: Page, found: Hit) -> Hit | None:
    """A "do not" or "avoid" counts as an order: at the head, or in notes of one's own."""
    heard = page.hear(line.text)
    if heard.search(page.cues.compile(_SMALL_TALK, "dont"), part):
        return None
    if page.cues.compile(_ORDER_AT_HEAD).match(part):
        return found
    before = part[: found.start()]
    if before.lower().endswith("to ") and not heard.has("wish|ought", before):
        return None  # "to avoid a clash we start at nine": an end, no warning
    in_own_notes = not line.speaker and not page.is_spoken
    return found if in_own_notes or "avoid" in found.group().lower() else None
