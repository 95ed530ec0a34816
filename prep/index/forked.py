"""Work in child processes: forked, so that nothing has to be pickled or imported again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from prep.problems import PrepError

Send = Callable[[bytes], None]
_PIPE = 1 << 20
_LENGTH = 8


class Child(NamedTuple):
    """A running child and the pipe on which its frames come."""

    pid: int
    pipe: BinaryIO


def can_fork() -> bool:
    """Whether this platform forks; elsewhere all is done in this process."""
    return hasattr(os, "fork")


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start(work: Callable[[Send], None]) -> Child:
    """A child that runs ``work`` and sends frames of bytes; it must not touch SQLite.

    The child ends by ``os._exit``: nothing of the parent's is flushed or closed twice.
    """
    reading, writing = os.pipe()
    _widen(writing)
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, os.fdopen(reading, "rb"))
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            work(lambda frame: _send(pipe, frame))
        status = 0
    finally:
        os._exit(status)


def receive(child: Child) -> bytes:
    """The child's next frame.

    Raises:
        PrepError: the child ended before it was done.
    """
    head = child.pipe.read(_LENGTH)
    size = int.from_bytes(head, "little")
    frame = child.pipe.read(size)
    if len(head) < _LENGTH or len(frame) < size:
        raise PrepError("a reading process ended early; run again: it goes on where it stopped")
    return frame


def in_turn(children: list[Child], count: int) -> Iterator[bytes]:
    """``count`` frames: the first child's first, the second's first, and so on round."""
    for number in range(count):
        yield receive(children[number % len(children)])


def finish(children: list[Child]) -> None:
    """Close the pipes (a child that still sends then ends) and reap the children."""
    for child in children:
        child.pipe.close()
        os.waitpid(child.pid, 0)


def _send(pipe: BinaryIO, frame: bytes) -> None:
    pipe.write(len(frame).to_bytes(_LENGTH, "little"))
    pipe.write(frame)
    pipe.flush()


def _widen(pipe: int) -> None:
    """A pipe of 1 MB, where Linux allows it: a child may then be a chunk ahead."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
    except (ImportError, AttributeError, OSError):
        return
