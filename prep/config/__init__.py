"""Settings: ``config.yaml`` to ``Config``, each setting declared once with its documentation."""

from prep.config.loading import load
from prep.config.settings import FILE_NAME, Config, Limits, Private, Settings, Told, find
from prep.config.text import kept_yaml, load_yaml

__all__ = [
    "FILE_NAME", "Config", "Limits", "Private", "Settings", "Told", "find", "kept_yaml", "load",
    "load_yaml",
]  # fmt: skip
