"""One run of the tool: settings, vaults, the day, and the index brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from prep.app.lookup import template_folders
from prep.app.reader import Reader
from prep.config import Settings
from prep.index import Index, SyncReport
from prep.problems import Problem, UsageError

if TYPE_CHECKING:
    from prep.identity import Overrides


@dataclass(frozen=True)
class Session:
    """What every use case works with. ``as_of`` is the day that stands in for today (ISO).

    ``cache_folder``: where what is made may be kept.
    """

    settings: Settings
    vaults: tuple[Path, ...]
    as_of: str
    index: Index
    report: SyncReport
    cache_folder: Path

    @property
    def owner(self) -> tuple[str, ...]:
        """The owner's names as the notes write them."""
        return tuple(self.settings.config.me)

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where templates are looked up: one's own first."""
        return template_folders(self.settings)

    @property
    def overrides(self) -> Overrides:
        """The owner's word on who is who, and after it what address books say."""
        return self._word[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What no note of this vault tells, but its reader should know."""
        return (*self.report.problems, *self._word[1])

    @cached_property
    def _word(self) -> tuple[Overrides, tuple[Problem, ...]]:
        """Read when first asked for: a page that is kept needs none of it."""
        from prep.app.contacts import known_by_cards

        own, problems = _overrides(self.settings.config.overrides, self.overrides_file)
        overrides, unread = known_by_cards(own, self.settings, self.index)
        return overrides, (*problems, *unread)

    @property
    def overrides_file(self) -> Path | None:
        """The file of the owner's word, where a vault has one."""
        name = self.settings.config.overrides
        return next((v / name for v in self.vaults if (v / name).is_file()), None)


def open_session(
    settings: Settings,
    vaults: tuple[Path, ...],
    as_of: str,
    cache_folder: Path,
    progress: Callable[[int, int], None] | None = None,
) -> Session:
    """Bring the index of ``vaults`` up to date and hand out the session.

    Raises:
        UsageError: no vault is named, or one isn't there.
    """
    folders = vaults or settings.vaults()
    _checked(settings, folders)
    templates = template_folders(settings)
    reader = Reader(
        tuple(str(p) for p in reversed(templates)),
        settings.config.language,
        settings.config.dayfirst,
        str(cache_folder),
    )
    index = Index(
        [folder.resolve() for folder in folders], cache_folder, reader.version(), reader,
        ignored=tuple(settings.config.ignore),
    )  # fmt: skip
    report = index.sync(progress)
    return Session(settings, folders, as_of, index, report, cache_folder)


def _checked(settings: Settings, folders: tuple[Path, ...]) -> None:
    where = settings.path or "no config.yaml was found"
    if not folders:
        raise UsageError(
            f"no vault is named ({where}); write vault: ~/Notes into config.yaml, "
            "or use --vault DIR"
        )
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(
                f"the vault {folder} is not there ({where}); name a folder of notes by "
                "--vault DIR or as vault: in config.yaml"
            )


def _overrides(name: str, file: Path | None) -> tuple[Overrides, tuple[Problem, ...]]:
    from prep.identity import overrides

    if file is None:
        return overrides.NONE, ()
    from prep.config import load_yaml

    text = file.read_text("utf-8", "replace")
    try:
        values = load_yaml(text)
    except Exception as error:  # noqa: BLE001 (any scanner error: the file is the owner's, it never stops a brief)
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        return overrides.NONE, (Problem(name, line, "is not valid YAML", "nothing of it was used"),)
    return overrides.parse(values, text, name)
