"""How fast Word files are made, beside pandoc on the same pages.

    python bench/word_speed.py PAGE.md [--pandoc PANDOC] [--runs 20]

Whole processes are run in turn, so that a busy machine is busy for both; the ratio is of medians.
The long document is the page fifty times over, about 150 pages.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from prep.render.docx import DocxOptions, document

_ALONE = (
    "import sys;from pathlib import Path;from prep.render.docx import document,DocxOptions;"
    "Path(sys.argv[2]).write_bytes(document(Path(sys.argv[1]).read_text(),DocxOptions()))"
)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def show(title: str, times: list[float]) -> float:
    middle = statistics.median(times)
    print(f"{title:44} median {middle:7.1f} ms  least {min(times):7.1f} ms")
    return middle


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=Path)
    parser.add_argument("--pandoc", default="pandoc")
    parser.add_argument("--runs", type=int, default=20)
    given = parser.parse_args()
    text = given.page.read_text(encoding="utf-8")
    long = "\n\n".join(text.replace("[^", f"[^{copy}-") for copy in range(50))
    options = DocxOptions()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "long.md"
        whole.write_text(long, encoding="utf-8")
        prep = Path(sys.executable).with_name("prep")
        for title, page, runs in (("page", given.page, given.runs), ("150 pages", whole, 3)):
            source, target = str(page), str(folder / "out.docx")
            commands = {
                f"{title}: pandoc": process(given.pandoc, source, "-o", target),
                f"{title}: python, imports, document()": process(
                    sys.executable, "-c", _ALONE, source, target
                ),
                f"{title}: prep export": process(
                    str(prep), "export", source, "-f", "docx", "-o", target
                ),
            }
            times: dict[str, list[float]] = {command: [] for command in commands}
            for _ in range(runs):
                for command, work in commands.items():
                    times[command].append(timed(work))
            medians = [show(command, found) for command, found in times.items()]
            for command, middle in zip(list(commands)[1:], medians[1:], strict=True):
                print(f"{command:44} {middle / medians[0]:.2f} of pandoc's time")
    inside = [timed(lambda: document(text, options)) for _ in range(given.runs)]
    show("page: in process", inside)
    show("150 pages: in process", [timed(lambda: document(long, options)) for _ in range(3)])


if __name__ == "__main__":
    main()
