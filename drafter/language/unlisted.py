"""Units no list has, told by where they stand: 加油机检定1,240枪, 预防养护186车道公里.

No list of classifiers is complete: every trade counts its own things. Behind a noun, a number and one character that
ends the clause are a quantity, unless the character is one of those that numbers name (12号, 38弄) or that goes on
(3.5万起).
"""

from __future__ import annotations

import re
from functools import cache

from drafter.language import bounds
from drafter.language.data import words
from drafter.language.heads import AFTER_QUANTITY_FIRST, MEMORIES, RUN
from drafter.language.labels import LABEL_LAST
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry, entry_of
from drafter.language.units import table

_ENDS = "，。；、,;）)\n"
_END = rf"(?=[{_ENDS}]|$)"
_HAN = r"[^\W\da-zA-Z_]"
_ONE = lazy(rf"({_HAN}){_END}")
# 治疗量, 机时, 件套: what a longer one ends with.
_LONGER = lazy(rf"(?!左右|上下|不等|以[上下内])({_HAN}{{1,2}}[量时份套组位点])(?<![及准同按何届有暂]时){_END}")
# 每组8蹲位, 展位: places for one each; 单位, 部位 and 岗位 are others.
_PLACE = lazy(rf"((?![单部岗方地定到各就学职品]){_HAN}位){_END}")
# 浊度小于1NTU: behind a bound letters are a unit, and no model (5A, 1080P: one letter is).
_LATIN = lazy(r"[A-Za-zμΩ]{2,6}(?:/(?:10{1,3})?[A-Za-z³]{1,3})?(?![A-Za-z0-9]|[^\W_])")
_WINDOW = 16
_DIGITS = "0123456789."
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿半")
# Of 1,240枪 and 1.2万格 nobody names a thing: they are amounts also where no noun is known before them.
_GROUPED = lazy(r"[,，][0-9]{3}(?![0-9])")


@cache
def _measures() -> re.Pattern[str]:
    names = [name for name, unit in table().items() if unit.kind == "measure" and "一" <= name[-1] <= "鿿"]
    listed = "|".join(sorted((name for name in names if len(name) > 1 or name in "吨亩"), key=len, reverse=True))
    return re.compile(rf"((?![{''.join(_NUMERALS)}]){_HAN}{{1,4}}?(?:{listed}))(?!{_HAN})")


def may_begin_unit(pair: str) -> bool:
    """Return True if a number and two characters behind it, the first in no list, may be a quantity: 枪，, 车道, NT."""
    first, following = pair[:1], pair[1:]
    if first.isascii():
        return first.isalpha() and following.isalpha() and following.isascii()
    if not "一" <= first <= "鿿" or first == "号" or first in _NUMERALS:
        return False
    return "一" <= following <= "鿿" or ((not following or following in _ENDS) and first not in words("no-unit"))


def unlisted_unit(text: str, start: int, at: int) -> tuple[Entry, int] | None:
    """Return the unit that stands at an offset, though no list has it, and where it ends, or None.

    Args:
        text: the whole text.
        start: where the number begins.
        at: where it ends, multiplier and blank included.
    """
    if text[at : at + 1].isascii():
        latin = _LATIN.match(text, at)
        bound = latin is not None and bounds.before(text, max(0, start - _WINDOW), start)[0] is not None
        return (entry_of(latin[0], "measure"), latin.end()) if latin is not None and bound else None
    measured = _measures().match(text, at)
    if measured is not None:
        return entry_of(measured[1], "measure"), measured.end()
    grouped = text[at - 1] in "万亿" or _GROUPED.search(text, start, at) is not None
    place = _PLACE.match(text, at)
    match = place or _ONE.match(text, at) or (_LONGER.match(text, at) if grouped else None)
    if match is None or match[1][0] in _NUMERALS:
        return None
    if match[1] in words("no-unit") and not (grouped and match[1] in words("numbered")):
        return None
    # 防控指标2达: the words before must name something, if with a number at their head (5号电池40板).
    run = RUN.match(text[max(0, start - _WINDOW) : start][::-1])
    named = run[0][::-1].lstrip(_DIGITS) if run is not None else ""
    if not (grouped or place) and (
        not named
        or named[-1] in LABEL_LAST
        or named[0] in AFTER_QUANTITY_FIRST
        or not MEMORIES[False, False, False, False][named][3]
    ):
        return None
    return entry_of(match[1], "count"), match.end()
