"""The target cell of an indicator: sign, number, unit, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.language import units
from drafter.language.numerals import fold_digits

_GE = r"≥|>=|=>|＞＝|≧|大于等于|大于或等于|不低于|不少于|不小于|至少|达到|达"
_LE = r"≤|<=|=<|＜＝|≦|小于等于|小于或等于|不高于|不超过|不多于|不大于|至多|控制在"
_GT = r">|＞|大于|高于|超过|多于"
_LT = r"<|＜|小于|低于|少于|不足"
_ABOUT = r"约|近|≈|~|～"
_SIGN = re.compile(
    rf"(?:(?P<ge>{_GE})|(?P<le>{_LE})|(?P<gt>{_GT})|(?P<lt>{_LT})|(?P<about>{_ABOUT})|(?P<eq>=|＝|等于|为))\s*"
)
_SIGNS = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<", "about": "~", "eq": "="}
_DIGITS = r"[0-9０-９]++(?:[,，][0-9０-９]{3})*+(?:[.．][0-9０-９]++)?"
_NUMBER = re.compile(rf"[-－−]?{_DIGITS}")
_RANGE = re.compile(rf"\s*(?:%|％|[一-鿿]{{1,4}})?\s*(?:[-－–—~～]{{1,2}}|[至到])\s*(?P<digits>{_DIGITS})")
_DEVIATION = re.compile(
    rf"(?P<middle>{_DIGITS})?\s*%?\s*(?:±|\+/-)\s*(?P<by>{_DIGITS})\s*(?:[(（](?P<inside>[^()（）]+)[)）]|(?P<unit>[^\s\d()（）]{{0,6}}))"
)
_BRACKET = re.compile(r"[(（]\s*(?P<unit>[^()（）0-9]{1,12}(?:[(（][^()（）]{1,4}[)）])?)\s*[)）]")
_BARE = re.compile(r"[^\s()（）0-9,，;；。、：:！!“”]{0,8}")
_NOUN = re.compile(r"[一-鿿]{0,8}")
_AFTER = re.compile(
    r"(?:及|或|（含）|\(含\))?(?:(?P<ge>以上)|(?P<le>以内|之内|以下|内)|(?P<about>左右|上下))?[。；;]?$"
)
_DATE_LIKE = re.compile(r"[0-9０-９]{4}(?:\s*年|[-/.][0-9]{1,2}[-/.月])|[0-9０-９]{1,2}\s*(?:月(?!人|度)|日前|号前)")


@dataclass(frozen=True, slots=True)
class TargetValue:
    """What a target cell says.

    Attributes:
        raw: the cell as printed, line breaks of the carrier removed.
        comparator: ``= >= <= > < ~ range``, or None for words.
        value: the number as printed without thousands separators (``"1020.00"``, ``"90~95"``), or None.
        unit: the unit as printed (``件``, ``%``, ``元/件``), or None.
        text: the words, if the target is no number.
    """

    raw: str
    comparator: str | None
    value: str | None
    unit: str | None
    text: str | None


def parse_target(raw: str) -> TargetValue:
    """Return the target a cell prints: ``=1020.00(件)``, ``≥90(%)``, ``90%以上``, ``及时``.

    Dates and deadlines stay words: a form has no comparator for them.
    """
    printed = re.sub(r"[\r\n]+\s*", "", raw).strip()
    number = _quantity(printed)
    return number or TargetValue(printed, None, None, None, printed or None)


def parse_target_parts(sign: str | None, value: str | None, unit: str | None) -> TargetValue:
    """Return the target that three separate columns print (指标性质, 指标值, 度量单位).

    Args:
        sign: ``≥``, ``大于等于``, ``=``, ``定性`` or blank.
        value: the number, or words for a qualitative target; it may carry its own sign and unit.
        unit: the unit column, or blank.
    """
    sign, value, unit = ((part or "").strip() for part in (sign, value, unit))
    found = parse_target(value)
    match = _SIGN.fullmatch(sign)
    comparator = _SIGNS[match.lastgroup] if match and match.lastgroup else found.comparator
    raw = "".join(part for part in (sign, value, unit and f"({unit})") if part)
    if found.value is None:
        return TargetValue(raw, None, None, None, found.text)
    if found.comparator == "range":
        comparator = "range"
    return TargetValue(raw, comparator, found.value, found.unit or unit or None, None)


def _quantity(printed: str) -> TargetValue | None:
    at, comparator = 0, None
    sign = _SIGN.match(printed)
    if sign and sign.lastgroup:
        at, comparator = sign.end(), _SIGNS[sign.lastgroup]
    if _DATE_LIKE.match(printed, at):
        return None
    if deviation := _DEVIATION.fullmatch(printed, at):
        return _around(printed, deviation)
    first = _NUMBER.match(printed, at)
    if first is None:
        return None
    value, at = fold_digits(first[0]), first.end()
    if second := _RANGE.match(printed, at):
        value, comparator, at = f"{value}~{fold_digits(second['digits'])}", "range", second.end("digits")
    rest = printed[at:].strip()
    if found := _AFTER.search(rest):
        rest = rest[: found.start()].rstrip()
        if found.lastgroup and comparator in (None, "="):
            comparator = _SIGNS[found.lastgroup]
    unit = _unit(rest)
    if unit is None:
        return None
    return TargetValue(printed, comparator or "=", value, unit or None, None)


def _around(printed: str, match: re.Match[str]) -> TargetValue:
    # ±2% is the range from -2 to 2; 100±2% the one from 98 to 102.
    middle, by = Decimal(fold_digits(match["middle"] or "0")), Decimal(fold_digits(match["by"]))
    unit = (match["unit"] or match["inside"] or "").strip() or None
    return TargetValue(printed, "range", f"{middle - by}~{middle + by}", unit, None)


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
