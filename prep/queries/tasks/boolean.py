"""Filters joined by AND, OR, XOR and NOT (the plugin's ``BooleanField.ts`` and boon-js).

Every filter stands in delimiters, all of one kind: ``( )``, ``[ ]``, ``{ }`` or ``" "``. NOT binds
most, then XOR, AND, OR.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from prep.patterns import lazy
from prep.queries.tasks.filters import Filter, InstructionError

_PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"'}
_LEADING_OPERATORS = lazy(r"[A-Z ]*\s*(.*)", re.DOTALL)
_LOOKS_BOOLEAN = lazy(r'(AND|OR|XOR|NOT)\s*[(\[{"]|[(\[{"].+[)\]}"]')
_OPERATORS = frozenset({"AND", "OR", "XOR", "NOT"})


def read_boolean(line: str, read: Callable[[str], Filter | None]) -> Filter | None:
    """Read ``line`` as filters joined together, or None; ``read`` reads one filter.

    Raises:
        InstructionError: it looks like one and is malformed, or a filter in it is.
    """
    if not _LOOKS_BOOLEAN.search(line):
        return None
    opening = _opening(line)
    closing = _PAIRS[opening]
    tokens = tuple(_tokens(_parts(line, opening, closing), opening, closing))
    return _Reader(tokens, read).all()


class _Token(NamedTuple):
    """An operator, a bracket (always round) or a filter's text."""

    kind: str
    text: str


def _opening(line: str) -> str:
    inside = _LEADING_OPERATORS.match(line.strip())
    rest = inside[1] if inside else ""
    if rest and _PAIRS.get(rest[0]) == rest[-1] and len(rest) > 1:
        return rest[0]
    raise InstructionError(
        "filters that AND, OR, XOR or NOT join each stand in (...), in one kind of bracket"
    )


def _parts(line: str, opening: str, closing: str) -> list[str]:
    """Cut ``line`` at its operators, then the brackets off both ends of what is between."""
    start, end = re.escape(opening), re.escape(closing)
    binary = rf"({end}\s*(?:AND|OR|AND +NOT|OR +NOT|XOR)\s*{start})"
    pieces = [
        part for each in re.split(binary, line) for part in re.split(rf"(NOT\s*{start})", each)
    ]
    pieces = [part for each in pieces for part in re.split(rf"(^[{start} ]*)", each)]
    pieces = [part for each in pieces for part in re.split(rf"([{end} ]*\Z)", each)]
    return [part for part in pieces if part]


def _tokens(parts: list[str], opening: str, closing: str) -> Iterator[_Token]:
    start, end = re.escape(opening), re.escape(closing)
    not_a_filter = re.compile(
        rf"[ {start}{end}]+| *{end} *(AND|OR|XOR)( +NOT)? *{start} *|(AND|OR|XOR|NOT) *{start}"
        rf"|{end} *(AND|OR|XOR)|(AND|OR|XOR|NOT)"
    )
    for part in parts:
        if not not_a_filter.fullmatch(part):
            yield _Token("filter", part)
            continue
        if '""' in part:
            raise InstructionError("malformed boolean query: quotes cannot stand in quotes")
        for found in re.finditer(r"[A-Z]+|\S", part):
            if found[0] in _OPERATORS:
                yield _Token(found[0], found[0])
            elif opening != '"':
                yield _Token("(" if found[0] == opening else ")", found[0])


class _Reader:
    """Reads tokens by precedence: OR least, then AND, XOR, NOT."""

    _LEVELS = ("OR", "AND", "XOR")

    def __init__(self, tokens: tuple[_Token, ...], read: Callable[[str], Filter | None]) -> None:
        self._tokens = tokens
        self._read = read
        self._at = 0

    def all(self) -> Filter:
        found = self._joined(0)
        if self._at < len(self._tokens):
            raise InstructionError(f"malformed boolean query at {self._tokens[self._at].text!r}")
        return found

    def _next(self, kind: str) -> bool:
        taken = self._at < len(self._tokens) and self._tokens[self._at].kind == kind
        self._at += taken
        return taken

    def _joined(self, level: int) -> Filter:
        if level == len(self._LEVELS):
            return self._single()
        left = self._joined(level + 1)
        while self._next(self._LEVELS[level]):
            left = _JOINS[self._LEVELS[level]](left, self._joined(level + 1))
        return left

    def _single(self) -> Filter:
        if self._next("NOT"):
            negated = self._single()
            return lambda task, all_tasks: not negated(task, all_tasks)
        if self._next("("):
            inside = self._joined(0)
            if not self._next(")"):
                raise InstructionError("malformed boolean query: a closing bracket is missing")
            return inside
        if not self._next("filter"):
            raise InstructionError("malformed boolean query: a filter is missing")
        text = self._tokens[self._at - 1].text
        found = self._read(text)
        if found is None:
            raise InstructionError(f"couldn't parse sub-expression '{text}'")
        return found


def _and(left: Filter, right: Filter) -> Filter:
    return lambda task, all_tasks: left(task, all_tasks) and right(task, all_tasks)


def _or(left: Filter, right: Filter) -> Filter:
    return lambda task, all_tasks: left(task, all_tasks) or right(task, all_tasks)


def _xor(left: Filter, right: Filter) -> Filter:
    return lambda task, all_tasks: left(task, all_tasks) != right(task, all_tasks)


_JOINS = {"AND": _and, "OR": _or, "XOR": _xor}
