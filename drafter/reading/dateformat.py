"""Dates in a spreadsheet: serial day numbers printed by format codes such as `yyyy"年"m"月"d"日"`."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from drafter.language.patterns import lazy

_LITERAL = lazy(r"\"[^\"]*\"?|\\.|!.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_DATE_LETTER = lazy(r"[ymdhs]|aaa", re.IGNORECASE)
_PART = lazy(
    r"\"(?P<quoted>[^\"]*)\"?|[\\!](?P<escaped>.)|(?P<elapsed>\[(?:h+|m+|s+)\])|(?P<bracket>\[[^\]]*\])|_.|\*."
    r"|(?P<half>am/pm|a/p|上午/下午)|(?P<part>y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|e+|g+)|(?P<lit>.)",
    re.IGNORECASE | re.DOTALL,
)
_WEEKDAYS = "一二三四五六日"
_DAY = 86_400
_LAST_SERIAL = 2_958_465


@lru_cache(maxsize=512)
def is_date_format(section: str) -> bool:
    """Whether a section prints a date or time: a y, m, d, h or s outside quotes and brackets."""
    bare = _LITERAL.sub("", section)
    return bare.strip().lower() != "general" and _DATE_LETTER.search(bare) is not None


def render_date(value: Decimal, section: str, since_1904: bool) -> str | None:
    """The print of a serial day number; None where it names no day (negative, or past the year 9999).

    A date printed without its year first is given as ISO, except month-and-day prints in Chinese.
    """
    parts = [(match.lastgroup or "", match.group(match.lastgroup or 0)) for match in _PART.finditer(section)]
    if any(kind == "elapsed" for kind, _ in parts):
        return _elapsed(value, parts)
    moment = _moment(value, since_1904)
    if moment is None:
        return None
    days = [
        text.lower() for kind, text in parts if kind == "part" and text[0] in "yYmMdD" and not text[1:].startswith("dd")
    ]
    has_year = any(text.startswith("y") for text in days)
    has_name = any(text.startswith("mmm") for text in days)
    if "d" in "".join(days) and (has_name or (has_year and not days[0].startswith("y"))):
        return moment.date().isoformat()
    return "".join(_part(parts, index, moment) for index in range(len(parts))).strip()


def _moment(value: Decimal, since_1904: bool) -> dt.datetime | None:
    if not 0 <= value <= _LAST_SERIAL:
        return None
    seconds = int((value * _DAY).to_integral_value(ROUND_HALF_UP))
    if since_1904:
        base = dt.datetime(1904, 1, 1)
    else:
        # Day 60 is the 29 February 1900 that never was; the days before it are counted from one day later.
        base = dt.datetime(1899, 12, 30) if value >= 60 else dt.datetime(1899, 12, 31)
    try:
        return base + dt.timedelta(seconds=seconds)
    except OverflowError:
        return None


def _part(parts: list[tuple[str, str]], index: int, moment: dt.datetime) -> str:
    kind, text = parts[index]
    if kind in ("quoted", "escaped", "lit"):
        return text
    if kind == "half":
        return "上午" if moment.hour < 12 else "下午"
    if kind != "part":
        return ""
    letter, width = text[0].lower(), len(text)
    if letter == "m" and width <= 2 and _is_minute(parts, index):
        return str(moment.minute).zfill(width)
    if letter in "ye":
        return str(moment.year) if width > 2 or letter == "e" else f"{moment.year % 100:02}"
    if letter == "m":
        return str(moment.month).zfill(min(width, 2))
    if letter == "d":
        return str(moment.day).zfill(width) if width <= 2 else f"星期{_WEEKDAYS[moment.weekday()]}"
    if letter == "h":
        twelve = any(other == "half" for other, _ in parts)
        return str((moment.hour % 12 or 12) if twelve else moment.hour).zfill(min(width, 2))
    if letter == "s":
        return str(moment.second).zfill(min(width, 2))
    return f"星期{_WEEKDAYS[moment.weekday()]}" if letter == "a" else ""


def _is_minute(parts: list[tuple[str, str]], index: int) -> bool:
    """The letter m is minutes right after hours or right before seconds, else the month."""
    letters = [(place, text[0].lower()) for place, (kind, text) in enumerate(parts) if kind == "part"]
    here = next(order for order, (place, _) in enumerate(letters) if place == index)
    before = letters[here - 1][1] if here else ""
    after = letters[here + 1][1] if here + 1 < len(letters) else ""
    return before == "h" or after == "s"


def _elapsed(value: Decimal, parts: list[tuple[str, str]]) -> str | None:
    if value < 0:
        return None
    seconds = int((value * _DAY).to_integral_value(ROUND_HALF_UP))
    sizes = {"h": 3_600, "m": 60, "s": 1}
    out: list[str] = []
    for kind, text in parts:
        letter = text.strip("[]")[:1].lower()
        if kind in ("elapsed", "part") and letter in sizes:
            amount, seconds = divmod(seconds, sizes[letter])
            out.append(str(amount).zfill(len(text.strip("[]"))))
        elif kind in ("quoted", "escaped", "lit"):
            out.append(text)
    return "".join(out).strip()
