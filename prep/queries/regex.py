r"""JavaScript's regular expressions as Python's.

Both plugins take patterns in JavaScript's dialect: ``\d \w \b`` are ASCII, ``$`` is the very end,
``(?<name>…)`` names a group. A pattern with a quantified group inside a quantified one is refused,
as Tasks refuses it: it can take hours on one line of a note.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

from prep.patterns import lazy

_SPACES = r"\t\n\x0b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_WORD = "A-Za-z0-9_"
_EDGE = rf"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"
_INNER = rf"(?:(?<![{_WORD}])(?![{_WORD}])|(?<=[{_WORD}])(?=[{_WORD}]))"
_OUTSIDE = {
    "d": "[0-9]", "D": "[^0-9]", "w": f"[{_WORD}]", "W": f"[^{_WORD}]", "s": f"[{_SPACES}]",
    "S": f"[^{_SPACES}]", "b": _EDGE, "B": _INNER, "/": "/", "0": r"\x00",
}  # fmt: skip
_INSIDE = {
    "d": "0-9", "w": _WORD, "s": _SPACES, "D": r"\D", "W": r"\W", "S": r"\S", "b": r"\x08",
    "0": r"\x00",
}  # fmt: skip
_TOKEN = lazy(
    r"\\(u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|k<\w+>|[1-9]\d*|[\s\S])"
    r"|\[\^?(?:\\[\s\S]|[^\]\\])*\]|\(\?<(?=[A-Za-z_$])|[\s\S]"
)
_CLASS_PART = lazy(r"\\(u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[\s\S])|[\s\S]")
_QUANTIFIER = lazy(r"[*+]|\{\d+,\}")
_MAX_LENGTH = 500
_REFERENCE = lazy(r"\$(\$|&|`|'|\d{1,2}|<\w+>)")


class PatternError(ValueError):
    """A pattern that JavaScript would refuse, or that is not safe to run; says which."""


@lru_cache(maxsize=256)
def compiled(pattern: str, flags: str = "") -> re.Pattern[str]:
    """Compile a JavaScript pattern with JavaScript's flags.

    Raises:
        PatternError: it is no pattern, is too long, or could run for ever.
    """
    if len(pattern) > _MAX_LENGTH or _nests(pattern):
        raise PatternError(f"the regular expression /{pattern}/ may take too long")
    known = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
    python = 0
    for flag in flags:
        if flag not in "dgimsuvy" or flags.count(flag) > 1:
            raise PatternError(f"invalid flags '{flags}' of the regular expression")
        python |= known.get(flag, 0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(_translated(pattern, flags), python)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"invalid regular expression /{pattern}/: {error}") from None


def _translated(pattern: str, flags: str) -> str:
    return "".join(_piece(found, flags) for found in _TOKEN.finditer(pattern))


def _piece(found: re.Match[str], flags: str) -> str:
    whole, escaped = found[0], found[1]
    if escaped is not None:
        return _escape(escaped, _OUTSIDE)
    if whole == "(?<":
        return "(?P<"
    if whole == "$" and "m" not in flags:
        return r"\Z"
    if whole == "." and "s" not in flags:
        return r"[^\n\r\u2028\u2029]"
    if whole.startswith("[") and len(whole) > 1:
        return _class(whole)
    return whole


def _class(whole: str) -> str:
    if whole == "[]":
        return r"(?!)"
    if whole == "[^]":
        return r"[\s\S]"
    start = 2 if whole.startswith("[^") else 1
    parts = (
        _escape(part[1], _INSIDE) if part[1] is not None else part[0].replace("[", r"\[")
        for part in _CLASS_PART.finditer(whole[start:-1])
    )
    return whole[:start] + "".join(parts) + "]"


def _escape(escaped: str, table: dict[str, str]) -> str:
    if escaped in table:
        return table[escaped]
    if escaped.startswith("k<"):
        return f"(?P={escaped[2:-1]})"
    if escaped.startswith("u{"):
        return re.escape(chr(min(int(escaped[2:-1], 16), 0x10FFFF)))
    if len(escaped) > 1 or escaped.isdigit() or escaped in "tnrfv":
        return f"\\{escaped}"
    return re.escape(escaped)


def _nests(pattern: str) -> bool:
    """Tell whether a repeated group holds something that repeats without end."""
    depth: list[bool] = []
    tokens = list(_TOKEN.finditer(pattern))
    for found in tokens:
        if found[0].startswith("(") and found[1] is None:
            depth.append(False)
            continue
        repeats = _QUANTIFIER.match(pattern, found.end()) is not None
        if found[0] == ")" and depth:
            holds = depth.pop()
            if holds and repeats:
                return True
            repeats = repeats or holds
        if repeats and depth:
            depth[-1] = True
    return False


def replacement(template: str, found: re.Match[str]) -> str:
    r"""Give what JavaScript's ``replace`` puts for a match: ``$1``, ``$&`` and so on filled in."""

    def filled(mark: re.Match[str]) -> str:
        what = mark[1]
        around = {"$": "$", "&": found[0], "`": found.string[: found.start()]}
        around["'"] = found.string[found.end() :]
        if what in around:
            return around[what]
        if what.startswith("<"):
            return found.groupdict().get(what[1:-1]) or ""
        groups = len(found.groups())
        if 1 <= int(what) <= groups:
            return found[int(what)] or ""
        if len(what) == 2 and 1 <= int(what[0]) <= groups:
            return (found[int(what[0])] or "") + what[1]
        return mark[0]

    return _REFERENCE.sub(filled, template)
