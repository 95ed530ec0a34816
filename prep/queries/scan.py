"""A cursor over a query's text that remembers how far any attempt came, for its messages.

Dataview's grammar is an ordered-choice one (parsimmon): each rule either takes text and moves on,
or takes nothing. Here a rule that takes nothing gives None, and :meth:`Scanner.attempt` puts the
cursor back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NoReturn, TypeVar

from prep.patterns import lazy
from prep.queries.errors import QueryError, place

Taken = TypeVar("Taken")


# A level of nesting costs two attempts and a dozen frames, of which Python has a thousand;
# a query by hand has fewer than ten levels.
_MAX_ATTEMPTS = 80

_SPACE = lazy(r"\s*")


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


class Scanner:
    """The text, the place in it, and what was hoped for at the furthest place reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._furthest = 0
        self._hopes: list[str] = []
        self._depth = 0

    def hope(self, wanted: str) -> None:
        """Note that ``wanted`` would have been right here."""
        if self.at > self._furthest:
            self._furthest, self._hopes = self.at, []
        if self.at == self._furthest and wanted not in self._hopes:
            self._hopes.append(wanted)

    def match(self, pattern: str, wanted: str, flags: int = 0) -> re.Match[str] | None:
        """Take what ``pattern`` matches here, or miss."""
        found = _compiled(pattern, flags).match(self.text, self.at)
        if found is None:
            self.hope(wanted)
            return None
        self.at = found.end()
        return found

    def word(self, literal: str, wanted: str = "") -> bool:
        """Take ``literal`` if it stands here; in messages it is called ``wanted``."""
        if not self.text.startswith(literal, self.at):
            self.hope(wanted or f"'{literal}'")
            return False
        self.at += len(literal)
        return True

    def space(self) -> int:
        """Take white space, if there is any; give how much."""
        found = _SPACE.match(self.text, self.at)
        start = self.at
        self.at = found.end() if found else start
        return self.at - start

    def some_space(self) -> bool:
        """Take white space, of which there has to be some."""
        if self.space():
            return True
        self.hope("white space")
        return False

    def attempt(self, rule: Callable[[], Taken | None]) -> Taken | None:
        """Try ``rule``; on a miss the cursor is back where it was."""
        start = self.at
        self._depth += 1
        if self._depth > _MAX_ATTEMPTS:
            self.fail("nested too deeply")
        taken = rule()
        self._depth -= 1
        if taken is None:
            self.at = start
        return taken

    def choice(self, rules: Iterable[Callable[[], Taken | None]], wanted: str) -> Taken | None:
        """Try ``rules`` in order; where all miss at once, ``wanted`` names them in messages."""
        start = self.at
        hopes = list(self._hopes) if self._furthest == start else []
        for rule in rules:
            taken = self.attempt(rule)
            if taken is not None:
                return taken
        if self._furthest <= start:
            self._furthest, self._hopes = start, hopes
            self.hope(wanted)
        return None

    def separated(self, rule: Callable[[], Taken | None]) -> list[Taken]:
        """Take as many as there are, with commas between; a trailing comma is left."""
        taken: list[Taken] = []
        end = self.at
        while (item := self.attempt(rule)) is not None:
            taken.append(item)
            end = self.at
            self.space()
            if not self.word(","):
                break
            self.space()
        self.at = end
        return taken

    def fail(self, message: str | None = None) -> NoReturn:
        """Raise the error for the furthest place that any rule reached."""
        at = self.at if message else max(self._furthest, self.at)
        line, column = place(self.text, at)
        hopes = () if message else tuple(self._hopes)
        raise QueryError(
            message or _unexpected(self.text, at), line=line, column=column, expected=hopes
        )


def _unexpected(text: str, at: int) -> str:
    rest = text[at:].split("\n", 1)[0][:20].rstrip()
    if at >= len(text):
        return "the query ends too early"
    return f"cannot read {rest!r}" if rest else "cannot read the end of the line"
