"""Word files from elsewhere: opened only when they are what they say, within limits."""

from __future__ import annotations

import io
import zipfile

from prep.problems import PrepError

# [MS-CFB]: old .doc files and encrypted .docx both start with these bytes.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 64 * 1024 * 1024
_MOST_PARTS = 2000
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = {
    "wordprocessingml.template.main+xml": "is a template (.dotx)",
    "template.macroEnabledTemplate.main+xml": "is a template with macros (.dotm)",
    "document.macroEnabled.main+xml": "holds macros (.docm)",
    "spreadsheetml": "is a workbook, not a Word document",
    "presentationml": "is a presentation, not a Word document",
}
_STRICT = b"http://purl.oclc.org/ooxml/"
_SAVE = "save it as a Word document (.docx)"


def read_parts(data: bytes, name: str) -> dict[str, bytes]:
    """All files of the package, in its order. ``name`` is what messages call the document.

    Raises PrepError for what is not a .docx, is encrypted, damaged, or larger than 64 MB unpacked.
    """
    if data.startswith(_COMPOUND):
        raise PrepError(f"{name} is encrypted or in the old .doc format; {_SAVE} without password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _measure(package, name)
            parts = {
                entry.filename: package.read(entry)
                for entry in package.infolist()
                if not entry.is_dir()
            }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise PrepError(f"{name} is not a Word document or is damaged; {_SAVE}") from error
    except ValueError as error:
        raise PrepError(f"{name} is damaged; {_SAVE}") from error
    _recognise(parts, name)
    return parts


def _measure(package: zipfile.ZipFile, name: str) -> None:
    """Sizes as the directory gives them; zipfile reads no more than that of each."""
    entries = package.infolist()
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST:
        limit = _LARGEST // 1024 // 1024
        raise PrepError(f"{name} unpacks to more than {limit} MB or {_MOST_PARTS} files")
    if any(entry.flag_bits & 1 for entry in entries):
        raise PrepError(f"{name} is encrypted; {_SAVE} without password")


def _recognise(parts: dict[str, bytes], name: str) -> None:
    types = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    for kind, said in _KINDS.items():
        if kind in types:
            raise PrepError(f"{name} {said}; {_SAVE}")
    if _TYPE not in types or "word/document.xml" not in parts:
        raise PrepError(f"{name} is not a Word document; {_SAVE}")
    if _STRICT in parts["word/document.xml"][:4096]:
        raise PrepError(f"{name} is in the Strict Open XML format; {_SAVE}, not the strict one")
