"""Whether words bid somebody to do a thing, by their form: a verb first, in German last."""

from __future__ import annotations

from prep.claims.cues import Cues
from prep.patterns import lazy

_BIDS = (
    r"^(?:please\s+|pls\s+|bitte\s+)?(?P<deed>{deed})(?!\w)"
    r"(?!\s*(?:of|is|are|was|were|[:=–—]|-\s))(?:\s+(?P<next>\S+)|[.!]?$)"
)
_INFINITIVE = lazy(r"[a-zäöüß]{2,}(?:en|ern|eln|tun)[.!]?")
_FINITE = lazy(
    r"(?<!\w)(?:ich|wir|er|sie|es|man|ihr|ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden"
    r"|will|wollen|kann|können|soll|sollen|sollte|sollten|muss|müssen|möchte|möchten|darf|dürfen"
    r"|würde|würden|wurde|wurden|zu)(?!\w)"
)
_LEAST = 2  # words: one alone is a heading or an answer


def bids(text: str, cues: Cues) -> str:
    """The deed that the words bid, or "": ``confirm the budget``, ``Budget bestätigen``.

    A verb that is a noun as well (``call with Lena``, ``start date``) bids only where an object
    follows as none can follow a noun: an article, a pronoun, a name, a figure.
    """
    found = cues.compile(_BIDS).match(text)
    if found:
        noun = cues.is_one("noun_too", found["deed"])
        return found["deed"] if not noun or _is_object(found["next"] or "", cues) else ""
    words = text.split()
    if len(words) < _LEAST or any(cues.is_one("negated", word.lower()) for word in words):
        return ""
    return ends_in_infinitive(text, cues)


def ends_in_infinitive(text: str, cues: Cues) -> str:
    """The verb with which German notes end that bid or forbid, and name nobody; else ""."""
    if not cues.may("no_infinitive") or _FINITE.search(text):
        return ""
    last = text.rsplit(maxsplit=1)[-1]
    return last if is_infinitive(last, cues) else ""


def is_infinitive(word: str, cues: Cues) -> bool:
    """A German verb as it stands last: small letters, ``-en``, and no word that only ends so."""
    bare = word.rstrip(".!")
    return _INFINITIVE.fullmatch(bare) is not None and not cues.is_one("no_infinitive", bare)


def _is_object(word: str, cues: Cues) -> bool:
    bare = word.strip("\"'“”‘’(),.;")
    return (
        bare[:1].isupper() or bare[:1].isdigit() or bare[:1] in "@[" or cues.is_one("object", bare)
    )
