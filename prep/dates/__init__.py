"""Which day a phrase names, against the day of the note it stands in. The only door to dateparser.

ISO dates go through the standard library first, all else through our own grammar; what the grammar
takes for a date phrase but cannot compute itself (a month's name in a third language) goes to
dateparser, as that phrase alone.
"""

from prep.dates.find import find_days, find_due, parse_day, weekday_of
from prep.dates.found import Found, Grain, Prefer

__all__ = ["Found", "Grain", "Prefer", "find_days", "find_due", "parse_day", "weekday_of"]
