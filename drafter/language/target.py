"""The target cell of an indicator: sign, number, unit, or words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from drafter.language import bounds, units
from drafter.language.extraction import extract
from drafter.language.interval import exact_sum
from drafter.language.numerals import fold_digits
from drafter.language.patterns import lazy

_DIGITS = r"[0-9０-９]++(?:[,，][0-9０-９]{3}(?![0-9０-９]))*+(?:[.．][0-9０-９]++)?"
# 50年一遇, 3年一次: how rare something is lasts no fifty years.
_RECURS = lazy(r"\d\s*[年月天日周]一[遇次]")
_NUMBER = lazy(rf"[￥¥]?(?P<digits>[-－−]?{_DIGITS})")
_DASH = r"(?:[-－–—~～〜]{1,2}|[至到])"
_RANGE = lazy(
    rf"\s*(?:[(（]?[%％][)）]?|[^\W\da-zA-Z_]{{1,4}})?\s*{_DASH}\s*(?P<digits>{_DIGITS})", needs="-－–—~～〜至到"
)
_DEVIATION = lazy(
    rf"(?P<middle>{_DIGITS})?\s*[%％]?\s*(?:±|\+/-)\s*(?P<by>{_DIGITS})\s*"
    r"(?:[(（](?P<inside>[^()（）]+)[)）]|(?P<unit>[^\s\d()（）]{0,6}))",
    needs=("±", "+/-"),
)
_BRACKET = lazy(r"[(（]\s*(?P<unit>[^()（）0-9][^()（）]{0,11}(?:[(（][^()（）]{1,4}[)）])?)\s*[)）]", needs="(（")
_BARE = lazy(r"(?![A-Za-z]?[级等星档])[^\s()（）0-9０-９,，;；。、：:！!“”]{0,8}")
_NOUN = lazy(r"[^\W\da-zA-Z_]{0,8}")
_INCLUDED = lazy(r"\s*[(（]含[^()（）]*[)）]\s*$|[。；;]$", needs="含。；;")
# Days, months, years and spans of them: a form has no comparator for a deadline.
_DATE_LIKE = lazy(
    rf"(?:19|20)[0-9]{{2}}\s*(?:年|[-/.](?:0?[1-9]|1[0-2])(?:[-/.月]|$)|{_DASH}(?:19|20)[0-9]{{2}})"
    rf"|[0-9０-９]{{1,2}}\s*(?:月(?!人|度)|[日号]前|{_DASH}\s*[0-9０-９]{{1,2}}月)|第?[一二三四1-4]季度",
    needs=("19", "20", "季度", "月", "日前", "号前"),
)
# 90%≤X≤95%, [90%,95%], ≥90%且≤95%.
_BETWEEN = lazy(
    rf"(?:[\[(（]\s*(?P<a>{_DIGITS})\s*(?P<u>[^\s\d,，]{{0,4}})\s*[,，]\s*(?P<b>{_DIGITS})\s*(?P<v>[^\s\d]{{0,4}}?)\s*[\])）]"
    rf"|(?P<c>{_DIGITS})\s*(?P<x>[^\s\d<≤＜]{{0,4}})\s*[≤<＜]=?\s*[^\d\s<≤]{{0,8}}\s*[≤<＜]=?\s*(?P<d>{_DIGITS})\s*(?P<y>\S{{0,4}})"
    rf"|(?:≥|>=)\s*(?P<e>{_DIGITS})\s*(?P<w>[^\s\d,，且≤<]{{0,4}})\s*[,，且]?\s*(?:≤|<=)\s*(?P<f>{_DIGITS})\s*(?P<z>\S{{0,4}}))",
    needs=",，≤<＜",
)
_BREAK = lazy(r"[\r\n]+\s*")
_EMPTY_MARKS = frozenset(("", "-", "—", "——", "/", "\\", "－"))
# Longer cells are prose, whatever they begin with.
_LONGEST = 120
_NAME = lazy(r"[^\W\da-zA-Z_]{2,14}")
_NOT_A_NAME = lazy(r"[每前后月年日季增降较]|同比|环比|提[高升]")


class TargetValue(NamedTuple):
    """What a target cell says.

    Attributes:
        raw: the cell as printed, line breaks of the carrier removed.
        comparator: ``= >= <= > < ~ range``, or None for words.
        value: the number as printed without thousands separators (``"1020.00"``, ``"90~95"``), or None.
        unit: the unit as printed (``件``, ``%``, ``元/件``, ``万人次``), or None.
        text: the words, if the target is no number.
    """

    raw: str
    comparator: str | None
    value: str | None
    unit: str | None
    text: str | None


def parse_target(raw: str) -> TargetValue:
    """Return the target a cell prints: ``=1020.00(件)``, ``≥90(%)``, ``90%以上``, ``不少于两场``, ``及时``.

    Dates and deadlines stay words, and so does a sentence with more than one number. A cell of ``—`` or ``/`` is blank.
    """
    printed = _BREAK.sub("", raw).strip()
    if printed in _EMPTY_MARKS:
        return TargetValue(printed, None, None, None, None)
    if len(printed) > _LONGEST or _RECURS.search(printed):
        return TargetValue(printed, None, None, None, printed)
    return _number(printed) or _spoken(printed) or TargetValue(printed, None, None, None, printed)


def parse_target_parts(sign: str | None, value: str | None, unit: str | None) -> TargetValue:
    """Return the target that three separate columns print (指标性质, 指标值, 度量单位).

    Args:
        sign: ``≥``, ``大于等于``, ``=``, ``定性`` or blank.
        value: the number, or words for a qualitative target; it may carry its own sign and unit.
        unit: the unit column, or blank.
    """
    sign, value, unit = ((part or "").strip() for part in (sign, value, unit))
    found = parse_target(value)
    raw = "".join(part for part in (sign, value, unit and f"({unit})") if part)
    if found.value is None:
        return TargetValue(raw, None, None, None, found.text)
    comparator, end = bounds.leading(sign)
    if comparator is None or end != len(sign) or found.comparator == "range":
        comparator = found.comparator
    return TargetValue(raw, comparator, found.value, found.unit or unit or None, None)


def _number(printed: str) -> TargetValue | None:
    """Read sign, number and unit, in this order and with nothing else in the cell."""
    between = _BETWEEN.fullmatch(printed)
    if between is not None:
        low, high = (between[a] or between[c] or between[e] for a, c, e in ("ace", "bdf"))
        unit = next((between[name] for name in "vyzuxw" if between[name]), None)
        return TargetValue(printed, "range", f"{fold_digits(low)}~{fold_digits(high)}", unit, None)
    comparator, at = bounds.leading(printed)
    if _DATE_LIKE.match(printed, at):
        return None
    deviation = _DEVIATION.fullmatch(printed, at)
    if deviation is not None:
        return _around(printed, deviation)
    first = _NUMBER.match(printed, at)
    if first is None:
        return None
    value, at = fold_digits(first["digits"]).replace("－", "-").replace("−", "-"), first.end()
    second = _RANGE.match(printed, at)
    if second is not None:
        value, comparator, at = f"{value}~{fold_digits(second['digits'])}", "range", second.end("digits")
    rest = _INCLUDED.sub("", printed[at:].strip())
    rest, follows = bounds.trailing(rest)
    if follows is not None and (comparator in (None, "=") or printed.startswith("控制")):
        comparator = follows
    unit = _unit(rest)
    return None if unit is None else TargetValue(printed, comparator or "=", value, unit or None, None)


def _around(printed: str, match: re.Match[str]) -> TargetValue:
    # ±2% is the range from -2 to 2; 100±2% the one from 98 to 102.
    middle, by = Decimal(fold_digits(match["middle"] or "0")), Decimal(fold_digits(match["by"]))
    unit = (match["unit"] or match["inside"] or "").strip() or None
    low, high = exact_sum(middle, by.copy_negate()), exact_sum(middle, by)
    return TargetValue(printed, "range", f"{low}~{high}", unit, None)


def _unit(rest: str) -> str | None:
    """Return the unit a target ends with, "" if none is printed, None if what follows is no unit."""
    bracket = _BRACKET.fullmatch(rest)
    if bracket is not None:
        return bracket["unit"].strip()
    known = units.longest_prefix(rest)
    if known is not None and _NOUN.fullmatch(rest, len(known)):
        return known
    # A unit nobody listed (14 街镇, 3 条线路) is still a unit; a sentence or a deadline is not.
    return rest if _BARE.fullmatch(rest) else None


def _spoken(printed: str) -> TargetValue | None:
    """Read a number in words (不少于两场, 百分之百) or behind the name of its indicator (满意度≥90%)."""
    mentions = extract(printed)
    if len(mentions) != 1 or mentions[0].kind in ("date", "year", "fraction"):
        return None
    found = mentions[0]
    sign, begin = bounds.before(printed, 0, found.start)
    rest, _ = bounds.trailing(printed[found.end :])
    name = printed[:begin]
    if rest.strip("。；; ") or (name and (_NOT_A_NAME.search(name) or not _NAME.fullmatch(name))):
        return None
    if name and sign is None and found.kind != "percent":
        return None
    value = found.digits if found.factor == 1 else found.number
    return TargetValue(printed, found.comparator, value, found.unit, None)
