"""The interval a number of the form stands for: exact in yuan, half a printed place where it was printed in 万元."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.filing import Filing
from drafter.language import Interval, parse_money

_MULTIPLE = re.compile(r"[万亿千]")


def line_interval(filing: Filing, path: str, value: Decimal) -> Interval:
    """What the print at `path` says about `value` (yuan or a count).

    A filing carries the print of a number only where it differs in unit (`Filing.printed`): "66.00万元" is ±50 yuan.
    """
    printed = filing.printed.get(path, "")
    if _MULTIPLE.search(printed):
        amount = parse_money(printed)
        if amount is not None:
            return amount.interval
    return Interval.point(value)
