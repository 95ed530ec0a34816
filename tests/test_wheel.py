"""The wheel holds all it needs: installed in an empty environment, it makes a brief."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = (
    "prep/_data/config.yaml",
    "prep/_data/templates/brief.md.j2",
    "prep/_data/templates/cues/en.yaml",
    "prep/_data/templates/word.docx",
    "prep/_data/templates/checklists/person.txt",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `python -m build` makes it."""
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(out),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and its dependencies linked in; nothing of the checkout."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*")) / "site-packages"
    for entry in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if not entry.name.startswith(("prep", "_prep", "__editable__")) and entry.suffix != ".pth":
            (site / entry.name).symlink_to(entry)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return python


def test_the_wheel_holds_templates_cues_questions_and_settings(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(NEEDED) <= names
    assert any(name.startswith("prep/_data/templates/questions/") for name in names)


def test_a_brief_from_the_installed_wheel(python: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "PREP_CACHE": str(tmp_path / "cache")}
    environment.pop("PYTHONPATH", None)
    vault = ROOT / "examples" / "vault"
    options = ["--vault", str(vault), "--as-of", "2026-03-16", "brief", "Ines Calloway", "-o", "-"]
    done = subprocess.run(
        [python, "-m", "prep", *options],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('---\ntitle: "Brief: Ines Calloway"')
