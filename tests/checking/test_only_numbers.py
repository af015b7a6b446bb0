"""Numbers that stand once in the goal and once in the table are one promise, whatever each side calls the thing."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checking import check_filing
from drafter.checking.ledger import Ledger
from drafter.checking.mend import target_data
from drafter.checking.naming import short_form
from drafter.filing import Filing
from drafter.profiles import generic_profile
from tests.checking.rows import filing


def sure(goal: str, *rows: str) -> dict[str, str]:
    """The row that each number of the goal surely belongs to."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    indicators = [{"name": name, "target": target_data(target)} for name, target in cells]
    one = Filing.model_validate({"annual_goal": goal, "indicators": indicators})
    pairs = Ledger(one, generic_profile()).alignment.pairs
    return {pair.mention.text: one.indicators[pair.indicator].name for pair in pairs if pair.sure}


def test_other_words_for_one_thing_are_told_by_their_number() -> None:
    goal = "培训转移劳动力1500人、手艺人320人，清理枯死树3.2万株。"
    rows = ("农民工学习人数 | ≥1500(人)", "非遗传习人数 | ≥320(人)", "疫木除治量 | ≥32000(株)")
    assert sure(goal, *rows) == {
        "1500人": "农民工学习人数",
        "320人": "非遗传习人数",
        "3.2万株": "疫木除治量",
    }


@pytest.mark.parametrize(
    ("goal", "row"),
    [
        ("全年聘用护林人员8名。", "巡防队伍规模 | =8(人)"),  # a single figure stands in many places
        ("全年聘用护林人员12名。", "巡防队伍规模 | =12(人)"),  # as do the months of a year
        ("全年聘用护林人员36名，其中女性36名。", "巡防队伍规模 | =36(人)"),  # said of two things
        ("现有护林人员36名。", "巡防队伍规模 | =36(人)"),  # what there is
        ("全年聘用护林人员36名。", "发生人员伤亡事故数 | =36(人)"),  # people are no accidents
        ("全年聘用护林人员不超过36名。", "巡防队伍规模 | ≥36(人)"),  # bounds that face each other
        ("全年聘用护林人员36名。", "巡防队伍规模 | =36(场)"),
        ("林草覆盖率达62.5%。", "巡防到位率 | ≥62.5(%)"),  # a share is told by its name
    ],
)
def test_a_number_that_may_stand_there_by_chance_tells_nothing(goal: str, row: str) -> None:
    # Another row in 人, so that the one at hand is not alone in its unit.
    assert sure(goal, row, "来访接待量 | ≥70(人)") == {}


def test_two_rows_of_one_number_are_told_by_their_names_only() -> None:
    goal = "培训转移劳动力1500人。"
    assert sure(goal, "农民工学习人数 | ≥1500(人)", "来访群众 | ≥1500(人)") == {}


def test_a_price_of_each_belongs_to_the_row_of_that_price() -> None:
    goal = "扶持文艺团队25支，每支补助8000元；聘用防疫员168名，人均年补助6000元；购置消防车4辆（单价3.8万元）。"
    rows = (
        "业余队伍扶持标准 | =8000(元/支)",
        "村级人员补助标准 | =6000(元/人·年)",
        "车辆购置单价 | ≤3.8(万元/辆)",
    )
    assert sure(goal, *rows) == {
        "8000元": "业余队伍扶持标准",
        "6000元": "村级人员补助标准",
        "3.8万元": "车辆购置单价",
    }
    assert sure("每户补助8000元。", rows[0]) == {}
    assert sure("每支补助9000元。", rows[0]) == {}


def test_any_rate_is_a_share_where_the_numbers_agree() -> None:
    assert sure("优良中等路率不低于88%。", "优良中等路比例 | ≥88(%)") == {"88%": "优良中等路比例"}
    assert sure("优良中等路率不低于88%。", "优良中等路比例 | ≥85(%)") == {}


def test_a_row_of_the_same_number_is_nearer_than_one_of_like_words() -> None:
    goal = "组织巡查32人次，每次4名队员参加。"
    assert sure(goal, "巡查队员投入人数 | =32(人次)").get("32人次") == "巡查队员投入人数"


def test_the_table_says_each_comparison_once() -> None:
    lines = [{"item": "防疫员补助", "unit_price": "6000", "quantity": "168", "unit": "人", "amount": "1008000.00"}]
    rows = ("成本指标|经济成本指标|防疫员补助标准|=6000(元/人)", "产出指标|数量指标|防疫员人数|=168(人)")
    goal = "聘用防疫员168名，每人补助6000元。"
    table = check_filing(filing(*rows, budget_lines=lines, annual_goal=goal)).reconciliation
    places = [(row.primary, *row.related) for row in table if row.status == "agrees"]
    said = [frozenset((one.path, one.span) for one in comparison) for comparison in places]
    assert frozenset([("annual_goal", (14, 19)), ("indicators[0].target", None)]) in said
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("飞防面积", "实施飞机防治", True),
        ("开展快速检测", "快检任务量", True),
        ("辅具采购", "辅助器具发放数", True),
        ("保洁员", "船只", False),
        ("受益学生", "营养膳食", False),
        ("AB型", "A型B型", False),
    ],
)
def test_short_forms_are_the_first_characters_of_two_words(one: str, other: str, short: bool) -> None:
    assert short_form(one, other) is short
    assert short_form(other, one) is short


def test_a_short_form_and_a_number_of_one_figure_tell_one_promise() -> None:
    others = ("监督抽检批次 | ≥4200(批次)", "送检车次 | ≥70(次)")
    assert sure("开展快速检测3万批次。", "快检任务量 | ≥30000(批次)", *others) == {"3万批次": "快检任务量"}
    assert sure("开展专项整治3万批次。", "快检任务量 | ≥30000(批次)", *others) == {}


def test_a_number_said_again_with_less_of_its_name_is_the_same_number() -> None:
    row = "体质测试人数 | ≥5200(人)"
    goal = "开展国民体质监测5200人。体质监测5200人任务须在11月底前完成。"
    cells = Filing.model_validate({"annual_goal": goal, "indicators": [_row(row), _row("指导员培训人数 | ≥420(人)")]})
    pairs = Ledger(cells, generic_profile()).alignment.pairs
    assert [(pair.mention.text, pair.indicator, pair.sure) for pair in pairs] == [("5200人", 0, True)] * 2


def _row(row: str) -> dict[str, Any]:
    name, target = (cell.strip() for cell in row.split("|"))
    return {"name": name, "target": target_data(target)}


@pytest.mark.parametrize("number", ["34", "7"])
def test_a_number_of_another_unit_is_not_held_against_the_row_of_the_one_beside_it(number: str) -> None:
    goal = f"辖区{number}个居民小区、2.9万户居民全面实行垃圾分类。"
    rows = (f"实行垃圾分类小区数 | ={number}(个)", "督导员人数 | =76(人)")
    assert sure(goal, *rows) == {f"{number}个": "实行垃圾分类小区数"}


def test_each_person_of_a_price_may_be_called_by_another_word() -> None:
    row = "督导人员津贴标准 | =1200(元/人·月)"
    assert sure("配备督导员76名（每名月补贴1200元）。", row) == {"1200元": "督导人员津贴标准"}
    assert sure("配备督导员76名（每户月补贴1200元）。", row) == {}
