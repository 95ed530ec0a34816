"""The agenda over a small vault and a calendar of invented people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from prep import config
from prep.app import agenda, upcoming
from prep.app.attending import people
from prep.app.contacts import known_by_cards
from prep.app.output import Target
from prep.app.session import Session, open_session, template_folders
from prep.app.together import together
from prep.identity import overrides
from prep.model.brief import Entry
from prep.problems import AmbiguousError, NobodyError, UsageError

NOTES = {
    "People/Ola Vik.md": "---\ntype: person\nrole: Buyer\nemail: ola@nordlys.example\n---\n# Ola Vik\n",
    "People/Mia Holm.md": "---\ntype: person\n---\n# Mia Holm\n",
    "Meetings/2025-10-22 - Kick-off.md": (
        "# Kick-off\n\nAttendees: Ola Vik, Mia Holm\n\n- I will send Ola Vik the price list.\n"
        "- Mia Holm will book the room.\n"
    ),
    "Daily/2025-11-06.md": "# 2025-11-06\n\n- 08:30 Coffee with [[Mia Holm]]\n- 12:00 lunch\n",
}
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTART:20251105T130000Z
DTEND:20251105T140000Z
SUMMARY:Pricing round
ATTENDEE;CN="Vik, Ola":mailto:ola@nordlys.example
ATTENDEE;CN="Holm, Mia":mailto:mia@else.example
ATTENDEE;CN="Lind, Nora":mailto:nora@fjordsoft.example
ATTENDEE;CN=Zed Quist:mailto:zed@q.example
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20251105T080000Z
SUMMARY:Dentist
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20251105T130000Z
SUMMARY:Call Ola Vik / Nora
END:VEVENT
END:VCALENDAR
"""
CARDS = """BEGIN:VCARD
FN:Mia Holm
EMAIL:mia@else.example
NICKNAME:Mimi
END:VCARD
BEGIN:VCARD
FN:Nobody Known
EMAIL:no@q.example
END:VCARD
"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Session]]:
    for name, text in NOTES.items():
        file = tmp_path / "vault" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "cal").mkdir()
    (tmp_path / "cal" / "work.ics").write_text(CALENDAR)
    (tmp_path / "people.vcf").write_text(CARDS)
    sessions: list[Session] = []

    def make(as_of: str = "2025-11-05", more: str = "") -> Session:
        file = tmp_path / "config.yaml"
        file.write_text(
            "vault: vault\nme: [Nora Lind]\ncalendars: [cal]\ncontacts: [people.vcf]\n"
            f"timezone: Europe/Oslo\n{more}"
        )
        made = open_session(config.load(file), (), as_of, tmp_path / "cache")
        sessions.append(made)
        return made

    yield make
    for session in sessions:
        session.index.close()


def target(session: Session) -> Target:
    return Target(templates=template_folders(session.settings), cache_folder=None)


def lines(entries: tuple[Entry, ...], depth: int = 0) -> list[str]:
    return [
        line
        for entry in entries
        for line in (
            f"{'  ' * depth}{entry.label}: {entry.text}",
            *lines(entry.children, depth + 1),
        )
    ]


def test_the_day_with_whom_and_what(opened: Callable[..., Session]) -> None:
    session = opened()
    made = agenda.agenda(session, agenda.planned(session, None))
    (section,) = made.sections
    shown = lines(section.entries)
    assert shown[0] == "09:00: Dentist"
    assert "14:00: Call Ola Vik / Nora" in shown
    assert "14:00–15:00: Pricing round" in shown
    assert shown.count("  Ola Vik: last met 2025-10-22") == 2
    assert "  Mia Holm: last met 2025-10-22" in shown
    assert "    You owe: I will send Ola Vik the price list." in shown
    assert shown[-1] == "  Not in the notes: Zed Quist"


def test_meetings_of_the_notes_count(opened: Callable[..., Session]) -> None:
    session = opened()
    plan = agenda.planned(session, "tomorrow")
    assert [(event.clock, event.title) for event, _ in plan.meetings] == [
        ("08:30", "Coffee with Mia Holm"),
        ("12:00", "lunch"),
    ]
    (coffee, who), (_, nobody) = plan.meetings
    assert [subject.name for subject in who.known] == ["Mia Holm"]
    assert coffee.words == "- 08:30 Coffee with [[Mia Holm]]"
    assert nobody == ((), ())


def test_a_file_a_meeting_with_someone_known(opened: Callable[..., Session]) -> None:
    session = opened()
    plan = agenda.planned(session, None)
    written = agenda.write(session, plan, "md", target(session))
    assert [(one.path.name, one.what) for one in written] == [
        ("2025-11-05 1400 Call Ola Vik - Nora.md", "new"),
        ("2025-11-05 1400 Pricing round.md", "new"),
    ]
    again = agenda.write(session, plan, "md", target(session))
    assert [one.what for one in again] == ["unchanged", "unchanged"]


def test_what_was_edited_is_never_overwritten(opened: Callable[..., Session]) -> None:
    session = opened()
    plan = agenda.planned(session, None)
    agenda.write(session, plan, "md", target(session))
    edited = Path(session.settings.resolve("briefs")) / "2025-11-05 1400 Pricing round.md"
    edited.write_text("my own words", "utf-8")
    for _ in range(2):
        written = agenda.write(session, plan, "md", target(session))
        assert edited.read_text("utf-8") == "my own words"
        assert written[1].edited == edited
        assert written[1].path.name == "2025-11-05 1400 Pricing round (new).md"
    written[1].path.write_text("edited, too", "utf-8")
    third = agenda.write(session, plan, "md", target(session))[1].path
    assert third.name == "2025-11-05 1400 Pricing round (new) (new).md"


def test_what_is_ours_is_renewed_when_the_notes_change(opened: Callable[..., Session]) -> None:
    first = opened()
    agenda.write(first, agenda.planned(first, None), "md", target(first))
    note = first.vaults[0] / "Meetings" / "2025-11-04.md"
    note.write_text("# Follow-up\n\nAttendees: Ola Vik\n\n- Ola Vik asked: who pays?\n")
    later = opened()
    written = agenda.write(later, agenda.planned(later, None), "md", target(later))
    assert [one.what for one in written] == ["renewed", "renewed"]


def test_a_brief_for_all_who_attend(opened: Callable[..., Session]) -> None:
    session = opened()
    meeting = upcoming.meeting_at(session, "pricing")
    made = upcoming.brief_for(session, meeting)
    assert made.title == "Pricing round"
    texts = " ".join(line for s in made.sections for line in lines(s.entries))
    assert "price list" in texts
    assert "book the room" in texts


def test_a_brief_of_one_is_left_as_it_is(opened: Callable[..., Session]) -> None:
    session = opened()
    made = upcoming.brief_for(session, upcoming.next_meeting(session, "2025-11-06T07:00+01:00"))
    assert made.title == "Mia Holm"
    assert together([made], "Coffee").sections == made.sections


@pytest.mark.parametrize(
    ("moment", "title"),
    [
        (None, "Call Ola Vik / Nora"),
        ("2025-11-05T13:59", "Call Ola Vik / Nora"),
        ("2025-11-05T14:30+01:00", "Pricing round"),
        ("2025-11-05T15:00+01:00", "Coffee with Mia Holm"),
    ],
)
def test_next(opened: Callable[..., Session], moment: str | None, title: str) -> None:
    assert upcoming.next_meeting(opened(), moment)[0].title == title


def test_no_next(opened: Callable[..., Session]) -> None:
    with pytest.raises(NobodyError, match="no meeting with anybody in the notes until 2026-01-14"):
        upcoming.next_meeting(opened("2026-01-01"), None)


def test_which_meeting_is_asked_not_picked(opened: Callable[..., Session]) -> None:
    session = opened()
    with pytest.raises(AmbiguousError, match="fits 2") as caught:
        upcoming.meeting_at(session, "14:00")
    assert "2025-11-05 14:00–15:00 Pricing round" in str(caught.value)
    with pytest.raises(NobodyError, match="nobody of it is in the notes"):
        upcoming.meeting_at(session, "9:00")
    with pytest.raises(NobodyError, match="no such meeting; coming are: 2025-11-05 09:00 Dentist"):
        upcoming.meeting_at(session, "20:00")


def test_cards_give_addresses_to_the_known(opened: Callable[..., Session]) -> None:
    session = opened()
    said, problems = known_by_cards(overrides.NONE, session.settings, session.index)
    assert problems == ()
    assert [one.names for one in said.alias] == [
        ("mia@else.example", "Mia Holm"),
        ("Mimi", "Mia Holm"),
    ]


def test_a_missing_calendar_is_a_problem(opened: Callable[..., Session]) -> None:
    session = opened(more="").settings
    assert session.config.calendars == ["cal"]
    for file in session.resolve("cal").iterdir():
        file.unlink()
    session.resolve("cal").rmdir()
    again = opened()
    plan = agenda.planned(again, None)
    assert [str(problem) for problem in plan.problems] == [
        "cal:0: is not there; name it anew in config.yaml"
    ]


def test_an_unknown_zone(opened: Callable[..., Session]) -> None:
    session = opened()
    wrong = session.settings.resolve("config.yaml")
    wrong.write_text("vault: vault\ntimezone: Middle/Earth\n")
    from dataclasses import replace

    with pytest.raises(UsageError, match="timezone Middle/Earth is unknown"):
        agenda.planned(replace(session, settings=config.load(wrong)), None)


def test_the_owner_is_not_met(opened: Callable[..., Session]) -> None:
    session = opened()
    (event,) = (e for e, _ in agenda.planned(session, None).meetings if e.title == "Pricing round")
    assert "Nora Lind" not in [subject.name for subject in people(session, event).known]
    assert people(session, event).strangers == ("Zed Quist",)
