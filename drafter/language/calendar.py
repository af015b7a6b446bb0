"""Dates, deadlines and years inside running text."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from drafter.language.numerals import chinese_value, fold_digits
from drafter.language.patterns import lazy

_YEAR = r"(?:(?:19|20)[0-9]{2}|[１２][０-９]{3}|[一二][零〇○一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|[１][０-２]|[０]?[１-９]|十[一二]?|[一二三四五六七八九])"
_NINE = "[一二三四五六七八九]"
_DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|３[０１]|[１２][０-９]|０?[１-９]"
    rf"|三十一?|二?十{_NINE}?|廿{_NINE}?|{_NINE})"
)
_N = r"(?![0-9０-９])"
# A year has four digits; behind any other character none has been read.
_BEHIND_YEAR = frozenset(" 年-/.．－Qq")


# 6月30日24时前: the hour is not read, and the deadline stands behind it.
_CLOCK = r"(?:[ ]?[上中下]午)?[ ]?[0-9]{1,2}(?:[时点](?:[0-9]{1,2}分|整|半)?|[:：][0-9]{2})"


class DateSpan(NamedTuple):
    """A date or year of a text: where it ends, its ISO form, and whether it is a year, a date or a range of them."""

    end: int
    iso: str
    kind: str
    ranged: bool


# 11月15日供暖前, 9月1日开学前: the date of what it must be done before.
_BEFORE_EVENT = (
    r"(?:(?:主|入)?汛期?|开[学园馆赛]|[供采停][暖热][季期]?|入[冬夏]|[封上]冻"
    r"|春节|国庆|元旦|中秋|[高中]考|雨季|梅雨|暑[期假]|寒假)?"
)
_LAST_DAY = (
    rf"(?:{_CLOCK})?"
    r"[ ]?(?:[(（](?:含[^()（）]{0,4}|北京时间)[)）])?"
    r"(?:以前|之前|前(?![期后景往置沿台三两几半十一二四五六]|提[是条下]|来[的参]))"
)
_ISO_MONTH = lazy(r"(?P<y>(?:19|20)[0-9]{2})-(?P<m>1[0-2]|0[1-9])(?![-0-9.]|[ ]?[年月人个件万%％])")
_FULL = lazy(
    rf"(?P<y>{_YEAR})(?:[ ]?年[ ]?|(?P<sep>[-/.．－])|(?=[Qq]))(?:"
    rf"(?P<m>{_MONTH})(?:[ ]?月份?|(?(sep)[-/.．－]|(?!)))"
    rf"(?:(?P<end>底|末)|(?P<ten>[上中下])旬|[ ]?(?P<d>{_DAY}){_N}(?(sep)(?![ ]?号)|(?:[ ]?[日号])?))?"
    rf"|第?(?P<q>[1-4一二三四１-４])季度[末底]?|[Qq](?P<q2>[1-4])|(?P<yend>年?底|年?末(?!端|梢|位))"
    # 2026年上半年前 is a day; 2026年上半年 is no more than its year.
    rf"|(?P<half>上半年(?:[底末]|(?={_LAST_DAY}))))"
)
_YEAR_ONLY = lazy(rf"(?P<y>{_YEAR})[ ]?年度?")
_MONTH_DAY = lazy(
    rf"(?P<m>{_MONTH})[ ]?月份?"
    rf"(?:(?P<end>底|末)|(?P<ten>[上中下])旬|[ ]?(?P<d>{_DAY})(?:[ ]?[日号])(?:{_N}|(?={_CLOCK})))?(?![个])",
    needs=("月",),
)
DAY_ONLY = lazy(rf"(?P<d>{_DAY})[ ]?[日号]")
_DASH = r"[ ]?(?:[-－–—~～〜]{1,2}|至|到)[ ]?"
_SHARED = lazy(
    rf"(?P<y1>{_YEAR}){_DASH}(?P<y2>{_YEAR})[ ]?年度?|(?P<m1>{_MONTH}){_DASH}(?P<m2>{_MONTH})[ ]?月份?"
    rf"|(?P<q1>[1-4一二三四１-４]){_DASH}(?P<q2>[1-4一二三四１-４])季度"
)
# A leap day without a year exists in some year.
_LEAP = "2024"
_SEPARATOR = lazy(_DASH)
_SEPARATING = frozenset(" -－–—~～〜至到")
_DEADLINE = lazy(_BEFORE_EVENT + _LAST_DAY)
# 前期, 前提是, 前来, 前三季度: behind any other character 前 alone makes the day the last one.
_BEHIND_BEFORE = frozenset("期后景往置沿台三两几半十一二四五六提来")


def deadline(text: str, end: int) -> bool:
    """Return True if the words after a date make it the last day (前, 之前, 以前)."""
    if text[end : end + 1] == "前" and text[end + 1 : end + 2] not in _BEHIND_BEFORE:
        return True
    return _DEADLINE.match(text, end) is not None


def date_at(text: str, start: int) -> DateSpan | None:
    """Return the date, year, or range of them that begins at ``start``, or None.

    Days that do not exist (13月, 6月31日) are no dates.
    """
    first = _one(text, start, None)
    if first is None:
        return _shared_unit(text, start)
    if first.kind == "year":
        # 2026年1—6月
        months = _shared_unit(text, first.end)
        if months is not None and months.iso.startswith("--"):
            low, _, high = months.iso.partition("~")
            return DateSpan(months.end, f"{first.iso}{low[1:]}~{first.iso}{high[1:]}", "date", True)
    dash = _SEPARATOR.match(text, first.end) if text[first.end : first.end + 1] in _SEPARATING else None
    if dash is not None:
        second = _one(text, dash.end(), first)
        if second is not None and second.kind == first.kind:
            low, high = first.iso.partition("~")[0], second.iso.rpartition("~")[2]
            return DateSpan(second.end, f"{low}~{high}", first.kind, True)
    return first


def _one(text: str, start: int, first: DateSpan | None) -> DateSpan | None:
    behind = text[start + 4 : start + 5]
    if behind in _BEHIND_YEAR:
        if behind == "-":
            match = _ISO_MONTH.match(text, start)
            if match is not None:
                return DateSpan(match.end(), match[0], "date", False)
        match = _FULL.match(text, start)
        if match is not None:
            return _full(match)
    match = _MONTH_DAY.match(text, start)
    if match is not None:
        return _month_day(match, _year_of(first))
    match = _YEAR_ONLY.match(text, start) if behind in _BEHIND_YEAR else None
    if match is not None:
        return DateSpan(match.end(), _plain(match["y"]), "year", False)
    if first is not None and first.kind == "date" and len(first.iso.lstrip("-")) in (5, 10):
        # 3月10日至20日: the second day is of the first month.
        match = DAY_ONLY.match(text, start)
        if match is not None:
            prefix = first.iso[:-3]
            year = _LEAP if prefix.startswith("--") else prefix[:4]
            return _checked(match.end(), prefix, int(year), int(prefix[-2:]), number_of(match["d"]))
    return None


def _shared_unit(text: str, start: int) -> DateSpan | None:
    # 2024—2026年 and 1-6月 print the unit once, behind the second number.
    match = _SHARED.match(text, start)
    if match is None:
        return None
    if match["y1"]:
        return DateSpan(match.end(), f"{_plain(match['y1'])}~{_plain(match['y2'])}", "year", True)
    if match["m1"]:
        return DateSpan(match.end(), f"--{number_of(match['m1']):02}~--{number_of(match['m2']):02}", "date", True)
    return DateSpan(match.end(), f"Q{number_of(match['q1'])}~Q{number_of(match['q2'])}", "date", True)


def _full(match: re.Match[str]) -> DateSpan | None:
    printed, sep, month, last, ten, day = match.group("y", "sep", "m", "end", "ten", "d")
    year, finish = _plain(printed), match.end()
    if month:
        number = number_of(month)
        prefix = f"{year}-{number:02}"
        if day:
            return _checked(finish, prefix, int(year), number, number_of(day))
        if last:
            return DateSpan(finish, f"{prefix}-{_last_day(int(year), number)}", "date", False)
        if ten:
            return _ten_days(match, prefix, _last_day(int(year), number))
        return DateSpan(finish, prefix, "date", False) if not sep else None
    if match["q"] or match["q2"]:
        return DateSpan(finish, f"{year}-Q{number_of(match['q'] or match['q2'])}", "date", False)
    if match["yend"] and not sep:
        return DateSpan(finish, f"{year}-12-31", "date", False)
    if match["half"]:
        return DateSpan(finish, f"{year}-06-30", "date", False)
    return None


def _month_day(match: re.Match[str], year: str | None) -> DateSpan | None:
    month = number_of(match["m"])
    prefix = f"{year}-{month:02}" if year else f"--{month:02}"
    if match["end"]:
        return DateSpan(match.end(), f"{prefix}-{_last_day(int(year or 2025), month):02}", "date", False)
    if match["ten"]:
        return _ten_days(match, prefix, _last_day(int(year or 2025), month))
    if match["d"]:
        return _checked(match.end(), prefix, int(year or _LEAP), month, number_of(match["d"]))
    return DateSpan(match.end(), prefix, "date", False)


def _ten_days(match: re.Match[str], prefix: str, last: int) -> DateSpan:
    # 6月上旬 are the first to the tenth; 6月中旬前 is a deadline, met on the twentieth.
    first, end = {"上": (1, 10), "中": (11, 20), "下": (21, last)}[match["ten"]]
    if deadline(match.string, match.end()):
        return DateSpan(match.end(), f"{prefix}-{end:02}", "date", False)
    return DateSpan(match.end(), f"{prefix}-{first:02}~{prefix}-{end:02}", "date", True)


def _checked(end: int, prefix: str, year: int, month: int, day: int) -> DateSpan | None:
    return DateSpan(end, f"{prefix}-{day:02}", "date", False) if 1 <= day <= _last_day(year, month) else None


def _year_of(first: DateSpan | None) -> str | None:
    return first.iso[:4] if first is not None and first.kind == "date" and first.iso[:2] in ("19", "20") else None


@lru_cache(maxsize=1024)
def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def number_of(printed: str) -> int:
    """Return a day, month or quarter as printed in any numerals."""
    return int(printed) if printed.isdecimal() else int(_plain(printed))


def _plain(printed: str) -> str:
    if printed.isascii():
        return printed
    folded = fold_digits(printed)
    return folded if folded.isascii() else (chinese_value(printed) or "0")
