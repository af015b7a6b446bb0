"""Numbers of a goal that tell how things were, counts of a list in one row, prices that lines pay otherwise."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, run, said

_LAMPS = "产出指标|数量指标|检修路口信号机|≥64台"


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        # The filing is one for 2026.
        ("2025年处理报修271件，设备在线率为91.4%。2026年检修路口信号机64台。", []),
        ("2026年检修路口信号机64台（2025年检修警示灯58套）。", []),
        ("检修路口信号机64台。2025年城区新装警示灯58套。", ["warning"]),
        ("检修路口信号机64台。2025年接到市民来电271件。", []),
        ("2026年检修路口信号机64台，为2025年毕业的见习生58名提供岗位。", ["warning"]),
        ("2025年接到来电271件，2026年检修路口信号机64台，计划更换警示灯58套。", ["warning"]),
        ("2025年接到来电271件。2026年检修路口信号机64台，警示灯58套。", ["warning"]),
        # A goal that names last year only may be last year's.
        ("2025年检修路口信号机64台，更换警示灯58套。", ["warning"]),
        ("城区道路长度312公里，绿化覆盖率41.5%。2026年检修路口信号机64台。", []),
        ("近三年年均报修271件。检修路口信号机64台。", []),
        ("城区道路长度312公里，截至2025年底已完成整修198公里。2026年计划检修路口信号机64台。", []),
        ("更换警示灯58套。2026年检修路口信号机64台。", ["warning"]),
        ("城区道路里程不少于312公里。2026年检修路口信号机64台。", ["warning"]),
        ("城区道路长度312公里。检修路口信号机64台。", ["warning"]),
    ],
)
def test_what_was_promises_nothing(goal: str, found: list[str]) -> None:
    assert said("MAT002", filing(_LAMPS, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("goal", "code", "found"),
    [
        ("向9家门店和27个社区点位配送蔬菜。", "MAT001", []),
        ("向9家门店和27个社区点位配送蔬菜。", "MAT002", []),
        ("向9家门店和29个社区点位配送蔬菜。", "MAT001", ["error"]),
        ("向9家门店、11所学校和16个社区点位配送蔬菜。", "MAT002", []),
        ("向9家门店配送蔬菜，在27个社区点位销售。", "MAT002", ["warning"]),
    ],
)
def test_a_row_may_count_a_whole_list(goal: str, code: str, found: list[str]) -> None:
    one = filing("产出指标|数量指标|蔬菜配送点位数|36个", annual_goal=goal)
    assert sorted(said(code, one)) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("两种药品单价分别控制在42元、96元。", []),
        ("配送两种药品，单价分别控制在42元、96元。", ["warning"]),
    ],
)
def test_kinds_named_before_are_no_promise(goal: str, found: list[str]) -> None:
    assert said("MAT002", filing(_LAMPS, annual_goal=f"检修路口信号机64台。{goal}")) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("举办消防技能培训5期，培训330人次。", ["info"]),
        ("举办消防技能培训5期，共330人次。", ["info"]),
        ("举办消防技能培训5期，体检330人次。", ["warning"]),
    ],
)
def test_how_often_beside_who_came(goal: str, found: list[str]) -> None:
    one = filing("产出指标|数量指标|消防技能培训人次|≥330人次", annual_goal=goal)
    assert said("MAT002", one) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("设备在线率达到95%以上（2025年为91.4%）。", []),
        ("设备在线率达到95%以上，2025年为91.4%。", []),
        ("建立台账，2025年设备在线率为91.4%。", ["warning"]),
    ],
)
def test_what_a_promise_is_compared_with(goal: str, found: list[str]) -> None:
    assert said("TIM003", filing(_LAMPS, annual_goal=goal)) == found


def _lines(*lines: tuple[str, str, str]) -> list[dict[str, str]]:
    return [
        {"item": item, "unit_price": price, "quantity": number, "unit": "台", "amount": str(int(price) * int(number))}
        for item, price, number in lines
    ]


@pytest.mark.parametrize(
    ("count", "lines", "found"),
    [
        # 900 a piece is paid for 64, and the 5,200 are those of another line.
        (5200, _lines(("信号机更新", "900", "64"), ("信号机维护", "8", "5200")), []),
        # All are counted in one row, one price is that of some.
        (70, _lines(("大型信号机", "900", "64"), ("小型信号机", "400", "6")), []),
        # A count that no line has may be wrong.
        (5200, _lines(("信号机更新", "900", "64"), ("信号机维护", "8", "5300")), ["warning"]),
    ],
)
def test_a_price_is_not_multiplied_with_what_another_line_counts(
    count: int, lines: list[dict[str, str]], found: list[str]
) -> None:
    one = filing(
        "成本指标|经济成本指标|信号机更新单价|≤900元/台",
        f"产出指标|数量指标|信号机数量|{count}台",
        budget_lines=lines,
        funding={"annual_total": "60000.00"},
    )
    over = [finding for finding in run("ARI003", one).findings if finding.primary.path == "funding.annual_total"]
    assert [finding.severity for finding in over] == found


@pytest.mark.parametrize(
    ("visited", "found"),
    [
        ("每个小区调查80户，共4160户", []),
        # Two digits changed places; the 80 of each are no other number for the row.
        ("每个小区调查80户，共4610户", ["warning"]),
        ("另调查80户，共4610户", []),
    ],
)
def test_what_each_has_is_no_other_number_for_the_row_of_all(visited: str, found: list[str]) -> None:
    one = filing(
        "产出指标|数量指标|调查小区数量|52个",
        "产出指标|数量指标|入户调查户数|4160户",
        "产出指标|数量指标|选聘调查员人数|104人",
        "产出指标|质量指标|入户登记率|≥99%",
        "满意度指标|服务对象满意度指标|调查对象满意度|≥90%",
        annual_goal=f"抽取52个调查小区，{visited}，选聘调查员104名。入户登记率达到99%以上，调查对象满意度达到90%。",
    )
    assert said("MAT001", one) == found


@pytest.mark.parametrize(
    ("goal", "row", "found"),
    [
        ("年内维护路灯12600盏，保障夜间出行。", "产出指标|数量指标|更换路灯数量|800盏", ["warning"]),
        ("年内维护路灯12600盏，保障夜间出行。", "产出指标|数量指标|路灯维护数量|12060盏", ["error"]),
        ("年内培训教师1200名，教学水平提升。", "产出指标|数量指标|骨干教师培训人数|120名", ["warning"]),
        ("年内培训教师1200名，教学水平提升。", "产出指标|数量指标|培训教师人数|1020名", ["error"]),
        # The filing is one for 2026.
        ("2025年检查企业380家，2026年力争稳中有升。", "产出指标|数量指标|检查企业数量|390家", []),
        ("2026年检查企业380家，力争稳中有升。", "产出指标|数量指标|检查企业数量|390家", ["error"]),
    ],
)
def test_another_number_is_an_error_only_of_the_same_thing_in_the_same_year(
    goal: str, row: str, found: list[str]
) -> None:
    assert said("MAT001", filing(row, annual_goal=goal)) == found
