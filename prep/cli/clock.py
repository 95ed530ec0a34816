"""A clock beside what one types: seconds to the first key, and to the end."""

from __future__ import annotations

import os
import sys
import time
from typing import NamedTuple

import click

END_OF_INPUT = "\x04"


class Timed(NamedTuple):
    """A line as typed, with the seconds to its first key and to Enter."""

    text: str
    first: float
    seconds: float


def line(prompt: str) -> Timed:
    """Ask for one line against the clock.

    Raises:
        click.Abort: interrupted, or the input has ended.
    """
    click.echo(f"{prompt} ", nl=False)
    start = time.monotonic()
    first = _first_key()
    reached = time.monotonic() - start
    rest = "" if first in {"\n", "\r"} else _rest(first)
    return Timed(f"{first}{rest}".strip(), reached, time.monotonic() - start)


def _rest(first: str) -> str:
    try:
        return input()
    except EOFError as error:
        if first:
            return ""
        raise click.Abort from error
    except KeyboardInterrupt as error:
        raise click.Abort from error


def _character(handle: int) -> str:
    """One character; the bytes behind it stay for the line that follows."""
    lead = os.read(handle, 1)
    more = sum(lead >= mark for mark in (b"\xc0", b"\xe0", b"\xf0")) if lead else 0
    return (lead + b"".join(os.read(handle, 1) for _ in range(more))).decode("utf-8", "replace")


def _first_key() -> str:
    """The first key without waiting for Enter; "" where there is no terminal to ask."""
    try:
        import termios
        import tty
    except ImportError:  # Windows: the time to Enter is all that is known
        return ""
    if not sys.stdin.isatty():
        return ""
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSADRAIN)
        key = _character(handle)
    except KeyboardInterrupt as error:
        raise click.Abort from error
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
    if not key or key == END_OF_INPUT:
        raise click.Abort
    click.echo(key if key not in {"\n", "\r"} else "", nl=key in {"\n", "\r"})
    return key
