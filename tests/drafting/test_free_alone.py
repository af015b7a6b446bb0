"""Counts that stand alone behind the title, nouns that begin with a verb, bounds between a thing and its number."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief
from drafter.filing import Filing, Funding, Indicator, Target


@pytest.mark.parametrize(
    ("text", "name", "quantity", "unit", "price"),
    [
        ("法院档案数字化扫描，150万页，0.28元/页，2027年，42万元", "档案数字化扫描", "1500000", "页", "0.28"),
        ("2027年道路标线施划，共8000平方米，45元/平方米，36万元", "道路标线施划", "8000", "平方米", "45"),
        ("2027年创文宣传海报项目，5000张，单价4元，共2万元", "创文宣传海报", "5000", "张", "4"),
        ("2027年林木抚育，300亩，每亩300元，9万元", "林木抚育", "300", "亩", "300"),
    ],
)
def test_a_count_alone_is_of_the_project_where_the_next_words_price_one(text, name, quantity, unit, price):
    brief = load_brief(text, ".txt")
    (item,) = brief.items
    assert (item.name, item.unit) == (name, unit)
    assert (item.quantity, item.unit_price) == (Decimal(quantity), Decimal(price))
    assert brief.notes is None, "what was understood is not left over too"


def test_an_estimate_that_stands_alone_is_asked_about():
    result = draft(load_brief("2027年档案数字化扫描，约150万页，0.28元/页，42万元", ".txt"))
    assert any("约150万页" in question.message and "约数" in question.message for question in result.questions)


@pytest.mark.parametrize(
    "text",
    [
        "2027年物业服务，3栋，每平方米20元，预算6万元",
        "2027年会议系统升级，单价8万元，预算24万元",
        "2027年物业服务，3栋，5000平方米，单价20元，预算10万元",
    ],
)
def test_a_price_for_another_unit_or_one_of_two_counts_is_asked_about(text):
    brief = load_brief(text, ".txt")
    assert not any(item.unit_price for item in brief.items)
    assert any("是哪一项的单价" in question.message for question in draft(brief).questions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2027年招聘会12场，每场3.5万元，预算42万元", "招聘会"),
        ("2027年培训会6场，每场1万元", "培训会"),
        ("2027年买检测仪5台，每台1.2万元", "检测仪"),
    ],
)
def test_a_noun_of_three_characters_keeps_the_verb_it_begins_with(text, name):
    (item,) = load_brief(text, ".txt").items
    assert item.name == name and item.unit_price is not None


@pytest.mark.parametrize("bound", ["至少", "最少", "起码", "不得少于", "约为"])
def test_the_word_for_a_bound_is_no_part_of_the_name(bound):
    (item,) = load_brief(f"2027年购置图书{bound}3000册，每册25元", ".txt").items
    assert item.name == "图书"


def test_last_years_number_in_ten_thousands_is_the_briefs_in_ones():
    old = Filing(
        project_name="林地管护",
        year=2026,
        funding=Funding(annual_total=Decimal(1020000)),
        annual_goal="完成林地管护1.2万亩。",
        indicators=[
            Indicator(
                level1="产出指标",
                level2="数量指标",
                name="林地管护面积",
                target=Target.model_validate({"raw": "=1.2(万亩)", "comparator": "=", "value": "1.2", "unit": "万亩"}),
            ),
            Indicator(
                level1="成本指标",
                level2="经济成本指标",
                name="项目总成本",
                target=Target.model_validate({"raw": "≤102(万元)", "comparator": "<=", "value": "102", "unit": "万元"}),
            ),
        ],
    )
    text = """
project_name: 林地管护
year: 2027
budget_total: 119万元
items: [{name: 林地管护, quantity: 14000, unit: 亩, unit_price: 85}]
"""
    rows = [row for row in draft(load_brief(text, ".yaml"), based_on=old).filing.indicators if row.target]
    areas = [row.target.raw for row in rows if row.name == "林地管护面积"]
    assert areas == ["=14000(亩)"]
    assert [row.target.raw for row in rows if row.name == "项目总成本"] == ["≤1190000.00(元)"]


def test_an_output_without_a_price_keeps_its_bound_and_is_not_said_to_be_exact():
    brief = load_brief("2027年招聘会12场，提供岗位不少于6000个，每场3.5万元，预算42万元", ".txt")
    (target,) = [one for one in brief.targets if one.name == "岗位数量"]
    assert (target.comparator, target.value) == (">=", Decimal(6000))
    questions = " ".join(question.message for question in draft(brief).questions)
    assert "没有单价，按产出数量填列" in questions and "没有给出准数" not in questions


def test_what_is_bought_by_a_bound_is_still_asked_about():
    result = draft(load_brief("2027年购置图书最少3000册，每册25元，预算7.5万元", ".txt"))
    assert any("没有给出准数" in question.message for question in result.questions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2027年送戏下乡120场每场4500元，预算54万元，达成签约15家", "达成签约"),
        ("2027年送戏下乡120场每场4500元，预算54万元，新增集约用地15亩", "集约用地"),
        ("2027年家庭医生签约2.3万人，每人70元，预算161万元", "家庭医生签约"),
    ],
)
def test_a_word_that_ends_like_a_bound_stays_whole(text, name):
    brief = load_brief(text, ".txt")
    names = [item.name for item in brief.items] + [target.name for target in brief.targets]
    assert any(name in one for one in names), names


def test_what_is_said_to_be_attained_is_not_attained_twice():
    goal = draft(load_brief("2027年招聘会12场，达成就业意向800人，每场3.5万元，预算42万元", ".txt")).filing.annual_goal
    assert "达成就业意向800人" in (goal or "")


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("2027年妇联家庭教育讲座进社区，40场，1200元/场", "妇联", "家庭教育讲座进社区"),
        ("司法局法治宣传进校园，20场，每场800元，2027年", "司法局", "法治宣传进校园"),
        ("2027年科技下乡，12场，每场5000元", None, "科技下乡"),
    ],
)
def test_where_an_activity_goes_is_no_office(text, office, name):
    brief = load_brief(text, ".txt")
    assert (brief.implementer, brief.project_name) == (office, name)
    assert [item.name for item in brief.items] == [name]


@pytest.mark.parametrize("office", ["前进社区", "跃进村", "城南街道"])
def test_an_office_whose_name_holds_such_a_word_is_one(office):
    assert load_brief(f"{office}2027年买桌子20张，每张300元", ".txt").implementer == office
