"""A vault of any size, made from a seed: ``python bench/generate_vault.py OUT --notes 10000``.

Every note is a function of (seed, number of notes, its own number), so the same call gives the same
bytes, in however many processes. Words and names are invented here; the shapes are those of real
notes: meetings, clippings, people, daily notes and companies, 1 to 8 KB, names by Zipf's law.

Three people are known to every vault, so that growth with the vault can be told from growth with
the subject: ``WARM`` is named in 92 notes whatever the size, ``COLD`` in 4, ``HOT`` in about 5 of
100 notes.
"""
# ruff: noqa: SIM905 - lists of words are read, and changed, as prose

from __future__ import annotations

import argparse
import datetime
import random
from bisect import bisect
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

WARM, COLD, HOT = "Ivo Tarrantine", "Odo Brackwater", "Hessa Quillon"
WARM_NOTES, COLD_NOTES = 92, 4
_FIRST = """Aldo Anneke Arlo Bente Birk Brisa Calla Corin Dagny Davin Edda Elio Enna Fenn Fiora
Galen Greta Halle Idris Ilka Jarek Jorun Kaia Kellan Lark Liesel Lorcan Maren Merrit Nell Niko Oda
Orla Petra Pim Quinn Rafe Runa Sanna Silas Tamsin Teo Ulla Vanja Vito Wim Wren Xenia Yara
Zeno""".split()
_STEMS = """Bram Carl Dorn Eller Fal Grim Hol Isen Kest Lind Mor Nor Ost Pell Quar Ros Stav Tor Ulm
Var""".split()
_ENDS = """berg dale feld ford gate hart holm ling mark more nock quist rud sen stad sund thorpe vik
wall wick""".split()
_COMPANY = "Works Systems Foods Energy Labs Freight Health Media Partners Robotics".split()
_SMALL = """the of and to a in that we is for on it with as they are this at be from by have not or
an our was can will more when one which there if all their has about into after but than""".split()
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s st t tr v w z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = "n r l s t m nd rt lf ns ng x p".split()
_DEEDS = """send the revised {} quote|share the {} report|set up the {} sandbox|draft the {} paper|
check the {} limits|introduce the {} lead|fix the failing {} import|book the {} workshop|
review the {} map|confirm the {} plan|compare {} with last year|write up the {} incident|ask about
the {} budget|move the {} tests|name an owner for {}|close the {} ticket""".replace(
    "\n", " "
).split("|")
_TOPICS = """{} pricing|the {} sign-on|the {} export|the {} pilot|{} renewal terms|the {} audit|{}
migration|{} response times|the {} road map|{} training|hiring for {}|the move to {}""".replace(
    "\n", " "
).split("|")
_DUE = ("by Friday", "before 12 December", "by end of March", "next week", "by 2025-11-28")


class Cast(NamedTuple):
    """Everyone and every company of a vault of one size."""

    people: tuple[str, ...]
    companies: tuple[str, ...]
    weights: tuple[float, ...]
    words: tuple[str, ...]
    word_weights: tuple[float, ...]
    warm: frozenset[int]
    cold: frozenset[int]


@cache
def cast(seed: int, notes: int) -> Cast:
    """Those of a vault: a tenth of the notes are people, a fiftieth companies."""
    rng = random.Random(f"{seed}:{notes}")
    lasts = [stem + end for stem in _STEMS for end in _ENDS]
    doubles = [f"{a}-{b}" for a in lasts[:40] for b in lasts[-40:]]
    names = [f"{first} {last}" for first in _FIRST for last in (*lasts, *doubles)]
    people = (HOT, *rng.sample(names, max(20, notes // 10)))
    stems = ["".join(map(rng.choice, (_ONSETS, _VOWELS, _CODAS))) for _ in range(2000)]
    firms = [f"{stem.title()}{vowel}" for stem in dict.fromkeys(stems) for vowel in _VOWELS]
    companies = [
        f"{firm} {rng.choice(_COMPANY)}" for firm in rng.sample(firms, max(5, notes // 50))
    ]
    words = [*_SMALL, *(one + rng.choice(("", "ing", "er", "al", "ed")) for one in stems)]
    words += [
        a + b for a, b in zip(rng.choices(stems, k=6000), rng.choices(stems, k=6000), strict=True)
    ]
    return Cast(
        people,
        tuple(companies),
        tuple(accumulate(1 / (rank + 20) for rank in range(len(people)))),
        tuple(words),
        tuple(accumulate(1 / (rank + 2.7) for rank in range(len(words)))),
        frozenset(notes * at // WARM_NOTES for at in range(WARM_NOTES)),
        frozenset(notes * at // COLD_NOTES + 1 for at in range(COLD_NOTES)),
    )


class Writer:
    """One note in the making: its own randomness, and the vault's people and words."""

    def __init__(self, seed: int, notes: int, number: int) -> None:
        self.cast = cast(seed, notes)
        self.rng = random.Random(f"{seed}:{notes}:{number}")
        self.number = number
        day = datetime.date(2025, 11, 20) - datetime.timedelta(self.rng.randrange(1500))
        self.day = day.isoformat()
        self.size = int(min(8200, max(1000, self.rng.lognormvariate(8.15, 0.55))))

    def person(self) -> str:
        """Someone, by Zipf's law."""
        weights = self.cast.weights
        return self.cast.people[bisect(weights, self.rng.random() * weights[-1])]

    def company(self, person: str) -> str:
        """Where this person works: always the same."""
        return self.cast.companies[sum(map(ord, person)) * 31 % len(self.cast.companies)]

    def sentence(self) -> str:
        """Invented words, as long as sentences are."""
        count = self.rng.randint(6, 22)
        words = self.rng.choices(self.cast.words, cum_weights=self.cast.word_weights, k=count)
        return " ".join(words).capitalize() + "."

    def thing(self) -> str:
        """One or two invented words, seldom the same twice."""
        return " ".join(self.rng.choices(self.cast.words[len(_SMALL) :], k=self.rng.randint(1, 2)))

    def topic(self) -> str:
        """What a stretch of talk is about."""
        return self.rng.choice(_TOPICS).format(self.thing()).strip()

    def paragraph(self) -> str:
        """A few sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(1, 4)))

    def remark(self, people: list[str]) -> str:
        """A line that says something: a promise, a question, a decision, a task, a link."""
        rng = self.rng
        who, due = rng.choice(people), rng.choice(_DUE)
        deed, topic = rng.choice(_DEEDS).format(self.thing()), self.topic()
        return rng.choice(
            (
                f"- [ ] {deed} 📅 2025-{rng.randint(10, 12)}-{rng.randint(10, 28)} #follow-up",
                f"- [x] {deed} ✅ 2025-0{rng.randint(1, 9)}-11",
                f"- [ ] @{who.split()[0]} {deed} [due:: 2025-12-0{rng.randint(1, 9)}]",
                f"- {who} will {deed} {due}.",
                f"- We will {deed} {due}.",
                f"- Decided: {topic} stays as it is, {deed} first.",
                f"- Does {topic} hold for the whole company?",
                f"- {who}: how long does {topic} take?",
                f"- **{who}** worries about {topic}; don't mention it to their board.",
                f"- [[{who}]] asked about {topic}. {self.sentence()}",
                f"- [[{who}|{who.split()[0]}]] reports to {self.person()}.",
                f"- {self.sentence()}",
                f"- {self.sentence()}",
            )
        )

    def body(self, people: list[str], remarks: int) -> Iterator[str]:
        """Headings, paragraphs and remarks up to the note's size; about ``remarks`` of them."""
        size = 0
        while size < self.size:
            for line in (
                f"\n## {self.topic().capitalize()}\n",
                self.paragraph() + "\n",
                *(self.remark(people) for _ in range(remarks)),
            ):
                size += len(line)
                yield line


def _front(note: Writer, **fields: object) -> list[str]:
    if note.rng.random() < 0.06:
        return []
    if note.rng.random() < 0.003:
        return ["---", "title: a: colon", "tags: [unclosed", "---"]
    lines = ["---", *(f"{key}: {value}" for key, value in fields.items())]
    if note.rng.random() < 0.5:
        return [*lines, "tags:", "  - work", f"  - {note.topic().split()[-1]}", "---"]
    return [*lines, "tags: [work, log]", "---"]


def _meeting(note: Writer, named: list[str]) -> tuple[str, list[str]]:
    people = list(dict.fromkeys((*named, *(note.person() for _ in range(note.rng.randint(2, 5))))))
    company = note.company(people[0])
    links = ", ".join(f'"[[{person}]]"' for person in people)
    lines = _front(note, date=note.day, type="meeting", attendees=f"[{links}]", company=company)
    lines += [f"# {company} {note.topic()}", "", f"Attendees: {', '.join(people)}"]
    lines += note.body(people, 2)
    return f"Meetings/{note.day[:7]}/{note.day} {company} {note.number}.md", lines


def _daily(note: Writer, named: list[str]) -> tuple[str, list[str]]:
    lines = [*_front(note, date=note.day), f"# {note.day}"]
    for person in (*named, *(note.person() for _ in range(note.rng.randint(1, 4)))):
        lines += ["", f"{person.lower()} call:", ""]
        lines += (note.remark([person]) for _ in range(note.rng.randint(1, 5)))
        lines.append(note.paragraph())
    return f"Daily/{note.day[:4]}/{note.day} {note.number}.md", lines


def _clipping(note: Writer, named: list[str]) -> tuple[str, list[str]]:
    title = note.sentence().rstrip(".")[:60]
    source = f'"https://example.org/{note.number}"'
    lines = _front(note, title=f'"{title}"', source=source, created=note.day)
    people = [*named, note.person()]
    lines += [f"# {title}", "", f"By {people[0]}, {note.company(people[0])}."]
    lines += note.body(people, 0)
    return f"Clippings/{note.number % 40:02}/{title} {note.number}.md", lines


def _person(note: Writer, named: list[str]) -> tuple[str, list[str]]:
    people = note.cast.people
    name = people[note.number // 10 % len(people)]
    company = note.company(name)
    mail = f"{name.lower().replace(' ', '.')}@{company.split()[0].lower()}.example"
    lines = _front(note, type="person", company=f'"[[{company}]]"', email=mail, role="Buyer")
    lines += [f"# {name}", "", f"**Role**: Buyer at [[{company}]]", f"**Email**: {mail}"]
    lines += note.body([name, *named], 1)
    return f"People/{name}.md", lines


def _company(note: Writer, named: list[str]) -> tuple[str, list[str]]:
    name = note.cast.companies[note.number // 50 % len(note.cast.companies)]
    people = [*named, *(note.person() for _ in range(3))]
    lines = [*_front(note, type="account", stage="customer"), f"# {name}", ""]
    lines += (f"- [[{person}]], {note.topic()}" for person in people)
    lines += note.body(people, 1)
    return f"Companies/{name}.md", lines


_Shape = Callable[[Writer, list[str]], tuple[str, list[str]]]
_SHAPES: tuple[tuple[float, _Shape], ...] = ((0.49, _meeting), (0.58, _daily), (1.0, _clipping))


def note_of(seed: int, notes: int, number: int) -> tuple[str, str]:
    """Path and text of one note."""
    note = Writer(seed, notes, number)
    named = [WARM] * (number in note.cast.warm) + [COLD] * (number in note.cast.cold)
    draw = note.rng.random()
    shape: _Shape = next(shape for upto, shape in _SHAPES if draw < upto)
    if named:
        shape = _meeting
    elif number % 10 == 5:
        shape = _person
    elif number % 50 == 3:
        shape = _company
    path, lines = shape(note, named)
    return path, "\n".join(lines) + "\n"


def write_notes(out: Path, seed: int, notes: int, part: range) -> int:
    """Write these notes; returns their bytes."""
    size = 0
    for number in part:
        path, text = note_of(seed, notes, number)
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(text.encode())
    return size


def generate(out: Path, notes: int, seed: int = 7, jobs: int = 2) -> int:
    """Write a whole vault; returns its bytes."""
    parts = [range(at, notes, jobs) for at in range(jobs)]
    with ProcessPoolExecutor(jobs) as pool:
        return sum(pool.map(partial(write_notes, out, seed, notes), parts))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("out", type=Path)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    size = generate(given.out, given.notes, given.seed, given.jobs)
    print(f"{given.notes} notes, {size} bytes, in {given.out}")


if __name__ == "__main__":
    main()
