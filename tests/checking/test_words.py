"""What findings say, to the letter: numbers, blanks and quotations as a reader of the filing would write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from drafter.checking import check_filing, select_rules
from drafter.checking.mend import target_data
from drafter.checking.report import FilingReport
from drafter.checking.show import printed_as
from drafter.filing import Filing


def check(data: dict[str, Any], code: str) -> FilingReport:
    return check_filing(Filing.model_validate(data), rules=select_rules([code], preview=True))


def _row(name: str, target: str, level2: str = "数量指标") -> dict[str, Any]:
    return {"level1": "产出指标", "level2": level2, "name": name, "target": target_data(target)}


@pytest.mark.parametrize(
    ("value", "model", "shown"),
    [
        ("143", "160.00", "143.00"),
        ("8000", "9000.00", "8000.00"),
        ("8000.00", "9000", "8000"),
        ("8000.0000", "9000.00", "8000.00"),
        ("1.2345", "1.20", "1.2345"),
        ("143", None, "143"),
        ("1" * 40, "9.00", "1" * 40 + ".00"),
    ],
)
def test_a_number_has_the_decimals_of_the_one_it_takes_the_place_of(value: str, model: str | None, shown: str) -> None:
    assert printed_as(Decimal(value), Decimal(model) if model else None) == shown


@pytest.mark.parametrize(("price", "amount", "right"), [("40.00", "9000.00", "8000.00"), ("40", "9000", "8000")])
def test_a_suggested_amount_is_printed_as_the_amount_is(price: str, amount: str, right: str) -> None:
    line = {"item": "手册", "unit_price": price, "quantity": "200", "amount": amount}
    [finding] = check({"budget_lines": [line]}, "ARI001").findings
    assert finding.suggestion and finding.suggestion.value == right


def test_the_levels_of_money_stand_apart_from_what_is_said_of_them() -> None:
    funding = {
        "annual_total": "700000",
        "current_appropriation": "700000",
        "upper_level": "660396",
        "own_level": "0",
        "lower_level": "0",
    }
    [finding] = check({"funding": funding}, "ARI007").findings
    assert "下级 0 合计 660,396" in finding.message


@pytest.mark.parametrize("gap", ["", " "])
def test_a_sum_is_written_as_the_total_of_the_goal_is(gap: str) -> None:
    goal = f"年内走访企业共计522{gap}家（规上企业300{gap}家、小微企业221{gap}家）。"
    [finding] = check({"annual_goal": goal}, "ARI008").findings
    assert f"“522{gap}家”，所列分项合计 521{gap}家，相差 1{gap}家" in finding.message


@pytest.mark.parametrize(
    ("goal", "quoted"),
    [
        ("年内走访帮扶覆盖15 个街镇。", "“15 个街镇”"),
        ("年内走访帮扶覆盖15个街镇。", "“15个街镇”"),
        ("年内走访帮扶街镇15个。", "街镇15个”"),
        ("年内走访帮扶街镇不少于 15 个。", "街镇不少于 15 个”"),
    ],
)
def test_a_promise_is_quoted_as_its_words_stand(goal: str, quoted: str) -> None:
    """“街镇15 个” stood in a finding on a goal that says 15 个街镇."""
    [finding] = check({"annual_goal": goal, "indicators": [_row("覆盖街镇数", "=14(个)")]}, "MAT001").findings
    assert quoted in finding.message
    assert finding.message.partition("“")[2].partition("”")[0] in goal


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("验收合格率", "“≥95%”"),
        ("服务人次", "“≥200人次”"),
        ("培训人数", "“≥200人”"),
        ("设备数量", "“≥20台”"),
        ("绿化养护面积", "“≥200平方米”"),
        ("项目支出金额", "“≤20万元”"),
        ("标识数量", "“≥200个”"),
    ],
)
def test_the_example_of_a_value_is_of_the_sort_the_name_promises(name: str, example: str) -> None:
    [finding] = check({"indicators": [_row(name, "较好")]}, "VAL007").findings
    assert finding.message.endswith(f"例如{example}")
