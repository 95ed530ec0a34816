"""What the global options ask for, and the session they open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep.problems import UsageError

if TYPE_CHECKING:
    from prep.app.output import Target
    from prep.app.session import Session
    from prep.config import Settings

PROGRESS_FROM = 500
"""Notes to read from which on progress is shown (about a second's work)."""


@dataclass(frozen=True, slots=True)
class Request:
    """The global options of one call."""

    config: Path | None
    vaults: tuple[Path, ...]
    as_of: str | None
    quiet: bool
    verbose: bool

    def day(self) -> str:
        """The day that stands in for today. The one place that reads the clock."""
        if self.as_of is None:
            from datetime import datetime

            return datetime.now().astimezone().date().isoformat()
        from datetime import date

        try:
            return date.fromisoformat(self.as_of).isoformat()
        except ValueError as error:
            raise UsageError(f"--as-of {self.as_of}: is no day; write it as 2026-01-05") from error

    def moment(self) -> str | None:
        """The local time from which "next" counts; of a day that stands in for today, none."""
        if self.as_of is not None:
            return None
        from datetime import datetime

        return datetime.now().astimezone().isoformat(timespec="minutes")

    def settings(self) -> Settings:
        """The settings that hold here; the defaults where no file is found."""
        from prep import config

        found = self.config or config.find(Path.cwd(), user_folder())
        return config.load(found, cache_folder()) if found else config.Settings(config.Config(), "")

    def session(self) -> Session:
        """The vaults' index brought up to date, with progress on standard error."""
        from prep.app.session import open_session

        session = open_session(
            self.settings(), self.vaults, self.day(), cache_folder(), self._progress()
        )
        if (context := click.get_current_context(silent=True)) is not None:
            context.call_on_close(session.index.close)
        if session.report.message and not self.quiet:
            click.echo(f"prep: {session.report.message}", err=True)
        return session

    def target(self, session: Session, reference_doc: Path | None = None) -> Target:
        """What the renderers need to know."""
        return target(session.settings, session.vaults, reference_doc)

    def _progress(self) -> Callable[[int, int], None] | None:
        if self.quiet or not sys.stderr.isatty():
            return None

        def show(done: int, total: int) -> None:
            if total >= PROGRESS_FROM:
                end = "\n" if done >= total else ""
                click.echo(f"\rreading notes {done:,} of {total:,}{end}", nl=False, err=True)

        return show


def target(
    settings: Settings, vaults: tuple[Path, ...], reference_doc: Path | None = None
) -> Target:
    """What the renderers need to know, from the settings."""
    from prep.app.lookup import template_folders
    from prep.app.output import Target

    return Target(
        templates=template_folders(settings),
        cache_folder=cache_folder() / "templates",
        vaults=vaults,
        page_size=settings.config.page,
        editor=settings.config.editor,
        language=settings.config.language,
        reference_doc=_bytes(reference_doc) if reference_doc else None,
    )


def cache_folder() -> Path:
    """Where the index is kept: ``PREP_CACHE``, or the platform's cache folder."""
    own = os.environ.get("PREP_CACHE")
    if own:
        return Path(own)
    import platformdirs

    return Path(platformdirs.user_cache_dir("prep", appauthor=False))


def user_folder() -> Path:
    """The user's own settings folder."""
    import platformdirs

    return Path(platformdirs.user_config_dir("prep", appauthor=False))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
