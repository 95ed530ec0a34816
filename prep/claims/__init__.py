"""What a note states, rule by rule, and what became of it."""

from prep.claims.contradict import contradictions
from prep.claims.cues import Cues, cues_from
from prep.claims.extract import extract
from prep.claims.follow import follow
from prep.claims.parties import direction

__all__ = ["Cues", "contradictions", "cues_from", "direction", "extract", "follow"]
