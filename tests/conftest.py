"""Fixtures that all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
"""The same examples each time and no clock: a busy machine fails nothing; `make fuzz` searches."""

ROOT = Path(__file__).parents[1]
VAULT = ROOT / "examples" / "vault"
Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag rewrites every golden file."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache folder for a test session: the example vault is indexed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def prep(tmp_path: Path, cache: Path) -> Run:
    """Runs ``prep`` as a process of its own in an empty folder, as of 16 March 2026."""

    def run(
        *arguments: str, vault: Path | None = VAULT, as_of: str = "2026-03-16",
        environment: dict[str, str] | None = None, given: str | None = None,
    ) -> subprocess.CompletedProcess[str]:  # fmt: skip
        options = ["--as-of", as_of, *(["--vault", str(vault)] if vault else [])]
        settings = ["--config", str(ROOT / "config.yaml")] if vault == VAULT else []
        return subprocess.run(
            [sys.executable, "-m", "prep", *settings, *options, *arguments],
            cwd=tmp_path, capture_output=True, text=True, input=given, check=False,
            env={**os.environ, "HOME": str(tmp_path), "PREP_CACHE": str(cache), **(environment or {})},
        )  # fmt: skip

    return run
