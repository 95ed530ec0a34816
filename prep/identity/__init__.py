"""Who is who: namings, the ladder, bearings, presence, roles and reporting lines.

The doors are opened when they are used: a look-up by name need not load what compares all names
of a vault.
"""

from typing import TYPE_CHECKING

from prep.doors import doors

if TYPE_CHECKING:
    from prep.identity.ladder import resolve
    from prep.identity.layout import Layout
    from prep.identity.naming import namings
    from prep.identity.overrides import Overrides
    from prep.identity.proposals import duplicates
    from prep.identity.relations import facts_of, values_of
    from prep.identity.stakeholders import tree
    from prep.identity.standing import stand, standing_of

__all__ = [
    "Layout",
    "Overrides",
    "duplicates",
    "facts_of",
    "namings",
    "resolve",
    "stand",
    "standing_of",
    "tree",
    "values_of",
]

_MODULES = {
    "Layout": "layout",
    "Overrides": "overrides",
    "duplicates": "proposals",
    "facts_of": "relations",
    "namings": "naming",
    "resolve": "ladder",
    "stand": "standing",
    "standing_of": "standing",
    "tree": "stakeholders",
    "values_of": "relations",
}
__getattr__ = doors(__name__, _MODULES)
