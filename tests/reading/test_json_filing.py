"""Filing JSON as input: what `drafter read` prints is read back, and what is wrong is named."""

from __future__ import annotations

import json
from typing import Any

import layouts
import pytest

from drafter.reading import read_bytes

FILING: dict[str, Any] = {
    "project_name": "社区球场",
    "year": 2026,
    "funding": {"annual_total": "80000.00"},
    "annual_goal": "修缮球场6片。",
    "indicators": [
        {"level1": "产出指标", "level2": "数量指标", "name": "修缮球场",
         "target": {"raw": "6片", "comparator": "=", "value": "6", "unit": "片"}}
    ],
}  # fmt: skip


def read_json(data: Any) -> Any:
    return read_bytes(json.dumps(data, ensure_ascii=False).encode(), "a.json")


@pytest.mark.parametrize(
    ("data", "prefix"),
    [
        pytest.param(FILING, "", id="a bare filing"),
        pytest.param(
            {"schema": "drafter.filing/1", "document": "x", "filings": [FILING]}, "filings[0].", id="a document"
        ),
        pytest.param([{"filings": [FILING]}], "[0].filings[0].", id="a list of documents"),
        pytest.param([FILING], "[0].", id="a list of filings"),
    ],
)
def test_every_shape_of_filing_json_is_read_with_its_places(data: Any, prefix: str) -> None:
    document = read_json(data)
    assert (document.status, document.document) == ("read", "a.json")
    (found,) = document.filings
    assert found.filing.project_name == "社区球场"
    place = found.places["funding.annual_total"]
    assert (place.text, place.location) == ("80000.00", f"{prefix}funding.annual_total")
    assert found.places["indicators[0].target"].text == "6片"
    assert found.places["indicators[0]"].text == "修缮球场"
    assert found.places["year"].text == "2026"


def test_what_is_printed_is_read_back_unchanged() -> None:
    printed = read_bytes(layouts.tabs(layouts.FLAT).encode(), "a.txt")
    again = read_bytes(printed.to_json().model_dump_json(by_alias=True).encode(), "b.json")
    assert [found.filing for found in again.filings] == [found.filing for found in printed.filings]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"anual_goal": "甲"}, ("anual_goal", "annual_goal")),
        ({"funding": {"anual_total": "1"}}, ("funding.anual_total", "annual_total")),
        ({"indicators": [{"name": "甲", "taget": None}]}, ("indicators[0].taget", "target")),
        (
            {"indicators": [{"name": "甲", "target": {"raw": "6", "units": "片"}}]},
            ("indicators[0].target.units", "unit"),
        ),
        ({"budget_lines": [{"item": "甲", "price": "1"}]}, ("budget_lines[0].price", "unit_price")),
    ],
)
def test_an_unknown_field_is_named_with_the_closest_known_one(change: dict[str, Any], words: tuple[str, str]) -> None:
    document = read_json({"filings": [FILING | change]})
    assert document.status == "unreadable"
    assert document.reason is not None
    for sentence in document.reason:
        assert f"filings[0].{words[0]}" in sentence
        assert words[1] in sentence.replace(words[0], "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{", "第 1 行第 2 列"),
        ('{"filings": 3}', "filings 应是一个列表"),
        ('{"filings": [], "filling": 1}', "filling"),
        ("[1]", "[0] 的值不对：应是一个对象"),
        ('{"year": NaN}', "JSON"),
        ("[" * 100_000, "JSON"),
        ('{"funding": {"annual_total": 1.5}}', "funding.annual_total"),
        ('{"funding": {"annual_total": "1e999999"}}', "funding.annual_total"),
        ('{"indicators": [{}]}', "缺少字段 indicators[0].name"),
        ('{"start_date": "2026-02-30"}', "start_date 的值不对：应是日期"),
        ('{"indicators": {}}', "indicators 的值不对：应是一个列表"),
    ],
)
def test_json_that_is_no_filing_is_refused_in_one_sentence(text: str, word: str) -> None:
    document = read_bytes(text.encode(), "a.json")
    assert document.status == "unreadable"
    assert document.reason is not None
    assert word in document.reason[0]
    assert "\n" not in document.reason[0]


@pytest.mark.parametrize("text", ["[]", '{"filings": []}'])
def test_json_without_filings_is_no_form(text: str) -> None:
    assert read_bytes(text.encode(), "a.json").status == "no_form"


@pytest.mark.parametrize("empty", [None, ""])
def test_a_target_of_nulls_is_a_blank_cell(empty: str | None) -> None:
    blank = {"raw": empty, "comparator": None, "value": None, "unit": None, "text": None}
    [row] = FILING["indicators"]
    read = read_json({**FILING, "indicators": [{**row, "target": blank}]})
    assert read.filings[0].filing.indicators[0].target is None


@pytest.mark.parametrize("half", ["\\ud83d", "\\uDE00"])
def test_half_a_character_is_one_that_was_not_read(half: str) -> None:
    text = '{"project_name": "甲HALF", "annual_goal": "服务\\ud83d\\ude00HALF", "indicators": [{"name": "HALF"}]}'
    (located,) = read_bytes(text.replace("HALF", half).encode(), "a.json").filings

    assert located.filing.project_name == "甲\ufffd"
    assert located.filing.annual_goal == "服务😀\ufffd"
    assert located.places["indicators[0].name"].text == "\ufffd"
    assert "甲\ufffd" in located.filing.model_dump_json()
