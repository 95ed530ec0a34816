"""What a Dataview query parses to: expressions, sources, clauses (its ``field.ts``, ``query.ts``).

Expressions keep the place where they stand (``at``, an offset in the query's text), so that what
fails later can still be pointed at; it takes no part in comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from prep.queries.values import Value


class Expression:
    """Anything that has a value on a row."""

    __slots__ = ()


class Source:
    """What stands after FROM: it names pages."""

    __slots__ = ()


class Clause:
    """A step from rows to rows; the steps run in the order in which they are written."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A literal value."""

    value: Value


@dataclass(frozen=True, slots=True)
class Variable(Expression):
    """A field of the row, of an enclosing lambda, or ``this``."""

    name: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ListOf(Expression):
    """``[a, b]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ObjectOf(Expression):
    """``{ a: 1 }``."""

    entries: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Binary(Expression):
    """Two operands; ``operator`` is one of ``& | + - * / % < <= > >= = !=``."""

    left: Expression
    operator: str
    right: Expression


@dataclass(frozen=True, slots=True)
class Negated(Expression):
    """``!a``."""

    child: Expression


@dataclass(frozen=True, slots=True)
class Index(Expression):
    """``a.b`` and ``a[b]``."""

    target: Expression
    index: Expression


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """``f(a, b)``; ``function`` is a variable for a function by name."""

    function: Expression
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Lambda(Expression):
    """``(a, b) => a + b``."""

    names: tuple[str, ...]
    body: Expression


@dataclass(frozen=True, slots=True)
class Named:
    """An expression with the name of its column: given by ``AS``, else its own words."""

    name: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Folder(Source):
    """``"Folder"`` or ``"path/of a file"``; ``""`` is the whole vault."""

    path: str


@dataclass(frozen=True, slots=True)
class Tag(Source):
    """``#tag``, with its sub-tags."""

    tag: str


@dataclass(frozen=True, slots=True)
class Linked(Source):
    """``[[Note]]`` (pages that link there) or ``outgoing([[Note]])``."""

    path: str
    outgoing: bool = False


@dataclass(frozen=True, slots=True)
class Csv(Source):
    """``csv("file")``: parsed, never answered."""

    path: str


@dataclass(frozen=True, slots=True)
class OwnFolder(Source):
    """``this.file.folder``: Dataview refuses it, people write it; answered with a warning."""


@dataclass(frozen=True, slots=True)
class Except(Source):
    """``-source`` or ``!source``."""

    source: Source


@dataclass(frozen=True, slots=True)
class Both(Source):
    """Two sources; ``operator`` is ``&`` or ``|``."""

    left: Source
    operator: str
    right: Source


@dataclass(frozen=True, slots=True)
class Where(Clause):
    """Keeps the rows for which the expression is true."""

    condition: Expression
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sort(Clause):
    """Orders rows by each expression in turn; the flag is True for descending."""

    keys: tuple[tuple[Expression, bool], ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Limit(Clause):
    """Keeps the first rows."""

    amount: Expression
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Group(Clause):
    """Makes one row of ``key`` and ``rows`` for each value."""

    by: Named
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Flatten(Clause):
    """Makes one row for each element."""

    by: Named
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Again(Clause):
    """A second FROM: the plugin parses it and then fails to run the query."""

    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. ``columns`` of a LIST hold its expression, if it has one."""

    kind: Literal["task", "list", "table", "calendar"]
    columns: tuple[Named, ...] = ()
    show_id: bool = True
    source: Source = Folder("")
    clauses: tuple[Clause, ...] = ()


def walk(expression: Expression) -> Iterator[Expression]:
    """Give ``expression`` and all that it is made of."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(_children(node)))


def _children(node: Expression) -> tuple[Expression, ...]:
    match node:
        case ListOf(items):
            return items
        case ObjectOf(entries):
            return tuple(entry for _, entry in entries)
        case Binary(left, _, right):
            return left, right
        case Negated(child):
            return (child,)
        case Index(target, index):
            return target, index
        case Call(function, arguments):
            return (function, *arguments)
        case Lambda(_, body):
            return (body,)
        case _:
            return ()
