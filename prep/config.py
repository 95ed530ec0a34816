"""Settings: ``config.yaml`` to ``Config``, each setting declared once with its documentation.

Unknown keys and wrong values are refused in one sentence that names the file, the line and the
nearest known key.
"""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from prep.problems import UsageError

FILE_NAME = "config.yaml"


class Private(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which notes never leave the room."""

    folders: Annotated[list[str], Meta(description="Folders whose notes are private.")] = (
        msgspec.field(default_factory=list)
    )
    tags: Annotated[list[str], Meta(description="Tags that make a note or a line private.")] = (
        msgspec.field(default_factory=lambda: ["private"])
    )


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a brief may be."""

    entries: Annotated[int, Meta(ge=5, description="Entries of a brief, all sections.")] = 40
    words: Annotated[int, Meta(ge=100, description="Words of a brief, sources left out.")] = 600
    section: Annotated[int, Meta(ge=1, description="Entries of one section.")] = 8


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings. Paths are relative to the folder of the file that names them."""

    vault: Annotated[str | list[str], Meta(description="Folder of notes, or a list of them.")] = ""
    me: Annotated[list[str], Meta(description="The owner's names as the notes write them.")] = (
        msgspec.field(default_factory=lambda: ["Myself"])
    )
    company: Annotated[
        list[str], Meta(description="The owner's own company: never taken for a customer.")
    ] = msgspec.field(default_factory=list)
    briefs: Annotated[str, Meta(description="Folder that briefs are written to.")] = "briefs"
    templates: Annotated[
        str, Meta(description="One's own templates, looked up before those of the package.")
    ] = "templates"
    calendars: Annotated[
        list[str], Meta(description="Calendars: .ics files or folders of them.")
    ] = msgspec.field(default_factory=list)
    contacts: Annotated[list[str], Meta(description="Contacts: .vcf files or folders.")] = (
        msgspec.field(default_factory=list)
    )
    private: Private = msgspec.field(default_factory=Private)
    language: Annotated[
        Literal["en", "de"], Meta(description="Language of headings and of dates in the notes.")
    ] = "en"
    dayfirst: Annotated[bool, Meta(description="Read 3/4/2025 as 3 April.")] = False
    timezone: Annotated[str, Meta(description="Zone of the calendar, e.g. Europe/Oslo.")] = ""
    ignore: Annotated[list[str], Meta(description="Folders of the vault that are not read.")] = (
        msgspec.field(default_factory=list)
    )
    overrides: Annotated[
        str, Meta(description="The owner's word on who is who: a YAML file in the vault.")
    ] = "prep-overrides.yaml"
    page: Annotated[Literal["a4", "letter"], Meta(description="Paper size in Word.")] = "a4"
    editor: Annotated[
        Literal["obsidian", "file", "none"], Meta(description="Where source links open.")
    ] = "obsidian"
    sections: Annotated[
        list[str], Meta(description="Sections of a brief in this order; empty: the default.")
    ] = msgspec.field(default_factory=list)
    headings: Annotated[
        dict[str, str], Meta(description="One's own section titles, by section key.")
    ] = msgspec.field(default_factory=dict)
    limits: Limits = msgspec.field(default_factory=Limits)


class Settings(msgspec.Struct, frozen=True):
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


def load(path: Path, cache_folder: Path | None = None) -> Settings:
    """Read one settings file.

    ``cache_folder``: where its parsed values may be kept until the file changes, so that not
    every run loads a YAML parser; None keeps none.

    Raises:
        UsageError: the file cannot be read, is not YAML, or holds an unknown key or wrong value.
    """
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read ({error.strerror}); name another by --config"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8; save it as UTF-8") from error
    values = _kept(path, text, cache_folder)
    try:
        config = msgspec.convert(values, Config)
    except msgspec.ValidationError as error:
        raise UsageError(_explained(path, text, str(error))) from error
    return Settings(config, str(path.absolute()))


def load_yaml(text: str) -> Any:
    """YAML text of the package's own data (cues, question bank) as plain values."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def schema() -> bytes:
    """The JSON schema of ``config.yaml``, for completion in an editor."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Config)), indent=2) + b"\n"


def _kept(path: Path, text: str, cache_folder: Path | None) -> dict[str, Any]:
    """The parsed values: those kept for this very text, else parsed now and kept."""
    if cache_folder is None:
        return _parsed(path, text)
    file = cache_folder / "settings.json"
    try:
        kept = json.loads(file.read_text("utf-8"))
        if kept["text"] == text and isinstance(kept["values"], dict):
            return kept["values"]
    except (OSError, ValueError, KeyError, TypeError):
        pass
    values = _parsed(path, text)
    try:
        cache_folder.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"text": text, "values": values}), "utf-8")
        file.chmod(0o600)
    except (OSError, TypeError, ValueError):
        pass  # a cache that cannot be written costs time, nothing else
    return values


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import yaml

    try:
        values = load_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UsageError(
            f"{path}:{line}: is not valid YAML; put a value that holds a colon in quotes"
        ) from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise UsageError(f"{path}:1: is not a list of settings; write lines such as vault: ~/Notes")
    if isinstance(values.get("me"), str):
        values["me"] = [values["me"]]
    return values


def _explained(path: Path, text: str, message: str) -> str:
    unknown = re.search(r"unknown field `([^`]+)`(?: - at `\$\.?([^`]*)`)?", message)
    if unknown:
        key, parent = unknown.group(1), unknown.group(2) or ""
        known = _keys(parent)
        near = difflib.get_close_matches(key, known, 1, 0.5)
        remedy = f"did you mean {near[0]}?" if near else f"known are: {', '.join(known)}"
        return f"{path}:{_line_of(text, key)}: unknown setting {key}; {remedy}"
    where = re.search(r" - at `\$\.?([^`]*)`", message)
    place = where.group(1) if where else ""
    key = re.split(r"[.\[]", place)[-1] if "[" not in place else place.split("[")[0].split(".")[-1]
    plain = re.sub(r" - at `.*", "", message).replace("`", "")
    return f"{path}:{_line_of(text, key)}: {place or 'the file'}: {plain[0].lower()}{plain[1:]}"


def _keys(parent: str) -> list[str]:
    if parent == "private":
        return [field.encode_name for field in msgspec.structs.fields(Private)]
    if parent == "limits":
        return [field.encode_name for field in msgspec.structs.fields(Limits)]
    return [field.encode_name for field in msgspec.structs.fields(Config)]


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(rf"(^|[\s{{,]){re.escape(key)}\s*:", line):
            return number
    return 1
