"""Words that make a number a most, and parts that need no row because their total has one."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from tests.checking.test_shapes_of_goals import _filing as filing
from tests.checking.test_shapes_of_goals import _said as said

_MOST = ("综合能耗", "<=", "950", "吨", "")


@pytest.mark.parametrize("words", ["降至", "降低到", "压减到", "减至", "控制到", "控制在", "下降为"])
def test_lowered_to_so_much_is_at_most_that(words: str) -> None:
    assert said(filing(f"年综合能耗{words}950吨。", [_MOST]), "MAT001") == []
    assert [code for code, _ in said(filing(f"年综合能耗{words}900吨。", [_MOST]), "MAT001")] == ["MAT001"]


def test_a_number_that_is_not_lowered_is_no_most() -> None:
    row = ("培训人次", "<=", "600", "人次", "")
    for words in ("", "达", "增减至", "增加到"):
        assert [code for code, _ in said(filing(f"培训人次{words}600人次。", [row]), "MAT001")] == ["MAT001"]


@pytest.mark.parametrize(
    ("goal", "asked"),
    [
        ("采购设备20台（套），其中服务器8台、交换机12套。", []),
        ("采购设备20台（套），其中服务器8台、交换机12套，空调3台。", ["3台"]),
        ("采购设备20台（套），其中服务器8台，印制手册300册。", ["300册"]),
        ("采购设备20台（套），维护交换机12套。", ["12套"]),
        ("采购设备20台，其中服务器8台，维护交换机12套。", ["12套"]),
        ("维护交换机12套、服务器9台，采购设备共20台（套）。", ["12套", "9台"]),
    ],
)
def test_parts_of_a_whole_with_two_units_are_those_of_either(goal: str, asked: list[str]) -> None:
    row = ("采购设备数量", "=", "20", "台（套）" if "（" in goal else "台", "")
    assert [text for _, text in said(filing(goal, [row]), "MAT002")] == asked


def test_pieces_and_sets_that_do_not_come_to_their_whole_are_not_judged() -> None:
    assert said(filing("采购设备20台（套），其中服务器8台、交换机13套。", []), "ARI008") == []


@pytest.mark.parametrize(
    ("goal", "asked"),
    [
        ("体育馆、游泳馆各1个，健身中心2个，共4个场馆。", []),
        ("建设书屋3个，体育馆、游泳馆各1个，健身中心2个，共4个场馆。", ["3个"]),
        ("体育馆、游泳馆各1个，健身中心2个；书屋3个，共4个场馆。", ["2个", "3个"]),
        ("各镇1个，健身中心3个，共4个场馆。", ["3个"]),
    ],
)
def test_parts_of_a_total_that_closes_their_list(goal: str, asked: list[str]) -> None:
    row = ("场馆数量", "=", "4", "个", "")
    assert [text for _, text in said(filing(goal, [row]), "MAT002")] == asked


def test_a_total_of_names_that_share_a_number_is_asked_for_once() -> None:
    goal = "体育馆、游泳馆各1个，健身中心2个，共4个场馆。"
    row = ("开放天数", "=", "300", "天", "")
    assert [text for _, text in said(filing(goal, [row]), "MAT002")] == ["4个"]


@pytest.mark.parametrize(
    ("goal", "rows"),
    [
        ("年内建设活动室3个，健身中心2个，共5个。", (("活动室", 3), ("健身中心", 2))),
        ("年内建设活动室3个、健身中心2个，共5个。", (("健身中心", 2),)),
        ("年内建设东村、西村、北村活动室各1个，健身中心2个，共5个。", (("活动室", 3), ("健身中心", 2))),
        ("年内建设东村、西村、北村活动室各1个，共3个。", (("活动室", 3),)),
        ("年内建设体育馆、游泳馆各1个，共2个。", (("体育馆", 1), ("游泳馆", 1))),
        ("年内建设健身中心2个，活动室3个，共5个。", (("文体设施", 5),)),
    ],
)
def test_a_total_that_closes_a_list_is_no_number_of_its_last_part(goal: str, rows: tuple[tuple[str, int], ...]) -> None:
    table = [(f"{name}建设数量", "=", str(count), "个", "") for name, count in rows]
    assert said(filing(goal, table), "MAT001", "ARI008") == []


def test_a_total_that_closes_a_list_of_one_thing_is_its_number() -> None:
    row = ("活动室建设数量", "=", "4", "个", "")
    goal = "年内建设东村、西村、北村活动室各1个，共3个。"
    assert said(filing(goal, [row]), "MAT001", "MAT002") == [("MAT001", "3个")]


def test_a_wrong_total_of_names_that_share_a_number_is_wrong_in_itself() -> None:
    rows = [("活动室建设数量", "=", "3", "个", ""), ("健身中心建设数量", "=", "2", "个", "")]
    goal = "年内建设东村、西村、北村活动室各1个，健身中心2个，共6个。"
    assert said(filing(goal, rows), "ARI008", "MAT001", "MAT002") == [("ARI008", "6个")]


def test_a_total_of_things_without_a_row_is_not_quoted_as_so_many_of_the_last() -> None:
    goal = "年内建设活动室3个，健身中心2个，共6个。"
    row = ("活动室建设数量", "=", "3", "个", "")
    findings = check_filing(filing(goal, [row])).findings
    (found,) = [one for one in findings if one.code == "MAT002" and one.primary.text == "6个"]
    assert "健身中心6个" not in found.message and "“共6个”" in found.message


@pytest.mark.parametrize(
    ("goal", "name", "unit"),
    [
        ("慰问老党员30人、困难职工50人，共80人。", "慰问人数", "人"),
        ("慰问老党员30人，困难职工50人，合计80人。", "慰问人数", "人"),
        ("种植樟树30株、柳树50株，共80株。", "种植树木", "株"),
        ("资助孤儿30人、特困人员50人，总计80人。", "资助人数", "人"),
        ("慰问老党员30人、困难职工50人。", "慰问人数", "人"),
    ],
)
def test_the_row_of_a_list_s_total_is_not_that_of_its_first_part(goal: str, name: str, unit: str) -> None:
    assert said(filing(goal, [(name, "=", "80", unit, "")]), "MAT001", "MAT002", "ARI008") == []
    assert [code for code, _ in said(filing(goal, [(name, "=", "90", unit, "")]), "MAT001")] == ["MAT001"]


def test_a_row_that_names_the_part_is_the_part_s() -> None:
    row = ("慰问老党员人数", "=", "80", "人", "")
    assert said(filing("慰问老党员30人、困难职工50人，共80人。", [row]), "MAT001") == [("MAT001", "30人")]


def test_so_many_to_each_occasion_promise_no_number_of_their_own() -> None:
    goal, row = "放映电影1200场，场均100人次。", ("放映电影场次", "=", "1200", "场", "")
    assert [text for _, text in said(filing(goal, [row]), "MAT002")] == []


def test_of_all_years_number_a_row_may_have_its_own() -> None:
    goal = "三年共培训300人，其中2026年80人。"
    assert said(filing(goal, [("培训人数", "=", "80", "人", "")]), "MAT001") == []
    # Which of the two numbers a wrong row means is open: the year's own is said to have no row.
    one = filing(goal, [("培训人数", "=", "90", "人", "")])
    assert said(one, "MAT001") == []
    assert ("MAT002", "80人") in said(one, "MAT002")
