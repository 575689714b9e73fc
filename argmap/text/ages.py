"""How long something has been so, as people say it."""

from datetime import datetime
from typing import Final

from argmap.text.plurals import count

_HOUR: Final = 3600


def age(start: datetime, end: datetime) -> str:
    """Tell how much time lies between two moments: ``12 days``, ``5 hours``, ``less than an hour``."""
    passed = end - start
    if passed.days > 0:
        return count(passed.days, "day")
    hours = passed.seconds // _HOUR if passed.days == 0 else 0
    return count(hours, "hour") if hours else "less than an hour"
