"""The settings, each declared once with its documentation and default."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

FILE_NAME = "config.yaml"


@dataclass(frozen=True)
class Told:
    """What a setting does; of a number, the least that it may be."""

    description: str
    least: int | None = None


@dataclass(frozen=True)
class Private:
    """Which notes never leave the room."""

    folders: Annotated[list[str], Told("Folders whose notes are private.")] = field(
        default_factory=list
    )
    tags: Annotated[list[str], Told("Tags that make a note or a line private.")] = field(
        default_factory=lambda: ["private"]
    )


@dataclass(frozen=True)
class Limits:
    """How long a brief may be."""

    entries: Annotated[int, Told("Entries of a brief, all sections.", least=5)] = 40
    words: Annotated[int, Told("Words of a brief, sources left out.", least=100)] = 600
    section: Annotated[int, Told("Entries of one section.", least=1)] = 8


@dataclass(frozen=True)
class Config:
    """All settings. Paths are relative to the folder of the file that names them."""

    vault: Annotated[str | list[str], Told("Folder of notes, or a list of them.")] = ""
    me: Annotated[list[str], Told("The owner's names as the notes write them.")] = field(
        default_factory=lambda: ["Myself"]
    )
    company: Annotated[list[str], Told("The owner's own company: never taken for a customer.")] = (
        field(default_factory=list)
    )
    briefs: Annotated[str, Told("Folder that briefs are written to.")] = "briefs"
    templates: Annotated[
        str, Told("One's own templates, looked up before those of the package.")
    ] = "templates"
    calendars: Annotated[list[str], Told("Calendars: .ics files or folders of them.")] = field(
        default_factory=list
    )
    contacts: Annotated[list[str], Told("Contacts: .vcf files or folders.")] = field(
        default_factory=list
    )
    private: Private = field(default_factory=Private)
    language: Annotated[
        Literal["en", "de"], Told("Language of headings and of dates in the notes.")
    ] = "en"
    dayfirst: Annotated[bool, Told("Read 3/4/2025 as 3 April.")] = False
    timezone: Annotated[str, Told("Zone of the calendar, e.g. Europe/Oslo.")] = ""
    ignore: Annotated[list[str], Told("Folders of the vault that are not read.")] = field(
        default_factory=list
    )
    overrides: Annotated[str, Told("The owner's word on who is who: a YAML file in the vault.")] = (
        "prep-overrides.yaml"
    )
    page: Annotated[Literal["a4", "letter"], Told("Paper size in Word.")] = "a4"
    editor: Annotated[Literal["obsidian", "file", "none"], Told("Where source links open.")] = (
        "obsidian"
    )
    sections: Annotated[
        list[str], Told("Sections of a brief in this order; empty: the default.")
    ] = field(default_factory=list)
    headings: Annotated[dict[str, str], Told("One's own section titles, by section key.")] = field(
        default_factory=dict
    )
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Settings:
    """A ``Config`` with the file that it came from ("" when none was found)."""

    config: Config
    path: str

    def resolve(self, name: str) -> Path:
        """A path of the settings: ``~`` is the home folder, the rest is relative to the file."""
        base = Path(self.path).parent if self.path else Path.cwd()
        return base / Path(name).expanduser()

    def vaults(self) -> tuple[Path, ...]:
        """The folders of notes; empty when none is set."""
        named = self.config.vault if isinstance(self.config.vault, list) else [self.config.vault]
        return tuple(self.resolve(name) for name in named if name)


def find(start: Path, user_folder: Path) -> Path | None:
    """The settings that hold at ``start``: that folder upwards, then the user's own folder."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return user_folder / FILE_NAME if (user_folder / FILE_NAME).is_file() else None
