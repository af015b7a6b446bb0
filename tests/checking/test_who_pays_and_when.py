"""What levels of government pay of a total, times in other calendars, years' money in another unit, narrower zeros."""

from __future__ import annotations

import pytest

from drafter.language import extract, sums
from tests.checking.rows import filing, run, said

_ROW = "产出指标|数量指标|改造户数|=200户"


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("改造200户，共90万元，由市、县两级按2:1分担，市级60万元、县级30万元。", []),
        ("改造200户，共90万元，由市、县两级按2:1分担，市级60万元、县级20万元。", ["warning"]),
        ("改造200户，共90万元，由市、县两级按2:1分担，市级60万元、县级50万元。", ["warning"]),
        # Who else pays is not said, or is said.
        ("改造200户，共90万元，由中央和省分担，中央补助50万元、省级20万元。", []),
        ("改造200户，共90万元，由各级分担，市级50万元、县级20万元，其余由农户自筹。", []),
        ("改造200户，共90万元；市级安排60万元、县级安排20万元用于道路。", []),
    ],
)
def test_what_the_levels_pay_comes_to_the_total(goal: str, found: list[str]) -> None:
    money = {"annual_total": "900000.00"}
    assert [one for one in said("ARI008", filing(_ROW, annual_goal=goal, funding=money)) if one != "info"] == found


def test_levels_that_pay_are_no_parts_of_money_for_other_things() -> None:
    text = "共90万元，其中设备30万元；市级安排60万元、县级安排20万元。"
    assert all(claim.parts[0].text == "30万元" for claim in sums(text, extract(text)))


@pytest.mark.parametrize(
    ("target", "found"),
    [("≤20个工作日", []), ("≤20个月", ["warning"]), ("≤1个月", []), ("≤28天", []), ("≤20年", ["warning"])],
)
def test_a_time_in_a_unit_of_another_calendar(target: str, found: list[str]) -> None:
    one = filing(f"产出指标|时效指标|贷款贴息拨付时限|{target}", annual_goal="贷款贴息拨付时限不超过20个工作日。")
    assert said("MAT001", one) == found


@pytest.mark.parametrize(("amount", "found"), [("4000万元", []), ("4000元", ["warning"]), ("300元", [])])
def test_a_year_s_money_a_ten_thousandth_of_the_budget(amount: str, found: list[str]) -> None:
    one = filing(_ROW, annual_goal=f"2026年度安排{amount}，改造200户。", funding={"annual_total": "40000000.00"})
    assert said("ARI012", one) == found


def test_a_zero_for_a_part_of_what_the_row_allows_is_advice() -> None:
    row = "效益指标|社会效益指标|安全事故|≤2起"
    assert said("MAT007", filing(row, annual_goal="排练场安全事故为零。")) == ["info"]
    assert said("MAT007", filing(row, annual_goal="安全事故为零。")) == ["warning"]
    assert said("MAT007", filing(row.replace("≤2", "="), annual_goal="排练场安全事故为零。")) == []


def test_any_rate_may_be_full_and_stands_for_no_other() -> None:
    row = "产出指标|质量指标|污泥安全处置率|=100%"
    assert said("MAT002", filing(row, annual_goal="设备验收合格率100%。")) == ["warning"]
    assert said("MAT002", filing(row, annual_goal="污泥处置率100%。")) == []


def test_standard_instruments_are_named_so() -> None:
    row, other = "产出指标|数量指标|标准器送检数|=52台", "产出指标|数量指标|电能表检定数|=900台"
    goal = "检定电能表900台，完成25台标准器的送检。"
    assert said("MAT001", filing(row, other, annual_goal=goal)) == ["error"]
    assert run("MAT001", filing(row, other, annual_goal=goal.replace("25", "52"))).findings == []
