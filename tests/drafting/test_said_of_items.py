"""What a goal says of an item is what is done with it: a vaccine is given, a road marking is no road to be kept up."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft, load_brief


@pytest.mark.parametrize(
    ("project", "item", "quantity", "unit", "said", "counted"),
    [
        ("流感疫苗接种", "流感疫苗", 12000, "剂", "接种流感疫苗12000剂", "流感疫苗接种数量"),
        ("流感疫苗接种", "接种服务", 12000, "人次", "提供接种服务12000人次", "接种服务人次"),
        ("进口货物查验辅助服务", "集装箱查验作业", 2400, "箱", "完成集装箱查验作业2400箱", "集装箱查验作业数量"),
        ("道路交通标线施划", "热熔标线", 26000, "平方米", "施划热熔标线26000平方米", "热熔标线面积"),
        ("道路交通标线施划", "旧标线清除", 5000, "平方米", "完成旧标线清除5000平方米", "旧标线清除面积"),
        ("馆藏档案修裱", "破损档案修裱", 6000, "页", "完成破损档案修裱6000页", "破损档案修裱数量"),
        ("老年人用餐补贴", "老年人用餐补贴", 96000, "人次", "为96000人次发放老年人用餐补贴", "老年人用餐补贴人次"),
    ],
)
def test_an_item_has_its_own_verb_and_name(project, item, quantity, unit, said, counted):
    result = draft(Brief(project_name=project, year=2027, items=[{"name": item, "quantity": quantity, "unit": unit}]))
    assert said in (result.filing.annual_goal or "")
    assert counted in [row.name for row in result.filing.indicators]


@pytest.mark.parametrize(
    ("project", "item", "own", "foreign"),
    [
        ("诉前调解工作经费", "特邀调解员", "调解协议规范率", "法律意见采纳率"),
        ("病媒生物防制", "公共区域消杀", "消杀用药安全事故发生数", "监测数据准确率"),
        ("道路交通标线施划", "热熔标线", "标志标线施工质量验收合格率", "病害处置及时率"),
    ],
)
def test_a_field_of_its_own_has_its_own_indicators(project, item, own, foreign):
    names = [
        row.name for row in draft(Brief(project_name=project, year=2027, items=[{"name": item}])).filing.indicators
    ]
    assert own in names and foreign not in names


def test_work_paid_in_one_sum_is_in_the_goal():
    items = [
        {"name": "快充桩", "quantity": 40, "unit": "台", "unit_price": 65000},
        {"name": "电力增容", "amount": 200000},
    ]
    assert "电力增容" in (draft(Brief(project_name="充电桩建设", year=2027, items=items)).filing.annual_goal or "")


def _goal(project: str, *items: dict[str, object], **fields: object) -> str:
    return draft(Brief(project_name=project, year=2027, items=list(items), **fields)).filing.annual_goal or ""


@pytest.mark.parametrize("target", ["施工周期", "工期", "故障响应时间", "审批办结时限"])
def test_a_duration_that_must_not_grow_is_kept_within(target: str):
    brief = Brief(project_name="信号机更换", year=2027, targets=[{"name": target, "value": 90, "unit": "天"}])
    filing = draft(brief).filing
    assert f"{target}不超过90天" in (filing.annual_goal or "")
    assert [row.target.raw for row in filing.indicators if row.name == target] == ["≤90(天)"]


def test_a_duration_that_is_a_service_is_reached():
    goal = _goal("图书馆开放", targets=[{"name": "全年开放时间", "value": 300, "unit": "天"}])
    assert "不超过" not in goal


@pytest.mark.parametrize(
    ("project", "item", "said"),
    [
        ("社区体育设施建设", {"name": "篮球场", "quantity": 3, "unit": "片"}, "建设篮球场3片"),
        ("社区体育设施建设", {"name": "篮球场", "verb": "安装", "quantity": 3, "unit": "片"}, "建设篮球场3片"),
        ("农村公厕改造", {"name": "公厕", "quantity": 12, "unit": "座"}, "改造公厕12座"),
        ("社区体育设施建设", {"name": "健身器材", "quantity": 30, "unit": "件"}, "安装健身器材30件"),
    ],
)
def test_places_are_built_and_fittings_installed(project, item, said):
    assert said in _goal(project, item)


@pytest.mark.parametrize(
    ("project", "goods", "thing"),
    [
        ("学校物资采购", ("课桌椅", "书柜"), "家具"),
        ("学校物资采购", ("课桌椅", "电脑"), "家具及设备"),
        ("学校物资采购", ("课桌椅", "电脑", "图书"), "物资"),
        ("救灾物资采购", ("棉被", "帐篷"), "物资"),
        ("卫生院采购", ("彩超", "救护车"), "设备及车辆"),
        ("卫生院采购", ("棉被", "帐篷"), "物品"),
        ("图书馆文献购置", ("中文图书", "期刊"), "文献"),
    ],
)
def test_goods_are_called_by_what_they_are(project: str, goods: tuple[str, ...], thing: str):
    items = [{"name": name, "quantity": 10, "unit": "件", "unit_price": 100} for name in goods]
    rows = draft(Brief(project_name=project, year=2027, items=items)).filing.indicators
    assert f"{thing}验收合格率" in [row.name for row in rows]


def test_money_paid_in_one_sum_is_in_the_goal_with_its_amount():
    items = (
        {"name": "执法记录仪", "quantity": 20, "unit": "台", "unit_price": 2200},
        {"name": "燃油费", "amount": 60000},
        {"name": "材料", "amount": 8000},
    )
    assert "购置执法记录仪20台，安排燃油费6万元、材料经费8000元" in _goal("执法保障", *items)


def test_a_fee_beside_people_hired_does_not_make_a_training_of_the_project():
    items = ({"name": "网格员", "quantity": 12, "unit": "人"}, {"name": "培训费", "amount": 40000})
    assert "培训考核合格率" not in _goal("网格员服务", *items)


@pytest.mark.parametrize(
    ("project", "name", "quantity", "unit", "said"),
    [
        ("执法船艇运行维护", "执法船大修", 2, "艘", "大修执法船2艘"),
        ("执法船艇运行维护", "燃油", 40, "吨", "采购燃油40吨"),
        ("执法船艇运行维护", "船员意外险", 28, "人", "为28人投保船员意外险"),
        ("疫苗冷链系统建设", "冷藏车", 1, "辆", "购置冷藏车1辆"),
        ("法律援助办案补贴", "刑事法律援助案件", 350, "件", "办理刑事法律援助案件350件"),
        ("非遗保护传承", "非遗纪录片", 3, "部", "拍摄非遗纪录片3部"),
        ("非遗保护传承", "传习所补助", 6, "个", "补助传习所6个"),
        ("惠民殡葬服务", "基本殡葬服务费减免", 620, "具", "减免基本殡葬服务费620具"),
        ("退役军人服务保障", "八一慰问", 200, "户", "开展八一慰问200户"),
        ("退役军人服务保障", "光荣牌悬挂", 180, "块", "悬挂光荣牌180块"),
        ("志愿服务体系建设", "志愿服务站点运行", 15, "个", "保障15个志愿服务站点运行"),
        ("反诈宣传", "群发短信", 500000, "条", "群发短信500000条"),
        ("反诈宣传", "进社区宣讲", 110, "场", "开展进社区宣讲110场"),
        ("校车服务", "校车线路", 9, "条", "运营校车线路9条"),
    ],
)
def test_items_of_fields_seldom_seen_have_their_own_verbs(project: str, name: str, quantity: int, unit: str, said: str):
    assert said in _goal(project, {"name": name, "quantity": quantity, "unit": unit})


def test_orphans_have_no_parents_to_be_asked_and_what_must_not_happen_does_not():
    goal = _goal(
        "孤儿基本生活费",
        {"name": "孤儿", "quantity": 17, "unit": "人"},
        targets=[{"name": "安全事故", "value": 0, "unit": "起"}, {"name": "信访量下降", "value": 10, "unit": "%"}],
    )
    assert "家长" not in goal and "不发生安全事故" in goal and "信访量下降10%" in goal


@pytest.mark.parametrize("item", [{"name": "农村公厕新建"}, {"name": "农村公厕", "verb": "新建"}])
def test_what_is_built_in_a_project_of_subsidies_has_a_price_and_no_standard_of_a_subsidy(item: dict[str, object]):
    paid = {"name": "户厕改造补助", "quantity": 600, "unit": "户", "unit_price": 2000}
    built = item | {"quantity": 2, "unit": "座", "unit_price": 150000}
    filing = draft(Brief(project_name="农村厕所改造补助", year=2027, items=[paid, built])).filing
    assert "新建农村公厕2座" in (filing.annual_goal or "")
    targets = {row.name: row.target.raw for row in filing.indicators}
    assert targets["户厕改造补助标准"] == "=2000.00(元/户)"
    assert targets["农村公厕新建单价标准"] == "≤150000.00(元/座)"


def test_what_a_project_of_upkeep_names_is_there_already_and_what_is_bought_says_so():
    goal = _goal(
        "停车场运维",
        {"name": "停车场", "quantity": 3, "unit": "个"},
        {"name": "道闸", "quantity": 12, "unit": "套"},
        {"name": "监控", "quantity": 4, "unit": "台", "verb": "购置"},
    )
    assert "维护停车场3个、道闸12套" in goal
    assert "购置监控4台" in goal


@pytest.mark.parametrize(
    ("project", "item", "said"),
    [
        ("信息系统运维", {"name": "服务器", "quantity": 12, "unit": "台"}, "维护服务器12台"),
        ("网站和平台维护", {"name": "数据库", "quantity": 2, "unit": "个"}, "维护数据库2个"),
        ("机房运维", {"name": "防病毒软件授权", "quantity": 200, "unit": "套"}, "采购防病毒软件授权200套"),
        ("机房运维", {"name": "驻场", "quantity": 2, "unit": "人"}, "配备驻场人员2人"),
        ("云服务租用", {"name": "云服务器", "quantity": 20, "unit": "台"}, "租用云服务器20台"),
        ("网络安全设备采购", {"name": "防火墙", "quantity": 2, "unit": "台"}, "购置防火墙2台"),
    ],
)
def test_systems_are_kept_up_hired_or_bought_as_their_project_says(project, item, said):
    assert said in _goal(project, item)


@pytest.mark.parametrize(
    ("item", "said", "counted"),
    [
        ({"name": "培训残疾人", "quantity": 200, "unit": "人次"}, "计划培训残疾人200人次", "残疾人培训人次"),
        (
            {"name": "春节慰问困难群众", "quantity": 650, "unit": "户"},
            "计划春节期间慰问困难群众650户",
            "困难群众慰问户数",
        ),
        ({"name": "走访慰问困难党员", "quantity": 80, "unit": "人"}, "计划走访慰问困难党员80人", "困难党员人数"),
        ({"name": "体检教职工", "quantity": 80, "unit": "人"}, "计划体检教职工80人", "教职工人数"),
        ({"name": "培训讲师", "quantity": 5, "unit": "人"}, "聘请培训讲师5人", "培训讲师人数"),
    ],
)
def test_what_is_done_to_people_is_said_once(item, said, counted):
    filing = draft(Brief(project_name="残疾人就业培训", year=2027, items=[item | {"unit_price": 800}])).filing
    assert said in (filing.annual_goal or "")
    assert counted in [row.name for row in filing.indicators]


def test_places_reached_are_said_as_places():
    assert "覆盖小学3所" in _goal("课桌椅更换", targets=[{"name": "覆盖小学数", "value": 3, "unit": "所"}])


@pytest.mark.parametrize("unit", ["个月", "天"])
def test_how_long_the_work_takes_is_a_limit_in_months_too(unit):
    assert f"工期不超过6{unit}" in _goal("管网改造", targets=[{"name": "工期", "value": 6, "unit": unit}])


@pytest.mark.parametrize(
    ("project", "target", "proposed"),
    [
        ("办公系统运维", {"name": "系统可用率", "value": "99.5", "unit": "%"}, "正常运行率"),
        ("路灯更新改造工程", {"name": "亮灯率", "value": 98, "unit": "%"}, "正常使用率"),
    ],
)
def test_no_better_rate_is_promised_beside_that_of_the_brief(project, target, proposed):
    assert proposed in _goal(project)
    goal = _goal(project, targets=[target])
    assert proposed not in goal and target["name"] in goal


def test_a_date_alone_says_what_is_done_by_then():
    goal = _goal("病房改造", targets=[{"name": "完工时间", "value": "2027年11月底前"}])
    assert "2027年11月底前完工" in goal


def test_how_rare_a_flood_is_lasts_no_fifty_years():
    brief = load_brief('{"project_name": "海塘加固", "targets": [{"name": "防洪标准", "value": "50年一遇"}]}', ".json")
    assert [(one.value, one.unit) for one in brief.targets] == [("50年一遇", None)]
    result = draft(brief)
    assert [row.target.raw for row in result.filing.indicators if row.name == "防洪标准"] == ["50年一遇"]
    assert result.status == "passed"


@pytest.mark.parametrize(
    ("project", "item", "said"),
    [
        ("图书馆总分馆制建设", {"name": "分馆", "quantity": 8, "unit": "个"}, "建设分馆8个"),
        ("科技特派员", {"name": "科技特派员工作经费", "quantity": 60, "unit": "名"}, "聘用科技特派员60名"),
        ("计量器具免费检定", {"name": "血压计检定", "quantity": 300, "unit": "台件"}, "检定数据准确率"),
        ("残疾人就业保障金征收服务", {"name": "人工坐席", "quantity": 5, "unit": "人"}, "配备人工坐席5人"),
    ],
)
def test_the_work_of_a_project_is_its_own(project, item, said):
    goal = _goal(project, item)
    assert said in goal and "缴纳" not in goal and "体检" not in goal


def test_a_term_needs_no_word_for_how_many():
    brief = Brief(project_name="蔬菜储备", year=2027, targets=[{"name": "储备期限", "value": 3, "unit": "个月"}])
    assert "储备期限" in [row.name for row in draft(brief).filing.indicators]


def test_a_sum_of_whole_yuan_is_printed_so():
    items = [{"name": "海塘加固", "quantity": "6.4", "unit": "公里", "unit_price": 1500000}]
    questions = draft(Brief(project_name="海塘加固", year=2027, items=items)).questions
    assert any("9,600,000 元" in one.message for one in questions)


def test_a_round_of_doctors_is_no_checkup():
    goal = _goal(
        "乡镇卫生院巡回医疗",
        {"name": "下乡义诊", "quantity": 48, "unit": "次", "unit_price": 2500},
        targets=[{"name": "服务群众人次", "value": 9600, "unit": "人次"}],
    )
    assert "体检" not in goal and "服务群众9600人次" in goal


def test_cases_of_legal_aid_are_not_bought():
    assert "完成法律援助办案300件" in _goal("法律援助", {"name": "法律援助办案", "quantity": 300, "unit": "件"})


def test_insurance_is_taken_out_for_people_and_is_no_equipment():
    made = draft("2027年给环卫工人买意外险560人，每人120元，合计6.72万元")
    goal = made.filing.annual_goal or ""
    assert "为560人购买意外险" in goal
    assert "设备" not in goal and "到货" not in goal
