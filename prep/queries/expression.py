"""The grammar of Dataview's expressions and sources, rule by rule (``expression/parse.ts``).

The order of the alternatives is the plugin's, for it decides what a text means. ``AND`` and ``OR``
bind equally and to the left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from prep.queries import literals, tree
from prep.queries.scan import Scanner
from prep.queries.values import Value

KEYWORDS = frozenset({"FROM", "WHERE", "LIMIT", "GROUP", "FLATTEN"})
"""Words that cannot be variables (``row.limit`` reaches a field of that name)."""

_BOOLEAN_OPERATORS = {"and": "&", "or": "|"}
_LEVELS = (r"and|or|&|\|", ">=|<=|!=|>|<|=", r"\+|-", r"\*|/|%")

Found = tree.Expression | None


class Expressions:
    """Reads expressions and sources at a scanner's place; ``now`` is what ``date(today)`` means."""

    def __init__(self, scanner: Scanner, now: datetime) -> None:
        self._scan = scanner
        self._now = now
        self._known: dict[int, tuple[Found, int]] = {}
        self._atoms: tuple[Callable[[], Found], ...] = (
            self._embed, self._negated, self._link, self._list, self._object, self._lambda,
            self._group, self._boolean, self._number, self._string, self._date, self._duration,
            self._null, self._variable,
        )  # fmt: skip

    def field(self) -> Found:
        """Read a whole expression."""
        return self._binary(0)

    def identifier(self) -> str | None:
        """Read a name: a letter or emoji, then letters, digits, ``_``, ``-``, emoji."""
        found = self._scan.match(literals.IDENTIFIER, "a name")
        return None if found is None else found[0]

    def string(self) -> str | None:
        """Read a text in double quotes."""
        found = self._scan.match(literals.STRING, 'a text in "quotes"')
        return None if found is None else literals.unescape(found[0])

    def source(self) -> tree.Source | None:
        """Read what stands after FROM."""
        left = self._scan.attempt(self._source_atom)
        while left is not None:
            start = self._scan.at
            operator = self._operator(0)
            right = None if operator is None else self._scan.attempt(self._source_atom)
            if operator is None or right is None:
                self._scan.at = start
                break
            left = tree.Both(left, operator, right)
        return left

    def _operator(self, level: int) -> str | None:
        """Read the operator of a level of precedence, with the white space about it."""
        self._scan.space()
        found = self._scan.match(_LEVELS[level], "an operator", re.IGNORECASE)
        if found is None:
            return None
        self._scan.space()
        return _BOOLEAN_OPERATORS.get(found[0].lower(), found[0])

    def _binary(self, level: int) -> Found:
        if level == len(_LEVELS):
            return self._operand()
        left = self._binary(level + 1)
        while left is not None:
            start = self._scan.at
            operator = self._operator(level)
            right = None if operator is None else self._binary(level + 1)
            if operator is None or right is None:
                self._scan.at = start
                break
            left = tree.Binary(left, operator, right)
        return left

    def _operand(self) -> Found:
        """Read what operators stand between, once a place: a bracket may be tried three ways, and
        brackets in brackets would else take three times as long at each level.
        """
        start = self._scan.at
        if start not in self._known:
            found = self._scan.attempt(self._postfixed)
            self._known[start] = found, self._scan.at
        found, self._scan.at = self._known[start]
        return found

    def _postfixed(self) -> Found:
        target = self._atom()
        while target is not None:
            after = self._postfix(target)
            if after is None:
                break
            target = after
        return target

    def _atom(self) -> Found:
        return self._scan.choice(self._atoms, "an expression")

    def _postfix(self, target: tree.Expression) -> Found:
        scan, start = self._scan, self._scan.at
        if scan.word(".", "an operator"):
            name = self.identifier()
            if name is not None:
                return tree.Index(target, tree.Constant(name))
        elif scan.word("[", "an operator"):
            index = self._closed("]")
            if index is not None:
                return tree.Index(target, index)
        elif scan.word("(", "an operator"):
            scan.space()
            arguments = scan.separated(self.field)
            scan.space()
            if scan.word(")"):
                return tree.Call(target, tuple(arguments))
        scan.at = start
        return None

    def _closed(self, bracket: str) -> Found:
        self._scan.space()
        inside = self.field()
        self._scan.space()
        return inside if inside is not None and self._scan.word(bracket) else None

    def _embed(self) -> Found:
        found = self._scan.match(rf"(!?){literals.LINK}", "a [[link]]")
        return None if found is None else tree.Constant(literals.embed_or_link(found))

    def _negated(self) -> Found:
        child = self._operand() if self._scan.word("!") else None
        return None if child is None else tree.Negated(child)

    def _link(self) -> Found:
        found = self._scan.match(literals.LINK, "a [[link]]")
        return None if found is None else tree.Constant(literals.link_of(found[1]))

    def _list(self) -> Found:
        if not self._scan.word("["):
            return None
        self._scan.space()
        items = self._scan.separated(self.field)
        self._scan.space()
        return tree.ListOf(tuple(items)) if self._scan.word("]") else None

    def _object(self) -> Found:
        if not self._scan.word("{"):
            return None
        self._scan.space()
        entries = self._scan.separated(self._entry)
        self._scan.space()
        return tree.ObjectOf(tuple(dict(entries).items())) if self._scan.word("}") else None

    def _entry(self) -> tuple[str, tree.Expression] | None:
        name = self.identifier()
        if name is None:
            name = self.string()
        self._scan.space()
        if name is None or not self._scan.word(":"):
            return None
        self._scan.space()
        value = self.field()
        return None if value is None else (name, value)

    def _lambda(self) -> Found:
        self._scan.space()
        if not self._scan.word("("):
            return None
        self._scan.space()
        names = self._scan.separated(self.identifier)
        self._scan.space()
        if not self._scan.word(")"):
            return None
        self._scan.space()
        if not self._scan.word("=>"):
            return None
        self._scan.space()
        body = self.field()
        return None if body is None else tree.Lambda(tuple(names), body)

    def _group(self) -> Found:
        return self._closed(")") if self._scan.word("(") else None

    def _boolean(self) -> Found:
        found = self._scan.match(literals.BOOLEAN, "true or false")
        return None if found is None else tree.Constant(found[0].lower() == "true")

    def _number(self) -> Found:
        found = self._scan.match(literals.NUMBER, "a number")
        return None if found is None else tree.Constant(literals.number_of(found[0]))

    def _string(self) -> Found:
        text = self.string()
        return None if text is None else tree.Constant(text)

    def _date(self) -> Found:
        if not self._scan.word("date("):
            return None
        self._scan.space()
        text, at = self._scan.text, self._scan.at
        found = literals.read_shorthand(text, at, self._now) or literals.read_date(text, at)
        return self._wrapped(found, "a date (YYYY-MM-DD or today, sow, eom …)")

    def _duration(self) -> Found:
        if not self._scan.word("dur("):
            return None
        self._scan.space()
        found = literals.read_duration(self._scan.text, self._scan.at)
        return self._wrapped(found, "a duration such as 4hr 2min")

    def _wrapped(self, found: tuple[Value, int] | None, wanted: str) -> Found:
        if found is None:
            self._scan.hope(wanted)
            return None
        self._scan.at = found[1]
        self._scan.space()
        return tree.Constant(found[0]) if self._scan.word(")") else None

    def _null(self) -> Found:
        return tree.Constant(None) if self._scan.word("null") else None

    def _variable(self) -> Found:
        start = self._scan.at
        name = self.identifier()
        if name is None:
            return None
        if name.upper() in KEYWORDS:
            self._scan.at = start
            self._scan.hope(f"a field ({name} is a keyword: write row.{name})")
            return None
        return tree.Variable(name, start)

    def _source_atom(self) -> tree.Source | None:
        rules = (
            self._source_group, self._except, self._outgoing, self._incoming, self._folder,
            self._tag, self._csv, self._own_folder,
        )  # fmt: skip
        return self._scan.choice(rules, 'a source: "folder", #tag, [[link]] or outgoing([[link]])')

    def _source_group(self) -> tree.Source | None:
        if not self._scan.word("("):
            return None
        self._scan.space()
        inside = self.source()
        self._scan.space()
        return inside if inside is not None and self._scan.word(")") else None

    def _except(self) -> tree.Source | None:
        if not (self._scan.word("-") or self._scan.word("!")):
            return None
        source = self._source_atom()
        return None if source is None else tree.Except(source)

    def _outgoing(self) -> tree.Source | None:
        if not self._scan.word("outgoing("):
            return None
        self._scan.space()
        found = self._scan.match(literals.LINK, "a [[link]]")
        if found is None or not self._scan.word(")"):
            return None
        return tree.Linked(literals.link_of(found[1]).path, outgoing=True)

    def _incoming(self) -> tree.Source | None:
        found = self._scan.match(literals.LINK, "a [[link]]")
        return None if found is None else tree.Linked(literals.link_of(found[1]).path)

    def _folder(self) -> tree.Source | None:
        path = self._scan.match(literals.STRING, 'a folder in "quotes"')
        return None if path is None else tree.Folder(literals.unescape(path[0]))

    def _tag(self) -> tree.Source | None:
        found = self._scan.match(literals.TAG, "a #tag")
        return None if found is None else tree.Tag(found[0])

    def _csv(self) -> tree.Source | None:
        if not self._scan.word("csv("):
            return None
        self._scan.space()
        path = self.string()
        return tree.Csv(path) if path is not None and self._scan.word(")") else None

    def _own_folder(self) -> tree.Source | None:
        return tree.OwnFolder() if self._scan.word("this.file.folder") else None
