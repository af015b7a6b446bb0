"""A ≥ that a scan or a font turned into 2 is a loss: neither 295 nor ≥95 is read, and rules on values say so."""

from __future__ import annotations

import pytest
from forms import one, rows, table

from drafter.checking import check_filing
from drafter.filing import Filing
from drafter.reading.forms import recognise
from drafter.reading.text import content_of


def _form(*targets: tuple[str, str], fields: str = "项目名称\t社区球场\n") -> str:
    lines = [f"\t\t\t{name}\t{target}\t" for name, target in targets]
    lines[0] = f"绩效指标\t产出指标\t质量指标\t{targets[0][0]}\t{targets[0][1]}\t"
    return table(*lines, fields=fields)


def _targets(filing: Filing) -> list[tuple[str, str | None, str | None, str | None]]:
    found = [row.target for row in filing.indicators]
    return [(one.raw, one.comparator, one.value, one.text) for one in found if one is not None]


@pytest.mark.parametrize("print_", ["295%", "295(%)", "2 95%", "298.5％", "2100%", "Z95%", "之95%", "5 90%"])
def test_a_share_behind_a_misread_sign_keeps_its_print_and_no_number(print_: str) -> None:
    source = _form(("验收合格率", print_), ("居民满意度", "≥90%"))
    filing = one(source)
    assert _targets(filing) == [(print_, None, None, None), ("≥90%", ">=", "90", None)]
    # The levels were printed well: only the value is lost.
    assert [row.certain for row in filing.indicators] == [True, True]
    (note,) = recognise(content_of(source)).notes
    assert print_ in note[0]
    assert "没有采用" in note[0]


def test_rules_on_values_cannot_judge_it_and_say_why() -> None:
    filing = one(
        table(
            "绩效指标\t产出指标\t质量指标\t验收合格率\t295%\t",
            fields="项目名称\t社区球场\n年度总体目标\t修缮社区球场，验收合格率达到98%。\n",
        )
    )
    report = check_filing(filing)
    outcomes = report.outcomes
    assert {code: outcomes[code] for code in ("VAL004", "VAL006", "MAT001", "MAT002")} == dict.fromkeys(
        ("VAL004", "VAL006", "MAT001", "MAT002"), "insufficient"
    )
    assert [found.code for found in report.findings if found.code.startswith(("VAL", "MAT"))] == []
    assert any("295%" in reason.reason and reason.code == "VAL004" for reason in report.insufficient)


@pytest.mark.parametrize(
    ("name", "print_"),
    [
        ("营业收入增长率", "295%"),
        ("任务完成率", "205%"),
        ("验收合格率", "230%"),
        ("验收合格率", "=295%"),
        ("培训人次", "295人次"),
        ("居民满意度", "95%"),
        ("设备利用率", "20%"),
    ],
)
def test_numbers_that_may_be_meant_are_read_as_printed(name: str, print_: str) -> None:
    (target,) = _targets(one(_form((name, print_))))
    assert target[2] == print_.lstrip("=").rstrip("%人次")


def test_where_one_sign_was_lost_a_growth_of_295_is_not_sure() -> None:
    filing = one(_form(("居民满意度", "290%"), ("游客增长率", "230%"), ("巡查人次", "286人次"), ("投诉率", "≤5%")))
    assert [target[2] for target in _targets(filing)] == [None, None, None, "5"]
    source = _form(("居民满意度", "290%"), ("游客增长率", "230%"), ("巡查人次", "286人次"), ("到岗人数", "≥12人"))
    assert [target[2] for target in _targets(one(source))] == [None, None, "286", "12"]
    plain, doubted = recognise(content_of(source)).notes
    assert ("290%" in plain[0], "230%" in doubted[0]) == (True, True)


LOST = ("居民满意度", "290%")
KEPT = ("到岗人数", "≥12人")


@pytest.mark.parametrize(
    ("goal", "beside", "value"),
    [
        ("全年组织演出25场，居民满意度达到90%。", LOST, "25"),  # No ≥ was kept, and the goal says 25.
        ("全年组织演出5场，居民满意度达到90%。", LOST, None),
        ("全年组织演出若干，居民满意度达到90%。", LOST, None),
        ("全年组织演出5场，居民满意度达到90%。", KEPT, None),  # Some ≥ were kept, and the goal says 5.
        ("全年组织演出若干，居民满意度达到90%。", KEPT, "25"),
        ("全年维修球场5场，居民满意度达到90%。", KEPT, "25"),  # 5 of something else.
        ("全年组织演出25场，其中专场演出5场。", KEPT, None),
        ("全年组织演出25场，居民满意度290%。", LOST, None),  # The goal lost its signs too.
    ],
)
def test_a_count_is_doubted_by_what_the_goal_says(goal: str, beside: tuple[str, str], value: str | None) -> None:
    fields = f"项目名称\t社区文化\n年度总体目标\t{goal}\n"
    filing = one(_form(LOST, beside, ("组织演出场次", "25场"), fields=fields))
    assert _targets(filing)[-1] == ("25场", "=" if value else None, value, None)


def test_money_that_the_form_prints_elsewhere_is_no_lost_sign() -> None:
    fields = "项目名称\t社区文化\n年度资金总额（万元）\t220\n"
    targets = _targets(one(_form(LOST, ("项目总成本", "220万元"), ("宣传成本", "230万元"), fields=fields)))
    assert [value for _, _, value, _ in targets] == [None, "220", None]


def test_a_digit_in_the_column_of_signs_is_a_lost_sign() -> None:
    head = "项目名称\t社区球场\n一级指标\t二级指标\t三级指标\t指标性质\t指标值\t计量单位\n"
    filing = one(
        "财政项目支出绩效目标申报表\n" + head + "产出指标\t质量指标\t验收合格率\t2\t95\t%\n\t\t到场率\t≥\t90\t%"
    )
    assert _targets(filing) == [("2 95 %", None, None, None), ("≥90(%)", ">=", "90", None)]
    assert len(rows(filing)) == 2
