"""One number counted in another way is no missing row; prices that are those of one thing, and those that are not."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from drafter.checking.ledger import Ledger
from drafter.checking.mend import target_data
from drafter.checking.price_units import fits, is_price
from drafter.checking.quantities import target_quantity
from drafter.filing import Filing, Target
from drafter.profiles import generic_profile
from tests.checking.rows import filing, run, said

OUTPUT = "产出指标 | 数量指标"


def _status(goal: str, name: str, target: str) -> list[str]:
    row = {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target_data(target)}
    report = check_filing(Filing.model_validate({"annual_goal": goal, "indicators": [row]}))
    return [one.status for one in report.reconciliation]


@pytest.mark.parametrize(
    ("goal", "name", "target", "status"),
    [
        ("新建退役军人档案4126份。", "退役军人档案数", "4126(人)", "unsure"),
        ("发布墒情简报3000条。", "墒情简报发布次数", "3000次", "unsure"),
        ("开展外出研学7批次。", "外出研学批次", "7（次）", "agrees"),
        ("检修升降设备240台次。", "设备检修次数", "≥240次", "agrees"),
        ("全年耗用天然气31万立方米。", "天然气消耗量", "≤310000立方米", "agrees"),
    ],
)
def test_the_same_number_in_another_classifier_has_its_row(goal: str, name: str, target: str, status: str) -> None:
    assert _status(goal, name, target) == [status]
    assert said("MAT002", filing(f"{OUTPUT} | {name} | {target}", annual_goal=goal)) == []


def test_people_in_another_unit_have_their_row_and_are_told_so() -> None:
    one = filing(f"{OUTPUT} | 学生受益人数 | ≥318人次", annual_goal="惠及寄宿学生318人。")
    assert (said("MAT002", one), said("MAT001", one)) == ([], ["info"])


@pytest.mark.parametrize(
    ("goal", "name", "target"),
    [
        ("新建退役军人档案4126份。", "退役军人档案数", "4162(人)"),
        ("新建退役军人档案4126份。", "无人机巡查架次", "4126(架次)"),
        ("发布墒情简报3000条。", "宣传简报转载次数", "3000次"),
        ("培训护林人员960人次。", "护林人员培训场次", "960场"),
    ],
)
def test_a_number_of_other_things_has_no_row(goal: str, name: str, target: str) -> None:
    assert said("MAT002", filing(f"{OUTPUT} | {name} | {target}", annual_goal=goal)) == ["warning"]


def _quantity(target: str):
    quantity = target_quantity(Target.model_validate(target_data(target)))
    assert quantity is not None
    return quantity


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("单架无人机价格", True),
        ("单次活动费用", True),
        ("单个展位搭建成本", True),
        ("单位运行费用", False),
        ("单项工程造价", False),
        ("菜单制作费用", False),
    ],
)
def test_a_name_that_says_of_one_thing_is_a_price(name: str, found: bool) -> None:
    assert is_price(name, _quantity("≤2.8万元")) is found


def test_so_much_a_month_is_no_price_of_one_measure() -> None:
    assert not fits(_quantity("≤62万元/月"), _quantity("58万平方米"))
    assert fits(_quantity("≤3200元/月"), _quantity("26人"))
    assert fits(_quantity("9.6元/平方米·年"), _quantity("58万平方米"))


def test_a_price_below_one_yuan_is_tied_to_its_line() -> None:
    line = {"item": "家禽免疫", "unit_price": "0.35", "quantity": "90000", "unit": "羽次", "amount": "31500.00"}
    row = {"level1": "成本指标", "name": "家禽注射补助标准", "target": target_data("0.35元/羽次")}
    one = Filing.model_validate({"annual_goal": "完成免疫。", "indicators": [row], "budget_lines": [line]})
    assert [tie.field for tie in Ledger(one, generic_profile()).line_numbers.rows] == ["unit_price"]


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("实际授课课时数/计划课时数", "≥85%", []),
        ("实际授课课时数", "≥85%", ["warning"]),
    ],
)
def test_a_quotient_of_two_counts_may_be_in_percent(name: str, target: str, found: list[str]) -> None:
    assert [one.severity for one in run("VAL003", filing(f"产出指标 | 质量指标 | {name} | {target}")).findings] == found


def test_only_a_name_makes_a_project_one_of_running() -> None:
    rows = (f"{OUTPUT} | 施工图设计批复数 | 18(个)", f"{OUTPUT} | 工程质量抽查次数 | 12(次)")
    goal = "完成施工图设计批复18个，对运营线路开展工程质量抽查12次。"
    assert said("MAT006", filing(*rows, annual_goal=goal, project_name="公路前期工作经费")) == []
    assert said("MAT006", filing(*rows, annual_goal=goal, project_name="公路日常养护经费")) == ["warning"]


def _pairs(goal: str, *rows: tuple[str, str]) -> dict[str, list[str]]:
    made = [{"level1": "产出指标", "name": name, "target": target_data(target)} for name, target in rows]
    one = Filing.model_validate({"annual_goal": goal, "indicators": made})
    found: dict[str, list[str]] = {}
    for pair in Ledger(one, generic_profile()).alignment.pairs:
        if pair.sure:
            found.setdefault(pair.mention.text, []).append(rows[pair.indicator][0])
    return found


def test_the_one_equal_number_is_nearer_than_a_general_word() -> None:
    goal = "更新交换设备21套、扩音器6套，完好率不低于97%。"
    assert _pairs(goal, ("扩音设备", "6套"), ("完好率", "≥97%")) == {"6套": ["扩音设备"], "97%": ["完好率"]}


def test_values_of_two_rows_exchanged_are_still_told() -> None:
    goal = "养护车行道4500平方米、人行道1200平方米。"
    rows = ("车行道养护面积 | =1200(平方米)", "人行道养护面积 | =4500(平方米)")
    assert said("MAT001", filing(*(f"{OUTPUT} | {row}" for row in rows), annual_goal=goal))


def test_what_is_supplied_is_no_consumption() -> None:
    row = f"{OUTPUT} | 集中供水量 | ≤310000(立方米)"
    assert said("MAT001", filing(row, annual_goal="全年集中供水31万立方米。")) == ["warning"]


def test_the_named_places_of_work_that_has_its_row_hardly_bind() -> None:
    row = f"{OUTPUT} | 新建泵站 | 11座"
    assert said("MAT002", filing(row, annual_goal="在柳湾、石塘等4个乡实施灌区改造，新建泵站11座。")) == ["info"]
    assert said("MAT002", filing(row, annual_goal="改造柳湾、石塘等4个灌区，新建泵站11座。")) == ["warning"]


def test_an_amount_of_three_figures_needs_no_word() -> None:
    goal = "通达工程安排168万元，美化工程安排50万元。"
    lines = [{"item": "道路硬化", "amount": "1680000.00"}, {"item": "绿化", "amount": "500000.00"}]
    report = check_filing(Filing.model_validate({"annual_goal": goal, "budget_lines": lines}))
    assert [one.primary.text for one in report.reconciliation if one.status == "agrees"] == ["168万元"]


def test_a_rate_of_a_whole_list_is_that_of_each_of_its_things() -> None:
    goal = "巡查茶园860处、果园420处，抽检合格率均达到98%。"
    rows = (("茶园抽检合格率", "≥98%"), ("果园抽检合格率", "≥98%"), ("蜂场抽检合格率", "≥95%"))
    assert _pairs(goal, *rows) == {"98%": ["茶园抽检合格率", "果园抽检合格率"]}
    assert "98%" not in _pairs("巡查茶园860处、果园420处。抽检合格率均达到98%。", *rows)


def test_a_sum_of_money_said_once_needs_but_a_general_word() -> None:
    goal = "办公支出12万元，厂房及附属用房维修47万元。"
    assert _pairs(goal, ("维修（维护）成本", "47万元"))["47万元"] == ["维修（维护）成本"]
    assert "47万元" not in _pairs(goal, ("绿化成本", "47万元"))


@pytest.mark.parametrize(
    ("second", "confirmed"),
    [("330000.00", ["33万元", "33万元"]), ("340000.00", ["33万元"])],
)
def test_the_line_that_is_left_is_that_of_the_amount_that_is_left(second: str, confirmed: list[str]) -> None:
    goal = "图纸审查需33万元，隧道质量和消防安全检查需33万元。"
    lines = [{"item": "图纸审查", "amount": "330000.00"}, {"item": "安全督查、消防检查", "amount": second}]
    report = check_filing(Filing.model_validate({"annual_goal": goal, "budget_lines": lines}))
    agreed = [one.primary.text for one in report.reconciliation if one.status == "agrees"]
    assert [text for text in agreed if text == "33万元"] == confirmed


def test_the_size_of_one_thing_hardly_binds() -> None:
    row = f"{OUTPUT} | 栽植行道树 | 880株"
    assert said("MAT002", filing(row, annual_goal="栽植行道树880株（株距不小于5米）。")) == ["info"]
    assert said("MAT002", filing(row, annual_goal="栽植行道树880株，整修便道5米。")) == ["warning"]


@pytest.mark.parametrize(
    ("name", "target", "quantity", "found"),
    [
        ("扫描枪采购数量", "≥17", "17", (0, True)),
        ("扫描枪采购数量", "≥17", "19", (0, False)),
        ("扫描枪合格比例", "≥17", "17", None),
        ("扫描枪采购情况", "17", "17", None),
    ],
)
def test_a_row_without_a_unit_counts_where_its_name_says_so(
    name: str, target: str, quantity: str, found: tuple[int, bool] | None
) -> None:
    line = {"item": "扫描枪", "unit_price": "900", "quantity": quantity, "unit": "把", "amount": "15300.00"}
    row = {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target_data(target)}
    one = Filing.model_validate({"annual_goal": "完成采购。", "indicators": [row], "budget_lines": [line]})
    assert [pair.count for pair in Ledger(one, generic_profile()).line_pairs] == ([found] if found else [])
