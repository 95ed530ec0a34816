"""How often the right story comes first: the blind set against word overlap and BM25.

    python bench/matching.py [FOLDER]        writes the table of bench/quality-matching.md

FOLDER holds matching-stories.md, matching-questions.tsv and matching-labels.tsv; without it the
set of the tests is taken. The labels were committed before any matching code existed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from prep import notes
from prep.config import load_yaml
from prep.interview.bank import BankFile, build
from prep.interview.competence import lexicon
from prep.interview.matching import Shelf
from prep.interview.material import Material
from prep.interview.stories import Story, stories
from prep.interview.terms import bm25, content, corpus
from prep.resources import template_folder

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "interview" / "data"
Rank = Callable[[str], Sequence[Story]]


def load(
    folder: Path, asked_in: str = "matching-questions-2.tsv"
) -> tuple[tuple[Story, ...], list[tuple[str, str]], dict[str, set[str]]]:
    """Stories, (question, competency) pairs, and the competencies that each story is labelled."""
    data = (folder / "matching-stories.md").read_bytes()
    note = notes.read("Stories/all.md", data)
    found = stories([Material(note, notes.raw_lines(data))])
    asked = [_pair(line) for line in _lines(folder / asked_in)]
    labels = {t: set(k.split(",")) for t, k in map(_pair, _lines(folder / "matching-labels.tsv"))}
    return found, asked, labels


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _pair(line: str) -> tuple[str, str]:
    first, second = line.split("\t")
    return first, second


def overlap(found: Sequence[Story]) -> Rank:
    """Plain word overlap, without stems."""
    bags = [set(s.text.lower().split()) for s in found]

    def rank(question: str) -> Sequence[Story]:
        words = set(question.lower().strip("?.").split())
        order = sorted(range(len(found)), key=lambda n: (-len(words & bags[n]), found[n].title))
        return [found[n] for n in order if words & bags[n]]

    return rank


def plain_bm25(found: Sequence[Story]) -> Rank:
    """BM25 on Snowball stems."""
    texts = corpus([s.text for s in found])

    def rank(question: str) -> Sequence[Story]:
        query = content(question)
        scores = [bm25(query, texts, n) for n in range(len(found))]
        order = sorted(range(len(found)), key=lambda n: (-scores[n], found[n].title))
        return [found[n] for n in order if scores[n] > 0]

    return rank


def ours(found: Sequence[Story], *, tags: bool) -> Rank:
    """The tool's own ranking, with the owner's ``shows:`` lines or without any."""
    folder = template_folder() / "questions"
    files = [(p, p.read_text("utf-8")) for p in sorted(folder.glob("*.yaml"))]
    bank = build([BankFile(p.name, text, load_yaml(text)) for p, text in files])
    words = lexicon(bank)
    if not tags:
        found = [s._replace(parts=tuple(p for p in s.parts if p.part != "shows")) for s in found]
    shelf = Shelf(found, words)

    def rank(question: str) -> Sequence[Story]:
        wanted = tuple(r.key for r in words.rank(question)[:3])
        return [row.story for row in shelf.rank(question, wanted)]

    return rank


def hits(
    rank: Rank, asked: Sequence[tuple[str, str]], labels: dict[str, set[str]], top: int
) -> int:
    """For how many questions a story of the right competency is among the first ``top``."""
    return sum(
        any(key in labels[story.title] for story in rank(question)[:top]) for question, key in asked
    )


def table(folder: Path, asked_in: str) -> str:
    """The figures as a markdown table."""
    found, asked, labels = load(folder, asked_in)
    ways = (
        ("word overlap", overlap(found)),
        ("BM25 on stems", plain_bm25(found)),
        ("ours, without any `shows:` line", ours(found, tags=False)),
        ("ours", ours(found, tags=True)),
    )
    total = len(asked)
    chance = sum(sum(key in shown for shown in labels.values()) for _, key in asked)
    rows = [f"| chance | {chance / (total * len(found)):.0%} | |"]
    for name, rank in ways:
        first, three = (hits(rank, asked, labels, top) for top in (1, 3))
        rows.append(f"| {name} | {first / total:.0%} ({first}) | {three / total:.0%} ({three}) |")
    head = (
        f"| {total} questions, {len(found)} stories | right first | among three |\n|---|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    for name in sorted(path.name for path in where.glob("matching-questions*.tsv")):
        print(f"{name}\n\n{table(where, name)}")
