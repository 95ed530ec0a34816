"""What a note states, rule by rule, and what became of it."""

from prep.claims.cues import Cues, cues_from
from prep.claims.extract import extract
from prep.claims.parties import direction

__all__ = ["Cues", "cues_from", "direction", "extract"]
