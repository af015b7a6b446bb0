"""The boundaries of the rules about values: what they find, what they leave alone."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from drafter.checking.rules import catalogue
from tests.checking.rows import filing, run, said

QUANTITY, QUALITY, TIME = "产出指标 | 数量指标", "产出指标 | 质量指标", "产出指标 | 时效指标"
SOCIAL, SATISFIED, COST = "效益指标 | 社会效益指标", "满意度指标 | 服务对象满意度指标", "成本指标 | 经济成本指标"


def one(code: str, labels: str, name: str, target: str) -> list[str]:
    return said(code, filing(f"{labels} | {name} | {target}"))


def test_a_lost_value_is_insufficient_and_a_blank_column_is_one_finding() -> None:
    shifted = run("VAL001", filing(f"{QUANTITY} | 巡查人数 | ", certain=False))
    assert shifted.outcomes["VAL001"] == "insufficient"
    column = run("VAL001", filing(*(f"{QUANTITY} | 第{n}项 | " for n in "一二三四五")))
    assert len(column.findings) == 1 and len(column.findings[0].related) == 4


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("巡查服务点", "=22", ["warning"]),
        ("有责投诉率", "=0", ["info"]),
        ("补贴到位率（%）", "100", []),
        ("培训费用（单位：万元）", "3", []),
        ("购买服务（保安）", "2", ["warning"]),
        ("第三方考核得分", "≥90", []),
        ("巡查服务点", "=22(个)", []),
    ],
)
def test_a_number_needs_a_unit_unless_its_name_has_one(name: str, target: str, expected: list[str]) -> None:
    assert one("VAL002", QUANTITY, name, target) == expected


def test_unit_prices_in_two_forms_are_told_the_form_that_is_printed() -> None:
    rows = (f"{COST} | 信件寄送单价 | =14元", f"{COST} | 包裹寄送单价 | =20元/件")
    (price,) = run("VAL002", filing(*rows)).findings
    assert price.message.endswith("宜统一写成“元/件”这样的单位")


def test_two_spellings_of_a_unit_are_one_advice_and_two_classifiers_none() -> None:
    assert said("VAL002", filing(f"{QUANTITY} | 草坪 | =3平方米", f"{QUANTITY} | 花坛 | =4㎡")) == ["info"]
    assert said("VAL002", filing(f"{QUANTITY} | 保安 | =3人", f"{QUANTITY} | 保洁员 | =4名")) == []


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("宣传覆盖率", "=14(街镇)", True),
        ("参训人数", "=300(份)", True),
        ("参训人数", "=300(名)", False),
        ("受益户数", "=300(人)", True),
        ("印制单价", "=2(份)", True),
        ("印制单价", "=2(元/份)", False),
        ("绿地养护面积", "=300(米)", True),
        ("绿地养护面积", "=3(公顷)", False),
        ("响应时间", "≤30(元)", True),
        ("有效率", "≥95(%)", False),
        ("业务效率", "=3(件)", False),
        ("成功率", "=3(件)", True),
        ("平均办理时间", "缩短20%", False),
        ("孕产妇死亡率", "≤8(1/10万)", False),
        ("技术参数", "=3(%)", False),
        ("补贴资金数量", "=3(万元)", False),
        ("公交运营里程", "≥300万车公里", False),
    ],
)
def test_the_unit_fits_what_the_name_asks_for(name: str, target: str, found: bool) -> None:
    assert bool(one("VAL003", QUANTITY, name, target)) is found


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("验收合格率", "=900%", ["error"]),
        ("验收合格率", "=100.0%", []),
        ("验收合格率", "=100.1%", ["error"]),
        ("系统故障率", "≤-1%", ["error"]),
        ("任务完成率", "≥120%", []),
        ("任务完成率", "=900%", ["error"]),
        ("营业收入增长率", "≥300%", []),
        ("价格变动幅度", "≥-2%", []),
        ("婴儿死亡率", "≤4‰", []),
        ("设施投放比重", "≥130%", ["warning"]),
        ("准确率", "95%~105%", ["error"]),
    ],
)
def test_shares_stay_between_nothing_and_all(name: str, target: str, expected: list[str]) -> None:
    assert one("VAL004", QUALITY, name, target) == expected


def test_a_two_read_for_a_sign_is_said() -> None:
    [finding] = run("VAL004", filing(f"{SATISFIED} | 居民满意度 | 290%")).findings
    assert "≥90%" in finding.message


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("培训场次", "=3.5(场)", ["error"]),
        ("培训场次", "=3.00(场)", []),
        ("培训人次", "≥2.5(万人次)", []),
        ("人均借阅量", "≥3.5(册)", []),
        ("培训班期数", "=-2(期)", ["error"]),
        ("净增床位", "≥-5(张)", []),
        ("管网长度", "=1.5(公里)", []),
        ("授课时长", "=1.5(课时)", []),
        ("床位数", "=90.5~95(张)", ["error"]),
    ],
)
def test_counts_are_whole(name: str, target: str, expected: list[str]) -> None:
    assert one("VAL005", QUANTITY, name, target) == expected


@pytest.mark.parametrize(
    ("labels", "name", "target", "expected"),
    [
        (QUALITY, "道路完好率", "≤98%", ["warning"]),
        (QUALITY, "污染物排放达标率", "≤98%", ["warning"]),
        (QUALITY, "调查数据差错率", "≥0.5%", ["warning"]),
        (QUALITY, "调查数据差错率", "≤0.5%", []),
        (QUALITY, "投诉处置率", "≥95%", []),
        (QUALITY, "平均无故障时间", "≥1000小时", []),
        (QUALITY, "CPU使用率", "≤70%", []),
        (TIME, "故障响应时间", "≥30分钟", ["warning"]),
        (TIME, "设备质保期限", "≥3年", []),
        (TIME, "设备质保期限", "≤3年", ["warning"]),
        (COST, "项目总成本", "≥5万元", ["warning"]),
        (COST, "采购节约成本", "≥5万元", []),
        (COST, "临时救助标准", "≥1800元/人次", []),
        (QUANTITY, "宣传册印制数量", "≤7000份", ["info"]),
        (QUANTITY, "线下会议次数", "≤6次", []),
        (SATISFIED, "居民满意度", "=95%", ["info"]),
        (SATISFIED, "居民满意度", "=100%", []),
    ],
)
def test_comparators_point_the_good_way(labels: str, name: str, target: str, expected: list[str]) -> None:
    assert one("VAL006", labels, name, target) == expected


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("档案合格率", "基本合格", ["warning"]),
        ("待遇享受成功率", "应享尽享", ["info"]),
        ("受助学生人数", "应助尽助", ["info"]),
        ("响应时间", "立即响应", ["info"]),
        ("验收时间", "11月底前", []),
        ("技术参数", "符合合同", []),
        ("送达及时性", "及时", []),
    ],
)
def test_names_that_promise_numbers_want_them(name: str, target: str, expected: list[str]) -> None:
    assert one("VAL007", QUALITY, name, target) == expected


@pytest.mark.parametrize(
    ("name", "target", "vague"),
    [
        ("办事便利程度", "稳步提升", True),
        ("评审准确性", "基本正确", True),
        ("窗口便民服务", "成效明显", True),
        ("长效管理确保性", "确保", True),
        ("材料流转", "及时（与委托方要求一致）", False),
        ("纠纷避免情况", "无重大纠纷", False),
        ("回访机制", "建立健全", False),
        ("土壤侵蚀强度", "由中度降为轻度", False),
        ("知识库更新", "每周更新", False),
    ],
)
def test_vague_is_what_nobody_can_measure(name: str, target: str, vague: bool) -> None:
    assert bool(one("VAL008", SOCIAL, name, target)) is vague


def test_a_row_is_told_of_once() -> None:
    rows = (
        f"{SATISFIED} | 居民满意度 | 较高",
        f"{QUALITY} | 档案合格率 | 基本合格",
        f"{COST} | 成本控制有效性 | 有效",
        f"{SOCIAL} | 服务便利性保障 | 保障",
        f"{SOCIAL} | 服务水平 | 逐步提升",
    )
    report = check_filing(filing(*rows, profile="shanghai-2026"), rules=catalogue())
    places = [(finding.code, finding.primary.path) for finding in report.findings if "target" in finding.primary.path]
    assert sorted(places) == [
        ("POL004", "indicators[2].target"),
        ("VAL007", "indicators[1].target"),
        ("VAL008", "indicators[4].target"),
        ("VAL009", "indicators[3].target"),
        ("VAL010", "indicators[0].target"),
    ]


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("成本控制有效性", "有效性", True),
        ("成本控制有效性", "有效", False),
        ("档案管理规范性", "规范", False),
        ("全年服务保障", "全年", False),
        ("队伍稳定性保障", "保障", True),
    ],
)
def test_a_piece_of_the_name_is_no_value(name: str, target: str, found: bool) -> None:
    assert bool(one("VAL009", SOCIAL, name, target)) is found


def test_satisfaction_is_a_number_and_a_survey_is_not_satisfaction() -> None:
    assert one("VAL010", SATISFIED, "居民满意度", "较高") == ["warning"]
    assert one("VAL010", SATISFIED, "居民满意度", "满意的占九成以上") == []
    assert run("VAL010", filing(f"{QUANTITY} | 满意度调查次数 | 每季度一次")).outcomes["VAL010"] == "not_applicable"


@pytest.mark.parametrize(
    ("labels", "name", "target", "found"),
    [
        (QUANTITY, "宣传册印制数量", "=0(份)", True),
        (QUANTITY, "矛盾纠纷受理件数", "≥0件", True),
        (QUANTITY, "矛盾纠纷发生件数", "=0件", False),
        (QUALITY, "验收合格率", "=0%", True),
        (SOCIAL, "重大食品安全事故", "=0(起)", False),
        (SOCIAL, "受益人数", "=0(人)", False),
    ],
)
def test_a_zero_is_a_defect_where_something_is_to_be_done(labels: str, name: str, target: str, found: bool) -> None:
    assert bool(one("VAL011", labels, name, target)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("培训XX人次。", True),
        ("为某某街道培训12场。", True),
        ("印制宣传册（  ）份。", True),
        ("地点待定。", True),
        ("采购XXL号运动服200套。", False),
        ("建设定点医院待定点后开诊。", False),
        ("为某区居民服务。", False),
        ("**年内培训12场**。", False),
    ],
)
def test_placeholders_are_found_and_letters_are_not(text: str, found: bool) -> None:
    assert bool(said("VAL012", filing(f"{QUANTITY} | 培训场次 | =12(场)", annual_goal=text))) is found


@pytest.mark.parametrize(
    ("goal", "lost"),
    [
        ("设备完好率达到95，群众满意度达到90以上。", ["95", "90"]),
        ("设备完好率100；群众满意率不低于90。", ["100", "90"]),
        ("设备完好率达到95%，群众满意度≥ 90 。", ["90"]),
        ("设备完好率达到95％，群众满意度达到90 %。", []),
        ("设备完好率、群众满意度分别达到95、90%。", []),
        ("设备完好率达到95（%），群众满意度达到90以上(%)。", []),
        ("设备完好率95-98%，群众满意度达到90分。", []),
        ("设备完好率为0，群众满意度调查90人。", []),
        ("设备完好率达到1200，群众满意度排名前3。", []),
        ("故障率控制在5以内，群众满意度测评2次。", []),
        ("设备完好率达到95%，群众满意度达到9", []),
        ("设备完好率较2025年提高，群众满意度2026。", []),
    ],
)
def test_a_rate_of_the_goal_without_its_sign(goal: str, lost: list[str]) -> None:
    rows = (f"{QUALITY} | 设备完好率 | ≥95%", f"{SATISFIED} | 群众满意度 | ≥90(%)")
    found = run("VAL002", filing(*rows, annual_goal=goal)).findings
    assert [one.primary.text for one in found] == lost


def test_a_rate_above_the_whole_is_that_of_its_row() -> None:
    one = filing("效益指标 | 经济效益指标 | 投入增长率（%） | ≥120%", annual_goal="投入增长率达到120。")
    assert [found.primary.text for found in run("VAL002", one).findings] == ["120"]


def test_a_rate_of_the_goal_whose_row_is_not_in_percent_is_left_alone() -> None:
    rows = (f"{SATISFIED} | 群众满意度 | ≥90分", "效益指标 | 社会效益指标 | 婴儿死亡率 | ≤3‰")
    assert run("VAL002", filing(*rows, annual_goal="群众满意度达到90，婴儿死亡率控制在3以下。")).findings == []
