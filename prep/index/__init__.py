"""The SQLite cache: schema, sync, look-ups."""

from prep.index.cache import Index, State
from prep.index.sync import Progress, SyncReport
from prep.index.trace import Trace

__all__ = ["Index", "Progress", "State", "SyncReport", "Trace"]
