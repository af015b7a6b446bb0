"""Numbers that say the place in a row and no amount: 金税四期, 三标段, 十四届人大三次会议, 经三路."""

from __future__ import annotations

from drafter.language.data import words
from drafter.language.patterns import lazy

# 分三标段, 共2标段: so many lots, and not the third of them.
_OF_LOTS = frozenset("分为共计设立含有达约成划余")
_LOTS = frozenset(("标段", "包件"))
# What is built, bought and opened in phases; 培训四期 and 讲堂四期 are held so many times.
_PHASED = words("phased")
_SESSION = lazy(r"(?:全体|全委|常委|理事|职工|党员)?(?:会|大会|全会|扩大会|代表)")
_ROADS = frozenset("经纬文武")
_VEHICLES = frozenset("动电托")


def is_serial(text: str, start: int, unit: str, end: int, *, chinese: bool) -> bool:
    """Return True if number and unit name one of a row.

    Args:
        text: the whole text.
        start: where the number begins.
        unit: the unit as listed.
        end: where the unit ends.
        chinese: whether the number is in Chinese numerals; Arabic ones count everything but lots.
    """
    before = text[start - 1 : start]
    if unit in _LOTS:
        return before not in _OF_LOTS and text[start] not in "两半"
    if not chinese:
        return False
    if unit == "期":
        return text.endswith(_PHASED, max(0, start - 4), start)
    if unit == "次":
        # 十四届全国人大三次会议; 召开三次会议 is three of them.
        return text.find("届", max(0, start - 14), start) >= 0 and _SESSION.match(text, end) is not None
    if unit == "路":
        return before in _ROADS
    if unit == "轮":
        return before in _VEHICLES
    if unit == "类":
        return before == "超"
    # 零组件, 零担, 零周期: a part of a word; 事故零起 is an amount.
    return text[start] == "零" and end - start == 1 + len(unit) and "一" <= text[end : end + 1] <= "鿿"
