"""What a note states, rule by rule, and what became of it.

The doors are opened when they are used: a brief of known notes follows claims and reads none, so
it need not load the rules.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prep.claims.contradict import contradictions
    from prep.claims.cues import Cues, cues_from
    from prep.claims.extraction import extract
    from prep.claims.lifecycle import follow
    from prep.claims.sides import direction

__all__ = ["Cues", "contradictions", "cues_from", "direction", "extract", "follow"]

_DOORS = {
    "Cues": "cues",
    "contradictions": "contradict",
    "cues_from": "cues",
    "direction": "sides",
    "extract": "extraction",
    "follow": "lifecycle",
}


def __getattr__(name: str) -> object:
    """The public name from its module (PEP 562)."""
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_DOORS[name]}"), name)
