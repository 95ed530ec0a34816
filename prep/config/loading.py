"""A settings file to ``Settings``. Light: the parser and the checks are loaded for a new text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from prep import __version__
from prep.config.settings import Config, Limits, Private, Settings
from prep.files import write_whole
from prep.problems import UsageError

KEPT = "settings.json"


def load(path: Path, cache_folder: Path | None = None) -> Settings:
    """Read one settings file.

    ``cache_folder``: where its checked values may be kept until the file changes, so that not
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
    if (kept := _kept(text, cache_folder)) is not None:
        return Settings(kept, str(path.absolute()))
    from prep.config.checked import checked

    values = checked(path, text)
    _keep(text, values, cache_folder)
    return Settings(_config(values), str(path.absolute()))


def _config(values: dict[str, Any]) -> Config:
    parts: dict[str, Any] = {"private": Private, "limits": Limits}
    made = {name: part(**values[name]) for name, part in parts.items() if name in values}
    return Config(**{**values, **made})


def _kept(text: str, cache_folder: Path | None) -> Config | None:
    """The settings kept for this very text; None where there are none, or of another version."""
    if cache_folder is None:
        return None
    try:
        kept = json.loads((cache_folder / KEPT).read_text("utf-8"))
        same = kept["text"] == text and kept["version"] == __version__
        return _config(kept["values"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(text: str, values: dict[str, Any], cache_folder: Path | None) -> None:
    if cache_folder is None:
        return
    try:
        cache_folder.mkdir(parents=True, exist_ok=True)
        kept = json.dumps({"version": __version__, "text": text, "values": values}).encode()
        write_whole(cache_folder / KEPT, kept, safe=False)
    except (OSError, TypeError, ValueError):
        pass  # a cache that cannot be written costs time, nothing else
