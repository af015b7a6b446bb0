"""Statements without a sign between them, and no contradiction claimed that is none."""

import json
import time

import pytest

from drafter.drafting import draft, load_brief
from drafter.drafting.free_text import brief_from_text
from drafter.drafting.questions import questions_of


def _asked(text: str) -> str:
    brief = load_brief(text, ".txt")
    return "\n".join(question.zh for question in (*brief.questions, *questions_of(brief)))


def _items(text: str) -> list[tuple[object, ...]]:
    return [
        (item.name, item.quantity, item.unit, item.unit_price, item.amount) for item in load_brief(text, ".txt").items
    ]


def _targets(text: str) -> list[tuple[object, ...]]:
    return [(target.name, target.comparator, target.value, target.unit) for target in load_brief(text, ".txt").targets]


def _no_contradiction(text: str) -> None:
    asked = _asked(text)
    for claim in ("不一致", "不符", "相差", "两者不等", "有两个数", "有两个总额", "已超过"):
        assert claim not in asked, asked
    (filing,) = draft(text).report.documents[0].filings
    assert not {"ARI002", "ARI004"} & {finding.code for finding in filing.findings}


def test_the_price_of_one_right_behind_a_count_is_a_statement_of_its_own():
    text = "2027年18个站点每个站点3台一台1.2万 一共54台64.8万 另外换电池90块每块200元合1.8万 总的66.6万，装空气监测仪"
    _no_contradiction(text)
    brief = load_brief(text, ".txt")
    assert brief.budget_total == 666000
    assert all(item.name not in ("一台", "台") for item in brief.items)


def test_a_sum_behind_all_of_a_count_is_what_that_count_costs():
    text = "2027年给食堂装净水器，12所学校每所3台一台5000 一共36台18万 另外换滤网60张每张100元合6000元 总的18.6万"
    _no_contradiction(text)
    assert load_brief(text, ".txt").budget_total == 186000
    assert [row[1:4] for row in _items(text)] == [(36, "台", 5000), (60, "张", 100)]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2027年报刊亭更新20座，每座三万，共计60万，其中市财政45万，邮政公司出15万", 150000),
        ("2027年水渠清淤5公里，每公里4万元，共20万元，其中县财政16万元，受益农户承担4万元", 40000),
    ],
)
def test_who_gives_money_before_the_sum_is_a_source_and_no_expense(text, other):
    _no_contradiction(text)
    brief = load_brief(text, ".txt")
    assert (len(brief.items), brief.other) == (1, other)


def test_who_pays_the_rest_is_heard_behind_a_sum_without_a_comma():
    brief = load_brief("2027年泵站养护6座每座2万元，预算12万元，省里补5万其余县里出", ".txt")
    assert (brief.budget_total, brief.current_appropriation) == (120000, 120000)


def test_prices_in_a_bracket_are_those_of_what_was_counted_before_it():
    text = "防溺水宣传，进学校40场次，手册2万份，钱6万（手册一份1.5元，活动一场750）。2027年"
    _no_contradiction(text)
    assert [row[1:] for row in _items(text)] == [(40, "场次", 750, None), (20000, "份", 1.5, None)]


def test_a_price_by_the_month_may_stand_before_what_it_is_for():
    text = "2027年摄像头维护150个30元每个每月一年5.4万，平台服务费两万，预算七万四千元整"
    _no_contradiction(text)
    assert _items(text)[0][1:4] == (150, "个", 360)
    assert load_brief(text, ".txt").budget_total == 74000


@pytest.mark.parametrize("text", ["年度2027\n血压计 20台 300元/台\n共计 6000元", "预算年度 2027\n血压计 20台 300元/台"])
def test_a_year_behind_its_label_without_a_colon_is_the_year(text):
    assert load_brief(text, ".txt").year == 2027
    assert "2027" not in str(load_brief(text, ".txt").notes)


def test_prices_of_two_grades_go_to_each_of_them():
    text = "文物建筑修缮 一级6处 二级20处 一级一处50000二级20000 2027 共70万 完好率100 年内失火0起"
    assert [row[1:4] for row in _items(text)] == [(6, "处", 50000), (20, "处", 20000)]
    assert ("完好率", "=", 100, "%") in _targets(text)
    assert load_brief(text, ".txt").project_name == "文物建筑修缮"


def test_what_is_counted_and_priced_clause_by_clause_is_one_item():
    text = "河边栏杆，不锈钢的，500米，一米320，合计17万，2027，9月底装好"
    assert [row[1:4] for row in _items(text)] == [(500, "米", 320)]
    asked = _asked(text)
    assert "160,000" in asked and "170,000" in asked
    assert "没有写项目名称" in asked
    assert "9月底装好" in [row[2] for row in _targets(text)]


def test_a_limit_that_is_more_than_the_money_is_no_price():
    text = "助残创业\n补助额度一百万，扶持店铺50家，每家不超过3万\n2027，兑现率要到九成"
    brief = load_brief(text, ".txt")
    assert brief.budget_total == 1000000
    assert brief.items[0].unit_price is None
    assert ("<=", 30000, "元") in [row[1:] for row in _targets(text)]
    assert ("兑现率", ">=", 90, "%") in _targets(text)
    _no_contradiction(text)
    assert "上限" in _asked(text)


@pytest.mark.parametrize("later", ["后来主任说改成800个", "最后又定成800个", "开会后调整为800个"])
def test_a_later_count_is_asked_and_no_item(later):
    text = f"2027年社区消防箱600个，150元一个，9万。{later}，预算不变。完好率98%以上"
    asked = _asked(text)
    assert "600个" in asked and "800个" in asked and "120,000" in asked
    assert [row[1:4] for row in _items(text)] == [(600, "个", 150)]
    assert [row[0] for row in _targets(text)] == ["完好率"]


def test_heads_without_a_classifier_are_counted_as_heads():
    text = "2027年村医津贴，人数60，每人每月500，12个月，资金36万"
    assert [row[1:4] for row in _items(text)] == [(60, "人", 6000)]


def test_a_name_before_a_year_is_what_is_held():
    text = "返乡创业大赛2027办4场每场2.5万，另电商培训5期100人人均800，一共18万"
    rows = _items(text)
    assert rows[0][1:4] == (4, "场", 25000)
    assert (100, "人", 800) in [row[1:4] for row in rows]
    _no_contradiction(text)


def test_so_many_people_behind_their_word_need_no_unit():
    assert ("~", 12000, "人") in [row[1:] for row in _targets("2027年文化下乡演出30场每场5000元，来的观众一万二左右")]


def test_a_count_of_the_purpose_is_held_against_the_only_item_of_that_unit():
    brief = {"project_name": "流浪猫管理", "year": 2027, "budget_total": 28000, "purpose": "为全区1500只家猫免费驱虫"}
    items = [{"name": "猫只驱虫", "quantity": 1400, "unit": "只", "unit_price": 20}]
    asked = [question.zh for question in questions_of(load_brief(json.dumps(brief | {"items": items}), ".json"))]
    assert any("1500只" in zh and "1,400只" in zh for zh in asked)
    items[0] |= {"quantity": 1500, "unit_price": 18}
    assert not questions_of(load_brief(json.dumps(brief | {"budget_total": 27000, "items": items}), ".json"))


def test_a_brief_without_items_is_told_so():
    brief = {"project_name": "侨务联谊", "year": 2027, "budget_total": 28000, "tasks": ["联谊会"]}
    assert "items" in [question.field for question in questions_of(load_brief(json.dumps(brief), ".json"))]


def test_prices_in_a_bracket_before_the_counts_are_theirs_too():
    text = "旧书搬迁，钱5万（打包一箱10，书架一组3000），2000箱，书架10组，2027"
    _no_contradiction(text)
    assert (10, "组", 3000) in [row[1:4] for row in _items(text)]


@pytest.mark.parametrize("who", ["市级出20万 水务集团出5万", "市上出20万剩下集团出", "县里出20万剩下乡上出"])
def test_every_level_and_every_firm_may_give_the_money(who):
    text = f"2027年清漂船租用5条，每条5万元，合计25万 {who}"
    _no_contradiction(text)
    assert len(_items(text)) == 1


def test_the_sum_of_one_of_several_items_is_no_part_of_the_total_alone():
    text = "2027年闸门维修，维修闸门4座，费用共20万元，另材料费6万元，总预算26万元"
    _no_contradiction(text)
    assert 200000 in [row[4] for row in _items(text)]


def test_a_monthly_price_of_one_behind_a_count_and_for_how_long():
    text = "2027年防汛，租抽水泵4台一台一个月2万租3个月，共24万"
    assert [row[1:4] for row in _items(text)] == [(4, "台", 60000)]


def test_a_year_before_a_count_with_a_blank_between_is_the_year():
    assert load_brief("养老院厨房改造2027 12家 每家装烟道1套 一套3000 总共3.6万", ".txt").year == 2027


def test_what_is_mended_by_the_metre_is_an_item():
    assert [row[1:4] for row in _items("护栏修补，800米，一米120，9.6万，2027年")] == [(800, "米", 120)]


def test_how_many_there_are_in_all_contradicts_no_item():
    brief = {
        "project_name": "流浪猫管理",
        "year": 2027,
        "budget_total": 28000,
        "purpose": "全区现有家猫15000只，改善环境",
    }
    items = [{"name": "猫只驱虫", "quantity": 1400, "unit": "只", "unit_price": 20}]
    assert not questions_of(load_brief(json.dumps(brief | {"items": items}), ".json"))


def _seconds(text: str) -> float:
    best = 60.0
    for _ in range(2):
        start = time.process_time()
        brief_from_text(text)
        best = min(best, time.process_time() - start)
    return best


def test_blanks_without_end_take_time_by_the_length_of_the_text():
    """Eight times the text; quadratic time would be 64 times."""
    assert _seconds("A B " * 8_000) < 24 * max(_seconds("A B " * 1_000), 0.01)
