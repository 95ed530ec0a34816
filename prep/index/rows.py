"""One file made ready for the index, in whichever process reads it."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import filterfalse
from typing import NamedTuple, get_args

from prep.index.codec import Codec
from prep.index.spots import is_wide, number_of
from prep.model.naming import Naming, Place
from prep.model.reading import Reading
from prep.names import fold

Read = Callable[[str, bytes], Reading]
Form = tuple[str, str, str, str, str, str, str, str]
Spots = tuple[Form, int, int, tuple[int, ...]]
PLACES: tuple[str, ...] = get_args(Place)
_PLACE = {place: number for number, place in enumerate(PLACES)}
_PLAIN = bytes(c if c > 127 or chr(c).isalnum() else 32 for c in bytes(range(256)).lower())
GONE = "gone"
LIMIT = 16 << 20


class Job(NamedTuple):
    """A file to read: ``digest`` is that of its bytes when they were last read, or None."""

    path: str
    disk: str
    size: int
    digest: bytes | None


class Row(NamedTuple):
    """One read file as plain values.

    ``data`` None: the bytes are those that were read before (``error`` ""), or could not be read
    (``error`` says why; "gone": the file is no longer there). ``namings``: (form, place, layout
    of the spots, spots). ``words``: what the word search holds.
    """

    path: str
    digest: bytes = b""
    error: str = ""
    data: bytes | None = None
    day: str | None = None
    kind: str = ""
    tasks: int = 0
    problems: int = 0
    namings: tuple[Spots, ...] = ()
    words: str = ""


def make_row(job: Job, read: Read, codec: Codec) -> Row:
    """The file read and packed, unless its bytes are those that are known."""
    from hashlib import blake2b

    try:
        data = read_bytes(job.disk)
    except FileNotFoundError:
        return Row(job.path, error=GONE)
    except OSError as error:
        return Row(job.path, error=error.strerror or str(error))
    digest = blake2b(data, digest_size=16).digest()
    if digest == job.digest:
        return Row(job.path, digest)
    try:
        return row_of(job.path, digest, read(job.path, data), codec)
    except Exception as error:  # noqa: BLE001 - one note that trips a rule must not stop a brief
        return Row(job.path, error=f"reading failed with {type(error).__name__}: {error}")


def read_bytes(disk: str) -> bytes:
    """The file's bytes.

    Raises:
        OSError: it cannot be read, or is larger than 16 MB (no note is; a log or a dump may be).
    """
    with open(disk, "rb", buffering=0) as file:  # noqa: PTH123 - called for every note of a vault
        large = os.fstat(file.fileno()).st_size > LIMIT  # a limit to read() takes room for it all
        data = b"" if large else file.read()
    if large:
        raise OSError("larger than 16 MB; split it, or put its folder under ignore")
    return data


def row_of(path: str, digest: bytes, reading: Reading, codec: Codec) -> Row:
    """The reading as the row that is stored."""
    note = reading.note
    return Row(
        path,
        digest,
        data=codec.pack(reading),
        day=note.day,
        kind=note.kind,
        tasks=len(note.tasks) + sum(claim.kind == "commitment" for claim in reading.claims),
        problems=len(note.problems),
        namings=namings_of(reading),
        words=words_of(reading),
    )


def namings_of(reading: Reading) -> tuple[Spots, ...]:
    """The reading's namings, each once: what is said of the name, and where it stands."""
    found: dict[tuple[Form, int, int], set[int]] = {}
    for naming in reading.namings:
        line, episode = naming.line, naming.episode
        wide = is_wide(line, episode)
        spots = found.setdefault((_form(naming), _PLACE[naming.place], wide), set())
        spots.add(number_of(line, episode, wide))
    return tuple((*key, tuple(spots)) for key, spots in found.items())


def words_of(reading: Reading) -> str:
    """A note's title and blocks, made ready for the word search.

    The search takes ASCII text into words, case folded, faster than Python does; apostrophes go
    before. Lines that are not ASCII are given as their words, folded as ``names.fold`` does.
    ``Sara's`` is found as ``saras`` and as ``sara``.
    """
    lines = text_of(reading).replace("’", "'").split("\n")
    owned = [line.replace("'s", " ") for line in lines if "'s" in line]
    plain = list(filter(str.isascii, lines))
    foreign = _words("\n".join(filterfalse(str.isascii, (*lines, *owned))))
    text = "\n".join((*plain, *filter(str.isascii, owned), *foreign))
    return text.replace("'", "").replace("`", "")


def _words(text: str) -> list[str]:
    words = set(text.encode(errors="replace").translate(_PLAIN, b"'`").split())
    foreign = set(filterfalse(bytes.isascii, words))
    parts = b" ".join(foreign).decode().split()
    return [b" ".join(words - foreign).decode(), *map(fold, parts)]


def text_of(reading: Reading) -> str:
    """A note's title and the text of its blocks."""
    return "\n".join((reading.note.title, *(block.text for block in reading.note.blocks)))


def naming_of(form: Form, line: int, place: int, episode: int) -> Naming:
    """The naming that a stored row stands for; of a name that all notes hold thousands are made."""
    name, key, *said = form
    return tuple.__new__(Naming, (name, key, PLACES[place], line, episode, *said))


def sought_of(form: Form) -> set[str]:
    """The keys by which a form is found whole: the name's, its address's, its handle's."""
    _, key, _, _, email, handle, _, _ = form
    return {key, *(fold(text) for text in (email, handle) if text)}


def tokens_of(form: Form) -> set[str]:
    """The words by which a form is found in part: those of its key and of its full name's key."""
    return {*form[1].split(" "), *fold(form[3]).split(" ")} - {""}


def _form(naming: Naming) -> Form:
    return (naming.name, naming.key, naming.kind, *naming[6:11])
