"""Counts whose bracket gives a second classifier (畜禽60万头（只）), and brackets that break down an earlier number."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing, find_rule
from drafter.language import extract, sums
from tests.checking.test_shapes_of_goals import _filing as filing
from tests.checking.test_shapes_of_goals import _said as said

_ROW = ("防疫畜禽数量", ">=", "60", "万头（只）", "")


def _parts(text: str) -> list[list[str]]:
    return [[one.text for one in (claim.total, *claim.parts)] for claim in sums(text, extract(text))]


def test_parts_in_either_classifier_are_those_of_the_whole() -> None:
    goal = "全年防疫畜禽60万头（只）（猪20万头、鸡40万只）。"
    assert _parts(goal) == [["60万头（只）", "20万头", "40万只"]]
    assert said(filing(goal, [_ROW]), "MAT002") == said(filing(goal, [_ROW]), "ARI008") == []


def test_a_wrong_part_in_the_second_classifier_is_a_wrong_sum() -> None:
    goal = "全年防疫畜禽60万头（只）（猪20万头、鸡46万只）。"
    assert [code for code, _ in said(filing(goal, [_ROW]), "ARI008")] == ["ARI008"]


def test_another_total_than_the_row_of_two_classifiers_contradicts_it() -> None:
    goal = "全年防疫畜禽80万头（只）。"
    assert [code for code, _ in said(filing(goal, [_ROW]), "MAT001")] == ["MAT001"]


def test_a_classifier_that_the_bracket_does_not_give_is_no_part() -> None:
    assert _parts("全年防疫畜禽60万头（只）（猪20万头、鸡40万羽）。") == []
    assert _parts("印制手册60册（套），发放30张。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检修水闸24座、闸门61扇（大型4座、小型20座），培训2期。", [["24座", "4座", "20座"]]),
        ("检修水闸24座、1800延米（大型4座、小型20座）。", [["24座", "4座", "20座"]]),
        ("检修水闸24座，培训90人（党员40人、群众50人）。", [["90人", "40人", "50人"]]),
        ("检修水闸24座，全长1800米（大型4座）。", []),
    ],
)
def test_a_bracket_behind_two_numbers_of_one_thing_breaks_down_the_one_it_counts(
    text: str, expected: list[list[str]]
) -> None:
    assert _parts(text) == expected


def test_parts_named_as_such_may_stand_behind_a_long_noun() -> None:
    text = "对240户农村低收入群体开展住房安全提升改造（其中脱贫户90户，其他低收入户150户），10月底前完工。"
    assert _parts(text) == [["240户", "90户", "150户"]]
    # Without 其中 only parts in the very unit of the whole say so.
    assert _parts(text.replace("其中", "")) == [["240户", "90户", "150户"]]
    assert _parts(text.replace("其中", "").replace("90户", "90人").replace("150户", "150人")) == []
    assert _parts(text.replace("其中", "另有")) == []


@pytest.mark.parametrize(
    ("words", "severity"), [("水稻、小麦、玉米3个品种", "warning"), ("水稻、小麦、玉米等良种", "info")]
)
def test_as_many_parts_as_there_are_kinds_leave_none_out(words: str, severity: str) -> None:
    goal = f"推广{words}共50吨，其中水稻20吨、小麦15吨、玉米10吨。"
    report = check_filing(filing(goal, [("推广数量", "=", "50", "吨", "")]), rules=[find_rule("ARI008")])
    assert [one.severity for one in report.findings] == [severity]
