"""Who owns an action, by the words of its line."""

from __future__ import annotations

import re

from prep.identity.capitals import UPPER
from prep.identity.labels import ACT, may_be_who
from prep.patterns import lazy

OWNERS = lazy(
    rf"^[*_\s:]*((?:@?[{UPPER}a-z][\w'’.-]*(?: [{UPPER}][\w'’.-]*){{0,3}}"
    r"(?:\s*(?:,|and|&)\s*)?){1,4}?)"
    r"\s+(?:to|will|should|volunteer(?:s|ed) to|agreed to|takes?|is going to)\s"
)


def owners_of(text: str) -> tuple[str, ...]:
    """Who owns an action line: ``ACTION 3: Bo and Cy to write`` gives Bo and Cy."""
    act = ACT.match(text)
    found = OWNERS.match(text[act.end() :] if act else text)
    if not found:
        return ()
    names = re.split(r"\s*(?:,|\band\b|&)\s*", found[1].strip(" *_:"))
    return tuple(n for n in names if n and may_be_who(n))
