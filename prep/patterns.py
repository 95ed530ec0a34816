"""Regular expressions compiled when they are first asked: a run uses a third of those it loads."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Later(Generic[AnyStr]):
    """Stands in for a compiled pattern, and takes its methods over at the first call."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = self.made()
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)

    def made(self) -> re.Pattern[AnyStr]:
        """The compiled pattern; ``re`` itself keeps the last few hundred."""
        return re.compile(self.pattern, self._flags)


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, its cost put off (0.1 to 1 ms each, 230 for one note read)."""
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))


def compiled(pattern: re.Pattern[AnyStr]) -> re.Pattern[AnyStr]:
    """The pattern itself, for who needs more than its methods: to build another from it, say."""
    return pattern.made() if isinstance(pattern, _Later) else pattern
