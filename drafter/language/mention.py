"""One quantity as a text mentions it."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from drafter.language import units
from drafter.language.interval import Interval, exact_product
from drafter.language.memory import remembered
from drafter.language.unit_reading import Entry

if TYPE_CHECKING:
    from collections.abc import Callable


# Kinds whose print is the value itself; percentages and measures are roundings of it.
_EXACT = frozenset({"count", "money", "year", "age", "duration"})


_Fields = tuple[int, int, str, str | None, str, str | None, str, str, int, str]


class Mention(NamedTuple):
    """A number with its unit, where it stands and what it says.

    A named tuple and not a frozen dataclass: it is made in a quarter of the time, and texts hold many.

    Attributes:
        start: offset of the first character of the number.
        end: offset after the last character of the unit; ``text`` is ``source[start:end]``.
        number: the absolute value as a decimal string (2.5万人次 → ``"25000"``); a range is ``"90~95"``, a fraction
            ``"2/3"``, a ratio ``"1:1.5"``, a date ISO (``"2026-06-30"``, ``"--11-30"``, ``"Q4"``).
        unit: the unit as printed without 万 or 亿 (``人次``, ``%``, ``元/人·月``), or None.
        comparator: one of ``= >= <= > < ~ range``.
        entity: the noun the quantity belongs to (``保安``), or None if none is found.
        kind: count, percent, money, duration, measure, year, date, age, multiple or fraction.
        digits: the number as printed, without separators and multiplier (2.5万人次 → ``"2.5"``).
        factor: the multiplier printed with the number (10000 for 万), else 1.
        text: the mention itself.
    """

    start: int
    end: int
    number: str
    unit: str | None
    comparator: str
    entity: str | None
    kind: str
    digits: str
    factor: int
    text: str

    @property
    def dimension(self) -> str:
        """What is measured: ``money``, ``percent``, ``count:件``; a unit that is not known makes its own dimension."""
        if self.kind in ("date", "year", "fraction"):
            return self.kind
        known = units.lookup(self.unit)
        return known.dimension if known else f"{self.kind}:{self.unit or ''}"

    @property
    def exact(self) -> bool:
        """True if the print names one value and not a rounding of one: yuan and counts without 万 or 亿."""
        return self.comparator not in ("~", "range") and self.kind in _EXACT and self.factor == 1

    @property
    def interval(self) -> Interval | None:
        """The value in the base unit of the dimension with its printed precision; None for dates and fractions.

        A range is everything between its ends; the comparator is not in it (≥90% is the interval of 90%).
        """
        return None if self.kind in ("date", "fraction") else _interval(self.digits, self.factor, self.unit, self.kind)

    def as_contract(self) -> dict[str, str | int | None]:
        """Return the shape the command ``quantities`` prints."""
        return {
            "start": self.start,
            "end": self.end,
            "number": self.number,
            "unit": self.unit,
            "comparator": self.comparator,
            "entity": self.entity,
            "kind": self.kind,
        }


@remembered(1024)
def _interval(digits: str, factor: int, unit: str | None, kind: str) -> Interval:
    """What is printed; rules ask it of one number many times."""
    known = units.lookup(unit)
    base = exact_product(Decimal(factor), known.factor if known and kind != "year" else Decimal(1))
    low, _, high = digits.partition("~")
    exact = factor == 1 and kind in _EXACT
    interval = _one(low, base, exact=exact)
    return interval.hull(_one(high, base, exact=exact)) if high else interval


def _one(digits: str, factor: Decimal, *, exact: bool) -> Interval:
    return Interval.point(exact_product(Decimal(digits), factor)) if exact else Interval.printed(digits, factor)


class Phrase(NamedTuple):
    """A number with its unit; ``entry`` is None where no unit is printed, ``end`` stands behind what was understood."""

    start: int
    end: int
    number: str
    unit: str | None
    kind: str
    digits: str
    factor: int
    vague: bool = False
    ranged: bool = False
    entry: Entry | None = None


Read = tuple[int, int, str, str | None, str, str, int, bool, bool, Entry | None]
"""The same without the names, as the commonest phrases are returned: a named tuple takes several times as long to
make and to take apart."""


made = cast("Callable[[_Fields], Mention]", partial(cast("Any", tuple).__new__, Mention))
"""`made((start, …))` is `Mention(start, …)` in half the time: texts hold many."""
