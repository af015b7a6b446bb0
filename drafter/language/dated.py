"""Mentions of dates, years and quarters."""

from __future__ import annotations

from functools import lru_cache

from drafter.language import bounds, calendar, yearless
from drafter.language.mention import Mention, made
from drafter.language.patterns import lazy
from drafter.language.phrase import multiplied_month

_WORDS = frozenset("年月季Qq")
_MARKS = frozenset("-－–—~～至到/.．")
_FIRST = _WORDS | _MARKS
_POINTS = frozenset("./．")
_DASHES = frozenset("-－–—~～至到")
# The unit of a range of dates stands within so many characters: 1 — 12 月.
_SHARED = 8
DATING = _FIRST | {" "}
"""Behind a number, or a blank and it, these may make a date of it; else only the characters before it may."""
SPOKEN = frozenset("Qq月")
"""What ends the word before the dates that a word makes: Q3, 每月10日."""
# 2026.12.3 is one number and a part to the scan.
_LONGEST_PART = 7
_MONTHLY = ("每月", "当月", "次月", "下月", "本月", "首月", "末月", "逐月")
# Most dates: 2026年, 2026年6月, 2026年6月底, 6月30日, 2026年第二季度, 2026年6月1日至6月30日.
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])[ ]?日"
_MONTH = rf"(?:1[0-2]|0?[1-9])[ ]?月(?:[底末]|[ ]?{_DAY})?"
_WHOLE = rf"(?:(?:19|20)[0-9]{{2}}[ ]?年(?:[ ]?{_MONTH}|第?[1-4一二三四]季度[底末]?|年?底)?|{_MONTH})"
_COMMON = lazy(rf"{_WHOLE}(?:[ ]?(?:[-－–—~～〜]{{1,2}}|至|到)[ ]?(?:{_WHOLE}|{_DAY}))?")
_YEAR_OR_MONTH = frozenset("年月")
# What may make another date of one that stands behind it: 前5月, JS-2024-07, 6人×12月.
_APART = frozenset("前-－×xX*＊")
# What may make more of one, or another: 2026年度, 2026年上半年, 6月中旬, 3月龄, 6月30日24时, 12月×2.2万元.
_GOES_ON = frozenset(
    "0123456789０１２３４５６７８９ 零〇○一二三四五六七八九十廿第Qq季底末年月日号上中下旬份度个龄至到-－–—~～〜×xX*＊"
)
_YEAR = 4
_FORMER = lazy(r"[^\W_]季|[0-9一二三四五六七八九十]{1,2}月(?!底|末|初|[0-9一二三四五六七八九十])")
# 2019年第3号公告: the number of a document.
_DOCUMENT = lazy(r"第[0-9一二三四五六七八九十]{1,4}号")
# 27年12月底前: the year by its last two digits; what it is a year of is not guessed.
_SHORT_YEAR = lazy(r"[23][1-9]年(?=(?:1[0-2]|0?[1-9])月(?!龄))")
_SHORT = 2
_YEARS = frozenset("第年")
_DEADLINE = frozenset(" (（以之前0123456789主入汛开供采停封上下春国元中高雨梅暑寒")


def dated(text: str, start: int, end: int, previous: Mention | None) -> tuple[Mention | None, int] | None:
    """Return the date the number at ``start``..``end`` begins and the offset to go on from; None if it begins none.

    A number that is refused because of its place in a date (前三季度) gives no mention and an offset.
    """
    if text[start] in yearless.CLOSING:
        # The scan stops there behind 年 only.
        closing = yearless.year_end(text, start)
        return (None, end) if closing is None else _dated(text, start - 1, *closing, previous)
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
    if following in _YEAR_OR_MONTH:
        common = _common(text, start, previous)
        if common is not None:
            return common
        if following == "月":
            if text.startswith("龄", end + 1):
                # 8月龄和18月龄 are ages of infants.
                return None, end + 2
            if multiplied_month(text, start, end):
                return None
        elif end - start < _YEAR and text[start] != "半":
            # 服务期3年
            if (
                end - start == _SHORT
                and text[end + 1 : end + 2].isdecimal()
                and _SHORT_YEAR.match(text, start) is not None
            ):
                return None, end + 1
            return _spoken_date(text, start, end, previous)
    elif following not in _FIRST or (following in _POINTS and end - start < _YEAR):
        # The point of a list (1.组织培训) parts no date: those begin with a year or say 月.
        return _spoken_date(text, start, end, previous) if text[start - 1 : start] in SPOKEN else None
    elif following in _DASHES and end - start < _YEAR:
        # 8—10名: months and quarters are printed behind the second number.
        window = text[end : end + _SHARED]
        if "月" not in window and "季" not in window:
            return _spoken_date(text, start, end, previous)
    if following in _WORDS or end - start <= _LONGEST_PART:
        found = _date(text, start, previous)
        if found is not None:
            return found
    return _spoken_date(text, start, end, previous)


def _common(text: str, start: int, previous: Mention | None) -> tuple[Mention | None, int] | None:
    """Return the date at ``start`` if it is one of the commonest and nothing beside it can make it another."""
    before = text[start - 1 : start]
    match = _COMMON.match(text, start) if before not in _APART else None
    if match is None:
        return None
    end = match.end()
    span = _printed(match[0]) if text[end : end + 1] not in _GOES_ON else None
    if span is None or start + span.end < end or (before in _YEARS and span.kind == "year"):
        return None
    return _dated(text, start, end, span.iso, span.kind, span.ranged, previous)


@lru_cache(maxsize=1024)
def _printed(date: str) -> calendar.DateSpan | None:
    # The same days stand in row after row.
    return calendar.date_at(date, 0)


def _date(text: str, start: int, previous: Mention | None) -> tuple[Mention | None, int] | None:
    if start and text[start - 1] == "前" and _FORMER.match(text, start):
        # 前三季度, 今年前5月: so many, and not May.
        return None, start + 1
    if text[start] == "半":
        half = yearless.half_year(text, start)
        return None if half is None else _dated(text, start - 1, *half, previous)
    span = calendar.date_at(text, start)
    if span is None:
        span = yearless.quarter(text, start)
        if span is None:
            return None
        if start and text[start - 1] == "第":
            start -= 1
    elif start and text[start - 1] in "第年" and span.kind != "date":
        return None
    elif start > 1 and text[start - 1] in "-－" and "A" <= text[start - 2].upper() <= "Z":
        # JS-2024-07: a drawing's number.
        return None
    elif span.kind == "year" and text.startswith("第", span.end):
        document = _DOCUMENT.match(text, span.end)
        if document is not None:
            return None, document.end()
    return _dated(text, start, *span, previous)


def _spoken_date(text: str, start: int, end: int, previous: Mention | None) -> tuple[Mention | None, int] | None:
    """Return the date that the word before the number makes: Q3, 每月10日."""
    before = text[start - 1 : start]
    if before not in SPOKEN:
        return None
    if before != "月":
        alone = start == 1 or not (text[start - 2].isascii() and text[start - 2].isalnum())
        if alone and text[start:end] in ("1", "2", "3", "4"):
            return _dated(text, start - 1, end, f"Q{text[start]}", "date", False, previous)
    elif text.startswith(_MONTHLY, start - 2):
        day = yearless.day_of_month(text, start)
        if day is not None:
            return _dated(text, start, *day, previous)
    return None


def _dated(
    text: str, start: int, end: int, iso: str, kind: str, ranged: bool, previous: Mention | None
) -> tuple[Mention | None, int]:
    comparator = "="
    if ranged:
        comparator = "range"
    elif text[end : end + 1] in _DEADLINE and calendar.deadline(text, end):
        comparator = "<="
    elif start and text[start - 1] in bounds.LAST:
        sign, _ = bounds.before(text, previous.end if previous is not None else 0, start)
        comparator = sign if sign in ("<=", ">=") else "="
    unit = "年" if kind == "year" else None
    printed = text[start:end]
    return made((start, end, iso, unit, comparator, None, kind, iso, 1, printed)), end
