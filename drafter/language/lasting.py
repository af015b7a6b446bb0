"""A duration printed in two units: 1小时30分 is 90 分钟, 12分30秒 are 750 秒, 一年零三个月 are 15 个月.

It is one duration and is given in the smaller of its units: 1小时20分 is no decimal number of hours.
"""

from __future__ import annotations

from drafter.language.mention import Phrase
from drafter.language.numerals import chinese_value, fold_digits
from drafter.language.patterns import lazy
from drafter.language.scan import DIGIT, Numeral
from drafter.language.unit_reading import unit_of

_NUMBER = rf"[{DIGIT}]{{1,2}}+(?![.．])|[一二两三四五六七八九十]{{1,3}}+"
# 一年12个月 and 60 minutes are a whole of the larger unit: a base (一年12个月足额缴纳), and no rest of it.
_PARTS = lazy(
    rf"(?P<large>年|个?小时|个?钟头|分钟?)[零又加]?"
    rf"(?:(?P<number>{_NUMBER})[ ]?(?P<small>个月|分钟?|秒钟?)|(?P<quarters>[一三])刻钟)"
    rf"(?:[零又]?(?P<seconds>{_NUMBER})秒钟?)?(?![钟之半期制/])"
)
_SMALLER = {"年": (12, ("个月",), "个月"), "时": (60, ("分", "分钟"), "分钟"), "分": (60, ("秒", "秒钟"), "秒")}
_QUARTER = 15
_MINUTE = 60


def lasting(text: str, start: int, numeral: Numeral) -> Phrase | None:
    """Return the duration in two units whose first number the scan found, or None."""
    at, digits, factor, vague, _ = numeral
    if vague or factor != 1 or not digits.isdecimal():
        return None
    match = _PARTS.match(text, at)
    if match is None:
        return None
    large = match["large"]
    per, smaller, unit = _SMALLER["年" if large == "年" else "分" if large[0] == "分" else "时"]
    quarters, seconds = match["quarters"], match["seconds"]
    rest = int(_value(quarters)) * _QUARTER if quarters else int(_value(match["number"]))
    if (unit != "分钟" and (quarters or seconds)) or (match["small"] is not None and match["small"] not in smaller):
        return None
    if rest >= per:
        return None
    total = int(digits) * per + rest
    if seconds:
        total, unit = total * _MINUTE + int(_value(seconds)), "秒"
    entry, number = unit_of(unit), str(total)
    return Phrase(start, match.end(), number, entry.canonical, entry.kind, number, 1, entry=entry)


def _value(printed: str) -> str:
    return fold_digits(printed) if printed[0] not in "一二两三四五六七八九十" else chinese_value(printed) or "99"
