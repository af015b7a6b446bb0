"""Laws of intervals: sign, scale, order, union; and the openness that scaling by a negative number must swap."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.language import Interval

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3)
factors = st.integers(-1000, 1000).map(Decimal) | st.decimals("-10", "10", allow_nan=False, places=2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    a, b = sorted((draw(numbers), draw(numbers)))
    if a == b:
        return Interval(a, b)
    return Interval(a, b, draw(st.booleans()), draw(st.booleans()))


@st.composite
def members(draw: st.DrawFn, of: Interval) -> Decimal:
    """A number of the set: an end that is in it, or one strictly inside."""
    weight = draw(st.integers(1, 99))
    inside = of.low + (of.high - of.low) * weight / 100
    ends = [end for end in (of.low, of.high) if of.contains(end)]
    return draw(st.sampled_from([inside, *ends])) if of.contains(inside) else ends[0]


@given(intervals())
def test_negation_is_its_own_inverse(a: Interval) -> None:
    mirrored = -a
    assert -mirrored == a


@given(intervals(), factors, st.data())
def test_scaling_maps_members_to_members_and_nothing_else(a: Interval, factor: Decimal, data: st.DataObject) -> None:
    assume(factor != 0)
    scaled = a.scale(factor)
    member = data.draw(members(a))
    assert scaled.contains(member * factor)
    for end, is_open in ((a.low, a.low_open), (a.high, a.high_open)):
        assert scaled.contains(end * factor) is not is_open


def test_open_ends_swap_under_a_negative_scale() -> None:
    """The case of checker_anchors A.1: truncation, one item −12, weight −1, is [12, 13) and does not meet [11, 12)."""
    item = Interval(Decimal(-13), Decimal(-12), low_open=True)
    assert item.scale(-1) == Interval(Decimal(12), Decimal(13), high_open=True)
    assert not item.scale(-1).meets(Interval(Decimal(11), Decimal(12), high_open=True))


@given(intervals(), intervals(), st.data())
def test_sum_difference_and_product_hold_every_result(a: Interval, b: Interval, data: st.DataObject) -> None:
    x, y = data.draw(members(a)), data.draw(members(b))
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)


@given(intervals(), intervals())
def test_addition_and_multiplication_commute(a: Interval, b: Interval) -> None:
    assert a + b == b + a
    assert a * b == b * a


@given(intervals(), intervals(), intervals())
def test_addition_is_associative(a: Interval, b: Interval, c: Interval) -> None:
    assert (a + b) + c == a + (b + c)


@given(intervals(), factors)
def test_scaling_is_multiplication_by_a_point(a: Interval, factor: Decimal) -> None:
    assert a.scale(factor) == a * Interval.point(factor)


def test_a_closed_zero_end_is_attained_though_the_other_end_is_open() -> None:
    product = Interval(Decimal(0), Decimal(1)) * Interval(Decimal(2), Decimal(3), low_open=True, high_open=True)
    assert product == Interval(Decimal(0), Decimal(3), high_open=True)


@given(intervals(), intervals())
def test_two_sets_meet_or_one_comes_before_the_other(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    assert [a.meets(b), a.before(b), b.before(a)].count(True) == 1


@given(intervals(), intervals(), intervals())
def test_order_is_transitive(a: Interval, b: Interval, c: Interval) -> None:
    if a.before(b) and b.before(c):
        assert a.before(c)


@given(intervals(), intervals(), factors)
def test_meeting_is_kept_by_a_scale_that_is_not_zero(a: Interval, b: Interval, factor: Decimal) -> None:
    assume(factor != 0)
    assert a.scale(factor).meets(b.scale(factor)) == a.meets(b)


@given(intervals(), intervals(), st.data())
def test_the_hull_holds_both_and_is_the_smallest_that_does(a: Interval, b: Interval, data: st.DataObject) -> None:
    hull = a.hull(b)
    assert hull == b.hull(a)
    assert hull.contains(data.draw(members(a)))
    assert hull.contains(data.draw(members(b)))
    for end in (hull.low, hull.high):
        assert hull.contains(end) == (a.contains(end) or b.contains(end))


@given(intervals(), intervals(), st.data())
def test_the_intersection_is_what_both_hold(a: Interval, b: Interval, data: st.DataObject) -> None:
    both = a.intersection(b)
    assert (both is not None) == a.meets(b)
    if both is not None:
        member = data.draw(members(both))
        assert a.contains(member)
        assert b.contains(member)
        assert both.hull(a) == a


@given(st.decimals("0", "999999", places=2, allow_nan=False), st.sampled_from([1, 10**4, 10**8]))
def test_printed_precision_is_half_a_place_to_both_sides(value: Decimal, factor: int) -> None:
    interval = Interval.printed(str(value), factor)
    assert interval.high - interval.low == Decimal("0.01") * factor
    assert interval.contains(value * factor)


def test_printed_money_of_the_anchors() -> None:
    assert Interval.printed("66.00", 10_000) == Interval(Decimal("659950"), Decimal("660050"))
    assert Interval.printed("66", 10_000) == Interval(Decimal("655000"), Decimal("665000"))


def test_arithmetic_never_rounds_where_the_default_context_would() -> None:
    long = "1234567890123456789012345678901234567890.12"
    total = Interval.point(long) + Interval.point("0.01")
    assert str(total.low) == "1234567890123456789012345678901234567890.13"


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"),
    [("2", "1", False, False), ("1", "1", True, False), ("1", "1", False, True), ("NaN", "1", False, False)],
)
def test_empty_and_unbounded_sets_are_refused(low: str, high: str, low_open: bool, high_open: bool) -> None:
    with pytest.raises(ValueError, match="interval"):
        Interval(Decimal(low), Decimal(high), low_open, high_open)
