"""Regular expressions that are compiled late are none the less right."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import prep
from prep.patterns import compiled, lazy


def test_it_does_what_a_compiled_pattern_does() -> None:
    late, soon = lazy(r"(a)(b)?", re.IGNORECASE), re.compile(r"(a)(b)?", re.IGNORECASE)
    text = "xAb a"
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in soon.finditer(text)]
    assert late.sub(r"\1", text) == soon.sub(r"\1", text)
    assert late.split(text) == soon.split(text)
    assert late.findall(text) == soon.findall(text)
    assert late.pattern == soon.pattern
    assert late.groups == soon.groups
    assert compiled(late) == soon


def test_it_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given[0]) or _compile(*given))
    late = lazy("a+")
    assert not made
    assert late.search("caat")
    assert late.match("aat")
    assert made == ["a+"]


_compile = re.compile


def test_every_pattern_of_the_project_is_one() -> None:
    """What is compiled late would fail late: at the one call that needs it."""
    late = type(lazy("a"))
    found = 0
    for module in pkgutil.walk_packages(prep.__path__, "prep."):
        if module.name != "prep.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, late):
                    assert compiled(value).pattern == value.pattern
                    found += 1
    assert found > 300
