"""What is printed in two parts: 1小时30分 is 90 分钟, 一年零三个月 are 15 个月, 一年半 is 1.5 年, 九成五 is 9.5 成.

A duration in two units is given in the smaller of them: 1小时20分 is no decimal number of hours.
"""

from __future__ import annotations

from drafter.language.mention import Phrase
from drafter.language.numerals import chinese_value, fold_digits, scaled
from drafter.language.patterns import lazy
from drafter.language.scan import DIGIT, Numeral
from drafter.language.unit_reading import Entry, unit_at, unit_of

PARTED = frozenset("年天周个小公米亩分岁倍成")
"""The first characters of units that more may stand behind."""
PARTLY = frozenset("半多余零又加0123456789０１２３４５６７８９一二两三四五六七八九十")
"""What stands among the three characters behind those where there is more."""
_LASTING = frozenset("年个小分")
# 3公里半径 is no half.
_HALF = lazy(
    r"(?P<unit>(?:年|天|周|个?小时|公里|分钟)(?=半(?![径价自成个年月天载]))|个(?=半(?:小时|月|学期))|分(?=半钟))半钟?"
)
_TENTHS = lazy(r"成(?P<tenth>[一二三四五六七八九半])(?![十百千万个多])")
_MANY = lazy(
    r"个[多余](?P<inner>月|小时|工作日|星期|季度|百分点|钟头)"
    r"|(?P<unit>年|天|小时|公里|米|亩|分钟|岁|倍)[多余](?![项个次家名种元样方媒数部])"
)
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


def partly(text: str, start: int, numeral: Numeral, entry: Entry | None) -> Phrase | None:
    """Return the quantity that goes on behind its unit (1小时30分, 一年半, 五个多月, 九成五), or None.

    Args:
        text: the whole text.
        start: where the number begins.
        numeral: the number as read.
        entry: the unit behind it, None if it takes the rest to tell.
    """
    at, digits, factor, _, _ = numeral
    following = text[at : at + 1]
    duration = _lasting(text, start, numeral) if following in _LASTING else None
    if duration is not None:
        return duration
    if following == "成":
        return _tenths(text, start, numeral, entry)
    many = _MANY.match(text, at)
    if many is not None:
        # 五个多月, 三年多: the vagueness stands inside or behind the unit.
        unit = unit_of("个" + many["inner"] if many["inner"] else many["unit"])
        number, ranged = scaled(digits, factor), "~" in digits
        return Phrase(
            start, many.end(), number, unit.canonical, unit.kind, digits, factor, vague=True, ranged=ranged, entry=unit
        )
    half = _HALF.match(text, at)
    if half is None or "." in digits or factor != 1:
        return None
    unit, end = unit_at(text, half.end(), chinese=False) if half["unit"] == "个" else (entry, half.end())
    if half["unit"] == "分":
        # 4分半钟
        unit = unit_of("分钟")
    if unit is None:
        return None
    digits += ".5"
    return Phrase(start, end, digits, unit.canonical, unit.kind, digits, 1, entry=unit)


def _tenths(text: str, start: int, numeral: Numeral, entry: Entry | None) -> Phrase | None:
    at, digits = numeral[:2]
    tenths = _TENTHS.match(text, at) if entry is not None and digits.isdecimal() else None
    if entry is None or tenths is None:
        return None
    # 九成五 is 9.5 tenths, 三成半 3.5.
    tenth = tenths["tenth"]
    digits = f"{digits}.{5 if tenth == '半' else chinese_value(tenth)}"
    return Phrase(start, tenths.end(), digits, entry.canonical, entry.kind, digits, 1, entry=entry)


def _lasting(text: str, start: int, numeral: Numeral) -> Phrase | None:
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
