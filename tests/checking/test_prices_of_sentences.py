"""What a price of the goal is paid for: each time and each of several, a weight, a total with its parts."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, run, said

_ROW = "产出指标|数量指标|服务次数|≥1次"


def _products(goal: str) -> list[str]:
    one = filing(_ROW, annual_goal=goal, funding={"annual_total": "9000000.00"})
    return [found.arithmetic or "" for found in run("ARI009", one).findings]


@pytest.mark.parametrize(
    ("goal", "wrong"),
    [
        ("慰问敬老院9家，每次2万元，两次共36万元。", False),
        ("慰问敬老院9家，每次2万元，两次共4万元。", False),
        ("慰问敬老院9家，每次2万元，两次共60万元。", True),
        ("端午、重阳两个节日，慰问敬老院9家，每次2万元，两次共36万元。", False),
        # A weight that the price is paid for, in the words of the payment.
        ("收储稻谷1.2万吨，按每吨每年90元拨付保管费108万元。", False),
        ("收储稻谷1.2万吨，按每吨每年90元拨付保管费180万元。", True),
        ("轮换稻谷6000吨，每吨补贴120元，计72万元。", False),
        ("轮换稻谷6000吨，每吨补贴120元，计27万元。", True),
        ("流转耕地20万亩，每亩补助300元。", False),
        ("轮换稻谷6000吨，每吨运费70元、补贴50元，计72万元。", False),
        # The total of a sum, whose parts are paid for within it.
        ("改造危房150户（其中低保户60户、其他户90户），户均补助8000元，共120万元。", False),
        ("改造危房150户（其中低保户60户、其他户90户），户均补助800元，共120万元。", True),
        ("改造危房150户（其中低保户60户、其他户90户），低保户每户补助9000元，共54万元。", False),
        ("改造危房150户，其中低保户60户（每户9000元）、其他户90户（每户7000元），共117万元。", False),
        # A price for each of the parts, or one that may be the last part's alone.
        ("奖补农庄15家，其中星级5家、每家40万元，其他10家、每家70万元，共900万元。", False),
        ("培训300人，其中党员100人，每人补助200元，共2万元。", False),
        ("培训300人，其中党员100人（含离退休20人），每人补助200元，共2万元。", False),
        ("改造危房150户，其中低保户60户、其他户90户，户均补助8000元，共120万元。", False),
        ("改造危房150户，其中低保户60户、其他户90户，户均补助800元，共120万元。", True),
        # What one level pays of it.
        ("为40名村医每人每年补助6000元，市县各负担一半，县级安排12万元。", False),
        ("为40名村医每人每年补助6000元，省级财政负担18万元。", False),
        ("为40名村医每人每年补助6000元，共需12万元。", True),
        # What is paid besides, for more years, or by others.
        ("选派特派员30名，每名每年经费2万元，两年共120万元。", False),
        ("采购图书4000册，平均每册35元，另购书架20个，共15万元。", False),
        ("改造路灯300盏，每盏1200元，施工费8万元，共44万元。", False),
        ("改造路灯300盏，每盏1200元，共44万元。", True),
        ("聘用协管员25人，月人均工资2600元，全年工资及社保共105万元。", False),
        ("聘用协管员25人，月人均工资2600元，全年工资共105万元。", True),
        ("为老人2万名体检，每人800元，其中财政补助400元、个人自付400元。", False),
        ("为老人2万名体检，每人800元。", True),
        # The last of a list closes all of it.
        ("甲类200人，每人每月100元；乙类300人，每人每月60元，全年共45.6万元。", False),
        ("甲类200人，每人100元，共2万元；乙类300人，每人60元，共18万元。", True),
        # A price per month may say so behind whom it is for.
        ("聘用护林员86名，人均月工资1800元，全年工资185.76万元。", False),
        ("聘用护林员86名，每名护林员月工资1800元，全年工资185.76万元。", False),
        ("聘用护林员86名，人均月工资1800元，全年工资158.76万元。", True),
        ("聘用护林员86名，人均月工资1800元，共需15.48万元。", False),
    ],
)
def test_a_price_its_count_and_its_amount(goal: str, wrong: bool) -> None:
    assert bool(_products(goal)) == wrong


def test_what_a_row_says_of_good_boilers_needs_no_row_of_boilers() -> None:
    rate = "产出指标|质量指标|锅炉年检合格率|=100%"
    goal = "12台锅炉年检合格率达100%。"
    assert said("MAT002", filing(rate, annual_goal=goal)) == ["info"]
    assert said("MAT002", filing(rate, annual_goal="检修12台锅炉，锅炉年检合格率达100%。")) == ["warning"]


@pytest.mark.parametrize(
    "goal",
    [
        "发放慰问金5万元、助学金3万元，两项合计8万元。",
        "按贷款余额、年利率4.2%测算贴息。",
        "三项共需8万元。",
        "所需资金按省60%、市40%分担。",
    ],
)
def test_numbers_that_only_calculate_promise_nothing(goal: str) -> None:
    assert said("MAT002", filing(_ROW, annual_goal=goal)) == []


def test_people_of_families_that_a_row_counts_have_their_row() -> None:
    row = "产出指标|数量指标|走访困难职工户数|46户"
    assert said("MAT002", filing(row, annual_goal="走访困难职工46名。")) == []
    assert said("MAT002", filing(row, annual_goal="培训讲解员46名。")) == ["warning"]


def test_what_one_item_needs_is_not_the_whole_that_is_said_behind_it() -> None:
    goal = "配送午餐，所需资金7万元；开展义诊，需3万元。两项合计10万元。"
    money = {"annual_total": "100000.00"}
    assert said("ARI012", filing(_ROW, annual_goal=goal, funding=money)) == []
    assert said("ARI012", filing(_ROW, annual_goal="配送午餐，所需资金7万元。", funding=money)) == ["warning"]


def test_what_all_levels_pay_is_not_the_budget_of_one() -> None:
    goal = "共需资金10万元，按省、市6:4分担，省级6万元、市级4万元。"
    assert said("ARI012", filing(_ROW, annual_goal=goal, funding={"annual_total": "40000.00"})) == []
    assert said("ARI012", filing(_ROW, annual_goal=goal, funding={"annual_total": "70000.00"})) == ["warning"]
