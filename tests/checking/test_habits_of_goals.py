"""Habits of goal texts: what a number is about where the words do not stand right before it."""

from __future__ import annotations

import pytest

from tests.checking.test_alignment import ledger, pairs
from tests.checking.test_only_numbers import sure


@pytest.mark.parametrize(
    ("goal", "row"),
    [
        ("全年受理各类诉求3.2万件。", "诉求受理量 | ≥3.3(万件)"),
        ("开展各级巡讲240场次。", "巡讲场次 | ≥250(场)"),
        ("站点平均候车人流提升5%。", "候车人流提升率 | ≥6(%)"),
    ],
)
def test_what_counts_all_kinds_or_moves_a_mean_is_a_promise_itself(goal: str, row: str) -> None:
    found = ledger(goal, row).alignment
    assert set(found.roles) <= {"promise", "change"}
    assert [pair.sure for pair in found.pairs] == [True]


@pytest.mark.parametrize("goal", ["各派驻队员2人。", "每队配备队员2人。", "各村平均配备队员2人。"])
def test_what_each_has_is_no_promise_of_all(goal: str) -> None:
    assert ledger(goal, "队员人数 | =2(人)").alignment.roles == ("pace",)


def test_of_two_equal_numbers_the_one_that_is_left_has_the_row_that_is_left() -> None:
    rows = ("河道保洁岗 | =450(个)", "享受社保补贴人数 | ≥450(人)")
    assert sure("开发河道保洁岗450个，为450人发放社会保险补贴。", *rows) == {
        "450个": "河道保洁岗",
        "450人": "享受社保补贴人数",
    }
    # Two are left: neither is told.
    goal = "为450人发放社会保险补贴，另有志愿者450人参与。"
    assert "450人" not in sure(goal, "社保补贴享受量 | ≥450(人)", "窗口接待 | ≥9(人)")


def test_a_time_is_counted_whatever_it_is_called() -> None:
    assert pairs("安排讲解2600批次。", "讲解场次 | ≥2600(场)") == {"2600批次": ("讲解场次", True)}
    # How often people come is no count of times something is done.
    assert pairs("接待讲解听众2600人次。", "讲解场次 | ≥2600(场)") == {}


def test_rates_said_respectively_are_those_of_the_numbers_before() -> None:
    goal = "苗圃检疫1.8万株、货场检疫1.7万株，检疫率分别达98%和95%。"
    rows = ("货场检疫率 | ≥96(%)", "苗圃检疫率 | ≥99(%)")
    found = pairs(goal, *rows)
    assert found["98%"] == ("苗圃检疫率", True)
    assert found["95%"] == ("货场检疫率", True)


def test_what_is_said_respectively_of_other_numbers_is_left_alone() -> None:
    # Two numbers of two units before: which rate is whose is not told.
    goal = "苗圃检疫1.8万株、培训120人次，检疫率分别达98%和95%。"
    found = pairs(goal, "货场检疫率 | ≥96(%)", "苗圃检疫率 | ≥99(%)")
    assert not any(sure for _, sure in found.values())


def test_a_share_is_one_of_what_stands_behind_it() -> None:
    goal = "举办调查业务培训4期，对5%的样本开展电话回访。"
    assert pairs(goal, "样本回访比例 | ≥6(%)", "培训期数 | =4(期)")["5%"][0] == "样本回访比例"


def test_a_time_is_told_by_what_takes_it() -> None:
    rows = ("故障到场时间 | ≤3(小时)", "故障修复时间 | ≤9(小时)")
    found = pairs("接报后2小时内到场、8小时内修复。", *rows)
    assert {said: row for said, (row, _) in found.items()} == {"2小时": "故障到场时间", "8小时": "故障修复时间"}


def test_a_row_of_a_time_beside_harm_is_no_count_of_harm() -> None:
    assert pairs("抢险队40分钟内到场。", "事故到场时间 | ≤40(分钟)") == {"40分钟": ("事故到场时间", True)}
    assert pairs("抢险队配备40人。", "事故伤亡人数 | ≤40(人)") == {}


def test_those_who_are_served_are_whoever_the_row_asks() -> None:
    assert pairs("服务对象满意度达93%。", "上岗人员满意度 | ≥92(%)")["93%"] == ("上岗人员满意度", True)
    two = pairs("服务对象满意度达93%。", "上岗人员满意度 | ≥92(%)", "沿线商家满意度 | ≥91(%)")
    assert not two["93%"][1]
    # Two groups that are both named are two.
    assert not pairs("驾驶员满意度达93%。", "上岗人员满意度 | ≥92(%)")["93%"][1]


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("签约项目60个", "新签约项目数 | ≥80(个)"),
        ("数据归集300类", "数据归集种类 | ≥400(类)"),
        ("模拟演练6场", "模拟演练场次 | ≥9(场)"),
    ],
)
def test_a_character_of_a_word_is_no_particle(said: str, row: str) -> None:
    assert pairs(f"全年{said}，清运树枝20吨。", row, "树枝清运量 | ≥20(吨)")[said[4:]][1]


def test_a_number_whose_row_turns_out_to_be_another_has_the_row_of_its_own_number() -> None:
    goal = "古籍影像采集1200册，征集藏品150册。"
    assert sure(goal, "藏品影像化数量 | ≥1200(册)", "古籍征集数量 | ≥150(册)") == {
        "1200册": "藏品影像化数量",
        "150册": "古籍征集数量",
    }
