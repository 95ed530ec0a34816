"""What the plugin's settings say that a query's answer depends on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

StatusType = Literal["TODO", "DONE", "IN_PROGRESS", "ON_HOLD", "CANCELLED", "NON_TASK", "EMPTY"]

TYPES: tuple[StatusType, ...] = (
    "TODO", "DONE", "IN_PROGRESS", "ON_HOLD", "CANCELLED", "NON_TASK",
)  # fmt: skip
"""The types that a query may name; EMPTY is the plugin's own."""

_DONE_TYPES = frozenset({"DONE", "CANCELLED", "NON_TASK"})
_TYPE_ORDER = ("IN_PROGRESS", "TODO", "ON_HOLD", "DONE", "CANCELLED", "NON_TASK", "EMPTY")


class Status(NamedTuple):
    """What the character in a check box means."""

    symbol: str
    name: str
    type: StatusType

    @property
    def done(self) -> bool:
        """Whether tasks of this status count as done: cancelled ones and non-tasks do."""
        return self.type in _DONE_TYPES

    @property
    def group(self) -> str:
        """The type with a number before it, in an Obsidian comment: so types sort by use."""
        return f"%%{_TYPE_ORDER.index(self.type) + 1}%%{self.type}"


CORE = (
    Status(" ", "Todo", "TODO"),
    Status("/", "In Progress", "IN_PROGRESS"),
    Status("x", "Done", "DONE"),
    Status("-", "Cancelled", "CANCELLED"),
)
"""The statuses of a vault whose owner set up none; ``X`` is not among them."""


class Settings(NamedTuple):
    """The plugin's settings, by default those of a new vault.

    ``dates_from_names``: undated tasks are scheduled on the day in their file's name.
    """

    statuses: tuple[Status, ...] = CORE
    global_filter: str = ""
    format: Literal["emoji", "dataview"] = "emoji"
    dates_from_names: bool = False
    presets: tuple[tuple[str, str], ...] = ()

    def status(self, symbol: str) -> Status:
        """Give the status of ``symbol``; one that is not set up is "Unknown", and to do."""
        found = (status for status in self.statuses if status.symbol == symbol)
        return next(found, Status(symbol, "Unknown", "TODO"))


def read_settings(data: Mapping[str, object]) -> Settings:
    """Read the parsed ``.obsidian/plugins/obsidian-tasks-plugin/data.json``; any shape will do."""
    statuses = data.get("statusSettings")
    found = tuple(_statuses(statuses)) if isinstance(statuses, Mapping) else ()
    presets = data.get("presets")
    named = presets.items() if isinstance(presets, Mapping) else ()
    return Settings(
        statuses=found or CORE,
        global_filter=str(data.get("globalFilter") or ""),
        format="dataview" if data.get("taskFormat") == "dataview" else "emoji",
        dates_from_names=data.get("useFilenameAsScheduledDate") is True,
        presets=tuple((str(name), str(text)) for name, text in named),
    )


def _statuses(settings: Mapping[object, object]) -> Iterator[Status]:
    """Give the core statuses, then the custom ones; the first of a symbol counts."""
    seen: set[str] = set()
    for key in ("coreStatuses", "customStatuses"):
        entries = settings.get(key)
        for entry in entries if isinstance(entries, list) else ():
            symbol = entry.get("symbol") if isinstance(entry, Mapping) else None
            if not isinstance(symbol, str) or not symbol or symbol in seen:
                continue
            seen.add(symbol)
            named = entry.get("type")
            kind: StatusType = next((each for each in TYPES if each == named), "TODO")
            yield Status(symbol, str(entry.get("name") or ""), kind)
