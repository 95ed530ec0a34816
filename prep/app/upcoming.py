"""Which meeting ``prep brief next`` and ``--meeting`` mean, and the brief for it."""

from __future__ import annotations

from datetime import datetime, time

from prep.agenda import Event, at, following, hours
from prep.app.agenda import Planned, meeting_brief, planned
from prep.app.attending import People
from prep.app.session import Session
from prep.model.brief import Audience, Brief
from prep.problems import AmbiguousError, NobodyError


def next_meeting(session: Session, moment: str | None) -> tuple[Event, People]:
    """The next meeting with somebody in the notes, within fourteen days.

    ``moment``: local ISO time from which "next" counts; None: the beginning of the session's day.

    Raises:
        NobodyError: there is none; the sentence says what is coming.
    """
    plan = planned(session, "next")
    with_known = [pair for pair in plan.meetings if pair[1].known]
    event = following([event for event, _ in with_known], _moment(plan, moment))
    if event is None:
        raise NobodyError(
            f"no meeting with anybody in the notes until {plan.window.last}{_also(plan)}"
        )
    return next(pair for pair in with_known if pair[0] is event)


def meeting_at(session: Session, asked: str, day: str | None = None) -> tuple[Event, People]:
    """The meeting of a day (None: the session's own) that a time or a title's words mean.

    Raises:
        NobodyError: none is, or nobody of it is in the notes; the day's meetings are listed.
        AmbiguousError: several are.
    """
    plan = planned(session, day)
    events = at([event for event, _ in plan.meetings], asked)
    found = [pair for pair in plan.meetings if pair[0] in events]
    known = [pair for pair in found if pair[1].known]
    if len(known) > 1:
        listed = "\n".join(f"  {_line(event)}" for event, _ in known)
        raise AmbiguousError(
            f"--meeting {asked} fits {len(known)}; name one by words of its title:\n{listed}"
        )
    if not known:
        why = "nobody of it is in the notes" if found else f"no such meeting{_also(plan)}"
        raise NobodyError(f"--meeting {asked}: {why}")
    return known[0]


def brief_for(
    session: Session, meeting: tuple[Event, People], *, audience: Audience = "me",
    since: str | None = None, limit: int | None = None,
) -> Brief:  # fmt: skip
    """The brief for a meeting: on the one whom the notes know, or on all of them as one."""
    event, who = meeting
    return meeting_brief(session, event, who.known, audience=audience, since=since, limit=limit)


def _moment(plan: Planned, moment: str | None) -> datetime:
    if moment is None:
        return datetime.combine(plan.window.first, time(), plan.window.zone)
    found = datetime.fromisoformat(moment)
    return found if found.tzinfo else found.replace(tzinfo=plan.window.zone)


def _also(plan: Planned) -> str:
    listed = "; ".join(_line(event) for event, _ in plan.meetings[:5])
    return f"; coming are: {listed}" if listed else "; the calendars hold none"


def _line(event: Event) -> str:
    return f"{event.day} {hours(event)} {event.title}"
