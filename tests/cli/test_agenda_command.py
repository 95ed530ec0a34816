"""``prep agenda`` as a process: what is printed where, and the exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

VAULT = Path(__file__).parents[2] / "examples" / "vault"
Run = Callable[..., CompletedProcess[str]]
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTART:20260317T130000Z
DTEND:20260317T140000Z
SUMMARY:Pilot review
ATTENDEE;CN="Calloway, Ines":mailto:ines@elsewhere.example
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20260317X
SUMMARY:Broken
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def agenda(tmp_path: Path, prep: Run) -> Run:
    """Runs ``prep`` with a calendar, as of Monday 16 March 2026."""
    (tmp_path / "work.ics").write_text(CALENDAR)
    settings = tmp_path / "config.yaml"
    settings.write_text(
        f"vault: {json.dumps(str(VAULT))}\nme: [Nora Lind]\ncalendars: [work.ics]\n"
        "timezone: Europe/Oslo\n"
    )

    def run(*arguments: str) -> CompletedProcess[str]:
        return prep("--config", str(settings), *arguments, vault=None)

    return run


def test_a_day_to_standard_output_and_a_brief_for_each(agenda: Run, tmp_path: Path) -> None:
    done = agenda("agenda", "tomorrow", "--write")
    assert done.returncode == 0, done.stderr
    assert "- **14:00–15:00:** Pilot review" in done.stdout
    assert "**Ines Calloway:** last met 2026-03" in done.stdout
    brief = tmp_path / "briefs" / "2026-03-17 1400 Pilot review.md"
    assert done.stdout.splitlines()[-1] == str(brief)
    assert "# Ines Calloway" in brief.read_text("utf-8")
    assert "1 problem" in done.stderr
    brief.write_text("mine", "utf-8")
    again = agenda("agenda", "tomorrow", "--write")
    assert brief.read_text("utf-8") == "mine"
    assert again.stdout.splitlines()[-1].endswith("Pilot review (new).md")
    assert "was edited" in again.stderr


def test_prep_alone_says_what_is_next(agenda: Run) -> None:
    done = agenda()
    assert done.returncode == 0, done.stderr
    assert "## Tuesday 2026-03-17" in done.stdout


def test_as_json(agenda: Run) -> None:
    found = json.loads(agenda("-q", "agenda", "week", "-f", "json").stdout)
    assert (found["schema"], found["kind"]) == ("prep.agenda/1", "agenda")
    (entry,) = (e for s in found["sections"] for e in s["entries"] if e["text"] == "Pilot review")
    sources = {source["id"]: source for source in found["sources"]}
    assert entry["sources"]
    assert sources[entry["sources"][0]]["path"] == "work.ics"
    assert "SUMMARY:Pilot review" in sources[entry["sources"][0]]["text"]


def test_what_is_no_day_is_wrong_usage(agenda: Run) -> None:
    done = agenda("agenda", "whenever")
    assert done.returncode == 2
    assert done.stderr.strip().splitlines() == [
        "prep: agenda whenever: is no day; write today, tomorrow, friday, week, next week or 2026-03-16"
    ]


@pytest.mark.parametrize("asked", [["next"], ["--meeting", "14:00"], ["--meeting", "pilot review"]])
def test_a_brief_by_its_meeting(agenda: Run, asked: list[str]) -> None:
    at = ["--as-of", "2026-03-17"]  # the last one given holds
    done = agenda(*at, "-q", "brief", *asked, "-o", "-")
    assert done.returncode == 0, done.stderr
    assert "# Ines Calloway" in done.stdout


def test_no_such_meeting(agenda: Run) -> None:
    done = agenda("brief", "--meeting", "14:00")
    assert done.returncode == 3
    assert "prep: --meeting 14:00: no such meeting" in done.stderr


def test_a_brief_on_nothing_is_wrong_usage(agenda: Run) -> None:
    assert agenda("brief").returncode == 2


def test_contacts_give_addresses(agenda: Run, tmp_path: Path) -> None:
    (tmp_path / "people.vcf").write_text(
        "BEGIN:VCARD\nFN:Ines Calloway\nEMAIL:ines@elsewhere.example\nEND:VCARD\n"
    )
    settings = tmp_path / "config.yaml"
    settings.write_text(settings.read_text() + "contacts: [people.vcf]\n")
    done = agenda("-q", "brief", "ines@elsewhere.example", "-o", "-")
    assert "# Ines Calloway" in done.stdout
