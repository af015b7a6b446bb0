"""Everything rules ask about one filing, extracted and aligned once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from drafter.checking.alignment import Alignment, align
from drafter.checking.background import told_of_other_times
from drafter.checking.emit import Lacking, NotApplicable
from drafter.checking.levels import Kind, Kind2, kind_of, level2_kind
from drafter.checking.line_numbers import LineNumbers, line_numbers
from drafter.checking.line_pairs import LinePair, pair_lines
from drafter.checking.past import Past
from drafter.checking.prices import Prices, pair_prices
from drafter.checking.quantities import TargetQuantity, row_quantity
from drafter.checking.text_sums import Check, checks
from drafter.checking.words.fields import Written, written
from drafter.filing import Filing
from drafter.language import Interval, Mention, SumClaim, extract, sums
from drafter.profiles import Profile

TEXT_FIELDS = ("overall_goal", "annual_goal", "narrative")


class Ledger:
    """All quantities of a filing. Rules read it and never change it.

    Args:
        filing: The filing under check.
        profile: The form family and year whose policy applies.
        past: Other filings, when the caller has some.
    """

    def __init__(self, filing: Filing, profile: Profile, past: Past | None = None) -> None:
        self.filing = filing
        self.profile = profile
        self.past = past
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._sums: dict[str, Sequence[SumClaim]] = {}
        self._checks: dict[str, Sequence[Check]] = {}
        self._lacks: dict[str, Lacking | NotApplicable | None] = {}
        self._lacking: dict[tuple[str, ...], Sequence[Lacking | NotApplicable]] = {}

    def text(self, path: str) -> str:
        """The running text at `overall_goal`, `annual_goal` or `narrative`, "" when blank."""
        return getattr(self.filing, path) or ""

    def mentions(self, path: str = "annual_goal") -> tuple[Mention, ...]:
        """The quantity mentions of a running text."""
        if path not in self._mentions:
            # A number without a unit (粉丝45万) is compared with none.
            found = extract(self.text(path))
            self._mentions[path] = tuple(one for one in found if one.unit is not None or one.kind != "count")
        return self._mentions[path]

    def sums(self, path: str = "annual_goal") -> Sequence[SumClaim]:
        """The sums a running text claims (共计…其中…)."""
        if path not in self._sums:
            self._sums[path] = sums(self.text(path), self.mentions(path))
        return self._sums[path]

    def sum_checks(self, path: str = "annual_goal") -> Sequence[Check]:
        """Those sums judged, inner ones first."""
        if path not in self._checks:
            self._checks[path] = checks(self.text(path), self.sums(path), self.mentions(path))
        return self._checks[path]

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every text that people wrote, in the order of the form, blank ones left out."""
        return tuple(written(self.filing))

    @cached_property
    def page(self) -> str:
        """Those texts, each on a line of its own: what no line of it holds, none of them does.

        One search of it stands for a search of each, of which a form has dozens.
        """
        return "\n".join(one.text for one in self.written)

    @cached_property
    def quantities(self) -> tuple[TargetQuantity | None, ...]:
        """The number of each indicator's target, None where blank or a word."""
        return tuple(row_quantity(row) for row in self.filing.indicators)

    @cached_property
    def _by_number(self) -> Mapping[Decimal, list[int]]:
        rows: dict[Decimal, list[int]] = defaultdict(list)
        for position, quantity in enumerate(self.quantities):
            if quantity is not None:
                rows[quantity.interval.low + quantity.interval.high].append(position)
        return rows

    def rows_of(self, interval: Interval | None) -> Sequence[int]:
        """The indicators that print this number, however precisely (2.6 万, 26000) and whatever its unit.

        Of very many rows the first few.
        """
        return self._by_number.get(interval.low + interval.high, ())[:50] if interval is not None else ()

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """What each indicator measures: cost, output, benefit, satisfaction ..."""
        return tuple(kind_of(indicator) for indicator in self.filing.indicators)

    @cached_property
    def kinds2(self) -> tuple[Kind2, ...]:
        """The meaning of each indicator's second level."""
        return tuple(level2_kind(indicator.level2) for indicator in self.filing.indicators)

    @cached_property
    def other_times(self) -> frozenset[int]:
        """Where the numbers of the annual goal begin that tell of other years, or of how things are."""
        return told_of_other_times(self.text("annual_goal"), self.mentions(), self.filing.year)

    @cached_property
    def alignment(self) -> Alignment:
        """Which numbers of the annual goal and which indicators are one promise."""
        return align(self)

    @cached_property
    def line_pairs(self) -> tuple[LinePair, ...]:
        """Which budget lines and price or count indicators are the same item."""
        return pair_lines(self)

    @cached_property
    def line_numbers(self) -> LineNumbers:
        """Which numbers of budget lines rows and the goal print too, though their names alone do not say so."""
        return line_numbers(self)

    @cached_property
    def prices(self) -> Prices:
        """Which price and count indicators multiply."""
        return pair_prices(self)

    def lacks(self, fact: str) -> Lacking | NotApplicable | None:
        """Why a fact is not there: `Lacking` where it should be, `NotApplicable` where the form has none.

        Raises:
            KeyError: No such fact; `FACTS` lists them.
        """
        if fact not in self._lacks:
            self._lacks[fact] = FACTS[fact](self)
        return self._lacks[fact]

    def lacking(self, facts: tuple[str, ...]) -> Sequence[Lacking | NotApplicable]:
        """Why some of the facts are not there; one that the form does not have at all stands for the others.

        Raises:
            KeyError: As `lacks`.
        """
        if facts not in self._lacking:
            reasons = [reason for fact in facts if (reason := self.lacks(fact)) is not None]
            self._lacking[facts] = [one for one in reasons if isinstance(one, NotApplicable)][:1] or reasons
        return self._lacking[facts]


def _annual_goal(ledger: Ledger) -> Lacking | None:
    if ledger.filing.annual_goal:
        return None
    return Lacking("没有读到年度目标文本", "no annual goal text was read", "annual_goal")


def _overall_goal(ledger: Ledger) -> NotApplicable | None:
    return None if ledger.filing.overall_goal else NotApplicable()


def _narrative(ledger: Ledger) -> NotApplicable | None:
    return None if ledger.filing.narrative else NotApplicable()


def _indicators(ledger: Ledger) -> Lacking | None:
    if ledger.filing.indicators:
        return None
    return Lacking("没有读到绩效指标", "no indicators were read", "indicators")


def _levels(ledger: Ledger) -> Lacking | None:
    if (missing := _indicators(ledger)) is not None:
        return missing
    unsure = [position for position, row in enumerate(ledger.filing.indicators) if not row.certain]
    if not unsure:
        return None
    return Lacking(
        f"版式错位，{len(unsure)} 行指标无法确定所属级别",
        f"shifted layout: the level of {len(unsure)} indicator rows is not certain",
        f"indicators[{unsure[0]}]",
    )


def _budget_lines(ledger: Ledger) -> NotApplicable | None:
    return None if ledger.filing.budget_lines else NotApplicable()


def _annual_total(ledger: Ledger) -> Lacking | None:
    if ledger.filing.funding.annual_total is not None:
        return None
    return Lacking("没有读到年度资金总额", "no annual total was read", "funding.annual_total")


def _year(ledger: Ledger) -> Lacking | None:
    return None if ledger.filing.year else Lacking("没有读到预算年度", "no budget year was read", "year")


def _dates(ledger: Ledger) -> Lacking | None:
    filing = ledger.filing
    if filing.start_date is not None and filing.end_date is not None:
        return None
    return Lacking("没有读到计划开始或完成日期", "no start or end date was read", "start_date")


def _weights(ledger: Ledger) -> NotApplicable | None:
    return None if any(row.weight is not None for row in ledger.filing.indicators) else NotApplicable()


def _past(ledger: Ledger) -> NotApplicable | None:
    return None if ledger.past is not None else NotApplicable()


FACTS: Mapping[str, Callable[[Ledger], Lacking | NotApplicable | None]] = {
    "annual_goal": _annual_goal,
    "overall_goal": _overall_goal,
    "narrative": _narrative,
    "indicators": _indicators,
    "levels": _levels,
    "budget_lines": _budget_lines,
    "annual_total": _annual_total,
    "year": _year,
    "dates": _dates,
    "weights": _weights,
    "past": _past,
}
"""What a rule may name in `needs`."""
