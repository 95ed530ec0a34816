"""The discovery sheet: one decision, assumptions to disprove, one story question for each.

After Fitzpatrick, Torres and 18F: the past and the particular, never the idea.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prep.interview.bank import Bank, BankLine
from prep.interview.expected import Known
from prep.interview.gleaning import Item, of
from prep.interview.linter import lint
from prep.interview.material import Material
from prep.interview.people import people
from prep.interview.rows import FROM_BANK, entry, section
from prep.model.brief import Entry, Section
from prep.model.naming import Subject

_ORDER = ("warm_up", "story", "workaround", "stakes", "decision", "close")
_TITLES = {"warm_up": "Warm-up", "story": "Story", "workaround": "Workaround and cost",
           "stakes": "Stakes", "decision": "Decision path", "close": "Close"}  # fmt: skip
_SNAPSHOT = ("A quote, in their words", "What they do, step by step", "What surprised you",
             "The opportunity in it", "Whom to talk to next")  # fmt: skip
ASSUMPTIONS = frozenset({"open_question", "goal", "priority", "status", "criterion"})


def discovery(
    subject: Subject, material: Sequence[Material], known: Known, *, limit: int | None = None
) -> tuple[Section, ...]:
    """The ten sections; those on the owner's own career stay empty."""
    bank = known.bank
    topics = list(_topics(material))
    asks = [*_stories(bank, topics), *_parts(bank), *_own(known.items)]
    return (
        section("summary", "In one minute", _head(bank, topics)),
        section("people", "Who is in the room", people(subject, material, known.items)),
        Section("they_may_ask", "They may ask you", empty="not looked for"),
        section("ask_them", "Ask them", asks, limit),
        Section("stories", "Your stories", empty="not looked for"),
        section("gaps", "Assumptions to disprove", topics, limit),
        Section("unproven_claims", "Claims without proof", empty="not looked for"),
        section("concerns", "Never ask", _never(bank)),
        section("plan", "Plan", _plan(bank)),
        section("scorecard", "Snapshot afterwards", _snapshot(bank)),
    )


def _topics(material: Sequence[Material]) -> Iterator[Entry]:
    """What the notes say they want, lack or wonder about: each an assumption until it is heard."""
    seen: set[str] = set()
    for given in material:
        bearing = {number for number, _ in given.bearing()}
        for claim in given.claims:
            if claim.kind in ASSUMPTIONS and claim.block in bearing and claim.text not in seen:
                seen.add(claim.text)
                source = given.source(claim.line, claim.end_line, claim.episode)
                yield entry("assumption", claim.text, (source,), quote=True, rule=claim.rule,
                            label=claim.kind.replace("_", " "))  # fmt: skip


def _stories(bank: Bank, topics: Sequence[Entry]) -> Iterator[Entry]:
    """One question for a story on each assumption, with the bank's probes below it."""
    asks = [line for line in bank.discovery if line.group == "story"]
    if not asks:
        return
    first, probes = asks[0], asks[1:]
    for topic in topics[:6]:
        text = first.text.replace("{problem}", f"“{topic.text.rstrip('.?')}”")
        below = tuple(_line(p) for p in probes)
        columns = (("Question", text), ("Part", _TITLES["story"]))
        yield entry("ask", text, (*topic.sources, first.source), quote=False,
                    rule="discovery.story", why=topic.text, columns=columns,
                    children=below)  # fmt: skip


def _parts(bank: Bank) -> Iterator[Entry]:
    for part in _ORDER:
        for line in bank.discovery:
            if line.group == part and "{" not in line.text:
                yield _line(line)


def _line(line: BankLine) -> Entry:
    return entry("ask", line.text, (line.source,), quote=True, rule="bank", label=FROM_BANK,
                 columns=(("Question", line.text), ("Part", _TITLES[line.group])))  # fmt: skip


def _own(items: Sequence[Item]) -> Iterator[Entry]:
    """The owner's own questions, each with what the linter has against it."""
    for item in of(items, "i_ask"):
        found = lint(item.words)
        yield entry("ask", item.words, (item.source,), quote=True, rule="ask.own",
                    why="; ".join(f"{x.rule}: {x.hint}" for x in found),
                    columns=(("Question", item.words), ("Part", "Yours")))  # fmt: skip


def _head(bank: Bank, topics: Sequence[Entry]) -> list[Entry]:
    text = "Write down the one decision that this talk informs, before anything else"
    rows = [entry("summary", text, (bank.head,), quote=False, rule="discovery.decision",
                  label="Decision")]  # fmt: skip
    if topics:
        rows.append(entry("summary", topics[0].text, topics[0].sources, quote=True,
                          rule="discovery.assumption", label="Disprove first"))  # fmt: skip
    return rows


def _never(bank: Bank) -> list[Entry]:
    source = next((x.source for x in bank.discovery), bank.head)
    return [
        entry("never", text, (source,), quote=False, rule="bank", label=FROM_BANK)
        for text in bank.never_ask
    ]


def _plan(bank: Bank) -> list[Entry]:
    parts = ("Introduction, and may I take notes or record?", *(_TITLES[p] for p in _ORDER),
             "Ask for a commitment: time, a name, a trial")  # fmt: skip
    return [
        entry("plan", text, (bank.head,), quote=False, rule="discovery.plan", label=FROM_BANK)
        for text in parts
    ]


def _snapshot(bank: Bank) -> list[Entry]:
    return [
        entry("prompt", text, (bank.head,), quote=False, rule="discovery.snapshot",
              label=FROM_BANK, columns=(("Prompt", text), ("", "")))
        for text in _SNAPSHOT
    ]  # fmt: skip
