"""Rates a goal would move without a number: which it names, and when an indicator or a number already answers them."""

from __future__ import annotations

import pytest

from drafter.checking.mend import target_data
from drafter.checking.named_rates import named_rates
from drafter.filing import Filing
from tests.checking.rows import run


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("提高居民医保的参保（加）率，降低卡册更换率。", ["参保", "更换"]),
        ("优化平台，实现接通率稳步提升。", ["接通"]),
        ("提高办事效率和资金使用效率，率先完成改造。", []),
        ("针对参保率下降的问题，加强宣传。", []),
        ("上年知晓率提高较多。", []),
        ("开展巡查，参保率达到95%。", []),
    ],
)
def test_a_rate_is_named_where_a_verb_of_this_year_moves_it(text: str, stems: list[str]) -> None:
    assert [one.stem for one in named_rates(text)] == stems


@pytest.mark.parametrize(
    ("goal", "name", "found"),
    [
        ("提高垃圾分类参与率。", "宣传册验收合格率", True),
        ("提高垃圾分类参与率，居民满意度达90%。", "居民满意度", True),
        ("提高垃圾分类参与率，达到95%。", "居民满意度", False),
        ("提高垃圾分类参与率、知晓率，均达95%。", "居民满意度", False),
        ("提高垃圾分类参与率。", "居民参与人次", False),
        ("提高垃圾分类参与率。", "生活垃圾分类准确率", False),
        ("提高政策知晓率。", "群众了解程度", False),
    ],
)
def test_a_named_rate_wants_an_indicator_that_may_stand_for_it(goal: str, name: str, found: bool) -> None:
    row = {"level1": "产出指标", "level2": "质量指标", "name": name, "target": target_data("≥95(%)")}
    report = run("MAT002", Filing.model_validate({"annual_goal": goal, "indicators": [row]}))
    rates = [one for one in report.findings if "提到要改变" in one.message]
    assert bool(rates) is found and all(one.severity == "info" for one in rates)
