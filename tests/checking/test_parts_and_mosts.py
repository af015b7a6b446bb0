"""Words that make a number a most, and parts that need no row because their total has one."""

from __future__ import annotations

import pytest

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
