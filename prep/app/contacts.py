"""Address books: what they say of people whom the notes know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep.config import Settings
from prep.identity.overrides import Overrides, Said
from prep.index import Index
from prep.names import fold
from prep.problems import Problem

if TYPE_CHECKING:
    from prep.agenda.contacts import Contact


def known_by_cards(
    overrides: Overrides, settings: Settings, index: Index
) -> tuple[Overrides, tuple[Problem, ...]]:
    """The owner's word, and after it the addresses and other names of the address books.

    Only for people whom the notes name, and of other names only those that nobody in the notes
    goes by: a card's "Bob" must not make every Bob that person. Without address books nothing is
    imported: every run comes by here.
    """
    if not settings.config.contacts:
        return overrides, ()
    found, problems = cards(settings)
    said = [one for card in found for one in _said(card, index)]
    return overrides._replace(alias=(*overrides.alias, *said)), problems


def cards(settings: Settings) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """All contacts of the settings' address books, and what could not be read."""
    from prep.agenda.contacts import contacts
    from prep.app.named import contents, files_of

    files, problems = files_of(settings, settings.config.contacts, ".vcf")
    read, unreadable = contents(files)
    found: list[Contact] = []
    problems += unreadable
    for path, data in read:
        more, wrong = contacts(path, data)
        found += more
        problems += wrong
    return tuple(found), tuple(problems)


def _said(card: Contact, index: Index) -> list[Said]:
    if not card.name or not index.named(fold(card.name)):
        return []
    other = [name for name in card.aliases if not index.named(fold(name))]
    return [Said("alias", (name, card.name), card.line) for name in (*card.emails, *other)]
