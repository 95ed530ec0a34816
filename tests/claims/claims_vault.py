"""Small vaults as dictionaries, read and followed: what the tests of the lifecycle are made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from prep import notes
from prep.claims import Cues, cues_from, extract, follow
from prep.model.claim import Placed, Thread
from prep.resources import template_folder

AS_OF = "2026-03-01"


@cache
def english() -> Cues:
    return cues_from([yaml.safe_load((template_folder() / "cues" / "en.yaml").read_text("utf-8"))])


def placed(files: Mapping[str, str]) -> tuple[list[Placed], dict[str, str | None]]:
    found: list[Placed] = []
    days: dict[str, str | None] = {}
    for path, text in files.items():
        note = notes.read(path, text.encode())
        days[path] = note.day
        found += [Placed(path, claim) for claim in extract(note, english())]
    return found, days


def threads(
    files: Mapping[str, str], *, as_of: str = AS_OF, me: tuple[str, ...] = ()
) -> tuple[Thread, ...]:
    claims, days = placed(files)
    return follow(claims, as_of=as_of, days=days, me=me)


def states(files: Mapping[str, str], words: str, *, as_of: str = AS_OF) -> list[str]:
    """The states of the promises and questions whose newest telling holds these words."""
    return [
        t.state for t in threads(files, as_of=as_of)
        if words in t.claim.claim.text and t.claim.claim.kind in ("commitment", "open_question")
    ]  # fmt: skip
