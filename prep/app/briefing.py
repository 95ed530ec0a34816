"""The use case: a brief on somebody."""

from __future__ import annotations

from prep.app.editions import for_audience
from prep.app.gathering import gather
from prep.app.session import Session
from prep.app.subject import resolve
from prep.brief.assemble import Style, assemble
from prep.model.brief import Audience, Brief


def brief(
    session: Session, name: str, *, audience: Audience = "me", since: str | None = None,
    limit: int | None = None,
) -> Brief:  # fmt: skip
    """The brief on the one whom ``name`` means, as of the session's day.

    Args:
        session: the notes, the day, the settings.
        name: a person, an account or a topic as the notes write it, a path or an address.
        audience: who will read it.
        since: the day that "since last time" counts from; None: the last contact.
        limit: most entries a section; None: each section's own cap and the whole's.
    """
    subject = resolve(session, name)
    evidence = gather(session, subject, audience=audience, since=since)
    made = assemble(evidence, style(session, limit))
    return for_audience(session, evidence, made)


def style(session: Session, limit: int | None) -> Style:
    """The owner's wishes for a brief's shape; a limit of one's own lifts the caps of the whole."""
    config = session.settings.config
    lifted = limit is not None
    return Style(
        language=config.language,
        order=tuple(config.sections),
        headings=config.headings,
        entries=10_000 if lifted else config.limits.entries,
        words=1_000_000 if lifted else config.limits.words,
        section=limit,
    )
