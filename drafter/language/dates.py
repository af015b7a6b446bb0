"""Dates as official documents print them."""

from __future__ import annotations

from datetime import date

from drafter.language.patterns import lazy

_DATE = lazy(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\.?(?:\s+0?0:00(?::00)?)?")
_COMPACT = lazy(r"(\d{4})(\d{2})(\d{2})")
_FOLD = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")


def parse_date(text: str) -> date | None:
    """Return the day a cell names: ``2020-1-1``, ``2026/1/1``, ``2019.12.31.``, ``2026年3月1日``, ``20260301``.

    Returns None if the text is no date or names a day that does not exist.
    """
    folded = text.strip().translate(_FOLD)
    match = _DATE.fullmatch(folded) or _COMPACT.fullmatch(folded)
    if match is None:
        return None
    try:
        return date(*(int(group) for group in match.groups()))
    except ValueError:
        return None
