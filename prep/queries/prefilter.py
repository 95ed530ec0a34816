"""Which pages a TASK query can be answered from, told by their text alone.

Reading a page's list items is the costly step. Where a query's first clause is a WHERE that asks
for ``contains(text, "words")`` (or ``icontains``) among conditions joined by AND, a page without
those words has no task that fits. An app can ask the same of its index before it makes pages:
see :func:`needed`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prep.queries import tree
from prep.queries.page import Page


class Needed(NamedTuple):
    """What a page must hold: a check box where ``tasks``, and all ``words``.

    A word's flag is True where case does not count.
    """

    tasks: bool = False
    words: tuple[tuple[str, bool], ...] = ()

    def fits(self, page: Page) -> bool:
        """Tell whether ``page`` can have a row that the query keeps."""
        if self.tasks and not page.may_have_tasks:
            return False
        lower = page.text.lower() if any(folded for _, folded in self.words) else ""
        return all(
            word.lower() in lower if folded else word in page.text for word, folded in self.words
        )


def needed(query: tree.Query) -> Needed:
    """Tell what a page must hold to matter to ``query``; nothing, where that cannot be told."""
    if query.kind != "task":
        return Needed()
    first = query.clauses[0] if query.clauses else None
    words = tuple(_words(first.condition)) if isinstance(first, tree.Where) else ()
    return Needed(tasks=True, words=words)


def _words(condition: tree.Expression) -> Iterator[tuple[str, bool]]:
    match condition:
        case tree.Binary(_, "&", _):
            for part in _joined(condition):
                yield from _words(part)
        case tree.Call(
            tree.Variable("contains" | "icontains" as name),
            (tree.Variable("text"), tree.Constant(str() as word)),
        ):
            # the lines of a task's text are trimmed and joined, so only what stands inside a line
            # is found in the file as it is
            if word.strip() and "\n" not in word:
                yield word.strip(), name == "icontains"


def _joined(condition: tree.Expression) -> Iterator[tree.Expression]:
    """Give the conditions that a chain of ANDs joins."""
    while isinstance(condition, tree.Binary) and condition.operator == "&":
        yield condition.right
        condition = condition.left
    yield condition
