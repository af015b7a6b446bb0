"""Products of counts: written out with ×, and said in words. Each case is another way of writing it."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from drafter.checking.count_products import count_products
from drafter.checking.formulas import formulas
from drafter.checking.rules import catalogue
from drafter.filing import Filing
from drafter.language import extract
from tests.checking.cleanly import filing

ARI009 = [one for one in catalogue() if one.code == "ARI009"]


@pytest.mark.parametrize(
    ("text", "wrong", "product"),
    [
        ("全年巡查18个社区×每月1次×12个月=216次。", "216次", "216"),
        ("20人×12个月×2次=480人次", "480人次", "480"),
        ("2人×66,000元/人=132,000元", "132,000元", "132000"),
        ("保安服务13.2万元（2人×5500元×12个月）", "13.2万元", "132000"),
        ("安装设备40台（8个点位×5台/点位）。", "40台", "40"),
        ("216次=18个×12次", "216次", "216"),
        ("8米×5米=40平方米", "40平方米", "40"),
        ("补贴4.8万元（1200元/人×50人×80%）", "4.8万元", "48000.00"),
    ],
)
def test_a_product_written_out_is_computed(text: str, wrong: str, product: str) -> None:
    [found] = formulas(text)
    assert (str(found.product), found.agrees, found.result.text) == (product, True, wrong)
    spoilt = wrong.replace(wrong[0], str(int(wrong[0]) % 9 + 1), 1)
    [found] = formulas(text.replace(wrong, spoilt, 1))
    assert (str(found.product), found.agrees) == (product, False)


@pytest.mark.parametrize(
    "text",
    [
        "制作展板20块（1.2米×2.4米）",
        "提供24小时服务（7×24小时）",
        "规格60×40×20=3",
        "3+4个×5次=23次",
        "3个×4次=12次×5=60次",
        "60厘米×40厘米=0.24平方米",
        "30分钟×4次=2小时",
        "采购显示器5台（1920×1080）",
        "(3+4)个×5次=35次",
    ],
)
def test_sizes_clocks_and_parts_of_longer_calculations_are_no_products(text: str) -> None:
    assert formulas(text) == []


def test_what_is_printed_rounded_agrees_as_far_as_printed() -> None:
    assert [one.agrees for one in formulas("2.5公里×3遍=8公里；全年1.3万元（1055元×12个月）")] == [True, True]
    assert [one.loose for one in formulas("18个×12次=约210次")] == [True]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("对18个社区每月巡查1次，全年共巡查216次。", "216"),
        ("每季度组织2场培训，全年共8场。", "8"),
        ("为14个街道每个街道配备2套设备，共计28套。", "28"),
        ("每校4场、12所学校共48场。", "48"),
        ("培训6期，每期50人，共培训300人次。", "300"),
        ("18个社区每个社区每月巡查1次，全年巡查216次。", "216"),
        ("为300名老人每人发放2套用品，共发放600套。", "600"),
    ],
)
def test_a_product_said_in_words_is_computed(text: str, total: str) -> None:
    [found] = count_products(text, extract(text))
    assert found.agrees
    wrong = text.replace(total, f"{int(total) + 10}")
    [found] = count_products(wrong, extract(wrong))
    assert (found.agrees, found.sure, str(found.product)) == (False, True, total)


@pytest.mark.parametrize(
    "text",
    [
        "每月巡查1次，另专项巡查5次，全年共巡查17次。",
        "每月不少于1次，全年不少于15次。",
        "3月至10月每月巡查2次，全年巡查16次。",
        "举办培训班6期，每期50人。",
        "每周巡查3次，全年共巡查150次。",
        "为12个街道每个街道配备垃圾分类指导员3名，全区共有指导员50名。",
        "每月巡查1次，每季度抽查1次，全年共16次。",
    ],
)
def test_where_more_is_counted_nothing_is_said(text: str) -> None:
    assert [one for one in count_products(text, extract(text)) if not one.agrees] == []


def _checked(**fields: object) -> list[tuple[str, str]]:
    data: Filing = filing({"project_name": "社区巡查", "year": 2026, **fields})
    return [(one.primary.path, one.message) for one in check_filing(data, rules=ARI009).findings]


def test_a_calculation_in_a_target_or_a_note_is_found_where_it_stands() -> None:
    row = "产出指标 | 数量指标 | 巡查次数 | 210次（18个社区×12次）"
    [(path, message)] = _checked(annual_goal="开展巡查。", indicators=[row])
    assert path == "indicators[0].target"
    assert "相差 6次" in message


@pytest.mark.parametrize(
    "goal",
    [
        "每季度召开调度会1次，全年召开现场推进会2次、调度会4次。",
        "每月开展卫生检查2次，全年完成专项整治行动4次。",
        "每月巡河4次，河长20名，全年巡河980次。",
    ],
)
def test_totals_of_other_things_are_no_finding(goal: str) -> None:
    assert _checked(annual_goal=goal) == []


def test_other_counts_of_a_long_sentence_are_no_factors() -> None:
    goal = "对全区35座公厕实行专人保洁，配备保洁员42名，每季度清掏化粪池2次、全年共9次，设施完好率达98%。"
    [(_, message)] = _checked(annual_goal=goal)
    assert "2 × 4 = 8" in message
    [(_, message)] = _checked(annual_goal="每月巡查4次，发现问题100个，全年巡查50次。")
    assert "4 × 12 = 48" in message
    assert _checked(annual_goal=goal.replace("全年共9次", "全年共清掏280次")) == []


def test_days_of_a_course_are_no_factor() -> None:
    [(_, message)] = _checked(annual_goal="组织培训班4期，每期3天，每期80人，共培训300人次。")
    assert "4 × 80 = 320" in message


def test_another_thing_and_a_part_of_a_year_are_only_unsure() -> None:
    assert _checked(annual_goal="每季度组织1次专题研讨，全年组织5次参观。") == []
    # Households may be visited again, a bulletin is a new one each time.
    assert _checked(annual_goal="每月走访困难家庭20户，全年走访困难家庭200户。") == []
    assert len(_checked(annual_goal="每月发布简报1期，全年发布简报10期。")) == 1
    part = {"start_date": "2026-03-01", "end_date": "2026-12-31"}
    assert _checked(annual_goal="每月巡查1次，全年巡查10次。", **part) == []
    assert len(_checked(annual_goal="每月巡查1次，全年巡查10次。")) == 1


@pytest.mark.parametrize(
    ("goal", "lines", "item"),
    [
        (
            "修缮古桥3座（48万元），保护碑刻12块（20万元）。",
            ("古石桥修缮| | |500000", "碑刻保护| | |200000"),
            "古石桥修缮",
        ),
        ("古石桥修缮（48万元）、碑刻保护（20万元）。", ("古石桥修缮| | |500000", "碑刻保护| | |200000"), "古石桥修缮"),
        ("投入3.5万元开展社区宣传活动6场。", ("社区宣传活动| | |30000", "场地租赁| | |9000"), "社区宣传活动"),
        ("更新健身器材24处（46万元）。", ("健身路径更新| | |480000", "器材维护| | |120000"), None),
        ("采购设备30台（进口设备15万元）。", ("设备采购| | |300000", "场地租赁| | |9000"), None),
    ],
)
def test_money_in_brackets_and_before_its_item_is_compared_with_its_line(
    goal: str, lines: tuple[str, ...], item: str | None
) -> None:
    found = _checked(annual_goal=goal, budget_lines=lines, indicators=["产出指标|数量指标|修缮数量|=3(座)"])
    assert [f"“{item}”" in message for _, message in found] == ([True] if item else [])
