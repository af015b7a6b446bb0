"""Published shapes: what programs build and what comes from outside is refused alike, and both are the same thing."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from decimal import Decimal
from typing import Any
from unittest import mock

import pytest
from pydantic import ValidationError

from drafter.api import check
from drafter.checking.mend import mended
from drafter.checking.report import Finding, PlaceRef, Report
from drafter.errors import InputError
from drafter.filing import BudgetLine, Filing, FilingDocument, Funding, Indicator, Target

FILING = Filing(
    project_name="路面保洁",
    funding=Funding(annual_total=Decimal("1020.00")),
    indicators=[Indicator(name="保洁道路", weight=Decimal(10), target=Target(raw="12条", value="12", unit="条"))],
    budget_lines=[BudgetLine(item="扫帚", amount=Decimal("20.50"))],
)


@pytest.mark.parametrize("number", [1.5, True, "1e5", "1,020.00", "", "inf", [], Decimal("NaN"), Decimal("1e99")])
def test_what_is_no_exact_number_is_refused_from_programs_and_from_outside(number: Any) -> None:
    with pytest.raises(ValueError):
        Funding(carryover=number)
    with pytest.raises(ValueError):
        BudgetLine(item="扫帚", unit_price=number)
    with pytest.raises(ValueError):
        Indicator(name="保洁道路", weight=number)
    with pytest.raises(ValidationError, match="carryover"):
        Funding.model_validate({"carryover": number})
    with pytest.raises(ValidationError):
        Funding.model_validate_json('{"carryover": 1020.5}')


@pytest.mark.parametrize(("given", "kept"), [("1020.00", "1020.00"), (5, "5"), (Decimal("1E+3"), "1000")])
def test_a_number_keeps_its_printed_digits_however_it_was_given(given: Any, kept: str) -> None:
    assert str(Funding(other=given).other) == str(Funding.model_validate({"other": given}).other) == kept


def test_a_date_may_be_given_as_text_and_is_one() -> None:
    assert Filing(start_date="2026-01-31").start_date == dt.date(2026, 1, 31)
    assert mended(FILING, {"end_date": "2026-12-31"}).end_date == dt.date(2026, 12, 31)
    with pytest.raises(ValueError):
        Filing(end_date="2026-02-30")


def test_a_target_value_is_a_number_or_a_range() -> None:
    assert Target(raw="90-95%", value="90~95").value == "90~95"
    for wrong in ("及时", 90, Decimal(90)):
        value: Any = wrong
        with pytest.raises(ValueError):
            Target(raw="及时", value=value)


def test_a_stranger_may_say_that_it_equals_a_filing() -> None:
    assert FILING == mock.ANY
    assert Indicator(name="路面保洁") != FILING
    assert FILING != "路面保洁"


def test_an_unknown_field_is_refused_and_named() -> None:
    with pytest.raises(TypeError, match="annual_gaol"):
        Filing(annual_gaol="x")
    with pytest.raises(ValidationError, match="annual_gaol"):
        Filing.model_validate({"annual_gaol": "x"})
    with pytest.raises(ValidationError, match=r"indicators\.0\.nmae"):
        Filing.model_validate({"indicators": [{"name": "a", "nmae": "b"}]})


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: Filing(annual_goal=5), r"Filing\.annual_goal is str or None, not int: 5"),
        (lambda: Filing(project_name=["a"]), r"Filing\.project_name"),
        (lambda: Filing(year="2026"), r"Filing\.year is int or None, not str"),
        (lambda: Filing(start_date=20260101), r"Filing\.start_date is date or None"),
        (lambda: Filing(funding=None), r"Filing\.funding is Funding, not NoneType"),
        (lambda: Filing(funding={"annual_total": "1"}), r"Filing\.funding is Funding, not dict"),
        (lambda: Filing(indicators="abc"), r"Filing\.indicators"),
        (lambda: Filing(indicators=[{"name": "a"}]), r"Filing\.indicators\[0\] is Indicator, not dict"),
        (lambda: Filing(budget_lines=[None]), r"Filing\.budget_lines\[0\] is BudgetLine, not NoneType"),
        (lambda: Indicator(name=None), r"Indicator\.name is str, not NoneType"),
        (lambda: Indicator(name="a", target="≥90%"), r"Indicator\.target is Target or None, not str"),
        (lambda: Indicator(name="a", certain="no"), r"Indicator\.certain is bool"),
        (lambda: Target(raw=90), r"Target\.raw is str, not int: 90"),
        (lambda: Target(raw="90", unit=1), r"Target\.unit"),
        (lambda: BudgetLine(item=3.5), r"BudgetLine\.item is str, not float"),
    ],
)
def test_a_field_of_another_type_is_refused_and_named(build: Any, field: str) -> None:
    with pytest.raises(TypeError, match=field):
        build()


def test_a_comparator_is_one_of_those_published() -> None:
    wrong: Any = "≥"
    with pytest.raises(ValueError, match="comparator is one of = >= "):
        Target(raw="≥90%", comparator=wrong, value="90", unit="%")


@pytest.mark.parametrize(
    ("of", "name", "value"),
    [
        (lambda one: one, "annual_goal", 5),
        (lambda one: one, "indicators", {"name": "a"}),
        (lambda one: one.indicators[0], "name", 7),
        (lambda one: one.indicators[0], "target", "12条"),
        (lambda one: one.indicators[0].target, "comparator", "≥"),
        (lambda one: one.budget_lines[0], "note", 1),
    ],
)
def test_a_field_that_was_made_another_type_is_said_where_the_filing_is_checked(of: Any, name: str, value: Any) -> None:
    one = FILING.model_copy(deep=True)
    setattr(of(one), name, value)
    with pytest.raises(InputError, match=name):
        check(one)


def test_json_gives_the_same_filing_again() -> None:
    assert Filing.model_validate_json(FILING.model_dump_json()) == FILING
    assert Filing.model_validate(FILING.model_dump()) == FILING
    assert json.loads(FILING.model_dump_json()) == FILING.model_dump(mode="json")
    assert FILING.model_dump(mode="json")["funding"]["annual_total"] == "1020.00"
    assert pickle.loads(pickle.dumps(FILING)) == FILING


def test_the_name_in_json_of_a_shape_is_schema() -> None:
    assert FilingDocument().model_dump(by_alias=True)["schema"] == "drafter.filing/1"
    assert Report.model_validate({"schema": "drafter.report/1"}) == Report()
    with pytest.raises(ValidationError):
        Report.model_validate({"schema": "drafter.report/2"})


def test_a_copy_is_another_filing_and_a_deep_one_shares_nothing() -> None:
    renamed = FILING.model_copy(update={"project_name": "河道保洁"})
    assert (renamed.project_name, FILING.project_name) == ("河道保洁", "路面保洁")
    assert renamed != FILING
    assert renamed.funding is FILING.funding
    deep = FILING.model_copy(deep=True)
    assert deep == FILING
    deep.indicators[0].name = "x"
    assert FILING.indicators[0].name == "保洁道路"


def test_equal_means_same_kind_and_same_values_and_the_print_shows_them() -> None:
    place = PlaceRef(path="annual_goal", text="12条", span=(2, 5))
    assert place == PlaceRef(path="annual_goal", text="12条", span=(2, 5))
    assert place != PlaceRef(path="annual_goal", text="12条")
    assert place != {"path": "annual_goal", "text": "12条", "span": (2, 5), "location": None}
    assert repr(place) == "PlaceRef(path='annual_goal', text='12条', span=(2, 5), location=None)"
    finding = Finding(code="MAT001", name="x", severity="error", message="", primary=place)
    assert finding.related is not Finding(code="MAT001", name="x", severity="error", message="", primary=place).related
