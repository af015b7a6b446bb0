"""JSON without pydantic is its JSON, letter for letter."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticSerializationError

import drafter
from drafter.checking.report import PlaceRef
from drafter.drafting.result import Attempt, Provenance
from drafter.filing import BudgetLine, Filing, FilingDocument, Funding, Indicator, Target
from drafter.printing import json_text
from drafter.shape import Shape, adapter

TEXTS = st.none() | st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=10**9, min_value=-(10**9))
DATES = st.none() | st.dates()


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    text = draw(TEXTS)
    target = Target(raw=text or "", value=draw(st.sampled_from([None, "90", "90~95"])), unit=draw(TEXTS))
    rows = [Indicator(name=draw(TEXTS) or "", target=target, weight=draw(NUMBERS))] * draw(st.integers(0, 2))
    filing = Filing(
        year=draw(st.none() | st.integers()),
        start_date=draw(DATES),
        funding=Funding(other=draw(NUMBERS)),
        indicators=rows,
        budget_lines=[BudgetLine(item=text or "", amount=draw(NUMBERS))],
        printed=draw(st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)),
    )
    return draw(
        st.sampled_from(
            [
                filing,
                FilingDocument(filings=[filing], notes=[text or ""]),
                PlaceRef(path="x", text=text or "", span=draw(st.none() | st.just((1, 2)))),
                Attempt(model="x", seconds=Decimal("0.010"), findings=[]),
                Provenance(path="x", number="1", source="brief", reference="", quote=text or ""),
            ]
        )
    )


@given(shapes(), st.sampled_from([{}, {"indent": 2}, {"indent": 0}, {"exclude_none": True}, {"by_alias": True}]))
def test_text_and_data_are_those_of_pydantic(shape: Shape, options: dict[str, Any]) -> None:
    expected = adapter(type(shape))
    text = expected.dump_json(shape, **options).decode()
    assert json_text(shape, indent=options.get("indent"), nulls=not options.get("exclude_none")) == text
    assert shape.model_dump_json(**options) == text
    options = {name: value for name, value in options.items() if name != "indent"}
    data = shape.model_dump(mode="json", **options)
    assert data == expected.dump_python(shape, mode="json", **options)
    assert repr(data) == repr(expected.dump_python(shape, mode="json", **options))


def test_a_whole_draft_with_its_report_is_printed_as_pydantic_prints_it() -> None:
    draft = drafter.draft("2027年聘用保安3名，每人每年66000元，群众满意度达到90%以上")
    assert draft.model_dump_json(by_alias=True, indent=2) == adapter(type(draft)).dump_json(draft, indent=2).decode()


def test_other_options_are_left_to_pydantic() -> None:
    document = FilingDocument(document="a.txt")
    assert '"schema_"' in document.model_dump_json(by_alias=False)
    assert "status" not in document.model_dump(mode="json", exclude={"status"})
    assert document.model_dump() == adapter(FilingDocument).dump_python(document)
    assert Filing(start_date=dt.date(2027, 1, 1)).model_dump()["start_date"] == dt.date(2027, 1, 1)


def test_half_a_character_is_refused_as_before() -> None:
    with pytest.raises(PydanticSerializationError):
        Filing(project_name="\ud800").model_dump_json()


@pytest.mark.parametrize("strange", [1.5, {1: "x"}, {"x"}, b"x", dt.datetime(2027, 1, 1, 8)])
def test_what_json_of_a_shape_is_not_made_of_is_not_guessed_at(strange: Any) -> None:
    filing = Filing()
    filing.project_name = strange
    with pytest.raises(ValueError):
        json_text(filing)
