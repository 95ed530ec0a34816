"""The documents that are asked for again and again: made once, kept while nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prep.app.output import Target, page_of
from prep.app.pages import Asked, Page, kept
from prep.app.stamps import stamp_of

if TYPE_CHECKING:
    from prep.app.session import Session
    from prep.model.brief import Audience


def brief(
    session: Session, name: str, form: str, target: Target, *, audience: Audience = "me",
    since: str | None = None, limit: int | None = None,
) -> Page:  # fmt: skip
    """The page of a brief; arguments as for ``briefing.brief``."""

    def make(fresh: Session) -> Page:
        from prep.app import briefing

        made = briefing.brief(fresh, name, audience=audience, since=since, limit=limit)
        return page_of(made, form, target)

    return kept(session, _asked("brief", form, name, audience, since, limit), make)


def interview(
    session: Session, name: str, form: str, target: Target, *, side: str | None = None,
    role: str = "", stage: str = "", audience: Audience = "me", limit: int | None = None,
) -> Page:  # fmt: skip
    """The page of an interview sheet; arguments as for ``interviewing.sheet``."""

    def make(fresh: Session) -> Page:
        from prep.app import interviewing

        made = interviewing.sheet(
            fresh, name, side=side, role=role, stage=stage, limit=limit, audience=audience
        )
        return page_of(made, form, target)

    asked = _asked("interview", form, name, side, role, _job(role), stage, audience, limit)
    return kept(session, asked, make)


def _job(role: str) -> str:
    """The stamp of the file that a role may name; "" where it names a note or is itself a text."""
    try:
        return stamp_of(Path(role).expanduser()) if role else ""
    except (RuntimeError, ValueError):  # no such user's home; a text that no path can be
        return ""


def _asked(kind: str, form: str, *values: str | int | None) -> Asked:
    return Asked(kind, "json" if form == "json" else "md", values)
