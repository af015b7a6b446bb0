"""The one pattern that finds where a number may be, and the reading of the number found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.language import units
from drafter.language.numerals import chinese_value, fold_digits

DIGIT = "0-9０-９"
HAN = "零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅"
ARABIC = frozenset("0123456789０１２３４５６７８９")
_MULTIPLIER = re.compile(r"[ ]?(?:[十百千]?万亿|[十百千]?[万亿萬億]|[百千十])")
_MIXED = re.compile(r"(?:[0-9０-９一二三四五六七八九]{1,4}(?:[千百十]?万|[千百十]))++(?![克米瓦伏卡帕字分])")
_MIXED_PART = re.compile(r"([0-9０-９一二三四五六七八九]{1,4})([千百十]?万|[千百十])")
_VAGUE_MULTIPLIER = re.compile(r"[ ]?[万亿]")
_FACTORS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


@cache
def pattern() -> re.Pattern[str]:
    """Return the scan: led by one character set, so that text without numerals is passed over at the engine's speed.

    Chinese numerals are taken only before something that can be counted; this alone passes over 进一步 and 统一.
    """
    following = "".join(sorted({name[0] for name in units.with_chinese_numerals()}))
    following += "余多来几分之半万亿月日号季~～—–至到点个"
    following = "".join(char for char in dict.fromkeys(following) if char not in "-]\\^") + r"\-"
    return re.compile(
        rf"[{DIGIT}{HAN}半](?:(?<=[{DIGIT}])(?:[{DIGIT}]{{0,2}}(?:[,，][{DIGIT}]{{3}}(?![{DIGIT}]))++|[{DIGIT}]*+)"
        rf"(?:[.．][{DIGIT}]++)?|(?<=[{HAN}])(?<![{HAN}].)[{HAN}]*+(?:点[零一二三四五六七八九]++)?(?=[ ]?[{following}])"
        rf"|(?<=半)(?=[年个天日月小]))"
    )


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: where it ends (multiplier and 余/多 included), its digits, multiplier and vagueness."""

    end: int
    digits: str
    factor: int
    vague: bool
    chinese: bool


def read(text: str, start: int, end: int) -> Numeral | None:
    """Read the numeral the scan found, with 万/亿 and 余/多 behind it; None if it is no well-formed number."""
    if text[start] in ARABIC:
        digits = text[start:end]
        if not digits.isdecimal() or not digits.isascii():
            digits = fold_digits(digits)
        return _arabic(text, digits, end)
    if end - start == 1 and text[start] in "百千万亿":
        return None
    value = "0.5" if text[start] == "半" else chinese_value(text[start:end])
    if value is None:
        return None
    vague = end < len(text) and text[end] in "余多来几" and not (text[end] == "来" and text[end : end + 2] not in _LAI)
    if vague:
        end += 1
    factor = 1
    if vague and end < len(text) and text[end] in "万亿":
        factor = _FACTORS[text[end]]
        end += 1
    return Numeral(end, value, factor, vague, True)


_LAI = frozenset(("来个", "来名", "来人", "来家", "来次", "来天", "来年", "来场", "来项", "来件"))


def _arabic(text: str, digits: str, end: int) -> Numeral:
    following = text[end : end + 2]
    char = following[:1]
    if char == " ":
        char = following[1:]
    factor, vague = 1, False
    if char in _FACTORS and char:
        digits, factor, end = _multiplied(text, digits, end)
        char = text[end : end + 1]
    if char in "余多来几" and char and text[end : end + 1] == char and (char != "来" or text[end : end + 2] in _LAI):
        vague = True
        end += 1
        multiplier = _VAGUE_MULTIPLIER.match(text, end)
        if multiplier:
            factor *= _FACTORS[multiplier[0].strip()]
            end = multiplier.end()
    return Numeral(end, digits, factor, vague, False)


def _multiplied(text: str, digits: str, end: int) -> tuple[str, int, int]:
    match = _MULTIPLIER.match(text, end)
    if match is None:
        return digits, 1, end
    printed = match[0].strip()
    # 5千克 and 3百分点 are units of their own, not five thousand grams.
    if printed[0] in "百千" and units.longest_name_at(text, match.end() - len(printed), multiplied=False):
        return digits, 1, end
    factor, end = _product(printed), match.end()
    mixed = _MIXED.match(text, end)
    if mixed is not None and digits.isdecimal() and len(digits) < 10 and factor >= 1000:
        # 12万3千 is 123 thousand, 12亿3千万 1,230 million.
        total, last = int(digits) * factor, factor
        for part, unit in _MIXED_PART.findall(mixed[0]):
            size = _product(unit)
            if size >= last:
                return digits, factor, end
            total, last = total + int(chinese_value(part) or 0) * size, size
        return str(total), 1, mixed.end()
    return digits, factor, end


def _product(printed: str) -> int:
    factor = 1
    for char in printed:
        factor *= _FACTORS[char]
    return factor
