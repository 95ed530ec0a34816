"""What the question "who is who" asks of the index: look-ups, and nothing else.

The index implements this; ``prep.identity`` and its tests know nothing more about storage. Every
answer is a sequence in a fixed order (newest day first, then path, then line), so that the same
notes give the same answer. Undated namings come last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from prep.model.naming import Located


class Directory(Protocol):
    """The namings of a whole vault. Keys and tokens are folded (``prep.names.fold``)."""

    def named(self, key: str) -> Sequence[Located]:
        """All namings with this very key, of any place and kind.

        Also finds an e-mail address or a handle given as key: namings that declare it
        (``naming.email`` or ``naming.handle`` folded equals ``key``).
        """
        ...

    def holding(self, token: str) -> Sequence[Located]:
        """Namings whose key, or whose full name's key, holds this word.

        The word is one of the key's words between blanks. Deduplicated by (path, key, place):
        the first line of each.
        """
        ...

    def declared(self) -> Sequence[Located]:
        """Namings that a file declares: its own title, aliases, attendees, participants, role
        lists, and all that carry an e-mail, a handle, a full name, an organisation or a role.

        Deduplicated as in ``holding``. For the look at the whole vault (``duplicates``, ``who``
        without a name), never for one look-up.
        """
        ...

    def near(self, text: str, limit: int) -> Sequence[str]:
        """The nearest known names as written, best first: for "nobody by that name"."""
        ...

    def notes_of(self, keys: Sequence[str], limit: int) -> Sequence[str]:
        """Paths of notes that name any of these keys, or hold these words in their text.

        Newest day first. ``keys`` of several words are looked for as a phrase.
        """
        ...
