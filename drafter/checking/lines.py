"""The interval a number of the form stands for: exact in yuan, half a printed place where it was printed in 万元."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce

from drafter.filing import Filing
from drafter.language import Interval, parse_money
from drafter.language.patterns import lazy

_MULTIPLE = lazy(r"[万亿千]", needs="万亿千")


def line_interval(filing: Filing, path: str, value: Decimal) -> Interval:
    """What the print at `path` says about `value` (yuan or a count).

    A filing carries the print of a number only where it differs in unit (`Filing.printed`): "66.00万元" is ±50 yuan.
    A print that is of another number (the value was changed and its print was not) says nothing about this one.
    """
    printed = filing.printed.get(path, "")
    # 0.00 万元 says that there is none, not that there may be 50 yuan.
    if value and _MULTIPLE.search(printed):
        # 400.00万元+140.00万元: each part was rounded.
        parts = [parse_money(part) for part in printed.split("+")]
        known = [part.interval for part in parts if part is not None]
        if known and len(known) == len(parts) and (said := reduce(Interval.__add__, known)).contains(value):
            return said
    return Interval.point(value)


def agree(one: Interval, other: Interval) -> bool:
    """Whether two printed numbers can be one.

    Neighbouring prints (66.00 万元, 66.01 万元) touch at the number that rounds to both; they are still two numbers.
    """
    if one.exact or other.exact:
        return one.meets(other)
    return max(one.low, other.low) < min(one.high, other.high)
