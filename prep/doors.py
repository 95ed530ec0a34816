"""Public names of a package, each from its module when it is first used (PEP 562)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def doors(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """What a package binds to ``__getattr__``: by each public name, the module that holds it.

    Whoever imports one name need not load the modules of all others.
    """

    def door(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return door
