"""What leaves the room: which lines an edition for others may hold, by rules on the source lines.

A rule looks at the whole line that an entry stands on, not only at the words shown, since formats
carry the line too. What a rule catches is withheld with its reason; where a label is missing that
an outside edition needs, the line stays in (fails closed).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from prep.model.brief import Brief, Contact, Edge, Empty, Entry, Section, Source, Withheld
from prep.model.naming import Subject
from prep.names import fold

INTERNAL_SECTIONS = ("summary", "sensitivities", "gaps", "talking_points", "since_last")
"""Sections that an external edition never has: tactics, cautions, doubts, and their digest."""
# Patterns stay words until ``re`` is asked, which keeps them: a brief for oneself asks for none.
FEELINGS = (
    r"(?i)\b(annoy\w*|hate[sd]?|dislike[sd]?|can'?t stand|difficult (?:person|to work)"
    r"|incompetent|lazy|useless|arrogant|stubborn|moody|toxic|clueless|a pain"
    r"|don'?t trust|do not trust|distrust\w*|rude|bully|stupid|idiot|fed up"
    r"|frustrated (?:with|by)|angry (?:with|at)|afraid of|scared of|burn(?:ed|t)?[ -]?out"
    r"|gossip|rumou?r|affair|divorce|sick leave|depress\w+|pregnan\w+|in confidence"
    r"|salary|fired?|lay-?offs?|may leave|performance (?:plan|issue|review))\b"
)
"""Feelings about colleagues and matters of their private life."""
TACTICS = (
    r"(?i)\b(walk[- ]away|bottom line|floor price|our floor|lowest (?:price|we)|margin|mark-?up"
    r"|discount|upsell|cross-sell|leverage|anchor (?:high|at|on)|negotiat\w+"
    r"|(?:do not|don'?t) (?:tell|mention|say|promise|show)|internal(?:ly)?(?: only)?"
    r"|confidential|between us|off the record|keep (?:this|it) (?:quiet|to)|churn|win[- ]back"
    r"|battle ?card|objection|our (?:cost|strategy|plan b))\b"
)
"""Tactics and confidences: for those inside only."""
CONTACT_DATA = r"[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])\+?\d[\d ()/-]{7,}\d(?![\w.-])"
DAY = r"\d{4}-\d{2}-\d{2}"
PRIVATE_MARK = r"(?i)%%|<!--|\bsensitivity::?\s*(?:private|restricted)"
MONEY = (
    r"(?i)[$€£¥]\s?\d|\b\d[\d.,]*\s?(?:k|m|bn|million|thousand)?\s?"
    r"(?:usd|eur|gbp|chf|nok|sek|dkk|dollars?|euros?|pounds?|kroner)\b"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules need to know of the vault.

    ``private`` tells whether a note, by its path, is private; ``private_tags`` mark a line.
    ``others`` gives the names of accounts in a text that are neither the subject's nor the owner's.
    ``met`` tells whether a note is a meeting that the subject's side took part in: such lines are
    known to both sides, and an outside edition holds no others.
    """

    private: Callable[[str], bool]
    private_tags: tuple[str, ...]
    others: Callable[[str], tuple[str, ...]]
    met: Callable[[str], bool]


def apply(brief: Brief, rules: Rules) -> Brief:
    """``brief`` as its audience may see it; what was kept back is in ``withheld``."""
    kept: list[Section] = []
    withheld: list[Withheld] = list(brief.withheld)
    for section in brief.sections:
        internal = brief.audience == "external" and section.key in INTERNAL_SECTIONS
        entries = []
        for entry in section.entries:
            reason = (
                "internal section" if internal else _reason(entry.sources, brief, rules, entry.text)
            )
            if reason:
                withheld += _withheld(reason, entry)
            else:
                entries.append(entry)
        kept.append(_section(brief, section, entries, internal=internal))
    return replace(
        brief,
        sections=tuple(kept),
        tree=tuple(edge for edge in brief.tree if not _edge_reason(edge, brief, rules)),
        last_contact=_contact(brief.last_contact, brief, rules),
        last_mention=_contact(brief.last_mention, brief, rules),
        withheld=tuple(dict.fromkeys(withheld)),
        problems=brief.problems if brief.audience == "me" else (),
        subject=_bare(brief),
    )


def _section(brief: Brief, section: Section, entries: list[Entry], *, internal: bool) -> Section:
    if brief.audience == "me":
        empty: Empty | None = None if entries else section.empty or "none found"
        return replace(section, entries=tuple(entries), empty=empty)
    return replace(
        section,
        entries=tuple(entries),
        empty=None if entries else "not looked for" if internal else "none found",
        more=0,
        more_where="",
    )


def _reason(sources: Iterable[Source], brief: Brief, rules: Rules, said: str) -> str:
    for source in sources:
        text = f"{source.heading}\n{source.text}\n{said}"
        reason = _other_account(source, text, brief, rules)
        if not reason and brief.audience != "me":
            reason = _for_others(source, text, brief, rules)
        if reason:
            return reason
    return ""


def _other_account(source: Source, text: str, brief: Brief, rules: Rules) -> str:
    """For oneself a line that names another account passes where both stood in one meeting.

    One's own page of a day may name the subject below a heading about somebody else: then the
    line counts, not its heading.
    """
    if brief.audience == "me" and rules.met(source.path):
        return ""
    if brief.audience == "me" and _names(source.text, brief.subject):
        return "another account" if rules.others(source.text) else ""
    return "another account" if rules.others(f"{text}\n{_name(source.path)}") else ""


def _names(text: str, subject: Subject) -> bool:
    words = f" {fold(text)} "
    return any(f" {fold(form)} " in words for form in (*subject.forms, *subject.first) if form)


def _for_others(source: Source, text: str, brief: Brief, rules: Rules) -> str:
    if (
        rules.private(source.path)
        or re.search(PRIVATE_MARK, text)
        or _tagged(text, rules.private_tags)
    ):
        return "private"
    if re.search(FEELINGS, text):
        return "personal"
    if re.search(CONTACT_DATA, re.sub(DAY, "", text)):
        return "contact data"
    if brief.audience == "external":
        return _for_outside(source, text, rules)
    return ""


def _for_outside(source: Source, text: str, rules: Rules) -> str:
    if re.search(TACTICS, text) or re.search(MONEY, text):
        return "internal"
    return "" if rules.met(source.path) else "not known to be shared"


def _tagged(text: str, tags: tuple[str, ...]) -> bool:
    found = {tag.casefold() for tag in re.findall(r"#([\w/-]+)", text)}
    return any(tag == own or tag.startswith(f"{own}/") for tag in found for own in tags)


def _withheld(reason: str, entry: Entry) -> list[Withheld]:
    return [Withheld(reason, s.path, s.line, " ".join(s.text.split())) for s in entry.sources]


def _edge_reason(edge: Edge, brief: Brief, rules: Rules) -> str:
    return _reason(edge.sources, brief, rules, f"{edge.above} {edge.below}")


def _contact(contact: Contact | None, brief: Brief, rules: Rules) -> Contact | None:
    if contact is None or not contact.sources or brief.audience == "me":
        return contact
    return None if _reason(contact.sources, brief, rules, contact.via) else contact


def _bare(brief: Brief) -> Subject:
    """The subject without addresses and other names, where the audience is not oneself."""
    if brief.audience == "me":
        return brief.subject
    return brief.subject._replace(emails=(), handles=(), aliases=(), forms=(), local=(), keys=())


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")
