"""The phrase of number and unit that begins where the scan stopped: plain, range, ±, ratio or fraction."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from drafter.language import bounds
from drafter.language.data import words
from drafter.language.lasting import PARTED, PARTLY, partly
from drafter.language.mention import Phrase, Read
from drafter.language.noun_behind import noun_after
from drafter.language.nouns import people_in, verbs
from drafter.language.numerals import fold_digits, scaled
from drafter.language.patterns import lazy
from drafter.language.ratio import DASH, fraction, ratio
from drafter.language.scan import ARABIC, DIGIT, THIN, Numeral, apart, read, second_number
from drafter.language.unit_reading import Entry, entry_at, entry_of, first_characters, unit_at, unit_of
from drafter.language.units import MULTIPLIERS, table
from drafter.language.unlisted import unlisted_unit

INCLUDED = ("（含", "(含", "（不含", "(不含")
"""3人（含）至5人, 80（含）—90分: whether the end of a range belongs to it."""
_SLASHED = lazy(r"/(?P<down>[2-9]|10)(?![0-9/.\-A-Za-z]|[ ]?[年月日])")
_DEVIATION = lazy(rf"[ ]?(?:±|\+/-|\+-)[ ]?(?P<by>[{DIGIT}]++(?:[.．][{DIGIT}]++)?)")
_GREAT = 10_000
_SPELLED = 2
_MARKER = lazy(r"(?P<marker>[0-9０-９]{1,2})[.．](?P<rest>[0-9０-９]++)")
# A list marker stands at the head of a line or a clause; after a name and a blank (场次 12.5场) is a number.
_HEADS = frozenset("\n。；;：:") | {""}
MARKER_HEADS = _HEADS | {" "}
PEOPLE = entry_of("", "count")
"""What stands for the unit of 2000多万师生."""
_TIMES = frozenset("×xX*＊")
_CLAUSE_END = frozenset("，。；、,;）)！\n") | {""}
# What may follow number and unit and make it another phrase than the plain one.
_GOES_ON = frozenset("-－–—~～〜至到±+半多余 ")
# With these a range goes on, and no unit begins.
_RANGING = frozenset("-－–—~～至到")
_WHOLE_OR_HALF = frozenset("百一")
_DEVIATING = frozenset(" ±+")
_DASHING = frozenset("-－–—~～〜至到 (（")
_COLONS = frozenset(":：∶")
CURRENCIES = frozenset("￥¥")
"""Before a number they make it an amount without a unit."""
_CHINESE_GOES_ON = _GOES_ON | frozenset("分(（\u3000\xa0")
GOES_BEYOND = _GOES_ON | frozenset("/／·•次度")


@cache
def may_follow() -> frozenset[str]:
    """Return the characters behind Arabic digits that may make them a quantity or a date, the end of the text not.

    Units that any classifier makes with 次 (航次) are not among them.
    """
    return (
        first_characters()
        | GOES_BEYOND
        | ARABIC
        | frozenset("一二三四五六七八九分:：∶(（\u3000\xa0\u2009\u202f年月季Qq.．")
    )


def is_word(text: str, start: int, at: int) -> bool:
    """Return True if the Chinese numeral at ``start`` is a part of a word: no unit stands at ``at`` (零星 before 报销).

    It decides nothing: :func:`phrase_at` would find out too, at many times the cost.
    """
    return (
        entry_at(text, at) is None
        and (at - start < _SPELLED or text[at - 1] not in "百千万")
        and text[at : at + 1] not in _CHINESE_GOES_ON
        and not text.startswith(("一半", "百分百"), start)
    )


def phrase_at(text: str, match: re.Match[str]) -> Read | None:
    """Return the phrase whose numeral the scan found, or None if it is no quantity."""
    start, end = match.span(1)
    if text.startswith("分之", end):
        return fraction(text, start, end)
    if text[start] in _WHOLE_OR_HALF:
        if text.startswith("百分百", start):
            return Phrase(start, start + 3, "100", "%", "percent", "100", 1, entry=unit_of("%"))
        if text.startswith("一半", start):
            return Phrase(start, start + 2, "1/2", None, "fraction", "1/2", 1)
    numeral = read(text, match)
    if numeral is None:
        return None
    if not numeral[4] and text[end : end + 1] in THIN:
        numeral = apart(text, start) or numeral
    at, digits, factor, vague, chinese = numeral
    ranging = text[at : at + 1] in _RANGING and text[at + 1 : at + 2] != "次"
    ranged = _range(text, start, numeral, None, at) if ranging else None
    if ranged is not None:
        return ranged
    entry, finish = (None, at) if ranging else unit_at(text, at, chinese=chinese)
    if (
        entry is None
        or text[finish : finish + 1] in _GOES_ON
        or (text[at] in PARTED and not PARTLY.isdisjoint(text[at + 1 : at + 4]))
        or text.startswith(INCLUDED, finish)
    ):
        other = _other(text, start, numeral, entry, finish)
        if other is not None or entry is None:
            return other
    if text[at] in "(（" and entry.name[0] in "万亿千百十" and entry.name not in table():
        # 0.6(万元): the multiplier stands in the bracket.
        bare = entry.name.lstrip("十百千万亿")
        for char in entry.name[: len(entry.name) - len(bare)]:
            factor *= MULTIPLIERS[char]
        entry = unit_of(bare)
    if not chinese and "." in digits and len(digits) < 8:
        start, digits = _after_marker(text, start, digits, entry, factor)
    if "~" in digits:
        return Phrase(start, finish, digits, entry.canonical, entry.kind, digits, 1, ranged=True, entry=entry)
    if start and text[start - 1] == "±":
        span = f"-{digits}~{digits}"
        return Phrase(start - 1, finish, span, entry.canonical, entry.kind, span, 1, ranged=True, entry=entry)
    number = digits if factor == 1 else scaled(digits, factor)
    return start, finish, number, entry.canonical, entry.kind, digits, factor, vague, False, entry


def _other(text: str, start: int, numeral: Numeral, entry: Entry | None, end: int) -> Read | None:
    """Return the phrase if it is a range, a ±, a ratio, half or vague behind the unit, or has no unit at all."""
    at, chinese = numeral[0], numeral[4]
    following = text[at : at + 1]
    more = partly(text, start, numeral, entry) if following in PARTED else None
    if more is not None:
        return more
    if not chinese and following in _COLONS:
        return ratio(text, start, numeral)
    following = following if entry is None else text[end : end + 1]
    around = _around(text, start, numeral, entry, end) if following in _DEVIATING else None
    if around is not None:
        return around
    ranged = _range(text, start, numeral, entry, end) if following in _DASHING else None
    if ranged is not None or entry is not None:
        return ranged
    return _bare(text, start, numeral)


def _after_marker(text: str, start: int, digits: str, entry: Entry, factor: int) -> tuple[int, str]:
    # "2.3名专家" at the head of a line is the list marker 2. and three experts; "1.2026年" the first point.
    match = _MARKER.match(text, start)
    if match is None or match["rest"][0] == "0":
        return start, digits
    before = text[max(0, start - 8) : start].rstrip(" ")
    if before[-1:] not in _HEADS:
        return start, digits
    if (entry.kind == "count" and factor == 1) or (entry.name == "年" and len(match["rest"]) == 4):
        return match.start("rest"), fold_digits(match["rest"])
    return start, digits


def _around(text: str, start: int, numeral: Numeral, entry: Entry | None, end: int) -> Read | None:
    # 20±2℃, 95%±2%.
    deviation = _DEVIATION.match(text, numeral[0] if entry is None else end)
    if deviation is None or "~" in numeral[1]:
        return None
    unit, end = unit_at(text, deviation.end(), chinese=False)
    if unit is None or (entry is not None and entry.canonical != unit.canonical):
        return None
    middle, by = Decimal(numeral[1]), Decimal(fold_digits(deviation["by"]))
    digits = f"{middle - by}~{middle + by}"
    return Phrase(start, end, digits, unit.canonical, unit.kind, digits, 1, ranged=True, entry=unit)


def _range(text: str, start: int, first: Numeral, entry: Entry | None, end: int) -> Read | None:
    at, digits, factor, _, chinese = first
    dash = DASH.match(text, end if entry else at)
    second = second_number(text, dash.end()) if dash is not None else None
    if second is None:
        return None
    at, to, by, _, also_chinese = second
    if also_chinese != chinese or "~" in digits + to:
        return None
    unit, end = unit_at(text, at, chinese=chinese)
    if unit is None or (entry is not None and not _one_unit(entry.canonical, unit.canonical)):
        return None
    if entry is None and factor == 1:
        # 12～15万盆: 万 behind the second number counts for both.
        factor = by
    low, high = scaled(digits, factor), scaled(to, by)
    if Decimal(low) >= Decimal(high):
        return None
    shown, factor = (f"{digits}~{to}", factor) if factor == by else (f"{low}~{high}", 1)
    return start, end, f"{low}~{high}", unit.canonical, unit.kind, shown, factor, False, True, unit


def _one_unit(first: str, second: str) -> bool:
    # 1个至2个工作日: of the first only the classifier is printed.
    return first.removeprefix("个") == second.removeprefix("个") or (first == "个" and second[0] == "个")


def _bare(text: str, start: int, numeral: Numeral) -> Read | None:
    end, digits, factor, vague, chinese = numeral
    if chinese:
        # 物联网改造一千二百梯
        return _counted(text, start, numeral) if end - start > _SPELLED - 1 and text[end - 1] in "百千万" else None
    if len(digits) > 15:
        return None
    slashed = _SLASHED.match(text, end) if text[end : end + 1] == "/" else None
    if slashed is not None and digits.isdecimal() and int(digits) < int(slashed["down"]):
        number = f"{digits}/{slashed['down']}"
        return Phrase(start, slashed.end(), number, None, "fraction", number, 1)
    if start and text[start - 1] in CURRENCIES:
        entry = unit_of("元")
        return Phrase(start, end, scaled(digits, factor), "元", "money", digits, factor, vague, entry=entry)
    if text[end : end + 1] == "月" and digits.isdecimal() and multiplied_month(text, start, end):
        entry = unit_of("个月")
        return Phrase(start, end + 1, scaled(digits, factor), "个月", entry.kind, digits, factor, vague, entry=entry)
    counted = _counted(text, start, numeral)
    if counted is not None:
        return counted
    if factor >= _GREAT and _people_follow(text, end):
        # 惠及2000多万师生: people are counted without a unit.
        return Phrase(start, end, scaled(digits, factor), None, "count", digits, factor, vague, entry=PEOPLE)
    great = factor >= _GREAT and start > 0 and text[start - 1] >= "一"
    closed = text[end : end + 1] in _CLAUSE_END
    also = "." in digits and factor == 1 and bounds.after(text, end, within=True)[1] > end
    if (closed and great) or ((closed or also) and _bounded(text, start, digits)):
        # 系数不低于0.612, 指数控制在3.85以内, 粉丝34.7万: what is counted has no unit.
        return Phrase(start, end, scaled(digits, factor), None, "count", digits, factor, vague)
    return None


def _people_follow(text: str, at: int) -> bool:
    noun = noun_after(text, at)
    if noun is None or not text.startswith(noun, at):
        return False
    people = people_in(noun)
    rest = noun[len(people) :]
    return people.endswith(words("people")) and (not rest or rest[:2] in verbs().parting)


def _counted(text: str, start: int, numeral: Numeral) -> Phrase | None:
    at, digits, factor, vague, _ = numeral
    unlisted = unlisted_unit(text, start, at)
    if unlisted is None:
        return None
    entry, end = unlisted
    return Phrase(start, end, scaled(digits, factor), entry.canonical, entry.kind, digits, factor, vague, entry=entry)


def multiplied_month(text: str, start: int, end: int) -> bool:
    """Return True if a number before 月 is of months that are multiplied: 6人×12月×2.2万元."""
    return (start > 0 and text[start - 1] in _TIMES) or text[end + 1 : end + 2] in _TIMES - {""}


def _bounded(text: str, start: int, digits: str) -> bool:
    # A year (不晚于2026) is none; 3 behind 不少于 may be the number of a clause.
    sign = bounds.before(text, max(0, start - 8), start)[0]
    return sign is not None and sign not in "~=" and ("." in digits or len(digits) in (2, 3))
