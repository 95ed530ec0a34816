"""Which story answers which question, and why: tags, shared words, competency words.

``4·tag + BM25 + 3·lexicon``, the best of six ways measured (reference, 4.4); fitted to nothing
here. The reason is printed with every match, so that its owner can overrule it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from prep.interview import ticks
from prep.interview.competence import Lexicon, cosine
from prep.interview.stories import Story
from prep.interview.terms import Corpus, bm25, content, corpus

Fit = Literal["strong", "workable", "stretch", "gap"]
FITS: tuple[Fit, ...] = ("strong", "workable", "stretch", "gap")
TAG, LEXICON = 4.0, 3.0
GUESSES = (1.0, 0.5, 0.35)
"""What a tag weighs that meets the first, second and third competency of a question."""
MOST_WORDS = 2.0
"""One rare word in common must not outvote what the owner says a story shows."""
BESIDE = 10
"""Few people write down more than a dozen stories; with two, each word would be common."""
LEAST = 1.0
"""A weaker score is no match: one shared everyday word."""


class Scored(NamedTuple):
    """A story for a question: fit, score and the reason in words."""

    story: Story
    fit: Fit
    score: float
    reason: str
    competency: str = ""


class Matched(NamedTuple):
    """A question with the story given to it and the next best; ``note``: what to know about it."""

    question: str
    competencies: tuple[str, ...]
    best: Scored | None
    second: Scored | None
    note: str = ""

    @property
    def fit(self) -> Fit:
        """The fit of the story that was given; gap where there is none."""
        return self.best.fit if self.best else "gap"


class Shelf:
    """The stories of a vault, ready to be matched."""

    def __init__(self, stories: Sequence[Story], lexicon: Lexicon, language: str = "en") -> None:
        self.stories = tuple(stories)
        self.lexicon = lexicon
        self._language = language
        self._texts: Corpus = corpus([s.text for s in stories], language, beside=BESIDE)
        self._shows = [lexicon.tags(s.shows) for s in stories]
        # The title counts twice: it says in its owner's words what the story is about.
        self._vectors = [lexicon.vector(f"{s.title}. {s.text}") for s in stories]

    def shows(self, story: Story) -> tuple[str, ...]:
        """The competencies that a story's own tags name."""
        return self._shows[self.stories.index(story)]

    def rank(self, question: str, wanted: Sequence[str]) -> tuple[Scored, ...]:
        """All stories that have anything to do with a question, best first, ties by title.

        ``wanted`` are its competencies, best first; three count. What a question tests is a guess,
        so the first rows show different competencies: the next best guess is worth more than a
        second story for the same one.
        """
        query = content(question, self._language)
        vector = self.lexicon.vector(question)
        # What a question tests by the bank's own word weighs as one more word in its lexicon.
        asked = {**vector, **{key: vector.get(key, 0.0) + 1.0 for key in wanted[:1]}}
        rows = [self._score(n, query, asked, wanted) for n in range(len(self.stories))]
        kept = [row for row in rows if row is not None]
        return _spread(sorted(kept, key=lambda row: (-row.score, row.story.title)))

    def _score(
        self, place: int, query: Sequence[str], asked: Mapping[str, float], wanted: Sequence[str]
    ) -> Scored | None:
        story, shows = self.stories[place], self._shows[place]
        tag = _tag(shows, wanted)
        words = min(MOST_WORDS, bm25(query, self._texts, place))
        alike = cosine(asked, self._vectors[place])
        score = TAG * tag + words + LEXICON * alike
        if score < LEAST:
            return None
        shared = [term for term in dict.fromkeys(query) if term in self._texts.counts[place]]
        key = next((k for k in wanted[: len(GUESSES)] if k in shows), "")
        reason = _reason(key, shared, alike)
        return Scored(story, _fit(story, tag), score, reason, key)


def _tag(shows: Sequence[str], wanted: Sequence[str]) -> float:
    """The first tag is what a story shows best: a later one weighs a little less."""
    for key, weight in zip(wanted, GUESSES, strict=False):
        if key in shows:
            return weight if key == shows[0] else 0.6 * weight
    return 0.0


def _fit(story: Story, tag: float) -> Fit:
    """A proposed story is a stretch at best: its owner has not told it yet."""
    found = ticks.count(story)
    if story.proposed or tag == 0.0:
        return "stretch"
    if tag > GUESSES[1] and found >= ticks.STRONG:
        return "strong"
    return "workable" if found >= ticks.WORKABLE else "stretch"


def _spread(rows: Sequence[Scored]) -> tuple[Scored, ...]:
    """The best row of each competency that a tag names first, then the rest in their order."""
    first: dict[str, Scored] = {}
    for row in rows:
        if row.competency:
            first.setdefault(row.competency, row)
    best = list(first.values())
    return (*best, *(row for row in rows if row not in best))


def _reason(key: str, shared: Sequence[str], alike: float) -> str:
    parts = [f"shows: {key}"] if key else []
    if shared:
        parts.append(f"shares: {', '.join(shared[:3])}")
    if alike > 0 and not key:
        parts.append("its words point the same way")
    return "; ".join(parts)


def lower(fit: Fit) -> Fit:
    """The next level down."""
    return FITS[min(FITS.index(fit) + 1, 2)]


def assign(
    questions: Sequence[tuple[str, tuple[str, ...]]], shelf: Shelf, account: str = ""
) -> tuple[Matched, ...]:
    """Give each question a story, none twice: the best fit first, then score, then title.

    A story told before at this account drops a level. ``questions`` are (text, competencies).
    """
    ranked = [shelf.rank(text, wanted) for text, wanted in questions]
    dropped = [tuple(_told_before(row, account) for row in rows) for rows in ranked]
    pairs = sorted(
        (FITS.index(row.fit), -row.score, row.story.title, number, place)
        for number, rows in enumerate(dropped)
        for place, row in enumerate(rows)
    )
    given: dict[int, int] = {}
    taken: set[tuple[str, int]] = set()
    for _, _, _, number, place in pairs:
        story = dropped[number][place].story
        if number not in given and (story.path, story.sources[0].line) not in taken:
            given[number] = place
            taken.add((story.path, story.sources[0].line))
    return tuple(
        _matched(text, wanted, dropped[number], given.get(number), account)
        for number, (text, wanted) in enumerate(questions)
    )


def _told_before(row: Scored, account: str) -> Scored:
    if not told_at(row.story, account):
        return row
    return row._replace(fit=lower(row.fit))


def told_at(story: Story, account: str) -> str:
    """The day on which a story was told at an account, or ""."""
    key = account.lower()
    return next((day for day, where in story.used if key and key in where.lower()), "")


def _matched(
    text: str, wanted: tuple[str, ...], rows: Sequence[Scored], place: int | None, account: str
) -> Matched:
    best = rows[place] if place is not None else None
    second = next((row for n, row in enumerate(rows) if n != place), None)
    notes = []
    if best and (day := told_at(best.story, account)):
        notes.append(f"told here on {day}")
    if best and (worn := ticks.worn(best.story)):
        notes.append(worn)
    return Matched(text, wanted, best, second, "; ".join(notes))
