"""The functions of the query language, by name: one table, one module a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prep.queries.functions.collection import COLLECTION
from prep.queries.functions.construct import CONSTRUCTORS
from prep.queries.functions.display import DISPLAY
from prep.queries.functions.numeric import NUMERIC
from prep.queries.functions.text import TEXT

if TYPE_CHECKING:
    from prep.queries.values import Value

FUNCTIONS: dict[str, Callable[..., Value]] = {
    **CONSTRUCTORS,
    **NUMERIC,
    **COLLECTION,
    **TEXT,
    **DISPLAY,
}
"""All of Dataview 0.5.70's functions; each is called with the context and its arguments."""
