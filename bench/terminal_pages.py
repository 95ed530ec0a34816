"""Pictures of the terminal for ``docs/``: ``python bench/terminal_pages.py CHROMIUM FOLDER``.

Runs each command under a pseudo-terminal of a given width, and lets a browser draw what it
printed. CHROMIUM is the browser's program.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME as LIGHT
from rich.terminal_theme import DIMMED_MONOKAI, TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
PREP = [sys.executable, "-m", "prep", "-q", "--as-of", "2026-03-16"]
SCREENS = [
    ("terminal-agenda-80-dark", [*PREP, "agenda", "2026-03-18"], 80, DIMMED_MONOKAI, b""),
    ("terminal-agenda-120-light", [*PREP, "agenda", "2026-03-18"], 120, LIGHT, b""),
    ("terminal-brief-80-light", [*PREP, "brief", "Ines Calloway"], 80, LIGHT, b""),
    ("terminal-brief-120-dark", [*PREP, "brief", "Ines Calloway"], 120, DIMMED_MONOKAI, b""),
    (
        "terminal-practice-80-dark",
        [*PREP, "--vault", "examples/vault", "practice", "Jonas Weir", "--drill", "decode"],
        80, DIMMED_MONOKAI, b"1 2\n\x03",
    ),
]  # fmt: skip
LINES = 60


def printed(command: list[str], columns: int, typed: bytes) -> str:
    """What a command prints on a terminal of this width."""
    child, handle = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.environ.update(COLUMNS=str(columns), LINES="400", TERM="xterm-256color", PAGER="cat")
        os.execv(command[0], command)
    found, end = b"", time.monotonic() + 20
    while time.monotonic() < end:
        ready, _, _ = select.select([handle], [], [], 2)
        if ready:
            try:
                data = os.read(handle, 65536)
            except OSError:
                break
            if not data:
                break
            found += data
        elif typed:
            os.write(handle, typed)
            typed = b""
        else:
            break
    return found.decode("utf-8", "replace").replace("\r\n", "\n")


def picture(
    name: str, text: str, columns: int, theme: TerminalTheme, chromium: str, to: Path
) -> None:
    """Draw what stood on the screen."""
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=columns, file=nowhere, force_terminal=True)
        lines = text.rstrip().split("\n")[:LINES]
        shown = Text.from_ansi("\n".join(lines))
        rows = len(console.render_lines(shown))
        console.print(shown)
        svg = console.export_svg(title="prep", theme=theme)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(f"<body style='margin:0'>{svg}</body>", "utf-8")
        size = f"{round(columns * 12.2) + 30},{round((rows + 1) * 24.4) + 70}"
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", f"--user-data-dir={folder}/profile",
            f"--window-size={size}", f"--screenshot={to / (name + '.png')}", str(page),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Draw every screen."""
    chromium, folder = sys.argv[1], Path(sys.argv[2])
    for name, command, columns, theme, typed in SCREENS:
        picture(name, printed(command, columns, typed), columns, theme, chromium, folder)
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main()
