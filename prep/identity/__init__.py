"""Who is who: namings, the ladder, bearings, presence."""

from prep.identity.ladder import resolve
from prep.identity.namings import namings
from prep.identity.overrides import Overrides
from prep.identity.standing import stand

__all__ = ["Overrides", "namings", "resolve", "stand"]
