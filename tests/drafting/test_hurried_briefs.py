"""What a hurried brief says in passing: what each place gets, prices in turn, 角 and 分, and what is no price."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief
from drafter.drafting.free_spoken_prices import prices_written_out
from drafter.errors import InputError


def _items(text: str) -> list[tuple[object, ...]]:
    return [(one.name, one.quantity, one.unit, one.unit_price) for one in load_brief(text, ".txt").items]


@pytest.mark.parametrize(
    ("text", "item", "place"),
    [
        ("为12个社区配AED，每个社区1台，单台1.8万", ("AED", 12, "台", 18000), ("覆盖社区数", 12)),
        ("给8所小学装直饮水机，每校3台，一台1.2万", ("直饮水机安装", 24, "台", 12000), ("覆盖小学数", 8)),
    ],
)
def test_places_named_with_what_they_get_are_not_counted_as_it(text, item, place):
    brief = load_brief(text, ".txt")
    assert _items(text) == [item]
    assert [(one.name, one.value) for one in brief.targets] == [place]
    assert any("×" in question.zh and "请确认" in question.zh for question in brief.questions)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("一册12元5角", "一册12.5元"),
        ("三十五元五角", "35.5元"),
        ("三元二角五分", "3.25元"),
        ("2块5毛8一斤", "2.58元一斤"),
        ("每张三毛五", "每张0.35元"),
        ("五角五分", "0.55元"),
        ("三角五边形", "三角五边形"),
        ("12.5元5角", "12.5元5角"),
    ],
)
def test_coins_are_part_of_the_price(said, written):
    assert prices_written_out(said) == written


def test_coins_are_no_budget_of_their_own():
    brief = load_brief("科普读本8000册，一册12元5角", ".txt")
    assert _items("科普读本8000册，一册12元5角") == [("科普读本", 8000, "册", Decimal("12.5"))]
    assert brief.budget_total is None


def test_what_an_acre_costs_on_average_is_no_budget():
    brief = load_brief("高标准农田2.5万亩，亩均投资1500元，总投资3750万", ".txt")
    assert brief.budget_total == 37500000
    assert [one.unit_price for one in brief.items] == [1500]


def test_boards_with_a_price_behind_them_are_boards():
    assert _items("防火宣传牌80块每块350元") == [("防火宣传牌", 80, "块", 350)]


def test_prices_in_turn_share_the_unit_of_the_last():
    text = "农村公路养护，县道86公里、乡道143公里、村道210公里，每公里分别7000、3500、1000元"
    assert [item[3] for item in _items(text)] == [7000, 3500, 1000]


def test_sums_in_turn_are_no_prices():
    brief = load_brief("电脑10台、打印机5台，分别花5万元、2万元", ".txt")
    assert [(one.unit_price, one.amount) for one in brief.items] == [(None, 50000), (None, 20000)]


def test_money_in_turn_that_does_not_say_of_what_is_asked_about():
    brief = load_brief("电脑10台、打印机5台，分别5000和2000元", ".txt")
    assert [one.unit_price for one in brief.items] == [5000, 2000]
    assert any("单价计，请确认" in question.zh for question in brief.questions)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("空气微站运维35个，每站每年8000", 8000),
        ("公益性岗位补贴，岗位230个，每岗每年26280元", 26280),
    ],
)
def test_the_thing_counted_may_be_the_unit_of_its_price(text, price):
    assert [item[3] for item in _items(text)] == [price]


def test_people_looked_for_are_hired():
    assert _items("找督导员18个，每人每年3.6万")[0][:3] == ("督导员", 18, "人")


def test_what_a_clause_says_in_all_is_no_part_of_the_name_before():
    brief = load_brief("2027年河道保洁，12条河共46公里", ".txt")
    assert not any("共" in one.name for one in brief.items)
    assert "46公里" in (brief.notes or "")


def test_a_grade_that_named_the_project_is_not_said_twice():
    assert [item[0] for item in _items("离休23人、退休310人，标准分别2000、1000元")] == ["离休", "退休"]


def test_a_price_run_into_a_prize_is_no_name():
    with pytest.raises(InputError, match="没有读出"):
        load_brief("购买大米五百一等奖品三份", ".txt")
    brief = load_brief("社区运动会，购买大米五百一等奖品三份", ".txt")
    assert brief.items == [] and "五百一等" in (brief.notes or "")


@pytest.mark.parametrize(
    ("text", "said", "never"),
    [
        ("2027年网络安全，入侵检测2套，防火墙1台", "入侵检测2套", "检测入侵"),
        ("2027年设备购置，漏洞扫描1台", "购置漏洞扫描1台", "扫描漏洞"),
        ("2027年电梯检测20台", "检测电梯20台", "购置"),
    ],
)
def test_a_device_named_by_what_it_watches_is_bought(text, said, never):
    goal = draft(load_brief(text, ".txt")).filing.annual_goal or ""
    assert said in goal and never not in goal


def test_what_is_paid_in_turn_is_paid_in_one_rhythm():
    text = "训练补助，运动员150人、教练员18人，分别每人每月600元、900元，按10个月"
    assert [item[3] for item in _items(text)] == [6000, 9000]


def test_what_comes_of_the_money_is_no_expense():
    brief = load_brief("农产品展销会2场，每场5万元，成交额目标500万元", ".txt")
    assert [one.name for one in brief.items] == ["农产品展销会"]
    assert [(one.name, one.comparator, one.value, one.unit) for one in brief.targets] == [
        ("成交额", ">=", 5000000, "元")
    ]


def test_one_of_something_is_counted():
    brief = load_brief("火化机2台，每台68万，尾气处理系统一套35万", ".txt")
    assert [(one.name, one.quantity, one.unit, one.amount) for one in brief.items][1:] == [
        ("尾气处理系统", 1, "套", 350000)
    ]
    goal = draft(brief).filing.annual_goal or ""
    assert "尾气处理系统1套" in goal and "开发" not in goal


def test_a_wage_by_the_year_makes_no_years_of_people():
    assert _items("科普馆运行，讲解员3人年薪7.2万") == [("讲解员", 3, "人", 72000)]


def test_grades_of_what_the_sentence_names_carry_its_name():
    brief = load_brief("公厕保洁46座，一类12座每座每年6万，二类34座每座每年4.2万，共214.8万", ".txt")
    assert [one.name for one in brief.items] == ["一类公厕保洁", "二类公厕保洁"]
    assert brief.project_name == "公厕保洁项目"


def test_places_beside_what_is_priced_are_covered_and_not_bought():
    brief = load_brief("二次供水改造，18个小区，4200户，户均2800元", ".txt")
    assert [one.unit for one in brief.items] == ["户"]
    assert ("覆盖小区数", 18) in [(one.name, one.value) for one in brief.targets]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("监测终端120台1600元/台", ("监测终端", 120, "台", 1600)),
        ("鱼苗放流，水质监测2次每次1.2万", ("水质监测", 2, "次", 12000)),
        ("新生儿听力筛查2200例60元/例", ("新生儿听力筛查", 2200, "例", 60)),
        ("殡仪馆更新火化机2台，每台68万", ("殡仪馆火化机更新", 2, "台", 680000)),
    ],
)
def test_a_thing_keeps_its_name_and_price(text, item):
    assert _items(text) == [item]


def test_a_price_by_the_square_metre_is_one_unit():
    brief = load_brief("操场翻新，塑胶跑道3200平方米，每平方米260元", ".txt")
    assert [(one.name, one.unit_price) for one in brief.items] == [("塑胶跑道", 260)]
    assert not any("方米每平" in question.zh for question in brief.questions)


def test_who_is_given_something_is_not_bought():
    brief = load_brief("买奶粉，给85个婴儿每月发2罐，一罐180元", ".txt")
    assert "婴儿" not in [one.name for one in brief.items]
    assert ("覆盖婴儿数", 85) in [(one.name, one.value) for one in brief.targets]


def test_parts_of_what_was_counted_are_no_second_item():
    brief = load_brief("工作服200套（夏装冬装各100套），一套160", ".txt")
    assert [(one.name, one.quantity, one.unit_price) for one in brief.items] == [("工作服", 200, 160)]
    assert "夏装冬装各100套" in (brief.notes or "")


def test_what_the_thing_before_costs_is_no_part_of_the_total():
    brief = load_brief("2027年泵站维修，维修泵站6座，费用共48万元，另配件费5万元，总预算53万元", ".txt")
    assert [one.amount for one in brief.items] == [480000, 50000]
