"""Short forms of official Chinese: the first characters of two words, 飞防 for 飞机防治, 快检 for 快速检测."""

from __future__ import annotations

from itertools import pairwise

_LONGEST = 60
"""Characters of a name that are looked at."""
_REACH = 3
"""Characters from the first to the second of the two: 辅具 is 辅助器具."""


def short_form(one: str, other: str) -> bool:
    """Whether two neighbouring characters of either name stand apart, in their order, in the other.

    A hint and no proof: ask it only of what agrees in every other way.
    """
    one, other = one[:_LONGEST], other[:_LONGEST]
    return _shortens(one, other) or _shortens(other, one)


def _shortens(short: str, long: str) -> bool:
    """Whether 飞防 of 飞防面积 stands as 飞机防 in the other."""
    for first, second in pairwise(short):
        if first.isascii() or second.isascii() or not (first + second).isalpha() or first + second in long:
            continue
        at = long.find(first)
        while at >= 0:
            if second in long[at + 2 : at + 1 + _REACH]:
                return True
            at = long.find(first, at + 1)
    return False
