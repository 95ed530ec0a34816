from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from prep.index import Index
from prep.model.naming import Naming
from prep.model.note import Block, Note, Task
from prep.model.reading import Reading
from prep.names import fold
from prep.problems import Problem


def small_read(path: str, data: bytes) -> Reading:
    """A grammar for these tests: ``day: X``, ``@Name``, ``[ ] task`` and ``!problem`` lines.

    ``@Far …`` stands 20,000 lines further down.
    """
    title = path.rpartition("/")[2].rpartition(".")[0]
    blocks, tasks, problems, day = [], [], [], None
    namings = [Naming(title, fold(title), "note", 1, kind="person")]
    for line, text in enumerate(data.decode(errors="replace").splitlines(), 1):
        blocks.append(Block("paragraph", text, line, line))
        if text.startswith("day: "):
            day = text[5:]
        elif text.startswith("@"):
            name, _, email = text[1:].partition(" <")
            far = 20_000 if name.startswith("Far") else 0
            namings.append(Naming(name, fold(name), "text", line + far, email=email.rstrip(">")))
        elif text.startswith("[ ] "):
            tasks.append(Task(len(blocks) - 1, line, line, text[4:], " ", False, False))
        elif text.startswith("!"):
            problems.append(Problem(path, line, text[1:]))
    note = Note(
        path, title, "other", "", day, None, 0, 1, (), (), (), tuple(blocks), (), tuple(tasks), (),
        problems=tuple(problems),
    )  # fmt: skip
    return Reading(note, tuple(namings))


class Counted:
    """A ``read`` that remembers which files it was given."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, path: str, data: bytes) -> Reading:
        self.paths.append(path)
        return small_read(path, data)


Open = Callable[..., Index]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    home = tmp_path / "vault"
    home.mkdir()
    return home


@pytest.fixture
def read() -> Counted:
    return Counted()


@pytest.fixture
def opened(tmp_path: Path, vault: Path, read: Counted) -> Iterator[Open]:
    """An index of ``vault``, opened again at each call."""
    made: list[Index] = []

    def make(
        *vaults: Path, version: str = "1", cache: str = "cache", ignored: tuple[str, ...] = ()
    ) -> Index:
        made.append(Index(vaults or (vault,), tmp_path / cache, version, read, ignored=ignored))
        return made[-1]

    yield make
    for index in made:
        index.close()
