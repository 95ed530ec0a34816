"""Who is who: namings, the ladder, bearings, presence, roles and reporting lines."""

from prep.identity.duplicates import duplicates
from prep.identity.ladder import resolve
from prep.identity.namings import namings
from prep.identity.overrides import Overrides
from prep.identity.relations import facts_of, values_of
from prep.identity.standing import stand
from prep.identity.tree import tree

__all__ = [
    "Overrides",
    "duplicates",
    "facts_of",
    "namings",
    "resolve",
    "stand",
    "tree",
    "values_of",
]
