"""A vault salted with sixty secrets of eight kinds: none gets out where the rule forbids it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

PLAIN = [
    "the pilot starts in April", "the coast comes first", "the report goes out on Mondays",
    "the interface is a file", "the board meets in May", "the display stays as it is",
]  # fmt: skip


def _secret(kind: str, number: int) -> str:
    """A word that stands nowhere else."""
    return f"zq{kind}{number:02d}x"


KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    # kind: (a line with its secret, the audiences that must not see it)
    "priv": ("{s} is what we keep to ourselves #private", ("team", "external")),
    "comm": ("the pilot is fine %%{s}%%", ("team", "external")),
    "feel": ("Ada is difficult to work with, {s}", ("team", "external")),
    "acct": ("Globex will also get it, {s}", ("team", "external")),
    "cash": ("our floor is 40,000 pounds for Globex, {s}", ("team", "external")),
    "mail": ("Ada's own address is {s}@acme.example", ("team", "external")),
    "tact": ("do not tell Ada about the discount, {s}", ("external",)),
    "doub": ("Constraint: avoid the word {s} with Ada", ("external",)),
}
EACH = 8


@pytest.fixture(scope="module")
def salted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Meetings with Ada Moss of Acme, a day with Acme and Globex, a private note."""
    vault = tmp_path_factory.mktemp("salted")
    for folder in ("People", "Customers", "Daily", "Private"):
        (vault / folder).mkdir()
    (vault / "People" / "Ada Moss.md").write_text(
        "---\ntype: person\ncompany: Acme\nrole: Head of data\n---\n# Ada Moss\n\n- Likes short notes.\n"
    )
    for name in ("Acme", "Globex"):
        (vault / "Customers" / f"{name}.md").write_text(f"---\ntype: customer\n---\n# {name}\n")
    for number in range(EACH):
        lines = [line.format(s=_secret(kind, number)) for kind, (line, _) in KINDS.items()]
        body = "\n".join(f"- {line}" for line in (*lines, PLAIN[number % len(PLAIN)]))
        day = f"2026-02-{number + 1:02d}"
        (vault / "Customers" / f"{day} Acme call.md").write_text(
            f"---\ntype: meeting\ndate: {day}\naccount: Acme\nattendees: [Ada Moss, Myself]\n---\n"
            f"# Acme call\n\n## Notes\n\n{body}\n- Ada will send the list number {number}\n"
        )
    (vault / "Private" / "Ada.md").write_text(
        "# Ada\n\n- Ada Moss told me zqfold01x in confidence\n"
    )
    (vault / "Daily" / "2026-02-20.md").write_text(
        "# 2026-02-20\n\nada moss call:\n- Ada wants the list sorted\n\n"
        "globex call:\n- Globex wants a lower price, zqdaily1x\n- send Globex the zqdaily2x\n"
    )
    return vault


def _text(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return re.sub(r"<[^>]+>", "", " ".join(parts)) + " ".join(parts)
    return path.read_text("utf-8")


@pytest.mark.parametrize("form", ["md", "docx", "html", "json"])
@pytest.mark.parametrize("audience", ["me", "team", "external"])
@pytest.mark.parametrize("subject", ["Ada Moss", "Acme"])
def test_no_secret_leaves_the_room(
    subject: str, audience: str, form: str, salted: Path, prep: Run, tmp_path: Path
) -> None:
    target = tmp_path / f"brief.{form}"
    done = prep(
        "brief",
        subject,
        "--audience",
        audience,
        "-f",
        form,
        "-o",
        str(target),
        "--limit",
        "99",
        vault=salted,
    )
    assert done.returncode == 0, done.stderr
    text = _text(target)
    forbidden = [
        _secret(kind, number)
        for kind, (_, audiences) in KINDS.items()
        if audience in audiences
        for number in range(EACH)
    ]
    forbidden += ["zqdaily1x", "zqdaily2x"]
    forbidden += ["zqfold01x"] if audience != "me" else []
    assert [secret for secret in forbidden if secret in text] == []


def test_what_is_allowed_is_still_there(salted: Path, prep: Run) -> None:
    done = prep(
        "brief", "Ada Moss", "--audience", "external", "-o", "-", "--limit", "99", vault=salted
    )
    assert "Ada will send the list number 7" in done.stdout


def test_what_was_kept_back_is_counted_and_listed_with_its_reason(salted: Path, prep: Run) -> None:
    done = prep(
        "brief",
        "Ada Moss",
        "--audience",
        "team",
        "--explain-withheld",
        "-o",
        "-",
        "--limit",
        "99",
        vault=salted,
    )
    assert re.search(r"\d+ lines are withheld", done.stdout)
    for reason in ("personal", "contact data"):
        assert f": {reason}: " in done.stderr
