"""Where in a text a rule may begin: at a figure, or at one of the words it starts with.

The rules' patterns look back first, so that a search would try each of them at every character.
Instead the words and the figures of a text say at which of them which rules can begin at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from prep.dates.atoms import Numbered, Rule
from prep.dates.lexicon import Lexicon
from prep.patterns import lazy

words_of = lazy(r"[a-zäöüß]+").findall
"""The words of a text in lower case, as far as the tables can know them."""

_RUNS = lazy(r"\d+").finditer
_ODD = lazy("[İıſ]").search
_FOLD = str.maketrans("İıſ", "iis")

_SIGN, _LETTER, _OTHER = range(3)
_ANY = (_SIGN, _LETTER, _OTHER)
_FIGURES = {
    "day": ((1, 2), _ANY), "day/": ((1, 2), (_SIGN,)), "dayth": ((1, 2), (_SIGN, _LETTER)),
    "count": ((1, 2, 3), _ANY), "year": ((4,), _ANY), "year/": ((4,), (_SIGN,)),
    "stamp": ((8,), _ANY),
}  # fmt: skip
"""Beginnings in figures: how many of them stand in a row, and what may come right behind them."""

_GLUED = frozenset({"month", "ordinal", "spelled"})
"""Beginnings that a date's next word may follow without a blank: ``mayfirst``."""
_KNOWN = 3  # letters by which those are known


_Place = tuple[int, Numbered]
_Figures = Mapping[tuple[int, int], Numbered]


class Starts(NamedTuple):
    """The rules that may begin with a word, with a word's first letters, with so many figures.

    With these go what comes right behind them: a sign such as parts a date, a letter, neither.
    """

    words: Mapping[str, Numbered]
    glued: Mapping[str, Numbered]
    figures: _Figures


def evened(text: str) -> str:
    """The text with the letters that only patterns that ignore case take for i and s made so.

    No table of words knows them; as long as before, so that places hold.
    """
    return text if text.isascii() or not _ODD(text) else text.translate(_FOLD)


def folded(text: str) -> str:
    """The text in lower case, no longer and no shorter, as patterns that ignore case take it."""
    return evened(text).lower()


def words_in(*expressions: str) -> frozenset[str]:
    """Every word that stands in an expression; the letters of its signs among them do no harm."""
    return frozenset(word for expression in expressions for word in words_of(expression))


def last_word(head: str) -> str:
    """The word that a text ends with, before blanks, hyphens and colons; "" where there is none.

    Of an expression that looks back only this need be known to say that it finds nothing.
    """
    tail = head.replace("-", " ").replace(":", " ").rsplit(None, 1)
    found = words_of(folded(tail[-1])) if tail else ()
    return found[-1] if found else ""


def starts(rules: Sequence[Rule], called: frozenset[str], words: Lexicon) -> Starts:
    """The beginnings of the rules whose groups are all among those that a text calls."""
    forms = _forms(words)
    exact: defaultdict[str, Numbered] = defaultdict(tuple)
    glued: defaultdict[str, Numbered] = defaultdict(tuple)
    figures: defaultdict[tuple[int, int], Numbered] = defaultdict(tuple)
    for number, rule in enumerate(rules):
        if not rule.needs <= called:
            continue
        one = ((number, rule),)
        heads = rule.begins & _GLUED if "month" in rule.needs else frozenset[str]()
        for head in {word[:_KNOWN] for group in heads for word in forms[group]}:
            glued[head] += one
        for word in frozenset[str]().union(*(forms.get(g, ()) for g in rule.begins - heads)):
            exact[word] += one
        for group in rule.begins & _FIGURES.keys():
            for form in product(*_FIGURES[group]):
                figures[form] += one
    return Starts(dict(exact), dict(glued), dict(figures))


@lru_cache(maxsize=8)
def _forms(words: Lexicon) -> dict[str, frozenset[str]]:
    """The first words of each group of beginnings."""
    groups: dict[str, Iterable[str]] = {
        "month": words.months, "weekday": words.weekdays, "unit": words.units, "end": words.ends,
        "holiday": words.holidays, "relative": words.relative, "turn": words.turns,
        "ordinal": words.ordinals, "number": words.numbers, "quarter": "q", "half": "h",
        "spelled": (word for word, number in words.numbers.items() if 20 < number <= 31),
        "article": words.article.split("|"), "week": (*words.week_number.split("|"), "kw", "cw"),
    }  # fmt: skip
    forms = {
        group: frozenset(words_of(form)[0] for form in table) for group, table in groups.items()
    }
    for group in ("within", "hence", "ago", "after_next"):
        expression: str = getattr(words, group).format(span="", unit="")
        forms[group] = words_in(expression.split(r"\s", maxsplit=1)[0])
    return forms


def places(text: str, lower: str, words: Set[str], table: Starts) -> list[_Place]:
    """Where in the text which rules may begin, in its order.

    ``lower`` is the folded text and ``words`` are its words. A place may be one too many, a word
    that is part of another: the pattern will not match there.
    """
    found: list[_Place] = []
    for word in table.words.keys() & words:
        _occurrences(word, lower, table.words[word], found)
    if table.glued:
        for word in words:
            rules = table.glued.get(word[:_KNOWN])
            if rules:
                _occurrences(word, lower, rules, found)
    if table.figures:
        _runs(text, table.figures, found)
    if len(found) > 1:
        found.sort(key=itemgetter(0))
    return found


def _runs(text: str, table: _Figures, found: list[_Place]) -> None:
    for run in _RUNS(text):
        start, end = run.span()
        after = text[end : end + 1]
        kind = _LETTER if after.isalpha() else _SIGN if after and after in "-/._" else _OTHER
        rules = table.get((end - start, kind))
        if rules:
            found.append((start, rules))


def _occurrences(word: str, lower: str, rules: Numbered, found: list[_Place]) -> None:
    at = lower.find(word)
    while at >= 0:
        if at == 0 or not lower[at - 1].isalpha():
            found.append((at, rules))
        at = lower.find(word, at + 1)
