"""Lists whose items have a count and a price each are worth what their products add up to, and no price is a part."""

import pytest

from drafter.checking import check_filing
from drafter.filing import Filing, Funding
from tests.checking.rows import filing, said


def _said(goal: str) -> list[tuple[str, str]]:
    filing = Filing(
        index=0, year=2026, project_name="补贴发放", annual_goal=goal, funding=Funding(annual_total="900000")
    )
    return [(one.code, one.primary.text) for one in check_filing(filing).findings if one.code in ("ARI008", "ARI009")]


def _agreed(goal: str) -> list[str]:
    filing = Filing(
        index=0, year=2026, project_name="补贴发放", annual_goal=goal, funding=Funding(annual_total="900000")
    )
    rows = check_filing(filing).reconciliation
    return [one.arithmetic for one in rows if one.status == "agrees" and one.primary.path == "annual_goal"]


LISTS = [
    ("奖励社团26个共计20万元，其中一星4个、每个2万元，二星10个、每个0.8万元，三星12个、每个{}万元。", "0.33", "0.66"),
    ("购置课桌40套、每套300元，书柜5个、每个600元，共计{}万元。", "1.5", "5.1"),
    ("检验样品80份，每份200元，留样30份，每份100元，检验费合计{}万元。", "1.9", "2.9"),
    ("受理来访90件、来信40件，分别按每件80元、50元补贴，补贴支出{}元。", "9200", "9800"),
]


@pytest.mark.parametrize(("goal", "right", "wrong"), LISTS)
def test_the_products_of_a_priced_list_come_to_its_total(goal: str, right: str, wrong: str) -> None:
    assert _said(goal.format(right)) == []
    assert _agreed(goal.format(right))
    assert [code for code, _ in _said(goal.format(wrong))] == ["ARI009"]


@pytest.mark.parametrize(
    "goal",
    [
        # What 其中 names may be a part only: nothing is said of a larger total.
        "发放补助共计30万元，其中一档40人、每人600元，二档50人、每人400元。",
        # More is paid than the list says.
        "购置课桌40套、每套300元，书柜5个、每个600元，另付安装费，共计2万元。",
        # Paid every month, and for how many months is not said.
        "聘用护林员10名、每名每月900元，巡河员5名、每名每月800元，共计16万元。",
    ],
)
def test_a_list_that_is_not_all_of_its_total_is_left_alone(goal: str) -> None:
    assert _said(goal) == []


def test_prices_of_a_list_are_no_parts_of_its_total() -> None:
    goal = "慰问老人90名共计5.1万元，其中百岁老人20名、每名0.1万元，高龄老人70名、每名0.04万元。"
    assert _said(goal) == []
    assert _agreed(goal.replace("5.1", "4.8"))[-1].endswith("= 48,000 = 4.8万元")


@pytest.mark.parametrize(
    ("goal", "codes"),
    [
        ("为1500名学生供餐，每生每天补助4元，全年按200天计算，补助支出120万元。", []),
        ("为1500名学生供餐，每生每天补助5元，全年按200天计算，补助支出120万元。", ["ARI009"]),
        # How many days is not said, or said of two things.
        ("为1500名学生供餐，每生每天补助5元，补助支出120万元。", []),
        ("为1500名学生供餐，每生每天补助5元，上学期98天、下学期102天，补助支出120万元。", []),
    ],
)
def test_a_price_per_day_is_paid_for_the_days_the_text_says(goal: str, codes: list[str]) -> None:
    filing = Filing(
        index=0, year=2026, project_name="学生供餐", annual_goal=goal, funding=Funding(annual_total="1200000")
    )
    assert [one.code for one in check_filing(filing).findings if one.code == "ARI009"] == codes


def test_a_row_has_what_the_counts_of_a_priced_list_come_to() -> None:
    goal = "补助省级示范社3家、每家5万元，市级示范社6家、每家3万元，共计33万元。"
    row = "产出指标 | 数量指标 | 补助示范社数量 | {}家"
    assert said("MAT001", filing(row.format(9), annual_goal=goal)) == []
    assert "error" in said("MAT001", filing(row.format(8), annual_goal=goal))


@pytest.mark.parametrize("price", ["600至800元", "±1500元"])
def test_a_list_with_a_price_of_no_one_value_comes_to_nothing(price: str) -> None:
    goal = f"培训1800人，其中企业职工900人、失业人员560人，补贴标准分别为每人600元、{price}，补贴支出90万元。"
    reports = check_filing(Filing(index=0, year=2026, annual_goal=goal, funding=Funding(annual_total="900000")))
    assert not reports.crashes
