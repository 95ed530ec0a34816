"""Bytes to lines: any bytes give text, and what could not be trusted is a problem."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from prep.problems import Problem

LARGEST = 8_000_000
"""Bytes of one note that are read; a note beyond that is an export, not something people wrote."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST = frozenset(mark[:1] for mark, _ in _MARKS)


class Decoded(NamedTuple):
    """The lines of a file, without their ends, and what is wrong with its bytes."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def decode(path: str, data: bytes) -> Decoded:
    r"""Cut a file's bytes into lines at ``\n``, ``\r\n`` and ``\r``; nothing else ends a line.

    Bytes that are not UTF-8 are read as Windows-1252, which gives every byte some character, so
    that the lines around them stay readable; the first such line is named in a problem.
    """
    problems: list[Problem] = []
    if len(data) > LARGEST:
        problems.append(
            Problem(
                path, 0, f"larger than {LARGEST // 1_000_000} MB", "split it: the rest is unread"
            )
        )
        data = data[:LARGEST]
    text = _text(path, data, problems)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        problems.append(Problem(path, line, "holds NUL bytes", "it may not be a text file"))
        text = text.replace("\0", "\ufffd")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return Decoded(tuple(lines), tuple(problems))


def raw_lines(data: bytes) -> tuple[str, ...]:
    """Return the lines of a note as ``read`` counts them: the verbatim words of its sources."""
    return decode("", data).lines


def _text(path: str, data: bytes, problems: list[Problem]) -> str:
    for mark, encoding in _MARKS if data[:1] in _FIRST else ():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(
            Problem(path, line, "not valid UTF-8", "read as Windows-1252; save as UTF-8")
        )
    return data.decode("cp1252", "replace")
