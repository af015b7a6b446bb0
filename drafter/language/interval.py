"""Intervals of printed numbers: what a number on paper says, and no more.

``66.00 万元`` says 659,950 to 660,050 yuan; ``66 万元`` says 655,000 to 665,000; ``656 件`` says exactly 656. Two
printed numbers agree when their intervals meet. All arithmetic is exact: no float, no rounding context, no epsilon.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

# The default context would round at 28 digits; this one raises instead of ever losing a digit.
_EXACT = Context(
    prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero]
)


@dataclass(frozen=True, slots=True)
class Interval:
    """A non-empty set of consecutive numbers.

    Attributes:
        low: lower end.
        high: upper end, not below ``low``.
        low_open: True if ``low`` itself is not in the set.
        high_open: True if ``high`` itself is not in the set.

    Raises:
        ValueError: if the ends are not finite or the set is empty.
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Refuse empty and unbounded sets, so that every later operation is total."""
        if not (self.low.is_finite() and self.high.is_finite()):
            raise ValueError(f"interval ends must be finite: {self.low}, {self.high}")
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"empty interval: {self}")

    @classmethod
    def point(cls, value: Decimal | int | str) -> Interval:
        """Return the interval of exactly one number."""
        number = Decimal(value)
        return cls(number, number)

    @classmethod
    def printed(cls, digits: str, factor: Decimal | int = 1) -> Interval:
        """Return what printed digits say: half a unit of the last printed place to both sides, times ``factor``.

        Args:
            digits: a plain decimal number as printed, without separators (``"66.00"``).
            factor: the multiplier printed after it (10000 for 万).
        """
        number = Decimal(digits)
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int):
            raise ValueError(f"not a finite number: {digits}")
        half = Decimal((0, (5,), exponent - 1))
        return cls(_EXACT.subtract(number, half), _EXACT.add(number, half)).scale(Decimal(factor))

    @property
    def exact(self) -> bool:
        """Return True if the set holds one number only."""
        return self.low == self.high

    def contains(self, value: Decimal | int) -> bool:
        """Return True if ``value`` is in the set."""
        above = self.low < value or (self.low == value and not self.low_open)
        below = value < self.high or (self.high == value and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Return True if the two sets have a number in common."""
        return not (self.before(other) or other.before(self))

    def before(self, other: Interval) -> bool:
        """Return True if every number of this set is smaller than every number of the other."""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def scale(self, factor: Decimal | int) -> Interval:
        """Return the set times a number. A negative one swaps the ends *and* their openness."""
        by = Decimal(factor)
        if by == 0:
            return Interval(Decimal(0), Decimal(0))
        low, high = _EXACT.multiply(self.low, by), _EXACT.multiply(self.high, by)
        if by > 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both sets."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def intersection(self, other: Interval) -> Interval | None:
        """Return the numbers in both sets, or None if there are none."""
        if not self.meets(other):
            return None
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def __neg__(self) -> Interval:
        """Return the set mirrored at zero."""
        return self.scale(-1)

    def __add__(self, other: Interval) -> Interval:
        """Return all sums of a number of this set and one of the other."""
        return Interval(
            _EXACT.add(self.low, other.low),
            _EXACT.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Return all differences of a number of this set and one of the other."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Return all products of a number of this set and one of the other."""
        mine = ((self.low, self.low_open), (self.high, self.high_open))
        theirs = ((other.low, other.low_open), (other.high, other.high_open))
        corners = [
            (_EXACT.multiply(a, b), not _attained(a, a_open, b, b_open)) for a, a_open in mine for b, b_open in theirs
        ]
        low = min(value for value, _ in corners)
        high = max(value for value, _ in corners)
        return Interval(
            low,
            high,
            all(is_open for value, is_open in corners if value == low),
            all(is_open for value, is_open in corners if value == high),
        )

    def __str__(self) -> str:
        """Return the usual notation, ``[65.5, 66.5)``."""
        if self.low == self.high and not (self.low_open or self.high_open):
            return str(self.low)
        return f"{'(' if self.low_open else '['}{self.low}, {self.high}{')' if self.high_open else ']'}"


def exact_product(a: Decimal, b: Decimal) -> Decimal:
    """Return ``a`` times ``b`` to the last digit; printed decimals stay (66.00 × 10000 = 660000.00)."""
    return _EXACT.multiply(a, b)


def exact_sum(a: Decimal, b: Decimal) -> Decimal:
    """Return ``a`` plus ``b`` to the last digit."""
    return _EXACT.add(a, b)


def _attained(a: Decimal, a_open: bool, b: Decimal, b_open: bool) -> bool:
    # A closed zero end makes zero with every number of the other set, also where the other end is open.
    return (not a_open and not b_open) or (a == 0 and not a_open) or (b == 0 and not b_open)
