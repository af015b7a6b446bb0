"""Dates that name no year, and no month or no day either: 四季度, 每月10日, 年底前, 上半年前.

What the contract has no form for is no date: 上半年, 年内, 月底, 年初.
"""

from __future__ import annotations

from drafter.language.calendar import DAY_ONLY, DateSpan, deadline, number_of
from drafter.language.patterns import lazy

_QUARTER = lazy(r"(?P<q>[1-4一二三四１-４])季度[末底]?", needs=("季度",))
# 到年底, 截至年末: the last day of the year; in 年底考核 and 较上年末 no day is meant.
_LEADS = frozenset("到至于在")
_WHICH = frozenset("今本当明年")
CLOSING = frozenset("底末")


def day_of_month(text: str, start: int) -> DateSpan | None:
    """Return the day that a month named in words has (每月10日), in the form of XML Schema: ``---10``."""
    match = DAY_ONLY.match(text, start)
    day = number_of(match["d"]) if match else 0
    return DateSpan(match.end(), f"---{day:02}", "date", False) if match and day else None


def quarter(text: str, start: int) -> DateSpan | None:
    """Return the quarter named at ``start`` (四季度, after 第 or alone): ``Q4``."""
    match = _QUARTER.match(text, start)
    return DateSpan(match.end(), f"Q{number_of(match['q'])}", "date", False) if match else None


def half_year(text: str, start: int) -> DateSpan | None:
    """Return the last day of the first half where 上半年前 or 上半年底 names it; ``start`` is at 半."""
    if text[start - 1 : start] != "上":
        return None
    end = start + 2
    closed = text[end : end + 1] in CLOSING and end < len(text)
    end += closed
    return DateSpan(end, "--06-30", "date", False) if closed or deadline(text, end) else None


def year_end(text: str, start: int) -> DateSpan | None:
    """Return the last day of a year without its number, where 年底前 or 到年末 names it; ``start`` is at 底 or 末."""
    end, before = start + 1, start - 1
    if not deadline(text, end):
        for _ in range(2):
            # 到今年年底
            before -= text[before - 1 : before] in _WHICH and before > 0
        if text[before - 1 : before] not in _LEADS or before < 1:
            return None
    return DateSpan(end, "--12-31", "date", False)
