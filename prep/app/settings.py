"""The use case: config.yaml and templates to make one's own."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from prep.problems import PrepError
from prep.resources import template_folder

OWN = ("*.j2", "sections/*.j2", "cues/*.yaml", "questions/*.yaml")


def obsidian_vaults() -> list[Path]:
    """The vaults that Obsidian itself knows of on this machine, the last opened first."""
    home = Path.home()
    places = {
        "darwin": home / "Library/Application Support/obsidian/obsidian.json",
        "win32": Path(os.environ.get("APPDATA", home)) / "obsidian/obsidian.json",
    }
    file = places.get(sys.platform, home / ".config/obsidian/obsidian.json")
    try:
        entries = json.loads(file.read_text("utf-8"))["vaults"].values()
        found = sorted(entries, key=lambda e: -int(e.get("ts", 0)))
        return [Path(e["path"]) for e in found if Path(e["path"]).is_dir()]
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return []


def write_config(path: Path, vault: str, me: list[str], company: list[str]) -> None:
    """Write a settings file.

    Raises:
        PrepError: there is one already, or it cannot be written.
    """
    if path.exists():
        raise PrepError(f"{path} is there already; edit it, or remove it first")
    text = (
        "# Settings of prep; docs/settings.md of the project lists all.\n\n"
        f"vault: {json.dumps(vault, ensure_ascii=False)}\n"
        f"me: {json.dumps(me, ensure_ascii=False)}\n"
        f"company: {json.dumps(company, ensure_ascii=False)}\n"
        "briefs: briefs\n"
        "templates: templates\n"
        "calendars: []\n"
        "private: {folders: [Private], tags: [private]}\n"
        "language: en\n"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise PrepError(f"{path} cannot be written ({error.strerror})") from error


def copy_templates(folder: Path) -> list[Path]:
    """Copy the package's templates to ``folder``; a file that is there already is left alone."""
    copied = []
    for pattern in OWN:
        for source in sorted(template_folder().glob(pattern)):
            target = folder / source.relative_to(template_folder())
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
                copied.append(target)
    return copied
