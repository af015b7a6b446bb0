"""The phrase of number and unit that begins where the scan stopped: plain, range, ±, ratio or fraction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.language import units
from drafter.language.numerals import chinese_value, fold_digits, scaled
from drafter.language.scan import ARABIC, DIGIT, HAN, Numeral, read

_DASH = re.compile(r"[ ]?(?:[-－–—~～〜]{1,2}|至|到)[ ]?")
_NUMBER = re.compile(rf"[{DIGIT}]++(?:[,，][{DIGIT}]{{3}}(?![{DIGIT}]))*+(?:[.．][{DIGIT}]++)?|[{HAN}]{{1,12}}+")
_FRACTION = re.compile(rf"分之[ ]?(?P<up>百|[{HAN}]++(?:点[{HAN}]++)?|[{DIGIT}]++(?:[.．][{DIGIT}]++)?)")
_RATIO = re.compile(rf"[ ]?[:：∶][ ]?(?P<to>[{DIGIT}]++(?:\.[{DIGIT}]++)?)(?![{DIGIT}%％:：∶.])")
_RATIO_WORD = re.compile(r"比|的比|配套|配比|倍率|率为")
_SLASHED = re.compile(r"/(?P<down>[2-9]|10)(?![0-9/.\-A-Za-z]|[ ]?[年月日])")
_DEVIATION = re.compile(rf"[ ]?(?:±|\+/-|\+-)[ ]?(?P<by>[{DIGIT}]++(?:[.．][{DIGIT}]++)?)")
_HAN = re.compile(r"[一-鿿]")
_BRACKETED = re.compile(r"[(（][ ]?(?P<unit>[^()（）0-9]{1,10})[ ]?[)）]")
_MARKER = re.compile(r"(?P<marker>[0-9０-９]{1,2})[.．](?P<rest>[0-9０-９]++)")
_HALF = re.compile(r"(?P<unit>年|天|个(?=半(?:小时|月|学期)))半")
_PARTS = {"百": "%", "千": "‰", "万": "‱"}
_MANY = re.compile(
    r"个[多余](?P<unit>月|小时|工作日|星期|季度|百分点|钟头)|(?P<word>年|天|小时|公里|米|亩|分钟|岁|倍)[多余](?![项个次家名种元样方媒数部])"
)
_MANY_FIRST = frozenset("个年天小公米亩分岁倍")
_NOT_TIMES = re.compile(r"次[元性数序要日年月级品]")
# 整 closes an amount and is no part of its unit.
_ALIASES = {"元整": "元", "圆整": "元", "圆": "元", "元人民币": "元", "人民币": "元", "块钱": "元"}
_MONEY_SIGNS = frozenset("￥¥")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number with its unit. ``silent`` says that it was understood and is no quantity (a time of day)."""

    start: int
    end: int
    number: str
    unit: str | None
    kind: str
    digits: str
    factor: int
    vague: bool = False
    ranged: bool = False
    silent: bool = False


def phrase_at(text: str, start: int, end: int, left: int) -> Phrase | None:
    """Return the phrase whose numeral the scan found at ``start``..``end``, or None if it is no quantity."""
    if text.startswith("分之", end):
        return _fraction(text, start, end)
    if text[start : end + 1] == "一半" or text.startswith("一半", start):
        return Phrase(start, start + 2, "1/2", None, "fraction", "1/2", 1)
    if "." in text[start:end] or "．" in text[start:end]:
        start = _after_marker(text, start, end)
    numeral = read(text, start, end)
    if numeral is None:
        return None
    return _with_unit(text, start, numeral, left)


def _with_unit(text: str, start: int, numeral: Numeral, left: int) -> Phrase | None:
    at = numeral.end
    following = text[at : at + 1]
    if following in ":：∶" and following and not numeral.chinese:
        return _ratio(text, start, numeral)
    deviation = _DEVIATION.match(text, at) if following in " ±+" and following else None
    if deviation is not None:
        return _around(text, start, numeral, deviation)
    digits = numeral.digits
    unit, end = unit_after(text, at, chinese=numeral.chinese)
    vague = numeral.vague
    many = _MANY.match(text, at) if not vague and following in _MANY_FIRST and following else None
    if many is not None:
        # 五个多月, 三年多: the vagueness stands inside or behind the unit.
        unit, end, vague = f"个{many['unit']}" if many["unit"] else many["word"], many.end(), True
    half = _HALF.match(text, at) if following in "年天个" and following else None
    if half is not None and "." not in digits:
        digits += ".5"
        unit, end = unit_after(text, half.end(), chinese=False) if half["unit"] == "个" else (half["unit"], half.end())
    if unit is not None and text[end : end + 1] in ("±", "+"):
        deviation = _DEVIATION.match(text, end)
        around = _around(text, start, numeral, deviation) if deviation is not None else None
        if around is not None and around.unit == unit:
            return around
    ranged = _range(text, start, numeral, unit, end)
    if ranged is not None:
        return ranged
    if unit is None:
        return _bare(text, start, numeral, left)
    if start and text[start - 1] == "±":
        return _plus_minus(text, start, numeral, unit, end)
    known = units.lookup(unit)
    kind = known.kind if known else "count"
    return Phrase(start, end, scaled(digits, numeral.factor), unit, kind, digits, numeral.factor, vague)


def unit_after(text: str, at: int, *, chinese: bool) -> tuple[str | None, int]:
    """Return the unit printed at an offset, compounds and brackets included, and where it ends."""
    while at < len(text) and text[at] in " \u3000\xa0":
        at += 1
    unit = units.longest_name_at(text, at, multiplied=False)
    if unit is not None and len(unit) > 1 and unit in units.nouns() and _HAN.match(text, at + len(unit)):
        # 962200社区服务热线: a noun that goes on is no unit; 14街镇 is one.
        unit = None
    if unit is None:
        bracket = _BRACKETED.match(text, at)
        if bracket is not None and units.lookup(bracket["unit"].strip()):
            return bracket["unit"].strip(), bracket.end()
        return None, at
    if chinese and unit not in units.with_chinese_numerals():
        return None, at
    end = at + len(unit)
    if len(unit) == 1 and text.startswith("次", end) and "一" <= unit <= "鿿" and not _NOT_TIMES.match(text, end):
        # 航次, 班次, 家次: any classifier makes a unit of times.
        return text[at : end + 1], end + 1
    if unit == "个月" and text.startswith("度", end):
        return "个", at + 1
    alias = _ALIASES.get(unit)
    if alias is not None:
        return alias, end
    while end < len(text) and text[end] in "/／·•":
        per = units.longest_name_at(text, end + 1)
        if per is None:
            break
        end += 1 + len(per)
    return text[at:end], end


def _fraction(text: str, start: int, end: int) -> Phrase | None:
    match = _FRACTION.match(text, end)
    if match is None:
        return None
    up = "100" if match["up"] == "百" else _value(match["up"])
    printed = text[start:end]
    if up is None:
        return None
    unit = _PARTS.get(printed)
    if unit is not None:
        found = Phrase(start, match.end(), up, unit, "percent", up, 1)
        dash = _DASH.match(text, match.end())
        second = _FRACTION.match(text, dash.end() + 2 - 1) if dash else None
        if dash is not None:
            at = dash.end() + len(printed) if text.startswith(printed + "分之", dash.end()) else dash.end()
            second = _FRACTION.match(text, at) if at != dash.end() else None
            plain = None if second else _NUMBER.match(text, at)
            high = _value(second["up"]) if second else (_value(plain[0]) if plain else None)
            last = second or plain
            if high is not None and last is not None and Decimal(up) < Decimal(high):
                return Phrase(start, last.end(), f"{up}~{high}", unit, "percent", f"{up}~{high}", 1, ranged=True)
        return found
    down = _value(printed)
    if down is None or Decimal(down) == 0:
        return None
    return Phrase(start, match.end(), f"{up}/{down}", None, "fraction", f"{up}/{down}", 1)


def _value(printed: str) -> str | None:
    return fold_digits(printed) if printed[0] in ARABIC else chinese_value(printed)


def _after_marker(text: str, start: int, end: int) -> int:
    # "2.3名专家" at the head of a line is the list marker 2. and three experts; "1.2026年" the first point.
    match = _MARKER.fullmatch(text, start, end)
    if match is None:
        return start
    begins = start == 0 or text[start - 1] in "\n。；;：: "
    unit, _ = unit_after(text, end, chinese=False)
    known = units.lookup(unit)
    whole = known is not None and known.kind == "count" and text[end : end + 1] not in ("万", "亿")
    return match.start("rest") if begins and (whole or (unit == "年" and len(match["rest"]) == 4)) else start


def _ratio(text: str, start: int, numeral: Numeral) -> Phrase | None:
    match = _RATIO.match(text, numeral.end)
    if match is None:
        return None
    end = match.end()
    to = fold_digits(match["to"])
    number = f"{numeral.digits}:{to}"
    # 9:30 without a word for ratio is a time of day.
    clock = len(to) == 2 and to < "60" and numeral.digits.isdecimal() and int(numeral.digits[:3]) <= 24
    near = _RATIO_WORD.search(text, max(0, start - 8), start) or _RATIO_WORD.match(text, end)
    return Phrase(start, end, number, None, "fraction", number, 1, silent=clock and not near)


def _around(text: str, start: int, numeral: Numeral, deviation: re.Match[str]) -> Phrase | None:
    unit, end = unit_after(text, deviation.end(), chinese=False)
    if unit is None:
        return None
    middle, by = Decimal(numeral.digits), Decimal(fold_digits(deviation["by"]))
    digits = f"{middle - by}~{middle + by}"
    known = units.lookup(unit)
    return Phrase(start, end, digits, unit, known.kind if known else "count", digits, 1, ranged=True)


def _plus_minus(text: str, start: int, numeral: Numeral, unit: str, end: int) -> Phrase:
    digits = f"-{numeral.digits}~{numeral.digits}"
    known = units.lookup(unit)
    return Phrase(start - 1, end, digits, unit, known.kind if known else "count", digits, 1, ranged=True)


def _range(text: str, start: int, first: Numeral, unit: str | None, end: int) -> Phrase | None:
    dash = _DASH.match(text, end if unit else first.end)
    if dash is None:
        return None
    number = _NUMBER.match(text, dash.end())
    second = read(text, number.start(), number.end()) if number else None
    if second is None or second.chinese != first.chinese:
        return None
    unit2, end2 = unit_after(text, second.end, chinese=second.chinese)
    if unit2 is None or (unit is not None and unit.removeprefix("个") != unit2.removeprefix("个")):
        return None
    factor = second.factor if unit is None and first.factor == 1 else first.factor
    low, high = scaled(first.digits, factor), scaled(second.digits, second.factor)
    if Decimal(low) >= Decimal(high):
        return None
    known = units.lookup(unit2)
    digits, scale = f"{low}~{high}", 1
    if factor == second.factor:
        digits, scale = f"{first.digits}~{second.digits}", factor
    return Phrase(start, end2, f"{low}~{high}", unit2, known.kind if known else "count", digits, scale, ranged=True)


def _bare(text: str, start: int, numeral: Numeral, left: int) -> Phrase | None:
    if numeral.chinese or len(numeral.digits) > 15:
        return None
    end = numeral.end
    slashed = _SLASHED.match(text, end) if text.startswith("/", end) else None
    if slashed is not None and numeral.digits.isdecimal() and int(numeral.digits) < int(slashed["down"]):
        number = f"{numeral.digits}/{slashed['down']}"
        return Phrase(start, slashed.end(), number, None, "fraction", number, 1)
    number = scaled(numeral.digits, numeral.factor)
    before = text[start - 1 : start]
    if before in _MONEY_SIGNS and before:
        return Phrase(start, end, number, "元", "money", numeral.digits, numeral.factor, numeral.vague)
    return None
