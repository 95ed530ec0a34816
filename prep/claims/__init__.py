"""What a note states, rule by rule, and what became of it.

The doors are opened when they are used: a brief of known notes follows claims and reads none, so
it need not load the rules.
"""

from typing import TYPE_CHECKING

from prep.doors import doors

if TYPE_CHECKING:
    from prep.claims.contradict import contradictions
    from prep.claims.cues import Cues, cues_from
    from prep.claims.extraction import extract
    from prep.claims.lifecycle import follow
    from prep.claims.sides import direction, owner_names

__all__ = ["Cues", "contradictions", "cues_from", "direction", "extract", "follow", "owner_names"]

_MODULES = {
    "Cues": "cues",
    "contradictions": "contradict",
    "cues_from": "cues",
    "direction": "sides",
    "extract": "extraction",
    "follow": "lifecycle",
    "owner_names": "sides",
}
__getattr__ = doors(__name__, _MODULES)
