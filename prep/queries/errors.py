"""What a query can be refused for: every refusal names the place in the query."""

from __future__ import annotations

from prep.problems import PrepError


class QueryError(PrepError):
    """A query that the plugin would reject, or that is not supported.

    ``line`` and ``column`` count from 1 in the query's own text; ``expected`` names what could
    have stood there, or is empty.
    """

    def __init__(
        self, message: str, *, line: int = 1, column: int = 1, expected: tuple[str, ...] = ()
    ) -> None:
        self.line, self.column, self.expected = line, column, expected
        wanted = f"; expected {', '.join(expected)}" if expected else ""
        super().__init__(f"query {line}:{column}: {message}{wanted}")


class RowError(Exception):
    """An expression that fails on one row: the row is dropped, and counted."""


def place(text: str, at: int) -> tuple[int, int]:
    """Give line and column, from 1, of the position ``at`` in ``text``."""
    before = text[:at]
    return before.count("\n") + 1, at - before.rfind("\n")
