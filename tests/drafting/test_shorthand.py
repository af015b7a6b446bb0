"""What a message shortens is read as it is meant, and what is read into it is said."""

import datetime as dt
from decimal import Decimal
from time import process_time

import pytest

from drafter.drafting import draft, load_brief
from drafter.drafting.free_shorthand import in_full


def _items(text: str) -> list[tuple[object, ...]]:
    return [(one.name, one.quantity, one.unit, one.unit_price, one.amount) for one in load_brief(text, ".txt").items]


def _targets(text: str) -> list[tuple[object, ...]]:
    return [(one.name, one.comparator, one.value, one.unit) for one in load_brief(text, ".txt").targets]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("28年采购座椅", "2028年采购座椅"),
        ("区档案馆，28年", "区档案馆，2028年"),
        ("镇文化站28年，电影120场", "镇文化站2028年，电影120场"),
        ("29年厨艺大赛，预算3万", "2029年厨艺大赛，预算3万"),
        ("25年以上房龄", "25年以上房龄"),
        ("服役26年的旧车", "服役26年的旧车"),
        ("合计3.6w", "合计3.6万"),
        ("用电30W灯具", "用电30W灯具"),
        ("绿地900平", "绿地900平方米"),
        ("每平80元", "每平方米80元"),
        ("场地平整300处", "场地平整300处"),
        ("总26万", "总共26万"),
        ("总500人", "总500人"),
        ("档案楼有2部货梯，每年", "档案楼货梯2部，每年"),
        ("我单位有3台锅炉", "锅炉3台"),
        ("全县有9个乡镇", "全县有9个乡镇"),
        ("没有2台空调", "没有2台空调"),
        ("年接诊人次2万以上", "年接诊不少于2万人次"),
        ("5月开工10月底完工", "5月开工，10月底完工"),
        ("会场租用6天*3500", "会场租用6天，每天3500元"),
        ("长椅12张900一张1.08万", "长椅12张，每张900元，1.08万"),
        ("客服7天*24小时", "客服7天*24小时"),
        ("培训2期，每期40人，共80人，资料费90/人", "培训2期，培训80人，每人90元"),
        ("培训2期，每期40人，共90人，资料费90/人", "培训2期，每期40人，共90人，资料费90/人"),
    ],
)
def test_shorthand_is_said_in_full(said, meant):
    assert in_full(said) == meant


def test_a_year_of_two_digits_is_read_and_said():
    brief = load_brief("会议室换投影2台，4500一台，28年", ".txt")
    assert brief.year == 2028
    assert any("“28年”按 2028 年计" in one.zh for one in brief.questions)


@pytest.mark.parametrize("office", ["县体育局", "机关事务服务中心", "镇政府办公室", "街道办"])
def test_an_office_alone_is_who_does_it_wherever_it_stands(office):
    brief = load_brief(f"采购折叠椅60把，每把45元。2028年，{office}", ".txt")
    assert (brief.implementer, brief.year) == (office, 2028)


def test_a_year_apart_from_the_title_is_the_year():
    brief = load_brief("区民政局 2028 家庭养老床位建设\n建床位60张，每张3000元，18万元", ".txt")
    assert (brief.project_name, brief.year, brief.implementer) == ("家庭养老床位建设", 2028, "区民政局")


def test_heads_of_sessions_are_who_comes_and_not_the_project():
    text = "2028年社区换届。培训工作人员2期共130人，一期9000元；印宣传单3万张，0.2元/张"
    assert ("参训人数", "=", 130, "人") in _targets(text)
    names = [row.name for row in draft(load_brief(text, ".txt")).filing.indicators]
    assert "工作人员培训期数" in names


def test_people_with_a_price_and_their_product_are_paid_for():
    text = "家庭医生签约服务补助，2028年。签约老人2万人，每人补8元，16万元"
    assert _items(text) == [("签约老人", 20000, "人", 8, None)]
    # No product says so: it is asked.
    brief = load_brief("家庭医生签约服务补助，2028年。签约老人2万人，每人补8元，30万元", ".txt")
    assert any("哪一项的单价" in one.zh for one in brief.questions)


def test_a_daily_allowance_is_no_price_of_a_session():
    text = (
        "电商培训，2028年。培训2期，每期40人，共80人，培训费900/人，计7.2万。"
        "给每个学员发生活补贴每天30元，每期10天，2.4万。总9.6万"
    )
    assert _items(text) == [("培训", 80, "人", 900, None), ("生活补贴", None, None, None, 24000)]
    assert load_brief(text, ".txt").budget_total == 96000


def test_a_price_by_the_head_is_one_of_visits():
    assert _items("保育员培训120人次，人均650，7.8万") == [("保育员培训", 120, "人次", 650, None)]


def test_a_meal_is_no_use_of_a_meal():
    text = "老年助餐，2028年，老人用餐补贴4元/餐，预计6万餐，共24万"
    assert [one[1:4] for one in _items(text)] == [(60000, "餐", 4)]


@pytest.mark.parametrize("price", ["每次45元", "45元一次"])
def test_a_price_of_one_time_is_one_of_visits(price):
    assert _items(f"2028年助浴200人次{price}，共9000元") == [("助浴", 200, "人次", 45, None)]


def test_committees_are_places():
    text = "30个村委会每个一名网格员，每人每年9600，共28.8万"
    assert _items(text) == [("网格员", 30, "名", 9600, None)]


@pytest.mark.parametrize(
    ("said", "row", "clause"),
    [
        ("消防检测达标", ("消防检测情况", "达标"), "消防检测达标"),
        ("竣工验收一次性合格", ("竣工验收情况", "合格"), "竣工验收合格"),
    ],
)
def test_a_result_in_a_word_is_a_target(said, row, clause):
    brief = load_brief(f"2028年礼堂屋面翻新800平，单价260元/平，{said}", ".txt")
    assert (brief.targets[0].name, brief.targets[0].value) == row
    filing = draft(brief).filing
    assert clause in (filing.annual_goal or "")
    assert [one.level2 for one in filing.indicators if one.name == row[0]] == ["质量指标"]


def test_what_must_be_is_promised_without_must():
    assert _targets("2028年采购警示灯40个，每个120元，5月底前必须到货") == [("任务完成时限", "=", "5月底前到货", None)]


def test_months_are_those_of_the_year_of_the_text():
    brief = load_brief("2028年渔民培训2期，每期6000元，时间4月到9月", ".txt")
    assert (brief.start_date, brief.end_date) == (dt.date(2028, 4, 1), dt.date(2028, 9, 30))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2028年养老服务补贴。护理床位补贴300张，每张900元，27万元", "按300张发放护理床位补贴"),
        ("2028年养老服务奖补。给4家优秀养老机构奖励，每家5万，20万元", "奖励优秀养老机构4家"),
        ("2028年社区法律服务，律师12名，每名8000元，共9.6万。另外普法讲座24场", "举办普法讲座24场"),
        ("2028年电梯维保6部，每部3000元，年检6部每部800元", "完成年检6部"),
    ],
)
def test_what_is_paid_or_held_is_said_so(text, said):
    assert said in (draft(load_brief(text, ".txt")).filing.annual_goal or "")


def test_who_is_satisfied_to_so_much_has_a_degree_of_it():
    assert _targets("2028年路灯更换60盏，每盏800元，居民满意92%") == [("居民满意度", "=", 92, "%")]


def test_what_never_happens_is_a_zero():
    assert _targets("2028年烟花燃放，2场，每场9万，不发生燃放安全事故") == [("燃放安全事故", "=", 0, "起")]


def test_events_of_a_meeting_are_no_meetings():
    assert _items("2028年职工运动会，比赛9个项目，裁判员20人次，每人次260元")[0][:3] == ("比赛项目", 9, "个")


def test_rooms_rented_by_the_day_are_an_expense():
    assert _items("2028年书画展，展厅租赁8天*4000，共3.2万")[0] == ("展厅租赁", 8, "天", 4000, None)


def test_land_that_is_reached_is_an_area():
    text = "2028年防雹，炮弹200枚，每枚1500元，预算30万，作物保护面积6万亩"
    assert ("作物保护面积", "=", 60000, "亩") in _targets(text)


def test_the_amounts_stay_exact():
    assert _items("铺草皮1250平，每平36.5元")[0][1:4] == (1250, "平方米", Decimal("36.5"))


@pytest.mark.parametrize("run", ["培训4期，每期3人，", "给每个学员发生", "楼有6部", "接诊人次3", "培"])
def test_a_long_text_is_said_in_full_in_time(run):
    def cost(length):
        text = run * (length // len(run))
        begun = process_time()
        in_full(text)
        return process_time() - begun

    cost(1000)
    # Four times as long; sixteen times as dear would be quadratic.
    assert cost(64000) < 10 * max(cost(16000), 0.1)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("2028年打击骗保，请会计师事务所检查药店25家，每家4000元", ("药店检查", 25, "家", 4000, None)),
        ("2028年医保监管，数据核验服务1项9万，折页1万份，每份0.6元", ("数据核验服务", 1, "项", None, 90000)),
        ("2028年实训室，吊顶300平每平120元", ("吊顶", 300, "平方米", 120, None)),
    ],
)
def test_who_is_asked_is_no_part_of_what_is_done(text, item):
    assert _items(text)[0] == item


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("追回资金不低于90万", ("追回资金金额", ">=", 900000, "元")),
        ("节约办公经费5万元", ("节约办公经费金额", ">=", 50000, "元")),
        ("年培训学员450人", ("年培训学员人数", "=", 450, "人")),
        ("秋收前完工", ("任务完成时限", "=", "秋收前完工", None)),
    ],
)
def test_what_comes_of_the_money_is_a_target(said, target):
    text = f"2028年设备更新，机床6台，每台9万元，共54万，{said}"
    brief = load_brief(text, ".txt")
    assert target in _targets(text)
    assert (brief.budget_total, len(brief.items)) == (540000, 1)


def test_a_price_that_waited_in_vain_finds_its_people_by_the_sum():
    text = "2028年健康干预：检测试剂500人份每份8元；随访服务300人次，60元/人次；讲座4场每场1000元。预算2.6万"
    assert _items(text) == [
        ("检测试剂", 500, "人份", 8, None),
        ("讲座", 4, "场", 1000, None),
        ("随访服务", 300, "人次", 60, None),
    ]
    doubtful = load_brief(text.replace("2.6万", "3万"), ".txt")
    assert any("60元/人次" in one.zh for one in doubtful.questions)
