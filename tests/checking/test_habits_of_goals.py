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
