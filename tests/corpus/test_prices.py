"""The price book: only what a filing states as the price of one, per unit, with its source; models have none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from drafter.checking.unit_prices import unit_prices
from drafter.corpus import Corpus, Record, Store
from drafter.corpus.prices import same_item
from drafter.filing import Filing
from drafter.language import parse_target


def row(name: str, printed: str) -> dict[str, Any]:
    value = parse_target(printed)
    target = {name: getattr(value, name) for name in ("raw", "comparator", "value", "unit", "text")}
    return {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target}


def found(**data: Any) -> list[tuple[str, str | None, str, str]]:
    return [(one.item, one.unit, f"{one.price:f}", one.basis) for one in unit_prices(Filing.model_validate(data))]


def test_a_budget_line_with_count_and_price_states_a_unit_price() -> None:
    line = {"item": "保安", "unit_price": "66000.00", "quantity": "2.00", "amount": "132000.00"}
    assert found(budget_lines=[line]) == [("保安", None, "66000.00", "budget_line")]


@pytest.mark.parametrize("unit", [None, "项", "年"])
def test_a_lump_sum_is_no_unit_price(unit: str | None) -> None:
    line = {"item": "法律顾问经费", "unit_price": "20000.00", "quantity": "1.00", "amount": "20000.00", "unit": unit}
    assert found(budget_lines=[line]) == []


def test_one_of_a_thing_with_a_unit_of_its_own_is_a_unit_price() -> None:
    line = {"item": "摄像机", "unit_price": "7000.00", "quantity": "1", "amount": "7000.00", "unit": "台"}
    assert found(budget_lines=[line]) == [("摄像机", "台", "7000.00", "budget_line")]


def test_price_indicators_take_their_unit_from_the_print_or_from_the_count() -> None:
    rows = [row("快递费单价标准", "=14.00(元)"), row("快递件数", "=1020(件)"), row("汇款汇费单价标准", "=20.00(元/件)"),
            row("汇款汇费件数", "=40(件)")]  # fmt: skip
    assert found(indicators=rows) == [("快递费", "件", "14.00", "indicator"), ("汇款汇费", "件", "20.00", "indicator")]


def test_a_total_cost_is_no_unit_price() -> None:
    assert found(indicators=[row("项目总成本", "≤132000(元)"), row("保安人数", "=2(人)")]) == []


@pytest.mark.parametrize(
    ("goal", "price"),
    [
        ("配备保安2人，单价66000元。", ("保安", "人", "66000", "goal")),
        ("补贴每名党员200元。", ("党员", "名", "200", "goal")),
        ("快递费20元/件，全年40件。", ("快递费", "件", "20", "goal")),
        ("印制宣传册3000册，单价每册3.5元。", ("宣传册", "册", "3.5", "goal")),
    ],
)
def test_goal_texts_that_say_what_one_costs(goal: str, price: tuple[str, str, str, str]) -> None:
    assert found(annual_goal=goal) == [price]


@pytest.mark.parametrize(
    "goal",
    [
        "安排资金132000元，用于购买保安服务。",
        "按66000元/人的标准执行。",  # for what is not said
        "每人每月发放200元。",
        "人均可支配收入提高到80000元。",
        "单价另行商定，总价不超过50000元。",
    ],
)
def test_goal_texts_that_do_not(goal: str) -> None:
    assert found(annual_goal=goal) == []


def test_the_same_price_in_line_and_indicator_is_one() -> None:
    line = {"item": "快递费", "unit_price": "14.00", "quantity": "1020", "unit": "件"}
    rows = [row("快递费单价标准", "=14.00(元)"), row("快递件数", "=1020(件)")]
    assert found(budget_lines=[line], indicators=rows) == [("快递费", "件", "14.00", "budget_line")]


@pytest.mark.parametrize(
    ("asked", "item", "same"),
    [
        ("保安", "保安服务", True),
        ("保安服务费", "保安", True),
        ("宣传册", "宣传册印制", True),
        ("保安", "保洁", False),
        ("课桌", "讲台", False),
        ("人", "保安", False),
        ("", "保安", False),
    ],
)
def test_what_is_the_same_item(asked: str, item: str, same: bool) -> None:
    assert same_item(asked, item) is same


def filing(office: str, year: int, price: str, kind: Any = "filing") -> Record:
    line = {"item": "保安", "unit_price": price, "quantity": "2", "unit": "人"}
    data = {"project_name": "保安服务", "implementer": office, "year": year, "budget_lines": [line]}
    return Record(id="", kind=kind, data=data, document="a.xlsx")


def test_range_median_and_sources_and_no_model(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        prices = [("甲", 2024, "60000"), ("乙", 2025, "66000"), ("丙", 2026, "90000")]
        list(store.add([filing(*one) for one in prices] + [filing("丁", 2026, "1", "model")]))
    with Corpus([tmp_path / "c.sqlite"]) as corpus:
        (one,) = corpus.prices("保安")
        assert (one.unit, one.low, one.median, one.high) == ("人", Decimal(60000), Decimal(66000), Decimal(90000))
        assert [(price.year, price.office, price.path) for price in one.prices] == [
            (2026, "丙", "budget_lines[0].unit_price"),
            (2025, "乙", "budget_lines[0].unit_price"),
            (2024, "甲", "budget_lines[0].unit_price"),
        ]
        assert corpus.prices("保安", "小时") == []
        assert corpus.prices("保洁") == []


def test_a_corrected_filing_leaves_no_old_price_and_a_removed_one_none(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        list(store.add([filing("甲", 2026, "60000")]))
        list(store.add([filing("甲", 2026, "61000")]))
        assert [price.price for price in store.prices("保安")] == [Decimal(61000)]
        store.remove([one.id for one in store.records()])
        assert [price.price for price in store.prices("保安")] == [Decimal(60000)]
        store.remove([one.id for one in store.records()])
        assert store.prices("保安") == []


def test_the_starter_corpus_knows_the_prices_of_its_filings_alone() -> None:
    with Corpus(["starter"]) as corpus:
        assert [price.price for one in corpus.prices("保安") for price in one.prices] == [Decimal("66000.00")]
        assert corpus.prices("课桌椅") == [], "a model's price is ours"


def test_a_price_in_two_places_of_one_filing_is_one_source(tmp_path: Path) -> None:
    def meals(office: str) -> Record:
        rows = [row("助餐单价", "=5.00(元/人次)"), row("助餐人次", "=1200(人次)")]
        line = {"item": "助餐补贴", "unit_price": "5.00", "quantity": "1200", "unit": "人次"}
        data = {
            "project_name": "用餐服务", "implementer": office, "year": 2026, "indicators": rows, "budget_lines": [line],
        }  # fmt: skip
        return Record(id="", kind="filing", data=data, document="a.xlsx")

    with Store(tmp_path / "c.sqlite", create=True) as store:
        list(store.add([meals("甲"), meals("乙")]))
    with Corpus([tmp_path / "c.sqlite"]) as corpus:
        assert len(unit_prices(Filing.model_validate(meals("甲").data))) == 2
        (one,) = corpus.prices("助餐")
    assert sorted(price.office for price in one.prices) == ["乙", "甲"]


def test_two_things_of_one_price_in_one_filing_are_two_sources(tmp_path: Path) -> None:
    lines = [{"item": item, "unit_price": "66000", "quantity": "2", "unit": "人"} for item in ("保安服务", "会务服务")]
    rows = [row("保安人均费用标准", "≤66000(元/人)"), row("保安人数", "=2(人)")]
    data = {
        "project_name": "后勤服务", "implementer": "甲", "year": 2026, "budget_lines": lines, "indicators": rows,
    }  # fmt: skip
    with Store(tmp_path / "c.sqlite", create=True) as store:
        list(store.add([Record(id="", kind="filing", data=data, document="a.xlsx")]))
    with Corpus([tmp_path / "c.sqlite"]) as corpus:
        (one,) = corpus.prices("服务")
        assert sorted(price.item for price in one.prices) == ["会务服务", "保安服务"]
        (guards,) = corpus.prices("保安")
        assert len(guards.prices) == 1


def test_one_path_alone_is_a_corpus():
    with Corpus("starter") as corpus:
        assert len(corpus.sources) == 1 and corpus.prices("保安")
