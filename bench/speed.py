"""How fast, against what else there is: ``make bench``, or ``bench/speed.py --notes 10000``.

Makes the vaults of ``generate_vault`` (kept between runs), times whole processes in pairs and
prints a table of ratios against issue 9's goals; ``--write`` puts it into ``bench/speed.md``.
Times are of this machine; ratios hold elsewhere. Peers are timed where they are installed.
"""

from __future__ import annotations

import argparse
import compileall
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate_vault import COLD, HOT, WARM, generate
from pairs import Command, Ratio, forget, pair, run
from table import Line, limit_line, machine, ratio_line, write

PYTHON = sys.executable
PREP = (PYTHON, "-m", "prep")
AS_OF = "2025-11-21"
SYNC = f"""
import sys; from pathlib import Path
from prep.config import Config, Settings; from prep.app.session import open_session
open_session(Settings(Config(), ""), (Path(sys.argv[1]),), "{AS_OF}", Path(sys.argv[2]))
"""
NEAR = f"""
import sys, time; from pathlib import Path
from prep.config import Config, Settings; from prep.app.session import open_session
index = open_session(
    Settings(Config(), ""), (Path(sys.argv[1]),), "{AS_OF}", Path(sys.argv[2])
).index
times = []
for name in ("Hesa Quilon", "Ivo Tarantine", "Odo Brakwater"):
    start = time.perf_counter(); found = index.near(name, 5)
    times.append(time.perf_counter() - start)
    assert found, name
print(sorted(times)[1] * 1000)
"""
PEER = """
import sys; from pathlib import Path; import obsidiantools.api as api
api.Vault(Path(sys.argv[1])).connect()
"""


class Bench:
    """One size of vault, and the processes timed on it."""

    def __init__(self, work: Path, notes: int, times: int) -> None:
        self.notes = notes
        self.times = times
        self.vault = work / f"vault-{notes}"
        self.cache = work / f"cache-{notes}"
        self.env: Mapping[str, str] = {**os.environ, "XDG_CACHE_HOME": str(self.cache)}
        if not self.vault.is_dir():
            generate(self.vault, notes)
        self.text = sum(file.stat().st_size for file in self.vault.rglob("*.md"))

    def prep(self, *words: str) -> tuple[str, ...]:
        """A call of the tool on this vault."""
        return (*PREP, "-q", "--vault", str(self.vault), "--as-of", AS_OF, *words)

    def brief(self, name: str, form: str = "md") -> Command:
        """A brief, written to a file that is thrown away; asked for before, and so kept."""
        out = self.vault.with_name(f"out.{form}")
        return Command(self.prep("brief", name, "-f", form, "-o", str(out)))

    def first(self, name: str, form: str = "md") -> Command:
        """A brief as it is made when nobody has asked for it before."""
        pages = self.cache / "prep" / "pages"
        return self.brief(name, form)._replace(
            before=lambda: shutil.rmtree(pages, ignore_errors=True)
        )

    def grep(self, name: str) -> Command:
        """Finding the notes that hold a name, and nothing more."""
        return Command(("rg", "-l", name, str(self.vault)))

    def against(self, one: Command, other: Command) -> Ratio:
        """Timed in pairs."""
        return pair(one, other, self.env, self.times)

    def cold(self) -> Command:
        """The index made from nothing, in a process of its own."""
        return Command(self.prep("index"), lambda: shutil.rmtree(self.cache, ignore_errors=True))

    def python(self, script: str) -> Command:
        """A script that is given the vault and the folder of its index."""
        return Command((PYTHON, "-c", script, str(self.vault), str(self.cache / "prep")))

    def edited(self) -> Command:
        """A brief just after a note has changed."""
        note = next(iter(sorted(self.vault.rglob("*.md"))))
        return self.brief(WARM)._replace(before=lambda: _append(note))

    def index_size(self) -> int:
        """Bytes of the index on the disk."""
        return sum(file.stat().st_size for file in self.cache.rglob("*.sqlite"))


def _append(note: Path) -> None:
    with note.open("a") as file:
        file.write("One line more.\n")


def small(bench: Bench) -> Iterator[Line]:
    """What is told on a small vault: start-up."""
    click = Command((PYTHON, "-c", "import click"))
    words = f"brief, {bench.notes:,} notes / `import click`"
    yield ratio_line(f"{words}, asked again", bench.against(bench.brief(WARM), click), 3)
    yield ratio_line(f"{words}, first asked", bench.against(bench.first(WARM), click), 3)
    yield ratio_line(
        "`prep --help` / `import click`", bench.against(Command((*PREP, "--help")), click), 1.5
    )


def cold(bench: Bench, peers: str) -> Iterator[Line]:
    """The first index, against what else indexes notes."""
    one = bench.cold()
    alone = run(one, bench.env)
    detail = f"{bench.notes / alone.seconds:.0f} notes a second"
    yield Line(f"cold index, {bench.notes:,} notes", "", f"{alone.seconds:.1f} s", None, detail)
    words = f"peak memory, cold, {bench.notes:,} notes, a process"
    yield limit_line(words, alone.peak_mb, 150, "MB")
    if bench.notes > 10_000:
        return
    if peers:
        other = Command((peers, "-c", PEER, str(bench.vault)))
        ratio = pair(one, other, bench.env, 1)
        yield ratio_line("cold index / `obsidiantools` connect", ratio, 30, least=True)
    if shutil.which("recollindex"):
        ratio = pair(one, _recoll(bench), bench.env, 2)
        yield ratio_line("cold index / `recollindex`", ratio, 6, least=True)


def size(bench: Bench) -> Line:
    """What the index takes on the disk."""
    share = bench.index_size() / bench.text
    return limit_line(f"index / text, {bench.notes:,} notes", share, 0.75, "")


def _recoll(bench: Bench) -> Command:
    folder = bench.cache.with_name("recoll")

    def fresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "recoll.conf").write_text(f"topdirs = {bench.vault}\n")

    return Command(("recollindex", "-c", str(folder)), fresh)


def warm(bench: Bench) -> Iterator[Line]:
    """A brief on a vault that is indexed, every file checked."""
    count = f"{bench.notes:,} notes"
    large = bench.notes >= 100_000

    def goal(value: float) -> float | None:
        return value if large else None

    grep = bench.grep(WARM)
    plain = bench.against(bench.brief(WARM), grep)
    yield ratio_line(f"brief, {count} / `rg -l NAME`, asked again", plain, goal(1.0))
    fresh = bench.against(bench.first(WARM), grep)
    yield ratio_line(f"brief, {count} / `rg -l NAME`, first asked", fresh, goal(1.0))
    word = bench.against(bench.brief(WARM, "docx"), grep)
    yield ratio_line(f"brief in Word, {count} / `rg -l NAME`, asked again", word, goal(1.3))
    word = bench.against(bench.first(WARM, "docx"), grep)
    yield ratio_line(f"brief in Word, {count} / `rg -l NAME`, first asked", word, goal(1.3))
    find = Command(("find", str(bench.vault), "-printf", "%s %T@\\n"))
    yield ratio_line(
        f"nothing changed: sync, {count} / `find -printf`",
        bench.against(bench.python(SYNC), find),
        goal(1.2),
    )
    yield ratio_line(
        f"one note changed, {count} / unchanged",
        bench.against(bench.edited(), bench.brief(WARM)),
        goal(1.1),
    )
    hot = f"largest subject / smallest, {count}"
    again = bench.against(bench.brief(HOT), bench.brief(COLD))
    yield ratio_line(f"{hot}, asked again", again, goal(1.5))
    first = bench.against(bench.first(HOT), bench.first(COLD))
    yield ratio_line(f"{hot}, first asked", first, goal(1.5))
    peak = max(fresh.peak_mb, first.peak_mb)
    yield limit_line(f"peak memory, warm, {count}", peak, 96, "MB")
    if large:
        yield ratio_line(
            "brief, first asked / `rg -l`, files out of the page cache",
            _uncached(bench),
            8,
            least=True,
        )
        yield _near(bench)


def _uncached(bench: Bench) -> Ratio:
    one, other = bench.first(WARM), bench.grep(WARM)

    def drop() -> None:
        if one.before:
            one.before()
        forget(bench.vault)
        forget(bench.cache)

    return pair(one._replace(before=drop), other._replace(before=drop), bench.env, 3)


def _near(bench: Bench) -> Line:
    out = subprocess.run(
        bench.python(NEAR).words, capture_output=True, text=True, check=True, env=dict(bench.env)
    )
    return limit_line(
        "a misspelt name among 10,000 people, in-process", float(out.stdout), 30, "ms"
    )


def growth(colds: Mapping[int, float]) -> Iterator[Line]:
    """How the first index grows with the vault: 1.0 is in step with the notes."""
    sizes = sorted(colds)
    for less, more in pairwise(sizes):
        power = math.log(colds[more] / colds[less]) / math.log(more / less)
        yield Line(
            f"cold index, {less:,} to {more:,} notes: power of growth",
            "≤ 1.05",
            f"{power:.2f}",
            power <= 1.05,
            "",
        )


def measured(sizes: Sequence[int], given: argparse.Namespace) -> Iterator[Line]:
    """All lines, size by size, each as soon as it is known."""
    colds: dict[int, float] = {}
    for notes in sizes:
        bench = Bench(given.work, notes, given.runs)
        if not given.keep or not bench.index_size():
            for line in cold(bench, given.peers):
                if line.what.startswith("cold index,"):
                    colds[notes] = float(line.value.split()[0])
                yield line
        yield size(bench)
        yield from small(bench) if notes <= 1000 else warm(bench)
    yield from growth(colds)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--notes", default="1000,10000,100000", help="sizes of the vaults")
    parser.add_argument("--runs", type=int, default=11, help="pairs of runs a ratio")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "prep-bench")
    parser.add_argument("--peers", default="", help="a Python that has obsidiantools")
    parser.add_argument("--keep", action="store_true", help="time no first index where one is")
    parser.add_argument("--write", action="store_true", help="put the table into bench/speed.md")
    given = parser.parse_args()
    compileall.compile_dir(Path(__file__).parents[1] / "prep", quiet=1)
    given.work.mkdir(parents=True, exist_ok=True)
    about = machine()
    lines = []
    for line in measured([int(n) for n in given.notes.split(",")], given):
        print(f"{line.what:<60} {line.goal:>14}  {line.value:<24} {line.detail}", flush=True)
        lines.append(line)
    if given.write:
        write(about, lines)


if __name__ == "__main__":
    main()
