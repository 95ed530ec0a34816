"""After the meeting: a note made piece by piece, so that a stop at any prompt keeps the rest.

The note has the headings and lines that the reading rules know: what they asked becomes a question
"asked before", a story told there counts as used, a ticked promise closes the open one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prep.interview.material import Material
from prep.interview.stories import Said, Story
from prep.model.brief import Source
from prep.patterns import lazy

RATINGS = {"1": "poor", "2": "rough", "3": "ok", "4": "strong"}
SECTIONS = ("From memory", "They asked", "Promised", "Closed", "Answers", "Surprise")
_STORY_LINE = lazy(r"(?:^|· )story: (?P<title>.+)$")
_UNSAFE = lazy(r'[\\/:*?"<>|#^\[\]]')


class Asked(NamedTuple):
    """A question that was asked, how it went (1 to 4, "" not rated) and the story told."""

    question: str
    went: str = ""
    story: str = ""


def file_name(day: str, subject: str) -> str:
    """The note's name: the day and whom one met, without what file systems refuse."""
    return f"{day} {_UNSAFE.sub(' ', subject).strip()} debrief.md"


def opening(day: str, subject: str, owner: str) -> str:
    """The head of a new debrief note."""
    return (
        f'---\ndate: {day}\ntype: meeting\nattendees:\n  - "[[{subject}]]"\n  - "{owner}"\n---\n'
        f"# {subject}: debrief of {day}\n"
    )


def heading(title: str) -> str:
    """A section's heading, with the blank lines around it."""
    return f"\n## {title}\n\n"


def memory(text: str) -> str:
    """What was written down from memory, before any question: one line a paragraph."""
    return f"{' '.join(text.split())}\n"


def asked(row: Asked) -> str:
    """A question that was asked, verbatim and in quotes."""
    words = " ".join(row.question.split()).strip('"“”')
    return f'- "{words}"\n'


def details(row: Asked) -> str:
    """How a question went and which story was told, as the next line; "" for neither.

    Not indented: what stands indented below a question is its answer.
    """
    parts = [f"went: {RATINGS[row.went]}"] if row.went in RATINGS else []
    parts += [f"story: {row.story}"] if row.story else []
    return f"- {' · '.join(parts)}\n" if parts else ""


def promised(text: str, *, by: str) -> str:
    """A new promise as an open task; ``by`` is "I" or a name."""
    words = " ".join(text.split())
    starts = words.lower().startswith((f"{by.lower()} ", "i will", "i'll"))
    return f"- [ ] {words}\n" if starts else f"- [ ] {by} will {words}\n"


def closed(text: str, day: str) -> str:
    """A claim of earlier notes that is done, in its own words, ticked."""
    return f"- [x] {' '.join(text.split())} ✅ {day}\n"


def answered(question: str, answer: str) -> str:
    """An open question of earlier notes with the answer that was given."""
    return f"- {' '.join(question.split())}\n    - {' '.join(answer.split())}\n"


def with_uses(stories: Sequence[Story], material: Sequence[Material]) -> tuple[Story, ...]:
    """Stories with the times that debriefs say they were told, beside their own ``used:`` lines."""
    told = [use for given in material for use in _uses(given)]
    return tuple(
        story._replace(
            parts=(*story.parts, *(said for title, said in told if title == story.title.lower()))
        )
        for story in stories
    )


def _uses(given: Material) -> list[tuple[str, Said]]:
    found = []
    for block in given.note.blocks:
        match = _STORY_LINE.search(block.text.strip())
        day = given.day_of(block.episode)
        if block.kind == "item" and match and day and _under_asked(given, block.heading):
            source: Source = given.source_of(block)
            where = f"{day} {given.note.title} {' '.join(_attendees(given))}"
            found.append((match["title"].strip().lower(), Said("used", where, source)))
    return found


def _under_asked(given: Material, heading_at: int | None) -> bool:
    return heading_at is not None and given.note.blocks[heading_at].text.startswith(SECTIONS[1])


def _attendees(given: Material) -> list[str]:
    return [v for f in given.note.fields if f.key == "attendees" for v in f.values]
