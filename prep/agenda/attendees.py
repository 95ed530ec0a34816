"""Who is invited, from the many forms in which calendars write people."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from prep.agenda.event import Attendee, is_one_of
from prep.names import fold, read_name
from prep.patterns import lazy

_ADDRESS = lazy(r"[^\s@<>\"',;:/]+@[^\s@<>\"',;:/]+\.[^\s@<>\"',;:/]+")
_THINGS = frozenset({"ROOM", "RESOURCE"})


def attendees(component: Any) -> tuple[Attendee, ...]:
    """All people of a calendar's event, the organiser too, each once; rooms and things left out."""
    found: list[Attendee] = []
    for value in written(component):
        if str(_parameters(value).get("CUTYPE", "")).upper() in _THINGS:
            continue
        one = attendee(str(value), str(_parameters(value).get("CN", "")))
        if (one.name or one.email) and not any(_same(one, other) for other in found):
            found.append(one)
    return tuple(found)


def declined(component: Any, me: tuple[str, ...]) -> bool:
    """Whether the owner (names or addresses) has said no to an event."""
    return any(
        str(_parameters(value).get("PARTSTAT", "")).upper() == "DECLINED"
        and is_one_of(attendee(str(value), str(_parameters(value).get("CN", ""))), me)
        for value in written(component)
    )


def attendee(value: str, shown: str) -> Attendee:
    """One person from a calendar address ("mailto:x@y.example") and a display name.

    The display name may be the address again, be in quotes, or be turned ("Doe, Jane"); an address
    that no mail reaches ("invalid:nomail", Exchange's own paths) is none.
    """
    found = _ADDRESS.search(unquote(value.partition(":")[2] or value))
    email = found[0].lower() if found else ""
    read = read_name(shown.strip().strip("\"'").strip())
    name = "" if "@" in read.name else read.name
    return Attendee(name, email or read.email.lower())


def written(component: Any) -> list[Any]:
    """The values of ATTENDEE and ORGANIZER: the library gives one value, or a list of them."""
    found: list[Any] = []
    for name in ("ATTENDEE", "ORGANIZER"):
        value = component.get(name, [])
        found += value if isinstance(value, list) else [value]
    return found


def _parameters(value: Any) -> Any:
    return getattr(value, "params", {})


def _same(one: Attendee, other: Attendee) -> bool:
    if one.email and other.email:
        return one.email == other.email
    return fold(one.name) == fold(other.name)
