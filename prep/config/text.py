"""YAML text to plain values; the one door to PyYAML outside the notes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from prep.files import write_whole

FOLDER = "yaml"


def load_yaml(text: str) -> Any:
    """YAML text of the package's own data (cues, question bank) as plain values."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def kept_yaml(text: str, cache_folder: Path | None) -> Any:
    """``load_yaml``, its values kept for the next run: loading the parser alone takes 10 ms.

    ``cache_folder``: where; None keeps none.
    """
    if cache_folder is None:
        return load_yaml(text)
    name = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
    file = cache_folder / FOLDER / f"{name}.json"
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        values = load_yaml(text)
        _keep(file, values)
        return values


def _keep(file: Path, values: Any) -> None:
    """Where JSON can hold the values. A cache that cannot be written costs time, nothing else."""
    try:
        plain = json.dumps(values, ensure_ascii=False)
        if json.loads(plain) != values:
            return
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, plain.encode(), safe=False)
    except (OSError, TypeError, ValueError):
        return
