"""Offhand briefs of many offices: years, offices, shared and double prices, sums of months, what must not be there."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief


def _read(text: str):
    return load_brief(text, ".txt")


def _lines(text: str) -> list[tuple[str, Decimal | None]]:
    return [(item.name, item.unit_price) for item in _read(text).items]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("粮食局粮油抽检 2028：稻谷抽检300批次每批次200元", 2028),
        ("今年是2026，报2027的。公厕管护20座，每座2万", 2027),
        ("路灯养护，今年是2026年，申报2027年度的，路灯900盏每盏80元", 2027),
    ],
)
def test_the_year_asked_for_is_read(text, year):
    assert _read(text).year == year


@pytest.mark.parametrize(
    ("text", "office", "project"),
    [
        ("法院诉讼档案整理外包，整理卷宗900册每册6元", "法院", "诉讼档案整理外包"),
        ("组织部干部考察经费，考察干部60人每人200元", "组织部", "干部考察经费"),
        ("残联，困难残疾人家庭适老改造：坡道改造30户，每户2000", "残联", "困难残疾人家庭适老改造"),
    ],
)
def test_office_and_project_of_the_first_words(text, office, project):
    brief = _read(text)
    assert (brief.implementer, brief.project_name) == (office, project)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "2027年街镇决算审计12个、专项审计调查4个，审计每个5万，调查每个9万，合计96万",
            [("街镇决算审计", 50000), ("专项审计调查", 90000)],
        ),
        (
            "2027年补种月季3000株15元，修剪灌木2000株每株4元，总额5.3万",
            [("月季补种", 15), ("灌木修剪", 4)],
        ),
        (
            "2027年科级班3期，每期40人，每人每期1500元；网络平台服务费一年5万，总23万",
            [("科级班", 60000), ("网络平台服务费", None)],
        ),
        ("2027年办公楼物业，面积2万㎡，每平每月5元，12个月120万", [("办公楼物业", 60)]),
        (
            "2027年安置失业人员50人，社保补贴每人每月900，岗位补贴每人每月600，12个月，一年90万",
            [("社保补贴", 10800), ("岗位补贴", 7200)],
        ),
    ],
)
def test_a_price_finds_its_line(text, lines):
    assert _lines(text) == lines


def test_what_is_done_for_people_stays_beside_their_allowances():
    text = "2027年安置失业人员50人，社保补贴每人每月900，岗位补贴每人每月600，12个月，一年90万"
    result = draft(_read(text))
    assert "安置失业人员50人" in (result.filing.annual_goal or "")
    assert result.filing.funding.annual_total == 900000


def test_what_some_lines_cost_together_is_no_second_total():
    text = "2027年国控点2个、市控点6个，每个点位4万，32万。断面监测80次每次500元，总共36万"
    brief = _read(text)
    assert brief.budget_total == 360000
    assert not [one for one in brief.questions if "两个总额" in one.zh]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027年保洁湖面3平方公里，湖面不能有垃圾，居民满意90以上", "湖面无垃圾"),
        ("2027年检查企业80家次，报告11月底前都要出", "11月底前出具报告"),
        ("2027年聘用辅警30人，群众安全感92以上", "群众安全感不低于92%"),
        ("水利局水库加固4座，汛前5月20日前主体完工", "5月20日前主体完工"),
        ("文旅局去邻省办文旅推介会4场，单场9万", "举办邻省文旅推介会4场"),
        ("妇联给留守妇女做乳腺筛查700人，80块/人", "完成留守妇女乳腺筛查700人"),
        ("请专家检查企业90家次，每家次800元", "组织专家检查企业90家次"),
    ],
)
def test_what_a_hurried_clerk_asks_for_is_said(text, said):
    assert said in (draft(_read(text)).filing.annual_goal or "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("卫健局要给70岁以上老人免费体检，2027年体检3000人每人90元，27万", "为70岁以上老人免费体检3000人"),
        ("2027年农机补贴面积2万亩，每亩50元，100万", "补贴面积2万亩"),
        (
            "团委补助实习生40人每人1500元，意外险40份每份50元，总结会1场1万，2027年7.2万",
            "购买意外险40份，举办总结会1场",
        ),
        ("档案局著录条目2万条每条0.7元，2027年", "著录条目2万条"),
        (
            "2027年 病险水闸加固2座 共500万 其中东门水闸300万 西门水闸200万",
            "完成病险水闸加固2座，安排东门水闸经费300万元、西门水闸经费200万元",
        ),
    ],
)
def test_the_deed_is_said_in_the_words_of_the_brief(text, said):
    assert said in (draft(_read(text)).filing.annual_goal or "")


def test_both_benefit_where_one_word_stands_for_two():
    targets = {target.name for target in _read("2027年加固水库2座，受益农田3000亩、人口900人").targets}
    assert {"受益农田", "受益人口"} <= targets


def test_a_target_two_filings_share_is_no_copied_sentence():
    result = draft(_read("法律援助办案补贴，司法局2027。民事案件90件每件1500，一共13.5万。受援人满意度95%"))
    assert not [one for one in result.report.documents[0].filings[0].findings if one.code == "DRF007"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("畜牧站2027年口蹄疫疫苗注射黄牛2万头每头3元，6万", "完成口蹄疫疫苗注射黄牛2万头"),
        ("城管局2027拆除行动，拆违法建筑7000平米，80元一平56万", "拆除违法建筑7000平方米"),
        ("卫生监督所2027：噪声监测点位18个，每个1200", "覆盖噪声监测点位18个"),
        ("2027年光荣牌制作更换800块30元一块", "完成光荣牌制作更换800块"),
        ("教育局给山区学生发午餐补助900人，每人每天4元，200天，72万，2027年", "向900人发放山区学生午餐补助"),
        ("总工会2027夏天给环卫工人送清凉600人每人100", "慰问环卫工人600人"),
        ("影院2027年放映设备维修9套每套1200", "维修放映设备9套"),
        ("税务局2027年宣传短信群发20万条每条0.05元", "群发宣传短信20万条"),
        ("工信局2027年中小企业培训2期，每期2万；企业诊断30家，每家4000", "企业诊断30家"),
        ("档案馆2027年光盘刻录500张每张25元", "完成光盘刻录500张"),
        ("审计局2027年专项审计6个每个2万，报告4月底前出具", "4月底前出具报告"),
        ("党校2027年外请教师授课60课时每课时900元", "完成外请教师授课60课时"),
        (
            "住建局危旧小区改造2027年5个小区，涉及居民900户，建筑面积8万平米，每平米300元，总投资2400万",
            "涉及居民900户",
        ),
    ],
)
def test_a_bureau_of_another_field_is_understood_too(text, said):
    result = draft(_read(text))
    goal = result.filing.annual_goal or ""
    assert said in goal.replace("平米", "平方米")
    assert "覆盖企业诊断" not in goal
    assert not {"DRF001", "DRF002", "ARI002"} & {one.code for one in result.report.documents[0].filings[0].findings}


def test_an_office_that_begins_with_a_verb_is_an_office():
    assert _read("发改局编制规划：专项规划3个，每个20万，2027年9月底前交稿").implementer == "发改局"
