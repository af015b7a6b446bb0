"""Data that fits a shape gives what pydantic makes of it, and what pydantic refuses does not fit."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from dataclasses import fields
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from drafter.brief import Brief, BriefItem, BriefTarget
from drafter.checking.report import Report
from drafter.drafting.briefs import ReadBrief, load_brief
from drafter.drafting.result import Draft
from drafter.filing import Filing, FilingDocument, Indicator, Target
from drafter.fitting import fitted
from drafter.models.proposal import Proposal, Repair
from drafter.shape import Shape, adapter

SHAPES = (Filing, FilingDocument, Report, Brief, ReadBrief, Draft, Proposal, Repair)

# Values near what fields hold, right and wrong, and the names of fields, which random letters would never hit.
ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 999, 1000, 1989, 2027, 2101, 10**30, 1.5, float("nan")),
    *("", "甲", "x" * 301, "1020.00", "1,020", "90~95", ">=", "range", "error", "read", "drafter.filing/1", "\ud800"),
    *("2027-02-28", "2027-02-30", "20270228", "0000-01-01", "２０２７-01-01"),
    *(Decimal("1.50"), Decimal("NaN"), Decimal("1E+60"), dt.date(2027, 1, 1), dt.datetime(2027, 1, 1, 8), b"x"),
    *((), ("甲",), [], [None], ["甲"], ["甲"] * 201, {}, {"甲": "乙"}, {1: "乙"}),
]


def names_of(shape: type[Shape]) -> list[str]:
    return [one.name.rstrip("_") for one in fields(cast("Any", shape))]


NAMES = sorted(
    {name for shape in (*SHAPES, Indicator, Target, BriefItem, BriefTarget) for name in names_of(shape)}
    | {"schema_", "x"}
)
DATA = st.recursive(
    st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)


def by_pydantic(shape: type[Shape], data: object) -> Shape | None:
    try:
        return adapter(shape).validate_python(data)
    except ValidationError:
        return None


def agree(shape: type[Shape], data: object) -> None:
    made = fitted(shape, data)
    if made is not None:
        expected = by_pydantic(shape, data)
        assert made == expected
        assert repr(made) == repr(expected)  # 1.0 and 1 are equal, and 1.50 and 1.5


@given(st.sampled_from(SHAPES), DATA)
def test_what_fits_is_what_pydantic_makes_of_it(shape: type[Shape], data: object) -> None:
    agree(shape, data)


def whole(shape: type[Shape]) -> dict[str, Any]:
    """Data that fits a shape in every field."""
    target = {"raw": "≥90%", "comparator": ">=", "value": "90", "unit": "%"}
    place = {"path": "annual_goal", "text": "12条", "span": [2, 5], "location": None}
    said: dict[str, Any] = {
        "Filing": {
            "project_name": "路面保洁",
            "year": 2027,
            "start_date": "2027-01-01",
            "end_date": dt.date(2027, 12, 31),
            "funding": {"annual_total": "1020.00", "carryover": 5, "other": Decimal("1.50")},
            "indicators": [{"name": "满意度", "target": target, "weight": "10"}, {"name": "及时", "certain": False}],
            "budget_lines": [{"item": "扫帚", "amount": "20.50"}],
            "printed": {"funding.annual_total": "0.102万元"},
        },
        "Brief": {
            "project_name": "路面保洁",
            "year": 2027,
            "items": [{"name": "保洁员", "quantity": "2", "unit_price": Decimal(66000)}],
            "targets": [{"name": "满意度", "comparator": ">=", "value": "90"}, {"name": "台账", "value": "齐全"}],
            "tasks": ["清扫"],
        },
        "Proposal": {
            "goal": ["完成{F1}。"],
            "indicators": [{"category": "数量指标", "name": "人数", "target": "={F1}"}],
        },
        "Repair": {"goal": None, "indicators": [{"index": 0, "indicator": None}]},
    }
    finding = {
        "code": "MAT001",
        "name": "x",
        "severity": "error",
        "message": "",
        "primary": place,
        "arguments": {"a": "1"},
    }
    of_filing = {
        "index": 0,
        "project_name": None,
        "year": 2027,
        "findings": [finding],
        "outcomes": {"MAT001": "finding"},
    }
    said["ReadBrief"] = said["Brief"]
    said["FilingDocument"] = {"schema": "drafter.filing/1", "filings": [said["Filing"]]}
    said["Report"] = {"schema": "drafter.report/1", "documents": [{"document": "a.txt", "filings": [of_filing]}]}
    said["Draft"] = {"status": "findings", "filing": said["Filing"], "report": said["Report"]}
    return said[shape.__name__]


def places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [at, *(place for key, one in inner for place in places(one, (*at, key)))]


def changed(data: Any, at: tuple[Any, ...], value: Any) -> Any:
    if not at:
        return value
    key, rest = at[0], at[1:]
    if isinstance(data, dict):
        return {**data, key: changed(data[key], rest, value)}
    return [changed(one, rest, value) if index == key else one for index, one in enumerate(data)]


@given(st.data(), st.sampled_from(SHAPES), st.sampled_from(ODD))
def test_one_other_value_somewhere_is_taken_or_refused_as_pydantic_would(
    data: st.DataObject, shape: type[Shape], value: Any
) -> None:
    fits = whole(shape)
    agree(shape, changed(fits, data.draw(st.sampled_from(places(fits))), value))


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in (Report, Draft)])
def test_what_has_the_right_types_fits(shape: type[Shape]) -> None:
    assert fitted(shape, whole(shape)) == by_pydantic(shape, whole(shape)) is not None
    text = json.dumps(whole(shape), default=str, ensure_ascii=False)
    assert (
        shape.model_validate_json(text)
        == shape.model_validate_json(text.encode())
        == shape.model_validate(whole(shape))
    )


@pytest.mark.parametrize(
    ("shape", "wrong", "where"),
    [
        (Brief, {"project_name": ""}, "project_name"),
        (Brief, {"project_name": "甲" * 301}, "project_name"),
        (Brief, {"project_name": "甲", "year": 1989}, "year"),
        (Brief, {"project_name": "甲", "year": 2101}, "year"),
        (Brief, {"project_name": "甲", "tasks": ["乙"] * 201}, "tasks"),
        (Brief, {"project_name": "甲", "items": [{"name": "乙"}] * 501}, "items"),
        (Brief, {"project_name": "甲", "items": [{"name": "乙", "price": 1}]}, r"items\.0\.price"),
        (Proposal, {"goal": [], "indicators": []}, "goal"),
        (Proposal, {"goal": ["甲"], "indicators": [{"category": "甲" * 41, "name": "乙", "target": "1"}]}, "category"),
        (Repair, {"indicators": [{"index": 1000}]}, "index"),
        (Repair, {"indicators": [{"index": -1}]}, "index"),
    ],
)
def test_limits_hold_for_data_for_json_and_for_constructors(
    shape: type[Shape], wrong: dict[str, Any], where: str
) -> None:
    with pytest.raises(ValidationError, match=where):
        shape.model_validate(wrong)
    with pytest.raises(ValidationError, match=where):
        shape.model_validate_json(json.dumps(wrong))
    with pytest.raises(ValidationError, match=where):
        shape(**wrong)


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "{} {}", '{"goal": NaN}', "[" * 5000, "\ufeff{}", "１"])
def test_text_that_is_no_json_of_a_shape_is_refused_in_one_way(text: str) -> None:
    with pytest.raises(ValidationError):
        Proposal.model_validate_json(text)
    with pytest.raises(ValidationError):
        Proposal.model_validate_json(text.encode("utf-16"))


def test_a_constructor_of_a_brief_converts_what_it_is_given() -> None:
    given: dict[str, Any] = {"items": [{"name": "扫帚", "quantity": "20"}], "start_date": "2027-01-01"}
    brief = Brief(project_name="路面保洁", **given)
    assert brief.items == [BriefItem(name="扫帚", quantity=Decimal(20))]
    assert brief.start_date == dt.date(2027, 1, 1)
    with pytest.raises(ValidationError, match=r"itms[\s\S]*project_nmae|project_nmae[\s\S]*itms"):
        Brief(project_name="甲", itms=[], project_nmae="乙")


def test_questions_go_with_a_brief_and_into_no_json() -> None:
    brief = load_brief("明年聘用保安若干名，每人每年66000元", ".txt")
    assert brief.questions
    assert brief.model_copy(update={"year": 2030}).questions == brief.questions
    assert "questions" not in brief.model_dump() and "questions" not in json.loads(brief.model_dump_json())
    assert ReadBrief.model_validate(brief.model_dump()).questions == ()
    with pytest.raises(ValidationError, match="questions"):
        ReadBrief.model_validate({"project_name": "甲", "questions": []})


SCRIPT = """
import sys
from drafter.brief import Brief
from drafter.filing import Filing
Brief(project_name="甲", year=2027)
Filing.model_validate_json(Filing(project_name="甲").model_dump_json(indent=2))
print("pydantic" in sys.modules)
"""


def test_what_fits_loads_no_pydantic() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
