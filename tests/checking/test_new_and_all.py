"""What is new beside all there are, what is paid for one beside the sum, and what is done each week beside its row."""

import pytest

from tests.checking.rows import filing, run, said

COUNT = "产出指标 | 数量指标 | {}"


def _pairs(goal: str, *rows: str) -> list[str | None]:
    """What the reconciliation states as equal."""
    report = run("MAT001", filing(*rows, annual_goal=goal))
    return [one.arithmetic for one in report.reconciliation if one.status == "agrees"]


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_new_and_all_there_are_have_a_row_each(order: int) -> None:
    rows = [COUNT.format("新增助餐点数量 | {}家"), COUNT.format("助餐点总数 | ≥40家")]
    goal = "新增社区助餐点6家，累计达到40家。"
    assert sorted(map(str, _pairs(goal, *[row.format("6") for row in rows][::order]))) == ["40家 = ≥40家", "6家 = 6家"]
    assert said("MAT001", filing(*[row.format("8") for row in rows][::order], annual_goal=goal)) == ["error"]


def test_what_was_done_so_far_is_the_row_that_says_so() -> None:
    rows = COUNT.format("改造泊位数 | 1200个"), COUNT.format("累计改造泊位数 | 2400个")
    assert _pairs("年内改造泊位1200个，累计改造泊位2400个。", *rows) == ["1200个 = 1200个", "2400个 = 2400个"]


@pytest.mark.parametrize(("value", "found"), [("≤1350万元", ["error"]), ("≤2350万元", [])])
def test_a_price_does_not_take_the_row_of_the_sum(value: str, found: list[str]) -> None:
    goal = "按每生每天5元补助学生2.35万名，供餐200天，安排膳食补助资金2350万元。"
    rows = (
        "成本指标 | 经济成本指标 | 膳食补助标准 | =5元/生·天",
        f"成本指标 | 经济成本指标 | 膳食补助总额 | {value}",
    )
    assert said("MAT001", filing(*rows, annual_goal=goal)) == (["warning"] if found else [])


@pytest.mark.parametrize(("hours", "found"), [("64", []), ("84", ["warning"]), ("54", ["warning"])])
@pytest.mark.parametrize("name", ["周开放时长", "每周开放时长"])
def test_the_hours_of_a_week_are_those_of_the_row(name: str, hours: str, found: list[str]) -> None:
    goal = "新购图书2万册，每周开放时间不少于64小时。"
    one = filing(COUNT.format(f"{name} | ≥{hours}小时"), COUNT.format("新购图书册数 | 2万册"), annual_goal=goal)
    assert said("MAT001", one) == found


def test_a_weekly_paper_is_no_pace() -> None:
    goal = "每周培训时间不少于6小时。"
    assert _pairs(goal, COUNT.format("周报培训时长 | ≥6小时")) == []
