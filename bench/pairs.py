"""Whole processes timed in pairs, so that a busy machine slows both: ratios, not seconds."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Ran(NamedTuple):
    """One process, run to its end: wall time, and the largest memory of it or of its children."""

    seconds: float
    peak_mb: float


class Command(NamedTuple):
    """What is run; ``before`` is done ahead of each run and not timed."""

    words: Sequence[str]
    before: Callable[[], None] | None = None


class Ratio(NamedTuple):
    """One command against another, each pair of runs a ratio."""

    middle: float
    low: float
    high: float
    one: float
    other: float
    peak_mb: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f} to {self.high:.2f})"


def run(command: Command, env: Mapping[str, str]) -> Ran:
    """Run once.

    Raises:
        RuntimeError: it failed; the message holds what it said.
    """
    if command.before:
        command.before()
    start = time.perf_counter()
    with subprocess.Popen(
        list(command.words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=dict(env)
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command.words)}: {said.decode()}")
    return Ran(seconds, used.ru_maxrss / 1024)


def pair(one: Command, other: Command, env: Mapping[str, str], times: int) -> Ratio:
    """``one`` against ``other``, in turn, after one run of each that is not counted.

    The middle is the median of the pairs' ratios; low and high are its quartiles.
    """
    run(one, env), run(other, env)
    runs = [(run(one, env), run(other, env)) for _ in range(times)]
    ratios = [first.seconds / second.seconds for first, second in runs]
    low, middle, high = statistics.quantiles(ratios, n=4) if times > 1 else ratios * 3
    return Ratio(
        middle,
        low,
        high,
        statistics.median(first.seconds for first, _ in runs),
        statistics.median(second.seconds for _, second in runs),
        max(first.peak_mb for first, _ in runs),
    )


def forget(folder: Path) -> None:
    """Ask the kernel to drop the data of these files from its page cache (Linux)."""
    for file in folder.rglob("*"):
        if file.is_file():
            handle = os.open(file, os.O_RDONLY)
            os.fdatasync(handle)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)
