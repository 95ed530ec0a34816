"""What the notes say on a person's account: context for a brief on the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from prep.app.session import Session
from prep.model.naming import Bearing, Standing, Subject

if TYPE_CHECKING:
    from prep.identity import Layout

    Stands = Callable[[Layout], Standing | None]

NOTES = 20
"""Most notes of an account that are looked at for one of its people, newest first."""
KINDS = (
    "status", "decision", "criterion", "priority", "goal", "sensitivity", "reason", "summary",
    "vocabulary", "relation", "role", "event",
)  # fmt: skip
"""Kinds of claim that hold for everybody at an account; promises and questions are personal."""


def account_of(session: Session, subject: Subject) -> Subject | None:
    """The account of a person, resolved; None where there is none, or the name fits several."""
    if subject.kind != "person" or not subject.account:
        return None
    from prep import identity

    match = identity.resolve(
        subject.account, session.index, owner=session.owner, overrides=session.overrides
    )
    found = match.subject
    return found if found and found.kind == "account" else None


def standing_of(session: Session, account: Subject | None) -> Stands:
    """How the account stands in a note, as bearings of the kind ``account``."""
    if account is None:
        return lambda _: None
    from prep import identity

    stands = identity.standing_of(account, session.owner)
    keys = frozenset(account.keys)
    forms = tuple(filter(None, account.forms))

    def standing(layout: Layout) -> Standing | None:
        found = stands(layout) if _named(layout, keys, forms) else None
        if found is None:
            return None
        bearings = tuple(_through_account(b) for b in found.bearings)
        return found._replace(presence="mentioned", bearings=bearings)

    return standing


def _named(layout: Layout, keys: frozenset[str], forms: Sequence[str]) -> bool:
    """A cheap look before the long one: does the note hold a form of the account at all?"""
    if any(naming.key in keys for naming in layout.namings):
        return True
    return any(form in layout.text for form in forms)


def merged(own: Standing, account: Standing | None) -> Standing:
    """The subject's own standing, with what bears on its account where nothing else does."""
    if account is None:
        return own
    taken = {b.block for b in own.bearings}
    more = tuple(b for b in account.bearings if b.block not in taken)
    return own._replace(bearings=(*own.bearings, *more))


def _through_account(bearing: Bearing) -> Bearing:
    return bearing._replace(how="account")
