"""The files read: here, or in as many processes as there are processors."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from functools import partial

from prep.index import forked
from prep.index.codec import Codec
from prep.index.rows import Job, Read, Row, make_row, read_bytes
from prep.model.reading import Reading

PARALLEL_ABOVE = 200
"""Files above which other processes pay for their fork."""
_SAMPLE = 8
_CHUNK = 32
_CHUNK_BYTES = 1 << 19


def rows(jobs: Sequence[Job], read: Read, codec: Codec) -> Generator[Row]:
    """One row a job, in the jobs' order.

    Raises:
        PrepError: a reading process was killed; the rows until then have been given.
    """
    count = min(forked.processors(), 8)
    if len(jobs) <= PARALLEL_ABOVE or count < 2 or not forked.can_fork():
        return (make_row(job, read, codec) for job in jobs)
    return _forked_rows(jobs, partial(make_row, read=read, codec=codec), count)


def sample(jobs: Sequence[Job], read: Read) -> Iterator[Reading]:
    """A few readings from all over these jobs."""
    for job in jobs[:: max(1, len(jobs) // _SAMPLE)]:
        with suppress(Exception):  # what cannot be read is told when its turn comes
            yield read(job.path, read_bytes(job.disk))


def _forked_rows(jobs: Sequence[Job], make: Callable[[Job], Row], count: int) -> Generator[Row]:
    chunks = _chunks(jobs)

    def work(first: int, send: forked.Send) -> None:
        for start, end in chunks[first::count]:
            send(marshal.dumps([tuple(make(job)) for job in jobs[start:end]]))

    children = [forked.start(partial(work, first)) for first in range(count)]
    try:
        for frame in forked.in_turn(children, len(chunks)):
            yield from map(Row._make, marshal.loads(frame))  # noqa: S302 - from our own child
    finally:
        forked.finish(children)


def _chunks(jobs: Sequence[Job]) -> list[tuple[int, int]]:
    """The jobs cut into stretches that bound what a process holds at a time."""
    chunks: list[tuple[int, int]] = []
    start = size = 0
    for at, job in enumerate(jobs):
        if at > start and (at - start >= _CHUNK or size + job.size > _CHUNK_BYTES):
            chunks.append((start, at))
            start, size = at, 0
        size += job.size
    if start < len(jobs):
        chunks.append((start, len(jobs)))
    return chunks
