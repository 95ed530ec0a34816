"""Who works where, by a folder of minutes: ``python bench/employers.py FOLDER``.

The yardstick is read apart from the project's own reading: every line of the folder's files that
is a table row of three cells, name, abbreviation in capitals, organisation. Of each abbreviation's
person the newest row's organisation is compared with what ``prep.identity`` says stands; dates are
those that ``prep.notes`` reads. An abbreviation that one person gave up for another one counts as
right when the answer is of a later day than its last row.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from prep import notes
from prep.identity import facts_of, namings, values_of
from prep.identity.relations import Value
from prep.model.naming import Subject
from prep.model.reading import Reading
from prep.names import account_key

ROW = re.compile(
    r"^\|\s*([^|]+?)\s*\|\s*([A-Z]{2,4})\s*\|\s*([^|]*[^|\s-][^|]*?)\s*\|\s*$", re.MULTILINE
)
Rows = dict[str, list[tuple[str, str, str]]]


def read(folder: Path) -> tuple[list[Reading], Rows]:
    readings: list[Reading] = []
    rows: Rows = {}
    for path in sorted(folder.rglob("*.md")):
        data = path.read_bytes()
        note = notes.read(path.relative_to(folder).as_posix(), data)
        readings.append(Reading(note, namings(note)))
        for name, short, org in ROW.findall(data.decode("utf-8", "replace")):
            rows.setdefault(short, []).append((note.day or "", name, org))
    return readings, rows


def right(values: tuple[Value, ...], day: str, org: str) -> bool:
    standing = [v for v in values if v.attribute == "employer" and v.current]
    if len(standing) != 1:
        return False
    return account_key(standing[0].value) == account_key(org) or (standing[0].day or "") > day


def main(folder: str) -> int:
    readings, rows = read(Path(folder))
    facts = facts_of((), readings)
    verdicts: list[tuple[bool, bool]] = []
    for short, told in sorted(rows.items()):
        day, name, org = max(told, key=lambda row: row[0])
        subject = Subject(
            name, "person", None, "", forms=tuple(dict.fromkeys(n for _, n, _ in told))
        )
        good = right(values_of(facts, subject), day, org)
        verdicts.append((good, len({account_key(o) for _, _, o in told}) > 1))
        if not good:
            print(f"  {short}: {name}, last {org} on {day}")
    changed = [good for good, moved in verdicts if moved]
    print(f"right {sum(g for g, _ in verdicts)} of {len(verdicts)}; of those who changed "
          f"{sum(changed)} of {len(changed)}")  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
