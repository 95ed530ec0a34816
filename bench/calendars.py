"""Every calendar and address book of a folder read, and what it took.

usage: python bench/calendars.py FOLDER

Reads all ``.ics`` and ``.vcf`` files below FOLDER (for example a checkout of the public repository
niccokunzmann/python-recurring-ical-events), each for the twelve years from 2015 on. No file may
raise; what cannot be read must be a problem with a line.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from prep.agenda import Window, contacts, events

YEARS = Window(date(2015, 1, 1), date(2026, 12, 31), ZoneInfo("Europe/Oslo"))


def main() -> None:
    folder = Path(sys.argv[1])
    start, count, people, problems = time.perf_counter(), 0, 0, []
    files = sorted(folder.rglob("*.ics"))
    for file in files:
        found, wrong = events([(file.name, file.read_bytes())], (), YEARS, ())
        count += len(found)
        problems += wrong
    books = sorted(folder.rglob("*.vcf"))
    for book in books:
        cards, missed = contacts(book.name, book.read_bytes())
        people += len(cards)
        problems += missed
    took = time.perf_counter() - start
    print(f"{len(files)} calendars, {count} events; {len(books)} address books, {people} cards")
    print(f"{len(problems)} problems, no exception, {took:.1f} s")
    for problem in problems:
        print(f"  {problem}")


if __name__ == "__main__":
    main()
