"""Slips of a clerk who edits last year's form: one place changed and not the other, digits moved, another's unit."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, said


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("=472株", []),
        ("=572株", ["warning"]),
        ("=742株", ["warning"]),
        # Another plan altogether.
        ("=900株", []),
    ],
)
def test_the_parts_of_a_total_do_not_hide_its_row(target: str, found: list[str]) -> None:
    goal = (
        "对全区古树名木及后续资源472株实施养护"
        "（其中一级保护古树36株、二级保护古树214株、名木2株、古树后续资源220株），完成复壮15株。"
    )
    rows = f"产出指标|数量指标|古树名木养护株数|{target}", "产出指标|数量指标|古树复壮株数|=15株"
    assert said("MAT001", filing(*rows, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("target", "found"), [("≤20个工作日", []), ("≤30个工作日", ["warning"]), ("≤2个工作日", ["warning"])]
)
def test_two_limits_of_time_that_are_all_there_is(target: str, found: list[str]) -> None:
    goal = "补贴发放准确率100%，申请受理后20个工作日内发放到位。"
    rows = "产出指标|质量指标|补贴发放准确率|=100%", f"产出指标|时效指标|补贴发放时限|{target}"
    assert said("MAT001", filing(*rows, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("运营补贴拨付及时率", "=100%", []),
        ("运营补贴拨付及时率", "=10%", ["warning"]),
        ("养护任务完成及时率", "=200%", ["error"]),
        ("养护任务完成率", "≥105%", []),
        ("居民满意度", "≥58%", ["warning"]),
        ("居民满意度", "≥60%", []),
        # A change, a harm and a share of few are small by nature.
        ("居民满意度提高", "≥5%", []),
        ("抽检不合格率", "≤3%", []),
        ("适龄儿童入园率", "≥30%", []),
    ],
)
def test_a_rate_that_lost_a_digit(name: str, target: str, found: list[str]) -> None:
    assert said("VAL004", filing(f"产出指标|质量指标|{name}|{target}")) == found


def test_a_low_rate_that_the_goal_has_as_well_is_meant() -> None:
    row = "满意度指标|服务对象满意度指标|居民满意度|≥55%"
    assert said("VAL004", filing(row, annual_goal="居民满意度达到55%。")) == []


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("古树复壮株数", "=15米", ["warning"]),
        ("古树复壮株数", "=15棵", []),
        ("路灯更换盏数", "=60套", []),
        ("床位使用床日数", "=900床日", []),
    ],
)
def test_a_name_that_says_what_is_counted(name: str, target: str, found: list[str]) -> None:
    assert said("VAL003", filing(f"产出指标|数量指标|{name}|{target}")) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("提供助餐服务21.6万人次，其中堂食15万人次、送餐6.6万人次。", []),
        ("提供助餐服务26.1万人次，其中堂食15万人次、送餐6.6万人次。", ["warning"]),
        # Two figures say too little, and 其中 may leave parts out.
        ("举办活动42场，其中讲座15场、展览9场。", []),
        ("提供助餐服务25万人次，其中堂食15万人次、送餐6.6万人次。", []),
    ],
)
def test_a_total_with_two_digits_moved(goal: str, found: list[str]) -> None:
    assert said("ARI008", filing(annual_goal=goal)) == found


@pytest.mark.parametrize(("money", "found"), [("4800万元", []), ("480万元", ["warning"]), ("4008万元", ["warning"])])
def test_who_names_two_levels_in_one_leaves_none_out(money: str, found: list[str]) -> None:
    goal = f"年度投资6000万元，其中中央和省级资金{money}、市县配套资金1200万元。"
    assert said("ARI008", filing(annual_goal=goal, funding={"annual_total": "60000000.00"})) == found


_LEVELS = {"annual_total": "6000000.00", "upper_level": "4200000.00", "own_level": "1800000.00"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("落实中央补助资金420万元、县级配套180万元。", []),
        ("落实中央补助资金240万元、县级配套180万元。", ["warning"]),
        ("落实中央补助资金240万元。", ["warning"]),
        # The province's part may be another's, where the text does not say the rest.
        ("落实中央补助资金300万元。", []),
        ("落实中央补助资金300万元、省级补助120万元、县级配套180万元。", []),
    ],
)
def test_money_from_above_by_the_name_of_who_gives_it(words: str, found: list[str]) -> None:
    assert said("ARI012", filing(annual_goal=words, funding=_LEVELS)) == found


_LINES = [
    {"item": "堂食运营补贴", "unit_price": "2", "quantity": "150000", "amount": "300000.00"},
    {"item": "送餐运营补贴", "unit_price": "5", "quantity": "66000", "amount": "330000.00"},
    {"item": "新建助餐点补助", "unit_price": "80000", "quantity": "4", "amount": "320000.00"},
]


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("按堂食每人次2元、送餐每人次补贴5元安排运营补贴63万元。", []),
        ("按堂食每人次2元、送餐每人次补贴5元安排运营补贴68万元。", ["warning"]),
        ("新建助餐点4个，每个一次性补助8万元。", []),
        ("新建助餐点4个，每个一次性补助6万元。", ["warning"]),
    ],
)
def test_money_of_several_lines_and_of_each_thing(goal: str, found: list[str]) -> None:
    assert said("ARI009", filing(annual_goal=goal, budget_lines=_LINES, funding={"annual_total": "950000.00"})) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("为850名困难毕业生发放求职补贴，每人1500元。", []),
        ("为850名困难毕业生发放求职补贴，每人2500元。", ["warning"]),
        ("为850名困难毕业生发放求职补贴；培训2000人次。", []),
    ],
)
def test_what_each_gets_stands_between_count_and_price(goal: str, found: list[str]) -> None:
    lines = [
        {"item": "一次性求职补贴", "unit_price": "1500", "quantity": "850", "amount": "1275000.00"},
        {"item": "职业技能培训", "unit_price": "1800", "quantity": "2000", "amount": "3600000.00"},
    ]
    assert said("ARI009", filing(annual_goal=goal, budget_lines=lines, funding={"annual_total": "4875000.00"})) == found


@pytest.mark.parametrize(
    ("said_price", "row", "found"),
    [
        ("3.2万元", "3.2万元/辆", []),
        ("2.3万元", "3.2万元/辆", ["warning"]),
        ("3.2万元", "3.2元/辆", ["warning"]),
    ],
)
def test_what_finance_pays_for_each_in_a_year(said_price: str, row: str, found: list[str]) -> None:
    one = filing(
        f"成本指标|经济成本指标|校车运营补贴标准|={row}",
        project_name="农村校车运营补贴",
        annual_goal=f"运行校车75辆，县财政按每辆车每年{said_price}给予运营补贴。",
        funding={"annual_total": "2400000.00"},
    )
    assert said("ARI009", one) == found


def test_a_price_of_a_day_beside_the_days_of_school() -> None:
    lines = [{"item": "初中生膳食补助", "unit_price": "800", "quantity": "2000", "amount": "1600000.00"}]
    one = filing(
        annual_goal="为2000名初中生提供膳食补助，每生每天4元。",
        budget_lines=lines,
        funding={"annual_total": "1600000.00"},
    )
    assert said("ARI009", one) == []


@pytest.mark.parametrize(("fee", "codes"), [("14.4万元", []), ("24.4万元", ["ARI008", "ARI009"])])
def test_the_explanation_has_the_money_of_the_lines(fee: str, codes: list[str]) -> None:
    lines = [
        {"item": "辅助调查员补贴", "unit_price": "600", "quantity": "576", "amount": "345600.00"},
        {"item": "调查户礼品", "unit_price": "50", "quantity": "2880", "amount": "144000.00"},
        {"item": "业务培训", "unit_price": "40400", "quantity": "1", "amount": "40400.00"},
    ]
    text = f"2026年预算安排53万元，其中辅助调查员补贴34.56万元、调查户礼品{fee}。"
    one = filing(narrative=text, budget_lines=lines, funding={"annual_total": "530000.00"})
    assert [code for code in ("ARI008", "ARI009") if said(code, one)] == codes


_TWO = "举办招聘会60场（线下36场、线上24场），提供岗位500个。"


@pytest.mark.parametrize(
    ("offline", "online", "found"),
    [("≥36场", "≥24场", []), ("≥24场", "≥36场", ["warning"])],
)
def test_two_rows_that_have_each_other_s_values(offline: str, online: str, found: list[str]) -> None:
    rows = f"产出指标|数量指标|举办线下招聘会|{offline}", f"产出指标|数量指标|举办线上招聘会|{online}"
    assert said("MAT001", filing(*rows, annual_goal=_TWO)) == found


@pytest.mark.parametrize(
    ("pupils", "buses", "found"),
    [("≥3150名", "75辆", []), ("75辆", "≥3150名", ["warning"])],
)
def test_crossed_rows_may_share_words_with_others(pupils: str, buses: str, found: list[str]) -> None:
    rows = f"产出指标|数量指标|乘坐校车学生数|{pupils}", f"产出指标|数量指标|运行校车数量|{buses}"
    assert said("MAT001", filing(*rows, annual_goal="为3150名学生提供接送服务，运行校车75辆。")) == found


def test_numbers_that_stand_twice_cross_nothing() -> None:
    rows = "产出指标|数量指标|宫颈癌筛查人数|≥8000人", "产出指标|数量指标|乳腺癌筛查人数|≥8000人"
    assert said("MAT001", filing(*rows, annual_goal="宫颈癌筛查8000人、乳腺癌筛查8000人。")) == []


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("2025—2027年建设农田6万亩。", 0),
        ("2025—3027年建设农田6万亩。", 1),
        ("2205—2027年建设农田6万亩。", 1),
        ("2027—2025年建设农田6万亩。", 1),
        ("2206年预算安排53万元。", 1),
        ("展示5000年文明，修缮2500年古柏。", 0),
        ("保护距今5300—4300年的遗址，复壮树龄3210年的古柏。", 0),
        ("加固设计年限2150年的堤坝。", 0),
        ("数据于每月25日前上报。", 0),
        ("数据于每月35日前上报。", 1),
    ],
)
def test_years_and_days_that_cannot_be(goal: str, found: int) -> None:
    assert len(said("TIM001", filing(annual_goal=goal))) == found


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("管护工程完好率", "2026年10月底前", ["warning"]),
        ("资金拨付及时率", "2026年10月底前", []),
        ("工程验收时间", "2026年10月底前", []),
    ],
)
def test_a_rate_that_has_the_date_of_the_next_row(name: str, target: str, found: list[str]) -> None:
    assert said("VAL007", filing(f"产出指标|质量指标|{name}|{target}")) == found


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("施工安全责任事故", "=0起", []),
        ("施工安全责任事故", "=1起", ["warning"]),
        ("施工安全责任事故", "≤1起", []),
        ("排查事故隐患", "=200处", []),
        ("因公死亡抚恤人数", "=20人", []),
        ("安全事故发生起数", "=1起", ["warning"]),
    ],
)
def test_nobody_plans_an_accident(name: str, target: str, found: list[str]) -> None:
    assert said("VAL006", filing(f"效益指标|社会效益指标|{name}|{target}")) == found


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("项目总成本", "≤240万元", []),
        ("项目总成本", "≤24万元", ["warning"]),
        ("项目总投资", "≤240元", []),
        ("宣传总费用", "≤24万元", []),
        ("项目总成本", "≤200万元", []),
    ],
)
def test_all_that_a_project_costs(name: str, target: str, found: list[str]) -> None:
    one = filing(f"成本指标|经济成本指标|{name}|{target}", funding={"annual_total": "2400000.00"})
    assert [one for one in said("ARI012", one) if target != "≤240元"] == found


@pytest.mark.parametrize(
    ("target", "found"),
    [("≤900元/张", []), ("≤800元/张", ["warning"]), ("≤950元/张", []), ("=950元/张", ["warning"]), ("≤450元/张", [])],
)
def test_a_line_pays_no_more_than_its_price_row(target: str, found: list[str]) -> None:
    lines = [{"item": "讲台采购", "unit_price": "900", "quantity": "40", "unit": "张", "amount": "36000.00"}]
    one = filing(
        f"成本指标|经济成本指标|讲台采购单价|{target}", budget_lines=lines, funding={"annual_total": "36000.00"}
    )
    assert [severity for severity in said("ARI003", one) if severity != "info"] == found


@pytest.mark.parametrize(
    ("name", "target", "goal", "found"),
    [
        ("全年运行天数", "=190个", "运行校车75辆，全年运行190天。", ["warning"]),
        ("全年运行天数", "=190天", "运行校车75辆，全年运行190天。", []),
        ("村道里程", "=756条", "养护村道756公里。", ["warning"]),
        ("养护村道条数", "=3条", "养护村道3公里。", []),
        ("培训人数", "=240人次", "培训240人。", []),
        # Another number of the table is the goal's.
        ("配套泵站数量", "=42座", "改造渠道42公里、配套泵站9座。", []),
    ],
)
def test_one_number_in_units_of_two_sorts(name: str, target: str, goal: str, found: list[str]) -> None:
    one = filing(f"产出指标|数量指标|{name}|{target}", annual_goal=goal)
    assert [severity for severity in said("MAT001", one) if severity == "warning"] == found


@pytest.mark.parametrize(("target", "found"), [("每月15日前", []), ("每月25日前", ["warning"]), ("每季度末", [])])
def test_a_day_of_every_month(target: str, found: list[str]) -> None:
    one = filing(f"产出指标|时效指标|资金发放时间|{target}", annual_goal="每月15日前完成资金发放，发放准确率100%。")
    assert said("MAT001", one) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("完善以14个街镇分馆和62个服务点为支撑的服务网络，接待读者42万人次。", ["info", "info"]),
        ("完善服务网络，新建14个街镇分馆。", ["warning"]),
    ],
)
def test_what_a_network_rests_on_is_no_promise(goal: str, found: list[str]) -> None:
    row = "效益指标|社会效益指标|接待读者人次|≥42万人次"
    assert said("MAT002", filing(row, annual_goal=goal)) == found


@pytest.mark.parametrize(("price", "found"), [("6000元", []), ("5000元", ["warning"])])
def test_a_price_in_the_general_words_of_the_project(price: str, found: list[str]) -> None:
    one = filing(
        "成本指标|经济成本指标|日常养护标准|=6000元/公里",
        project_name="农村公路日常养护",
        annual_goal=f"养护农村公路1404公里；按每公里每年{price}安排养护资金。",
        funding={"annual_total": "8424000.00"},
    )
    assert said("ARI009", one) == found


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("网点补助标准", "≥3000吨", ["warning"]),
        ("网点补助标准", "=5000元/个", []),
        ("消毒设备购置成本", "≤18家", ["warning"]),
        ("消毒设备购置成本", "≤4.5万元/台", []),
        # Two grades, or the standard as it is.
        ("困难补助标准", "=2档", []),
        ("困难补助标准", "=100%", []),
    ],
)
def test_a_price_that_has_the_count_of_the_next_row(name: str, target: str, found: list[str]) -> None:
    assert said("VAL003", filing(f"成本指标|经济成本指标|{name}|{target}")) == found


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        ("设备故障修复时间不超过24小时", []),
        ("设备故障修", ["warning"]),
        ("设备故障修复时间", ["warning"]),
        ("设备故障修复时间缩短", ["info"]),
    ],
)
def test_a_goal_that_stops_within_the_name_of_a_row(tail: str, found: list[str]) -> None:
    one = filing(
        "产出指标|时效指标|设备故障修复时间|≤24小时", annual_goal=f"巡检137处测站，数据到报率不低于98%，{tail}"
    )
    assert said("TXT002", one) == found


@pytest.mark.parametrize(
    ("tail", "name", "found"),
    [
        ("配备测流设备", "配备测流设备数量", ["info"]),
        ("配备测流设备", "配备测流设备", ["info"]),
        ("配备测流设", "配备测流设备数量", ["warning"]),
        ("配备测流设备数量", "配备测流设备数量", ["warning"]),
    ],
)
def test_a_goal_may_end_with_what_a_row_counts(tail: str, name: str, found: list[str]) -> None:
    one = filing(f"产出指标|数量指标|{name}|=5台", annual_goal=f"巡检137处测站，数据到报率不低于98%，{tail}")
    assert said("TXT002", one) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年安排日常养护资金842.4万元。", ["warning"]),
        ("2026年安排日常养护资金842.4万元。", []),
        ("2025年安排日常养护资金842.4万元，2026年安排842.4万元。", []),
        ("2025年安排日常养护资金800万元。", []),
    ],
)
def test_this_year_s_money_with_last_year_s_date(text: str, found: list[str]) -> None:
    one = filing(annual_goal="养护公路1404公里。", narrative=text, funding={"annual_total": "8424000.00"})
    assert said("TIM003", one) == found
