"""Functions chosen by the kinds of their arguments, and spread over lists (Dataview's builder)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from prep.queries.errors import RowError
from prep.queries.values import Value, kind_of

if TYPE_CHECKING:
    from prep.queries.evaluate import Context

Body: TypeAlias = "Callable[..., Value]"


class Function:
    """One function of the query language.

    ``variants`` are tried in order: kinds of the arguments with blanks between (``*`` takes any,
    ``...`` takes any number), and a body that gets the context and the arguments. ``spread``: for
    calls with so many arguments, the positions at which a list means one call for each element.
    """

    __slots__ = ("name", "spread", "variants")

    def __init__(
        self,
        name: str,
        *variants: tuple[str, Body],
        spread: dict[int, tuple[int, ...]] | None = None,
    ) -> None:
        self.name = name
        self.variants = tuple((kinds.split(), body) for kinds, body in variants)
        self.spread = spread or {}

    def __call__(self, context: Context, *arguments: Value) -> Value:
        """Call the first variant that takes these arguments."""
        kinds = [kind_of(argument) for argument in arguments]
        lists = [n for n in self.spread.get(len(kinds), ()) if kinds[n] == "array"]
        if lists:
            return self._each(context, arguments, lists)
        for wanted, body in self.variants:
            if wanted == ["..."] or _fits(wanted, kinds):
                return body(context, *arguments)
        raise RowError(
            f"no implementation of '{self.name}' found for arguments: {', '.join(kinds)}"
        )

    def _each(self, context: Context, arguments: tuple[Value, ...], lists: list[int]) -> Value:
        columns = [arguments[n] for n in lists]
        length = min(len(column) for column in columns if isinstance(column, list))
        results: list[Value] = []
        for row in range(length):
            given = list(arguments)
            for n, column in zip(lists, columns, strict=True):
                if isinstance(column, list):
                    given[n] = column[row]
            results.append(self(context, *given))
        return results


def _fits(wanted: list[str], kinds: list[str]) -> bool:
    return len(wanted) == len(kinds) and all(
        want in ("*", kind) for want, kind in zip(wanted, kinds, strict=True)
    )


def nothing(_context: Context, *_arguments: Value) -> Value:
    """Give null, as most functions do where an argument is null."""
    return None


def nulls(count: int, *last: int) -> tuple[tuple[str, Body], ...]:
    """Give the variants by which null at any of the ``last`` positions of ``count`` makes null."""
    shapes = (["*"] * n + ["null"] + ["*"] * (count - n - 1) for n in last or range(count))
    return tuple((" ".join(shape), nothing) for shape in shapes)
