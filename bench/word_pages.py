"""Pictures of Word pages, to be looked at: LibreOffice lays them out, poppler draws them.

    python bench/word_pages.py PAGE.md OUT-FOLDER [--dots 80]

Needs ``soffice``, ``pdftoppm`` and ``pdftotext``, by which it tells what words are broken. Pictures
are made up of one colour each, so that any page shows what its own would. The names are the
page's, with the number of the sheet.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from prep.render.docx import DocxOptions, document
from tests.render.docx_reading import PICTURES, outline

_WORD = re.compile(r"[A-Za-zÀ-ž]+")


def broken(made: Path) -> list[str]:
    """Words of the document that stand nowhere whole on its pages."""
    command = ["pdftotext", str(made.with_suffix(".pdf")), "-"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = (line.partition(": ")[2] for line in outline(made.read_bytes()).splitlines())
    text = re.sub(r"\[(field|picture|note|rule)[^\]]*\]", " ", " ".join(lines))
    return sorted(set(_WORD.findall(text)) - set(_WORD.findall(shown)))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dots", type=int, default=80)
    given = parser.parse_args()
    options = DocxOptions(images=PICTURES.get)
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / f"{given.page.stem}.docx"
        made.write_bytes(document(given.page.read_text(encoding="utf-8"), options))
        office = ["soffice", f"-env:UserInstallation=file://{name}/profile", "--headless"]
        convert = ["--convert-to", "pdf", "--outdir", name, str(made)]
        subprocess.run([*office, *convert], check=True, capture_output=True)
        target = given.out / f"word-{given.page.stem}"
        print(f"{given.page.name}: broken words: {broken(made) or 'none'}")
        draw = ["pdftoppm", "-r", str(given.dots), "-png", str(made.with_suffix(".pdf"))]
        subprocess.run([*draw, str(target)], check=True)


if __name__ == "__main__":
    main()
