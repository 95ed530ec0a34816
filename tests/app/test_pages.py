"""A page that is kept is the page that would be made."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from prep.app import briefing, documents, pages
from prep.app.output import Target, page_of
from prep.app.pages import Asked, Page
from prep.app.session import Session, open_session
from prep.config import Config, Settings

ROOT = Path(__file__).parents[2]
VAULT = ROOT / "examples" / "vault"
AS_OF = "2026-03-16"
WHO = ("Ines Calloway", "Halden Grid")
LINES = (
    "- [ ] Ines Calloway to send the seal report by Friday",
    "- Ines Calloway asked whether the pilot can start in May?",
    "Decided: Halden Grid begins with the northern ring.",
    "Nothing about anybody.",
    "- [x] draw the error band for the wall display",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the example vault beside a cache of its own."""
    shutil.copytree(VAULT, tmp_path / "vault")
    return tmp_path


def opened(home: Path, config: Config | None = None, as_of: str = AS_OF) -> Session:
    settings = Settings(config or Config(me=["Myself"]), str(home / "config.yaml"))
    return open_session(settings, (home / "vault",), as_of, home / "cache")


def asked(session: Session, name: str, form: str = "md", limit: int | None = None) -> Page:
    target = Target(session.templates, None)
    with session.index:
        return documents.brief(session, name, form, target, limit=limit)


def fresh(session: Session, name: str, form: str = "md") -> Page:
    with session.index:
        return page_of(briefing.brief(session, name), form, Target(session.templates, None))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names for which a brief was really made."""
    names: list[str] = []
    brief = briefing.brief

    def counted(session: Session, name: str, **options: object) -> object:
        names.append(name)
        return brief(session, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(briefing, "brief", counted)
    return names


def happens(home: Path, chance: random.Random) -> None:
    """One thing that happens to a vault between two briefs."""
    notes = sorted((home / "vault").rglob("*.md"))
    note = chance.choice(notes)
    what = chance.randrange(5)
    if what == 0:
        note.unlink()
    elif what == 1:
        note.rename(note.with_name(f"Moved {note.name}"))
    elif what == 2:
        (home / "vault" / f"Zora Quill {len(notes)}.md").write_text("# Zora Quill\n\n- Paints.\n")
    else:
        with note.open("a") as file:
            file.write(f"\n{chance.choice(LINES)}\n")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_through_any_history_a_kept_page_is_the_fresh_one(home: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(6):
        for name in WHO:
            try:
                expected = fresh(opened(home), name)
            except Exception as error:  # noqa: BLE001 - whoever is gone is gone both ways
                with pytest.raises(type(error)):
                    asked(opened(home), name)
                continue
            assert asked(opened(home), name) == expected
            assert asked(opened(home), name) == expected
        happens(home, chance)


def test_asked_again_it_is_not_made_again(home: Path, made: list[str]) -> None:
    for _ in range(3):
        asked(opened(home), WHO[0])
    assert made == [WHO[0]]


def test_a_note_on_somebody_else_leaves_it(home: Path, made: list[str]) -> None:
    asked(opened(home), WHO[1])
    (home / "vault" / "Zora Quill.md").write_text("# Zora Quill\n\n- Paints.\n")
    asked(opened(home), WHO[1])
    assert made == [WHO[1]]


def test_a_query_over_all_notes_is_answered_again(home: Path, made: list[str]) -> None:
    """The note of this subject holds one, so any new note may be part of its answer."""
    asked(opened(home), WHO[0])
    (home / "vault" / "Zora Quill.md").write_text("# Zora Quill\n\n- Paints.\n")
    asked(opened(home), WHO[0])
    assert made == [WHO[0]] * 2


def test_a_note_that_names_them_renews_it(home: Path, made: list[str]) -> None:
    before = asked(opened(home), WHO[0])
    (home / "vault" / "2026-03-15 Call.md").write_text(f"# Call\n\n{WHO[0]} will send the plan.\n")
    assert asked(opened(home), WHO[0]) != before
    assert made == [WHO[0]] * 2


def test_a_query_of_file_times_is_never_kept(home: Path, made: list[str]) -> None:
    note = next((home / "vault").rglob(f"{WHO[0]}.md"))
    with note.open("a") as file:
        file.write("\n```dataview\nTABLE file.mtime WHERE file.mtime\n```\n")
    asked(opened(home), WHO[0])
    asked(opened(home), WHO[0])
    assert made == [WHO[0]] * 2


def _config(home: Path) -> Session:
    return opened(home, Config(me=["Tom Arden"]))


def _later(home: Path) -> Session:
    return opened(home, as_of="2026-03-17")


def _word(home: Path) -> Session:
    (home / "vault" / "prep-overrides.yaml").write_text("private: [People]\n")
    return opened(home)


def _template(home: Path) -> Session:
    (home / "templates").mkdir()
    (home / "templates" / "brief.md.j2").write_text("Only {{ brief.title }}\n")
    return opened(home)


def _contacts(home: Path) -> Session:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ines Calloway\nEMAIL:ic@halden.example\nEND:VCARD\n"
    (home / "cards.vcf").write_text(card)
    return opened(home, Config(contacts=["cards.vcf"]))


def _plugin(home: Path) -> Session:
    (home / "vault" / pages.PLUGIN).parent.mkdir(parents=True)
    (home / "vault" / pages.PLUGIN).write_text('{"globalFilter": "#task"}')
    return opened(home)


@pytest.mark.parametrize("change", [_config, _later, _word, _template, _contacts, _plugin])
def test_what_stands_beside_the_notes_counts(
    home: Path, made: list[str], change: Callable[[Path], Session]
) -> None:
    asked(opened(home), WHO[0])
    session = change(home)
    page = asked(session, WHO[0])
    assert len(made) == 2
    assert page == fresh(replace(session, index=opened(home).index), WHO[0])


def test_what_is_asked_for_counts(home: Path, made: list[str]) -> None:
    asked(opened(home), WHO[0])
    asked(opened(home), WHO[0], limit=2)
    assert json.loads(asked(opened(home), WHO[0], "json").data)["kind"] == "brief"
    assert len(made) == 3


def test_an_edited_contact_card_counts(home: Path, made: list[str]) -> None:
    asked(_contacts(home), WHO[0])
    asked(_contacts(home), WHO[0])
    made.clear()
    card = (home / "cards.vcf").read_text().replace("ic@", "ines@")
    (home / "cards.vcf").write_text(card)
    asked(opened(home, Config(contacts=["cards.vcf"])), WHO[0])
    assert made == [WHO[0]]


@pytest.mark.parametrize("damage", [b"", b"damaged", b"\xe9\x00\x00\x00\x00"])
def test_a_damaged_page_is_made_anew(home: Path, made: list[str], damage: bytes) -> None:
    before = asked(opened(home), WHO[0])
    for file in (home / "cache" / pages.FOLDER).iterdir():
        file.write_bytes(damage)
    assert asked(opened(home), WHO[0]) == before
    assert made == [WHO[0]] * 2


def test_pages_are_private_and_not_without_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST", 4)
    for limit in range(1, 8):
        asked(opened(home), WHO[0], limit=limit)
    folder = home / "cache" / pages.FOLDER
    assert 2 <= len(list(folder.iterdir())) <= 4
    assert folder.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())
    pages.forget(home / "cache")
    assert not list(folder.iterdir())


def test_a_page_is_not_kept_when_another_run_wrote_meanwhile(home: Path) -> None:
    def make(_: Session) -> Page:
        (home / "vault" / "Zora Quill.md").write_text("# Zora Quill\n")
        opened(home).index.close()
        return Page(b"", "", AS_OF, "me")

    pages.kept(opened(home), Asked("brief", "md", ()), make)
    assert not (home / "cache" / pages.FOLDER).exists()


AUDIT = """
import os, sys
seen = set()
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        seen.add(os.path.realpath(arguments[0]))
sys.addaudithook(hook)
from prep.cli.group import group
try:
    group.main(sys.argv[1:], standalone_mode=False)
finally:
    print("\\n".join(sorted(seen)), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["brief", "interview"])
def test_no_other_file_is_looked_into(home: Path, command: str) -> None:
    """What a page depends on is known: nothing is opened that its key or trace leaves out."""
    cache = home / "cache"
    given = ["-q", "--as-of", AS_OF, "--vault", str(home / "vault"), command, WHO[0], "-o", "-"]
    done = subprocess.run(
        [sys.executable, "-c", AUDIT, *given], cwd=home, capture_output=True, text=True, check=True,
        env={**os.environ, "HOME": str(home), "PREP_CACHE": str(cache), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    system = [Path(name) for name in (sys.base_prefix, sys.prefix, "/proc", "/dev", "/etc", "/usr")]
    known = [home / "vault", cache, ROOT / "prep", ROOT / "templates", *system]
    opened_files = [Path(line) for line in done.stderr.splitlines() if line.startswith(os.sep)]
    assert opened_files
    assert not [f for f in opened_files if not any(f.is_relative_to(k) for k in known)]
    beside = {f for f in opened_files if f.is_relative_to(home / "vault") and f.suffix != ".md"}
    assert beside <= {home / "vault" / pages.PLUGIN, home / "vault" / "prep-overrides.yaml"}
