"""Targets as budget systems print them: 百分比 and 比例 for percent, and the unit behind the name of the row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.checking import check_filing
from drafter.checking.ledger import Ledger
from drafter.checking.mend import target_data
from drafter.checking.quantities import row_quantity, target_quantity
from drafter.filing import Filing, Indicator, Target
from drafter.profiles import generic_profile


def _one(goal: str, name: str, target: str, **fields: object) -> Filing:
    rows = [{"level1": "产出指标", "level2": "质量指标", "name": name, "target": target_data(target)}]
    return Filing.model_validate({"annual_goal": goal, "indicators": rows, **fields})


def _statuses(filing: Filing) -> list[str]:
    return [one.status for one in check_filing(filing).reconciliation]


@pytest.mark.parametrize("target", ["≥96百分比", "≥0.96比例", "≥0.96(比值)", "≥96(比例)", "≥96%"])
def test_a_rate_is_the_same_however_the_system_calls_percent(target: str) -> None:
    quantity = target_quantity(Target.model_validate(target_data(target)))
    assert quantity is not None and quantity.dimension == "percent"
    assert quantity.interval.low + quantity.interval.high == 192
    assert _statuses(_one("前端设备在线率达到96%以上。", "前端设备在线率", target)) == ["agrees"]


@pytest.mark.parametrize("target", ["≥91百分比", "≥0.91比例"])
def test_another_rate_in_such_a_unit_is_held_against_the_goal(target: str) -> None:
    assert _statuses(_one("前端设备在线率达到96%以上。", "前端设备在线率", target)) == ["contradicts"]


def test_a_range_of_parts_of_one_is_a_range_of_percent() -> None:
    quantity = target_quantity(Target(raw="0.9~0.95比例", comparator="range", value="0.9~0.95", unit="比例"))
    assert quantity is not None and quantity.comparator == "range"
    assert quantity.interval.contains(Decimal(92))


@pytest.mark.parametrize(
    ("name", "target", "unit", "dimension"),
    [
        ("护林员补助标准（元/人·月）", "820", "元/人·月", "money/人/个月"),
        ("清淤长度(公里)", "≥6.2", "公里", "length"),
        ("完工及时率（%）", "100", "%", "percent"),
        ("完工数量（个）", "=7(处)", "处", "count:处"),
        ("护林员（兼职）", "12", None, ""),
    ],
)
def test_a_bare_number_has_the_unit_behind_the_name(name: str, target: str, unit: str | None, dimension: str) -> None:
    row = Indicator.model_validate({"name": name, "target": target_data(target)})
    quantity = row_quantity(row)
    assert quantity is not None and (quantity.unit, quantity.dimension) == (unit, dimension)


def test_a_price_with_its_unit_behind_the_name_is_that_of_the_line() -> None:
    line = {"item": "护林员补助", "unit_price": "820", "quantity": "300", "unit": "人·月", "amount": "246000.00"}
    filing = _one("落实管护责任。", "护林员补助标准（元/人·月）", "≤820", budget_lines=[line])
    [pair] = Ledger(filing, generic_profile()).line_pairs
    assert pair.price == (0, True)


@pytest.mark.parametrize(("target", "found"), [("≥0.96比例", []), ("≥96比例", []), ("≥96百分比", ["VAL002"])])
def test_a_rate_of_the_goal_lost_no_sign_that_its_row_does_not_print(target: str, found: list[str]) -> None:
    number = target.strip("≥百分比例")
    report = check_filing(_one(f"前端设备在线率不低于{number}，持续运行。", "前端设备在线率", target))
    assert [one.code for one in report.findings if one.code == "VAL002"] == found
