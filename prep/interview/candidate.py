"""The candidate's sheet: what they may ask, with what I have; what I ask; what to practise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prep.interview import ticks
from prep.interview.asking import ask_them
from prep.interview.card import card
from prep.interview.expected import Expected, Known, expect
from prep.interview.matching import Matched, Scored, Shelf, assign
from prep.interview.material import Material, figure_places
from prep.interview.people import people
from prep.interview.proof import claims, concerns, gaps, unproven
from prep.interview.rows import FROM_BANK, entry, section
from prep.interview.stories import Part, Story
from prep.model.brief import Entry, Section, Source
from prep.model.naming import Subject

_PARTS: tuple[tuple[Part, str], ...] = (
    ("situation", "Situation"), ("task", "Task"), ("action", "Action"), ("result", "Result"),
    ("number", "Numbers"), ("lesson", "Lesson"),
)  # fmt: skip
_NEEDED = frozenset({"situation", "task", "action", "result"})


def candidate(
    subject: Subject, material: Sequence[Material], known: Known, *, language: str = "en",
    limit: int | None = None,
) -> tuple[Section, ...]:  # fmt: skip
    """All ten sections, in the order of use."""
    expected = expect(known)
    shelf = Shelf(known.stories, known.lexicon, language)
    matched = assign(
        [_asked(row, known) for row in expected], shelf, subject.account or subject.name
    )
    asks = ask_them(known.items, material, known.bank, known.stage, language)
    told = _told(matched, material)
    missing = gaps(expected, matched, known)
    worries = concerns(known.items, known.bank, known.lexicon)
    unproved = unproven(claims(known.items, shelf, known.lexicon), asks)
    rows = [_may_ask(row, match, known) for row, match in zip(expected, matched, strict=True)]
    return (
        section("summary", "In one minute", card(known, matched, asks, worries, missing)),
        section("people", "Who is in the room", people(subject, material, known.items)),
        section("they_may_ask", "They may ask you", rows, limit),
        section("ask_them", "Ask them", asks, limit),
        section("stories", "Your stories", told, limit),
        section("gaps", "Gaps", missing, limit),
        section("unproven_claims", "Claims without proof", unproved, limit),
        section("concerns", "Concerns and answers", worries, limit),
        section("plan", "Practise first", _plan(missing, told)),
        section("scorecard", "During and after", _after(rows, known)),
    )


def _asked(row: Expected, known: Known) -> tuple[str, tuple[str, ...]]:
    """A question for matching; one that needs no story is given none."""
    first = known.bank.competency(row.competencies[0]) if row.competencies else None
    if first is not None and not first.needs_story:
        return "", ()
    return row.text, row.competencies


def _may_ask(row: Expected, match: Matched, known: Known) -> Entry:
    title = known.bank.title(row.competencies[0]) if row.competencies else ""
    plain = bool(row.competencies) and not _needs_story(known, row.competencies[0])
    have, missing = _have(row, match, plain=plain)
    fit = "plain" if plain else match.fit
    return entry(
        "may_ask", row.text,
        _sources(row, match),
        quote=True, rule=f"ask.{row.origin.replace(' ', '_')}", state=fit,
        label=FROM_BANK if row.origin == "bank" else "",
        why=f"{row.word}: {', '.join(dict.fromkeys(r.words for r in row.reasons))}",
        score=round(row.chance * 1000),
        columns=(("Question", row.text), ("Tests", title), ("Your material", have),
                 ("Fit", fit), ("Missing", missing), ("Why", row.word)),
        children=_second(match),
    )  # fmt: skip


def _sources(row: Expected, match: Matched) -> tuple[Source, ...]:
    """The question's own line, what speaks for it, and what the owner has for it."""
    reasons = tuple(reason.source for reason in row.reasons if reason.source)
    story = match.best.story.sources if match.best else ()
    return (row.source, *reasons, *story, *(item.source for item in row.material))


def _needs_story(known: Known, key: str) -> bool:
    competency = known.bank.competency(key)
    return competency is None or competency.needs_story


def _have(row: Expected, match: Matched, *, plain: bool) -> tuple[str, str]:
    """What the notes hold for a question, and what is missing."""
    own = " · ".join(dict.fromkeys(item.words for item in row.material[:6]))
    if plain:
        return own, "" if own else "nothing in your notes"
    if match.best is None:
        return own, "no story in your notes"
    lacking = ticks.missing(match.best.story)[:2]
    with_article = {"result", "number", "lesson"}
    parts = [f"a {name}" if name in with_article else name for name in lacking]
    return f"Story: {match.best.story.title}", "; ".join([*parts, *filter(None, [match.note])])


def _second(match: Matched) -> tuple[Entry, ...]:
    """Why this story, and the next best: the owner may overrule the choice."""
    rows = ((match.best, "because"), (match.second, "or"))
    return tuple(_choice(row, label) for row, label in rows if row)


def _choice(row: Scored, label: str) -> Entry:
    return entry("choice", row.story.title, row.story.sources, quote=True, rule="match",
                 why=row.reason, state=row.fit, label=label,
                 score=round(row.score * 100))  # fmt: skip


def _told(matched: Sequence[Matched], material: Sequence[Material]) -> tuple[Entry, ...]:
    """The stories of this sheet, each once, in the order in which they are needed."""
    places = figure_places(material)
    return tuple(_story(m.best.story, m, places) for m in matched if m.best)


def _story(story: Story, match: Matched, places: Mapping[str, frozenset[str]]) -> Entry:
    alone = ticks.only_here(story, places)
    lines = [row for part, title in _PARTS for row in _part(story, part, title)]
    checks = " · ".join(f"{'✓' if t.found else '–'} {t.name}" for t in ticks.ticks(story))
    return entry(
        "story", story.title, story.sources, quote=True, rule="story.proposed" if story.proposed
        else "story", label="looks like a story; not written as one" if story.proposed else "",
        why=f"for: {match.question}", state="proposed" if story.proposed else match.fit,
        columns=(("Ticks", checks), ("Only here", ", ".join(f"{n} (only here)" for n in alone)),
                 ("Missing", ", ".join(ticks.missing(story)))),
        children=tuple(lines),
    )  # fmt: skip


def _part(story: Story, part: Part, title: str) -> list[Entry]:
    said = [s for s in story.parts if s.part == part]
    if not said:
        if part not in _NEEDED:
            return []
        return [entry("story_part", "missing", story.sources, quote=False, rule="story.part",
                      label=title, state="missing")]  # fmt: skip
    return [
        entry("story_part", s.words, (s.source,), quote=True, rule="story.part", label=title)
        for s in said
    ]


def _plan(missing: Sequence[Entry], told: Sequence[Entry]) -> tuple[Entry, ...]:
    """What to practise first: questions without a story, then stories without an end."""
    rows = [
        entry("plan", row.text, row.sources, quote=True, rule="plan.gap", why=row.why,
              label=row.label)
        for row in missing[:4]
    ]  # fmt: skip
    for story in told:
        lacking = dict(story.columns)["Missing"]
        if "result" in lacking or "number" in lacking:
            first = lacking.split(", ")[0]
            rows.append(
                entry("plan", story.text, story.sources, quote=True, rule="plan.story",
                      why=f"add a {first} before you tell it")
            )  # fmt: skip
    return tuple(rows)


_AFTERWARDS = (
    "From memory first: what did they ask, and what did they say?",
    "What surprised you?",
    "What did you promise, to whom, by when?",
    "What did they promise you?",
)


def _after(rows: Sequence[Entry], known: Known) -> tuple[Entry, ...]:
    """Tick boxes for each question, and four prompts that `prep debrief` asks again."""
    head: Source = known.bank.head
    boxes = [
        entry("asked", row.text, row.sources[:1], quote=True, rule="after.question", label="☐",
              columns=(("Asked", "☐"), ("Question", row.text), ("Went 1–4", ""),
                       ("Story told, what to change", "")))
        for row in rows
    ]  # fmt: skip
    prompts = [
        entry("prompt", text, (head,), quote=False, rule="after.prompt", label=FROM_BANK)
        for text in _AFTERWARDS
    ]
    return (*boxes, *prompts)
