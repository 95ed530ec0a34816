"""Every rule takes the lines that its docstring says it takes, and refuses those it refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest
import yaml

from prep import notes
from prep.claims import Cues, cues_from, extract
from prep.claims.rules import RULES
from prep.model.claim import Claim
from prep.resources import template_folder

_LINE = re.compile(r"^\s*(takes|refuses): (.+)$", re.MULTILINE)
MINUTES = "# Weekly call\n\n## Attendees\n- Nora Lind (NL)\n- Milo Brandt\n- eP\n- KK\n\n## Topics\n\n* NL: hello\n* NL: welcome\n"
PLACES = {
    "Meetings/2026-01-05 call.md": MINUTES + "\n",
    "Accounts/Northwind.md": "# Northwind\n\n",
    "People/Ines Falk.md": "---\ntype: person\n---\n# Ines Falk\n\n",
}


class Example(NamedTuple):
    rule: str
    language: str
    ids: tuple[str, ...]
    takes: bool
    line: str


def examples() -> Iterator[Example]:
    for rule in RULES:
        for verb, line in _LINE.findall(rule.take.__doc__ or ""):
            language = "de" if rule.take.__module__.endswith("german") else "en"
            yield Example(rule.take.__name__, language, rule.ids, verb == "takes", line)


ALL = tuple(examples())


@cache
def cues_of(language: str) -> Cues:
    folder = template_folder() / "cues"
    names = dict.fromkeys(("en", language))
    return cues_from([yaml.safe_load((folder / f"{n}.yaml").read_text("utf-8")) for n in names])


def taken(line: str, cues: Cues, wanted: Callable[[Claim], bool]) -> list[Claim]:
    """Claims of the line in minutes, in an account's note and in a person's; `` / `` breaks it."""
    found: list[Claim] = []
    for path, head in PLACES.items():
        text = head + line.replace(" / ", "\n") + "\n"
        claims = extract(notes.read(path, text.encode()), cues)
        found += [c for c in claims if wanted(c) and c.line > head.count("\n")]
    return found


@pytest.mark.parametrize(
    "example", ALL, ids=lambda e: f"{e.ids[0]}-{'takes' if e.takes else 'refuses'}-{e.line[:40]}"
)
def test_its_own_lines(example: Example) -> None:
    cues = cues_of(example.language)
    found = taken(example.line, cues, lambda c: c.rule in example.ids)
    assert bool(found) is example.takes, [c.rule for c in taken(example.line, cues, lambda c: True)]


def test_every_rule_shows_two_of_each() -> None:
    for rule in RULES:
        verbs = [verb for verb, _ in _LINE.findall(rule.take.__doc__ or "")]
        assert verbs == ["takes", "takes", "refuses", "refuses"], rule.take.__name__
