"""Things that each have as many: 为30个社区各配备2名, and 每季度对每家 with their number in another sentence."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, said

ROWS = "产出指标 | 数量指标 | 网格员人数 | ≥60名", "满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%"


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("为30个社区各配备2名网格员，共60名。", []),
        ("为20个社区各配备2名网格员，共60名。", ["warning"]),
        ("为30个社区各2名网格员，共计80名。", ["warning"]),
        # Each village of 30 towns: how many villages there are is not said.
        ("为30个乡镇各村选配2名网格员，共260名。", []),
        ("为6个街道、24个镇各配备2名网格员，共60名。", []),
        ("为6个街道、24个镇各配备2名网格员，共48名。", []),
        ("为30个社区各配备2名网格员，另聘机动人员5名，共65名。", []),
        ("为30个社区各配备至少2名网格员，共75名。", []),
        ("为30个社区各配备2名网格员，全年培训60名。", []),
    ],
)
def test_each_of_so_many_has_as_many(goal: str, found: list[str]) -> None:
    assert said("ARI009", filing(*ROWS, annual_goal=goal)) == found


def test_the_factors_of_a_total_need_no_row() -> None:
    goal = "为{}个社区各配备2名网格员，共60名；居民满意度达90%以上。"
    for number in ("30", "20"):
        # A wrong factor is ARI009's to tell.
        assert said("MAT002", filing(*ROWS, annual_goal=goal.format(number))) == []


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("管好9座公园；每季度对每座公园评查1次，全年共36次。", []),
        ("管好9座公园；每月对每座公园评查1次，全年共36次。", ["warning"]),
        ("管好9座公园；每半年对每座公园评查1次，全年共36次。", ["warning"]),
        # No period gives it: there may be other parks.
        ("管好9座公园；每月对每座公园评查1次，全年共40次。", []),
        ("管好9座公园，其中新建2座公园；每月对每座公园评查1次，全年共36次。", []),
    ],
)
def test_the_things_of_another_sentence_are_multiplied(goal: str, found: list[str]) -> None:
    assert said("ARI009", filing(*ROWS, annual_goal=goal)) == found


@pytest.mark.parametrize(("period", "found"), [("月", []), ("季度", ["warning"]), ("半年", ["warning"])])
def test_what_each_person_has_comes_to_a_total_of_persons(period: str, found: list[str]) -> None:
    for staff in ("", "聘用护士9人，"):
        goal = f"{staff}为250名失能老人开展上门服务，每人每{period}护理1次，全年护理3000人次。"
        assert said("ARI009", filing(*ROWS, annual_goal=goal)) == found


@pytest.mark.parametrize(("target", "found"), [("=9次", []), ("=6次", []), ("=12次", ["warning"])])
def test_a_row_may_count_what_several_lines_pay_for(target: str, found: list[str]) -> None:
    lines = [
        {"item": "夜间消防演练", "unit_price": "3000", "quantity": "3", "amount": "9000", "unit": "次"},
        {"item": "综合消防演练", "unit_price": "5000", "quantity": "6", "amount": "30000", "unit": "次"},
    ]
    row = f"产出指标 | 数量指标 | 综合消防演练次数 | {target}"
    assert said("ARI003", filing(row, budget_lines=lines)) == found


HALLS = (
    "产出指标 | 数量指标 | 举办讲座场次 | 60场",
    "产出指标 | 数量指标 | 举办演出场次 | 30场",
    "满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥90%",
)


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        # 各 reaches over the list: two shows in each town are not two in all.
        ("15个镇各举办讲座4场、演出2场。", []),
        # The total is of both, and not of the shows that stand before it.
        ("15个镇各举办讲座4场、演出2场，共90场。", []),
        ("15个镇各举办讲座4场和演出2场，全年共举办90场。", []),
        ("15个镇各举办演出2场、加演演出1场，全年共举办45场。", []),
        # A total that names one of them is of that one.
        ("15个镇各举办讲座4场、演出2场，全年共演出36场。", ["error"]),
        ("全年举办讲座60场、演出20场。", ["error"]),
    ],
)
def test_what_each_has_of_several_things_is_no_total(goal: str, found: list[str]) -> None:
    assert said("MAT001", filing(*HALLS, annual_goal=goal)) == found
