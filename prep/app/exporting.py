"""The use case: any markdown file to Word or HTML."""

from __future__ import annotations

from pathlib import Path

from prep.app.output import Target, converted
from prep.problems import PrepError

LARGEST = 50_000_000
"""Bytes of markdown; far beyond what a person writes, and within what the parser can hold."""


def export(file: Path, form: str, target: Target, as_of: str) -> bytes:
    """``file`` as Word or HTML; images beside it and inside the vaults are shown.

    Raises:
        PrepError: it cannot be read, or is no text.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise PrepError(
            f"{file} cannot be read ({error.strerror}); name a markdown file"
        ) from error
    if len(data) > LARGEST or b"\0" in data[:1024]:
        raise PrepError(f"{file} is no markdown; name a text file of at most {LARGEST:,} bytes")
    text = data.decode("utf-8-sig", "replace")
    return converted(
        text, form, target, title=file.stem, created=as_of, folder=file.resolve().parent
    )
