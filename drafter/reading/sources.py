"""Which printed amounts are the parts of one sum: sources beside each other are added, those within another are not.

财政拨款 540, 其中：一般公共预算 400, 政府性基金 140 is one amount and what it is made of; the two kinds without a line
above them are a sum. Forms print both with the same words, so the total decides where one is printed.
What cannot be decided, and what has a name nobody listed, is said and never guessed: see `drafter.checking.funding`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from drafter.language import Interval, parse_money
from drafter.reading.content import Cell
from drafter.reading.labels import Label
from drafter.reading.words import compact, tidy


class Entry(NamedTuple):
    """One amount of the funding block: its label, where that stands, the print of the amount and where that stands."""

    label: Label
    cell: Cell
    row: int
    value: str | None
    value_cell: Cell
    unit: str

    @property
    def interval(self) -> Interval | None:
        """What the print says, in yuan; None where it says no amount."""
        if self.value is None or self.value_cell.lost:
            return None
        money = parse_money(tidy(self.value), default_unit=self.unit)
        return money.interval if money is not None else None

    @property
    def amount(self) -> Decimal | None:
        """The amount in yuan; None where the print says none."""
        if self.value is None or self.value_cell.lost:
            return None
        money = parse_money(tidy(self.value), default_unit=self.unit)
        return money.amount if money is not None else None

    @property
    def within(self) -> bool:
        """Whether the label says that the amount is part of the one above: 其中：专项债券."""
        return compact(self.cell.text).lstrip("(（一二三四五六七八九十1234567890)）.、").startswith("其中")


class Reading(NamedTuple):
    """One way to read the entries of a sum: those added, and those that are not."""

    added: tuple[Entry, ...]
    beside: tuple[Entry, ...] = ()

    @property
    def interval(self) -> Interval:
        """What the prints say of the sum."""
        total = Interval.point(0)
        for entry in self.added:
            total += entry.interval or Interval.point(0)
        return total


NOTHING = Reading(())


def readings(whole: Sequence[Entry], parts: Sequence[Entry]) -> list[Reading]:
    """The ways to read one source of money, the likeliest first.

    Args:
        whole: Entries that name the source as such (财政拨款), in printed order.
        parts: Entries that name a kind of it (一般公共预算), in printed order.
    """
    first, rest = tuple(whole[:1]), (*whole[1:], *parts)
    if not first and not rest:
        return []
    if not first:
        inner = tuple(entry for entry in rest[1:] if entry.within)
        outer = tuple(entry for entry in rest if entry not in inner)
        return [Reading(outer, inner), Reading(rest)] if inner else [Reading(rest)]
    if not rest:
        return [Reading(first)]
    inside = Reading(first, rest)
    if rest[0].within or Reading(rest).interval.meets(inside.interval):
        return [inside]
    return [inside, Reading((*first, *rest))]


def decide(sources: Sequence[Sequence[Reading]], total: Interval | None) -> tuple[Reading, ...] | None:
    """Of each source the reading with which all of them come to the total; None where no readings do."""
    if total is None:
        return None
    ways = [way or (NOTHING,) for way in sources]
    return next((chosen for chosen in product(*ways) if interval_of(chosen).meets(total)), None)


def interval_of(chosen: Iterable[Reading]) -> Interval:
    """What the prints say of the sum of several sources."""
    total = Interval.point(0)
    for reading in chosen:
        total += reading.interval
    return total


def print_of(entries: Sequence[Entry]) -> Iterator[str]:
    """Entries as people read them: 社会资本 500万元."""
    for entry in entries:
        value = tidy(entry.value or "")
        unit = "" if entry.unit == "元" or not value or value.endswith("元") else entry.unit
        yield f"{entry.label.name} {value}{unit}".strip()
