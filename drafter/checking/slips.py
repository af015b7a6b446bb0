"""Numbers one slip apart: a wrong digit, two that changed places, one lost or doubled, a point or 万 misplaced."""

from __future__ import annotations

from decimal import Decimal

from drafter.checking.quantities import TargetQuantity
from drafter.language import Interval, Mention
from drafter.language.interval import exact_product

_FEW = 3
"""Digits of which one may be wrong: of 30 and 50 nobody can say that they are one number."""
_MOST_SHIFT = 4
"""Places a point is off at most: 万 left out."""


def one_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one number can be the other with a single slip.

    Round numbers say little: 300 and 500 are two plans, 3600 and 3800 may be one.
    """
    if one == other or not (one > 0 and other > 0):
        return False
    mine, theirs = _digits(one), _digits(other)
    (left, shift_left), (right, shift_right) = mine, theirs
    if left == right:
        return len(left) > 1 and abs(shift_left - shift_right) <= _MOST_SHIFT
    if max(len(left), len(right)) < 2:
        return False
    least = min(shift_left, shift_right)
    left, right = left + "0" * (shift_left - least), right + "0" * (shift_right - least)
    if len(left) == len(right):
        wrong = [at for at, (mine, theirs) in enumerate(zip(left, right, strict=True)) if mine != theirs]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return left[wrong[0]] == right[wrong[1]] and left[wrong[1]] == right[wrong[0]]
        return len(wrong) == 1 and len(left) + max(0, least) >= _FEW
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    if len(longer) != len(shorter) + 1 or len(longer) < _FEW:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def shifted(one: Decimal, other: Decimal) -> bool:
    """Whether a zero or a few, or a point, went wrong, and nothing else: 24 万 and 240 万."""
    (left, shift_left), (right, shift_right) = _digits(one), _digits(other)
    return left == right and 0 < abs(shift_left - shift_right) < _MOST_SHIFT


def transposed(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places, of three and more that say something: 26.1 and 21.6."""
    (left, shift_left), (right, shift_right) = _digits(one), _digits(other)
    if shift_left != shift_right or len(left) != len(right) or len(left) < _FEW:
        return False
    wrong = [at for at, (mine, theirs) in enumerate(zip(left, right, strict=True)) if mine != theirs]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    return left[wrong[0]] == right[wrong[1]] and left[wrong[1]] == right[wrong[0]]


def slipped(mention: Mention, quantity: TargetQuantity | None) -> bool:
    """Whether a number of the goal and a row's are not one number but one slip apart."""
    said = mention.interval
    if said is None or quantity is None or {mention.comparator, quantity.comparator} & {"~", "range"}:
        return False
    return not said.meets(quantity.interval) and one_slip(_middle(said), _middle(quantity.interval))


def misplaced(mention: Mention, quantity: TargetQuantity | None) -> bool:
    """Whether a number of the goal and a row's have the same digits, two at least: 4.6万 and 4.6."""
    if mention.interval is None or quantity is None or quantity.interval.low <= 0 or mention.interval.low <= 0:
        return False
    mine, theirs = _digits(_middle(mention.interval))[0], _digits(_middle(quantity.interval))[0]
    return mine == theirs and len(mine) > 1


def _middle(value: Interval) -> Decimal:
    return exact_product(value.low + value.high, Decimal("0.5"))


def _digits(number: Decimal) -> tuple[str, int]:
    """The digits of a number without the zeros around them, and how many places they are shifted."""
    _, digits, exponent = number.normalize().as_tuple()
    return "".join(map(str, digits)), exponent if isinstance(exponent, int) else 0
