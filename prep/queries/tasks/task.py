"""A task where it stands: its line as the plugin reads it, and its file and heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from prep.queries.page import Page, day_in
from prep.queries.tasks.line import INVALID, PRIORITIES, TaskLine, parse_line
from prep.queries.tasks.settings import Settings
from prep.queries.values import title_of


class Task(NamedTuple):
    """A task of a vault; ``line`` and ``end_line`` from 1, ``heading`` "" before the first."""

    task: TaskLine
    path: str
    line: int
    end_line: int
    heading: str
    text: str

    @property
    def happens(self) -> str | None:
        """The earliest of the start, scheduled and due days that are days."""
        days = self.task.start, self.task.scheduled, self.task.due
        return min((day for day in days if day is not None and day != INVALID), default=None)

    @property
    def folder(self) -> str:
        """The folder with ``/`` at its end; ``/`` for the root."""
        return f"{self.path.rpartition('/')[0]}/"

    @property
    def root(self) -> str:
        """The first folder of the path with ``/``; ``/`` for a file at the root."""
        first, slash, _ = self.path.partition("/")
        return f"{first}/" if slash else "/"

    @property
    def filename(self) -> str:
        """The file's name with ``.md``."""
        return f"{title_of(self.path)}.md"

    @property
    def priority(self) -> int:
        """0 for the highest, 3 for none, 5 for the lowest."""
        return PRIORITIES.index(self.task.priority)


def tasks_of(pages: Sequence[Page], settings: Settings) -> Iterator[Task]:
    """Give the plugin's tasks of ``pages``, by path and line."""
    for page in sorted(pages, key=lambda each: each.path):
        if not page.may_have_tasks:
            continue
        named = day_in(title_of(page.path)) if settings.dates_from_names else None
        fallback = named.date().isoformat() if named else None
        for item in page.outline.items:
            if item.status is None:
                continue
            found = parse_line(page.lines[item.line - 1], settings, fallback)
            if found:
                heading = item.section or ""
                yield Task(found, page.path, item.line, item.end_line, heading, item.text)


def urgency(task: Task, today: date) -> float:
    """Give the plugin's urgency (``Task/Urgency.ts``): due, scheduled, start and priority.

    Due counts from 2.4 (more than two weeks off) to 12 (a week overdue), scheduled by today 5, a
    start to come -3, priority from 9 (highest) to -1.8 (lowest).
    """
    line = task.task
    score = 0.0
    if line.due is not None and line.due != INVALID:
        overdue = (today - date.fromisoformat(line.due)).days
        part = 1.0 if overdue >= 7 else 0.2 if overdue < -14 else (overdue + 14) * 0.8 / 21 + 0.2
        score += part * 12.0
    if line.scheduled is not None and line.scheduled <= today.isoformat():
        score += 5.0
    if line.start not in {None, INVALID} and str(line.start) > today.isoformat():
        score -= 3.0
    return score + _PRIORITY_SCORES[task.priority] * 6.0


_PRIORITY_SCORES = (1.5, 1.0, 0.65, 0.325, 0.0, -0.3)
