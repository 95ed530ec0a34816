"""Coverage-guided fuzzing of both query languages: ``python bench/fuzz_queries.py [OPTIONS]``.

Needs atheris (``pip install atheris``; it is in no dependency list, because it compiles libFuzzer).
Each input's first byte picks the language and the note that holds the query, the rest is the query.
It is answered over a small vault or refused with a :class:`QueryError`, and rows become JSON; any
other exception, or an input that takes longer than ``-timeout`` seconds, ends the run and is
written to a file. Runs are noted in ``bench/fuzz_queries.md``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent))

with atheris.instrument_imports(include=["prep.queries"]):
    from prep import queries
    from prep.queries import dataview, prefilter, statement
    from prep.queries.tasks import query

assert all((dataview, prefilter, statement, query))  # imported here, to be instrumented

ANN = "- [ ] Ann [due:: 2025-05-01] #a/b ^id\n\t- [x] below 📅 2025-05-02\n"
DAY = "Key:: [[Ann]], 2\n\n## Head\n\n> - [?] two\n>   lines ⏫ 🔁 every day 🛫 2025-01-01\n"
NOTES = {"People/Ann.md": ANN, "Daily/2025-05-05.md": DAY}
LANGUAGES = ("dataview", "tasks", "dataview", "dataviewjs")


def run(data: bytes) -> None:
    """Answer one query."""
    front: dict[str, object] = {"due": "2025-06-01", "list": ["[[Ann]]", 3], "tags": "a, b"}
    pages = [queries.page(path, text, front) for path, text in NOTES.items()]
    kind = data[0] if data else 0
    text = data[1:].decode("utf-8", "replace")
    this = pages[kind // 4 % 2] if kind & 64 else None
    queries.blocks(text)
    try:
        result = queries.run(
            text, language=LANGUAGES[kind % 4], pages=pages, this=this, as_of="2025-05-05"
        )
    except queries.QueryError:
        return
    json.dumps(queries.encode(result), allow_nan=False)
    for line in result.lines:
        assert line.places, line


if __name__ == "__main__":
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()
