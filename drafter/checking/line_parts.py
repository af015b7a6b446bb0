"""Parts of the year's money in a goal beside the lines that make it up: which part is no sum of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from drafter.checking.funding import addend_lines
from drafter.checking.lines import agree
from drafter.language import Interval, Mention

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger
    from drafter.checking.text_sums import Check

_LINES = 10
"""Lines of which every sum is tried; a longer breakdown is not told in one sentence."""


def slipped_part(ledger: Ledger, check: Check) -> tuple[Mention, Decimal] | None:
    """The one part of the year's money that is not what the lines left for it come to, and what they come to.

    预算 294 万元，其中展览 157.2 万元、数字化 81 万元、修复 37.8 万元: 其中 may leave parts out, but where all parts
    but one are sums of lines and that one is the sum of the remaining lines with a digit wrong or two changed places,
    nothing was left out. None where anything else may be meant.
    """
    amounts = _amounts(ledger)
    total = ledger.filing.funding.annual_total
    if check.claim.total.kind != "money" or len(check.parts) < 2 or amounts is None or total is None:
        return None
    if sum(amounts, Decimal(0)) != total or not check.whole.contains(total):
        return None
    # Every part asks all of them.
    sets = {one: Interval.point(sum((amounts[at] for at in one), Decimal(0))) for one in _sets(amounts)}
    of_part = [[one for one, value in sets.items() if agree(value, part)] for part in check.parts]
    odd = [at for at, found in enumerate(of_part) if not found]
    if len(odd) != 1:
        return None
    rest = set(range(len(amounts)))
    for at, found in enumerate(of_part):
        if at in odd:
            continue
        used = [one for one in found if rest.issuperset(one)]
        if len(used) != 1:
            return None
        rest -= set(used[0])
    left = sum((amounts[at] for at in rest), Decimal(0))
    part = check.claim.parts[odd[0]]
    return (part, left) if left and digit_slip(part, left) else None


def _amounts(ledger: Ledger) -> list[Decimal] | None:
    lines = [ledger.filing.budget_lines[at].amount for at in addend_lines(ledger.filing)[0]]
    known = [amount for amount in lines if amount is not None]
    return known if len(known) == len(lines) and 2 <= len(lines) <= _LINES else None


def _sets(amounts: Sequence[Decimal]) -> Iterator[tuple[int, ...]]:
    for size in range(1, len(amounts)):
        yield from combinations(range(len(amounts)), size)


def digit_slip(part: Mention, right: Decimal) -> bool:
    """One digit wrong, or two neighbours that changed places."""
    said, meant = str(int(Decimal(part.number))), str(int(right))
    if len(said) != len(meant):
        return False
    wrong = [at for at, (one, other) in enumerate(zip(said, meant, strict=True)) if one != other]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        return said[wrong[0]] == meant[wrong[1]] and said[wrong[1]] == meant[wrong[0]]
    return len(wrong) == 1
