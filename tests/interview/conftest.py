"""Notes, subjects and the bank for the tests of the interview half."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from prep import notes
from prep.config import load_yaml
from prep.interview import Bank, Material
from prep.interview.bank import load
from prep.interview.competence import Lexicon, lexicon
from prep.model.naming import Bearing, Standing
from prep.resources import template_folder

MakeMaterial = Callable[..., Material]


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The bank that ships with the package."""
    return load((template_folder(),), load_yaml)


@pytest.fixture(scope="session")
def words(bank: Bank) -> Lexicon:
    """Its lexicon."""
    return lexicon(bank)


@pytest.fixture
def material() -> MakeMaterial:
    """A note as material; the subject bears on all of it, or on nothing where ``bears`` is False."""

    def make(text: str, path: str = "Daily/2026-02-02.md", *, bears: bool = True) -> Material:
        data = text.encode()
        note = notes.read(path, data)
        every = tuple(
            Bearing(n, b.line, b.end_line, "under", "exact") for n, b in enumerate(note.blocks)
        )
        standing = Standing("attended", 1, 1, every) if bears else None
        return Material(note, notes.raw_lines(data), (), standing)

    return make
