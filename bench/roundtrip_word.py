"""Reads Word files back: CommonMark's examples by pandoc, and by mammoth as a second reader.

    python bench/roundtrip_word.py --spec SPEC.txt --pandoc PANDOC

Structure: the attribute-free HTML of the markdown and of the Word file, both as pandoc reads them.
Words: their letters and digits in order, white space and ASCII marks left out. pandoc's own way
(markdown to Word and back) is run beside it. Examples with raw HTML are left out: Word has none.
``--pandoc`` must know ``pandoc lua`` (version 3); SHOW=1 in the environment prints what differs.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import mammoth

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.spec_examples import Example, examples
from bench.validate_word import PIXEL
from prep.render.docx import DocxOptions, document

_INSIDE = re.compile(r"</?(?:a|code|em|strong|sup|sub|s|span|mark|u|input)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--spec", type=Path, required=True)
    parser.add_argument("--pandoc", default="pandoc")
    given = parser.parse_args()
    chosen = [one for one in examples(given.spec)[:652] if not one.raw_html]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lost = sum(write(folder, number, one) for number, one in enumerate(chosen, 1))
        (folder / "pixel.png").write_bytes(PIXEL)
        script = Path(__file__).with_suffix(".lua")
        command = [given.pandoc, "lua", str(script), name, str(len(chosen)), f"{name}/pixel.png"]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    report(ran.stdout, chosen)
    print(f"mammoth: {lost} examples lose a word")
    return 0


def write(folder: Path, number: int, example: Example) -> bool:
    """One example as both files; whether mammoth misses a word in the second."""
    made = document(example.markdown, DocxOptions(images=lambda _: PIXEL))
    (folder / f"{number}.md").write_text(example.markdown, encoding="utf-8", newline="")
    (folder / f"{number}.docx").write_bytes(made)
    html = mammoth.convert_to_html(io.BytesIO(made)).value
    return bool(Counter(spoken(example.markdown)) - Counter(_words(html)))


def spoken(markdown: str) -> list[str]:
    """The words of a page, by way of our HTML."""
    from prep.render.html import page
    from prep.render.options import PageOptions

    return _words(page(markdown, PageOptions(images=lambda _: PIXEL)).split("<main>")[1])


def _words(html: str) -> list[str]:
    from html import unescape

    return re.findall(r"\w+", unescape(_TAG.sub(" ", _INSIDE.sub("", html))))


def report(table: str, chosen: list[Example]) -> None:
    totals: Counter[str] = Counter()
    for line in table.splitlines():
        number, by, structure, text = (*line.split("\t"), "", "", "")[:4]
        if number == "--":
            print("   ", by)
            continue
        totals[f"{by} structure"] += structure == "true"
        totals[f"{by} words"] += text == "true"
        if by == "prep" and "false" in {structure, text}:
            example = chosen[int(number) - 1]
            print(f"{example.number}: structure {structure}, words {text}: {example.markdown!r}")
    for name, count in sorted(totals.items()):
        print(f"{name}: {count}/{len(chosen)} = {count / len(chosen):.1%}")


if __name__ == "__main__":
    raise SystemExit(main())
