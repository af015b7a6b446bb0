"""The one pattern that finds where a number may be, and the reading of the number found."""

from __future__ import annotations

import re
from functools import cache

from drafter.language import units
from drafter.language.numerals import chinese_value, fold_digits, scaled
from drafter.language.patterns import lazy

DIGIT = "0-9０-９"
HAN = "零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅"
ARABIC = frozenset("0123456789０１２３４５６７８９")
STOPS = ARABIC | frozenset(HAN) | frozenset("半底末")
"""The characters at which the scan stops."""
FACTORS = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
THIN = frozenset(" \u2009\u202f\xa0")
"""Blanks that may set thousands apart."""
_BLANKS = lazy(r"[ \u2009\u202f\xa0]")
_APART = lazy(
    r"(?P<digits>[1-9][0-9]{0,2}(?:[ \u2009\u202f\xa0][0-9]{3})+(?![0-9])(?:\.[0-9]+)?)"
    r"[ ]?(?P<by>[百千]?[万亿]|万亿)?(?P<vague>[余多])?[ ]?"
)
_CERTAIN = lazy(r"[\u2009\u202f\xa0]|[ ]0")
_MIXED = lazy(r"(?:[0-9０-９一二三四五六七八九]{1,4}(?:[千百十]?万|[千百十])){1,4}+(?![克米瓦伏卡帕乏字分])")
_MIXED_PART = lazy(r"([0-9０-９一二三四五六七八九]{1,4})([千百十]?万|[千百十])")
# 千亩以上示范园; 亿元以上项目 is a class of its own.
_BOUNDED = lazy(r"(?!元)[^\W\da-zA-Z_]{1,2}以[上下内]")
_SPELLED_OUT = lazy(r"[零〇○一二两三四五六七八九]++")
_TWO_OF = lazy(r"([一二三四五六七八九]{2})([十百千]?[万亿]?)")
_POWERS = frozenset("百千万亿")
_NEIGHBOURS = frozenset(("12", "23", "34", "35", "45", "56", "67", "78", "89"))
# 5千克, 3百分点 and 2千瓦时 are units of their own, no thousands.
_MULTIPLIER = r"(?:[ ]?([十百千]?万亿|[十百千]?[万亿萬億]|[百千](?![克米瓦伏卡帕乏分])))?"
_VAGUE = r"(?:[ ]?([余多几]|来(?=[个名人家次天年场项件])))?"
# 一千二百梯: behind a numeral that no word has, what ends the clause may be a classifier, listed or not.
_UNLISTED = r"[^\W\da-zA-Z_](?![^\W_])"
_NUMBER = rf"[{DIGIT}]++(?:[,，][{DIGIT}]{{3}}(?![{DIGIT}]))*+(?:[.．][{DIGIT}]++)?|[{HAN}]{{1,12}}+"


Numeral = tuple[int, str, int, bool, bool]
"""A number as printed: where it ends (with multiplier, 余/多 and a blank), its digits, its multiplier, whether it is
vague, whether it is Chinese. No named tuple: that takes several times as long to make and to take apart."""


@cache
def pattern() -> re.Pattern[str]:
    """Return the scan: led by one character set, so that text without numerals is passed over at the engine's speed.

    Its groups are the numeral, the multiplier, 余/多, and a multiplier behind that (50余万). Chinese numerals are taken
    only before something that can be counted; this alone passes over 进一步 and 统一.
    """
    following = {name[0] for name in units.with_chinese_numerals()}
    following.update("余多来几分之半万亿月日号季~～—–至到点个")
    counted = "".join(sorted(char for char in following if char not in "-]\\^")) + r"\-"
    # Most numbers are digits alone, and nothing that belongs to them follows: one look ahead tells either.
    digits = (
        rf"(?:[{DIGIT}]*+(?![,，.．])|(?:[{DIGIT}]{{0,2}}(?:[,，][{DIGIT}]{{3}}(?![{DIGIT}]))++|[{DIGIT}]*+)"
        rf"(?:[.．][{DIGIT}]++)?)"
    )
    return re.compile(
        rf"([{DIGIT}{HAN}半底末](?:(?<=[{DIGIT}]){digits}"
        rf"|(?<=[{HAN}])(?<![{HAN}].)[{HAN}]*+(?:点[零一二三四五六七八九]++)?"
        rf"(?=[ ]?[{counted}]|(?<=[{HAN}][百千万]){_UNLISTED})"
        rf"|(?<=半)(?=[年个天日月]|小时|分钟)|(?<=年[底末])))"
        rf"(?:(?![ 十百千万亿萬億余多几来])|{_MULTIPLIER}(?:{_VAGUE}([万亿])?)[ ]?)"
    )


@cache
def _second() -> re.Pattern[str]:
    return re.compile(rf"({_NUMBER}){_MULTIPLIER}(?:{_VAGUE}([万亿])?)[ ]?")


def second_number(text: str, start: int) -> Numeral | None:
    """Return the number that begins at ``start``, where the scan has not looked: the end of a range."""
    match = _second().match(text, start)
    return read(text, match) if match is not None else None


def read(text: str, match: re.Match[str]) -> Numeral | None:
    """Read the numeral the scan found; None if it is no well-formed number."""
    printed, multiplier, vague, late = match.groups()
    end = match.end()
    if late is not None and vague is None:
        # 万 without 余 before it belongs to the multiplier; what is left over is 3万亿 spelled in a way nobody does.
        return None
    factor = product(multiplier) if multiplier else 1
    if late is not None:
        factor *= FACTORS[late]
    first = printed[0]
    if first in ARABIC:
        digits = printed if printed.isascii() and "," not in printed else fold_digits(printed)
        if multiplier and end < len(text) and (text[end] in ARABIC or text[end] in "一二三四五六七八九"):
            mixed = _mixed(text, digits, factor, end)
            if mixed is not None:
                return mixed
        return end, digits, factor, vague is not None, False
    if first in "百千万亿" and (len(printed) == 1 or _POWERS.issuperset(printed)):
        # 近百家, 百余座, 超过千万元; a bare 百 is a part of a word.
        if (
            vague is None
            and (match.start() == 0 or text[match.start() - 1] not in "近约逾超过达")
            and not _BOUNDED.match(text, end)
        ):
            return None
        return end, str(product(printed)), factor, vague is not None, True
    if len(printed) > 1 and _SPELLED_OUT.fullmatch(printed):
        return _spelled_out(printed, end)
    value = "0.5" if first == "半" else chinese_value(printed)
    if value is None and not text.startswith("年代", end):
        value = _neighbours(printed)
    return None if value is None else (end, value, factor, vague is not None, True)


def apart(text: str, start: int) -> Numeral | None:
    """Return the number whose thousands are set apart by blanks, as journals do: 泊位1 026个, 里程8 029.5万公里.

    Beyond doubt behind a character and where a group begins with 0 or the blank is a thin one; 路灯 2 300元 are two
    cells of a table.
    """
    match = _APART.match(text, start) if "一" <= text[start - 1 : start] <= "鿿" else None
    if match is None or _CERTAIN.search(match["digits"]) is None:
        return None
    digits = _BLANKS.sub("", match["digits"])
    return match.end(), digits, product(match["by"] or ""), match["vague"] is not None, False


def _neighbours(printed: str) -> str | None:
    # 六七万元 are 60,000 to 70,000.
    match = _TWO_OF.fullmatch(printed)
    pair = "".join(chinese_value(one) or "" for one in match[1]) if match is not None else ""
    if match is None or pair not in _NEIGHBOURS:
        return None
    return "~".join(scaled(one, product(match[2])) for one in pair)


def _spelled_out(printed: str, end: int) -> Numeral | None:
    # 二〇 is twenty and 三五个 three to five; 唯一一家 and a code that is read out are no numbers.
    value = chinese_value(printed)
    if value is None or not ("0" in value or (len(value) == 2 and value in _NEIGHBOURS)):
        return None
    return end, value if "0" in value else f"{value[0]}~{value[1]}", 1, False, True


def _mixed(text: str, digits: str, factor: int, end: int) -> Numeral | None:
    # 12万3千 is 123 thousand, 12亿3千万 1,230 million.
    mixed = _MIXED.match(text, end)
    if mixed is None or not digits.isdecimal() or len(digits) > 9 or factor < 1000:
        return None
    total, last = int(digits) * factor, factor
    for part, unit in _MIXED_PART.findall(mixed[0]):
        size = product(unit)
        if size >= last:
            return None
        total, last = total + int(chinese_value(part) or 0) * size, size
    return mixed.end(), str(total), 1, False, False


def product(printed: str) -> int:
    """Return what a multiplier stands for: 万 10,000, 百万 1,000,000."""
    factor = 1
    for char in printed:
        factor *= FACTORS[char]
    return factor
