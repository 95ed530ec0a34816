"""What can go wrong: problems in the notes are values, wrong requests are exceptions."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """Something in the notes that could not be read or trusted.

    ``path`` is relative to the vault, ``line`` counts from 1 in the file as it is on disk (0: the
    whole file). ``message`` names the thing in one sentence, ``hint`` the remedy, or is empty.
    """

    path: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: {self.message}"
        return f"{text}; {self.hint}" if self.hint else text


class PrepError(Exception):
    """A request that cannot be served. Owns its sentence and its exit code."""

    exit_code = 1


class UsageError(PrepError):
    """Wrong usage or configuration: names the file, the line and the remedy."""

    exit_code = 2


class NobodyError(PrepError):
    """Nobody and nothing by that name; the sentence lists the nearest names."""

    exit_code = 3


class AmbiguousError(PrepError):
    """The name fits more than one; the sentence lists the candidates and how to pin one."""

    exit_code = 4


class UntrustedError(PrepError):
    """Done, but there are problems (``--strict``, ``verify``)."""

    exit_code = 5
