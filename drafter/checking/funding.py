"""The sums a form's money must satisfy, each once: rules ask them, and a wrong one asks which of its numbers is odd."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checking.emit import Lacking
from drafter.checking.lines import line_interval
from drafter.filing import Filing
from drafter.language import Interval
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_TOTAL_ITEM = lazy(r"(金额|费用|预算|资金|明细|项目)?(合计|总计|共计)(金额)?[（(]?[元万]*[)）]?")
_SUBTOTAL_ITEM = lazy(r"小计[（(]?[元万]*[)）]?")

_FROM_ABOVE = lazy(r"[市省]拨|市级(?:拨款|资金|补助)|省级(?:拨款|资金|补助)|中央|上级(?:拨款|资金|补助|专项)?|转移支付")

_DECIMALS = lazy(r"[\d,，]+(?:\.(\d+))?\s*万元?", needs="万")

YEAR_PARTS = ("current_appropriation", "carryover", "other")
LEVELS = ("upper_level", "own_level", "lower_level")
PROJECT_PARTS = ("fiscal_total", "project_other")


def addend_lines(filing: Filing) -> tuple[list[int], list[int]]:
    """Positions of the lines that are added up, and of those that print the total; subtotals are neither."""
    addends: list[int] = []
    totals: list[int] = []
    for position, line in enumerate(filing.budget_lines):
        name = re.sub(r"\s", "", line.item)
        if _TOTAL_ITEM.fullmatch(name):
            totals.append(position)
        elif not _SUBTOTAL_ITEM.fullmatch(name):
            addends.append(position)
    return addends, totals


def lines_from_above(filing: Filing) -> list[int]:
    """Positions of the lines whose names say that a higher level pays for them."""
    return [position for position in addend_lines(filing)[0] if _FROM_ABOVE.search(filing.budget_lines[position].item)]


def funding_value(filing: Filing, name: str) -> Decimal | None:
    """One amount of the funding block in yuan, None where blank."""
    return getattr(filing.funding, name)


def amount(filing: Filing, name: str) -> Decimal:
    """One amount of the funding block in yuan; a blank is nothing, a printed zero keeps its print."""
    value = funding_value(filing, name)
    return Decimal(0) if value is None else value


def funding_interval(filing: Filing, name: str) -> Interval:
    """What the print of one amount says; a blank counts as nothing."""
    value = funding_value(filing, name)
    return Interval.point(0) if value is None else line_interval(filing, f"funding.{name}", value)


def parts_interval(filing: Filing, names: tuple[str, ...]) -> Interval:
    """What the print of several amounts says of their sum."""
    total = Interval.point(0)
    for name in names:
        total += funding_interval(filing, name)
    return total


def as_finely_printed(filing: Filing, names: tuple[str, ...]) -> tuple[Interval, ...]:
    """The amounts, each as precise as the one printed with the most decimals: 60万元 beside 40.5万元 is 60.0.

    Whoever prints decimals in one place leaves out the zeros of another.
    """
    prints = [_DECIMALS.fullmatch(filing.printed.get(f"funding.{name}", "").strip()) for name in names]
    known = [found for found in prints if found is not None]
    places = max((len(found[1] or "") for found in known), default=0)
    return tuple(
        funding_interval(filing, name)
        if found is None or not funding_value(filing, name)
        else Interval.printed(f"{amount(filing, name).scaleb(-4):.{places}f}", 10_000)
        for name, found in zip(names, prints, strict=True)
    )


def supported(ledger: Ledger, value: Decimal) -> bool:
    """Whether something else of the filing comes to this annual total: the lines, the prices, or the project's total.

    Of two numbers that contradict each other, the one with such a witness is the right one.
    """
    filing = ledger.filing
    addends, _ = addend_lines(filing)
    amounts = [filing.budget_lines[position].amount for position in addends]
    known = [amount for amount in amounts if amount is not None]
    if known and len(known) == len(amounts) and sum(known, Decimal(0)) == value:
        return True
    if (total := ledger.prices.total) is not None and total.contains(value):
        return True
    return funding_value(filing, "project_total") == value


def unread_money(filing: Filing, names: tuple[str, ...]) -> Lacking | None:
    """Why a sum of these amounts cannot be judged: one has a print nobody understood, or a source fits no field.

    Rules ask where a sum does not come out: with all of the block read it would be wrong, so it may only be unread.
    """
    for name in names:
        print_ = filing.printed.get(f"funding.{name}", "").strip()
        if print_ and funding_value(filing, name) is None:
            return Lacking(f"金额“{print_}”没有读懂", f"the amount {print_!r} was not understood", f"funding.{name}")
    rows = filing.printed.get("funding")
    if not rows:
        return None
    return Lacking(f"资金来源“{rows}”不能确定归入哪一栏", f"it is not clear which field {rows!r} belongs to", "funding")
