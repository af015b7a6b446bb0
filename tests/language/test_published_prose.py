"""Shapes that reports, summaries and plans of bureaus print and filings seldom do."""

from __future__ import annotations

import pytest

from drafter.language import extract


def _read(text: str) -> list[tuple[str, str | None, str]]:
    return [(mention.number, mention.unit, mention.comparator) for mention in extract(text)]


def _entities(text: str) -> list[str | None]:
    return [mention.entity for mention in extract(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("年内应对了4次强对流天气、2次寒潮", ["强对流天气", "寒潮"]),
        ("园区尚有7家企业未签约", ["企业"]),
        ("河口县各乡镇1840名护林员", ["护林员"]),
        ("南山自治县2个试点村", ["试点村"]),
        ("80%以上的行政村、社区", ["行政村"]),
        ("管网覆盖老城区和六成左右的城中村", ["城中村"]),
        ("学生每天可领5元的早餐补助", ["早餐补助"]),
        ("村里每年有八万多元集体收入,", ["集体收入"]),
        ("320万元资金全部到位", ["资金"]),
        ("年末统筹基金累计结余8.6亿元", ["年末统筹基金累计结余"]),
        ("全国297个地级及以上城市", ["城市"]),
        ("12所新建、改扩建小学,", ["改扩建小学"]),
        ("打捞船只64艘", ["打捞船只"]),
        ("居民人均期望寿命达到80.5岁", ["居民人均期望寿命"]),
        ("城镇和农村供养标准分别为9600元和7200元", ["城镇供养标准", "农村供养标准"]),
        ("入园率、普及率分别达91%、88%", ["入园率", "普及率"]),
        ("随访12名高血压患者和30名2型糖尿病患者", ["高血压患者", "2型糖尿病患者"]),
        ("配备2架Z-8直升机", ["Z-8直升机"]),
        ("至今已有65%的农户签约", ["农户签约"]),
        ("40个服务点在社区落地", ["服务点"]),
        ("造成3.1万人受灾", [None]),
        ("全年遭遇3场台风", ["台风"]),
        ("《村规民约》50%的条款", ["条款"]),
        ("北部山区出现两次强降雨", ["强降雨"]),
        ("60名红十字会员", ["红十字会员"]),
        ("用25万元资金给困难家庭修缮住房", ["资金"]),
        ("送去价值18万元的救灾物资", ["救灾物资"]),
        ("调拨800顶帐篷、1200床棉被和300张行军床", ["帐篷", "棉被", "行军床"]),
        ("已对6个镇开展排查", ["镇"]),
        ("由民政局牵头9家部门", ["部门"]),
        ("为河东、河西两乡2.4万亩耕地,", ["耕地"]),
        ("北方冬季七成的蔬菜,", ["蔬菜"]),
        ("上半年救助金支出260万元", ["救助金支出"]),
    ],
)
def test_what_a_number_is_of(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


def test_a_rate_that_moves_from_year_to_year_is_one_rate() -> None:
    rates = [one for one in extract("漏损率从2021年的14.2%下降到2024年的9.8%。") if one.kind == "percent"]
    assert [one.entity for one in rates] == ["漏损率", "漏损率"]


def test_changes_said_in_parallel_belong_to_what_was_said_before_them() -> None:
    mentions = extract("参训人数860人,结业率96%,分别比上年增加45人和提高1.2个百分点。")
    assert [one.entity for one in mentions[2:]] == ["参训人数", "结业率"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("全镇 14 个村 200 多所农家书屋", [("14", "个", "="), ("200", "所", ">")]),
        ("惠及1500多万老年人", [("15000000", None, ">")]),
        ("参保人数为28.4万,", [("284000", None, "=")]),
        ("最大流量4200m3/s", [("4200", "m3/s", "=")]),
        ("存栏300头以上养殖场5家", [("300", "头", ">="), ("5", "家", "=")]),
        ("户数约占全村总户数的四成", [("40", "%", "~")]),
        ("户数约占全村总户数的40%", [("40", "%", "~")]),
        ("保障水平达到月人均520元", [("520", "元", ">=")]),
        ("火灾发生率0.05次/10万公顷", [("0.05", "次/10万公顷", "=")]),
        ("每年能赚六七万元", [("60000~70000", "元", "range")]),
        ("约有三四十人参加", [("30~40", "人", "range")]),
        ("年销售额超过千万元", [("10000000", "元", ">")]),
        ("建成百亩以上示范片6个", [("100", "亩", ">="), ("6", "个", "=")]),
    ],
)
def test_what_is_printed_is_read(text: str, read: list[tuple[str, str | None, str]]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "学习二十届二中、三中全会精神",
        "按照省委十届五次、六次全会部署",
        "定一项成一项,抓一件是一件",
        "是近来旱情最重的一年。",
        "113月份已完成",
        "85年以前的房屋",
        "建成千亩茶园",
        "绿化校园四周空地",
        "办好学前三年教育",
        "今年前7月完成投资",
        "辖区无一例输入病例",
        "截至14日,",
        "满8月龄的婴儿",
        "仅此一项,",
        "它是一座以灌溉为主的水库",
        "五六十年代建成的校舍",
    ],
)
def test_what_is_no_quantity_stays_silent(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "完成造林3.2万亩，增长8%；新修林道42公里，惠及5.6万人。",
            "完成造林3.2万亩,增长8%;新修林道42公里,惠及5.6万人。",
        ),
        ("门诊、住院报销比例分别达到55%、78%，结余率9%。", "门诊、住院报销比例分别达到55%、78%,结余率9%。"),
        ("粉丝数达34.7万，阅读量120万。", "粉丝数达34.7万,阅读量120万。"),
    ],
)
def test_half_width_marks_part_clauses_as_full_width_ones_do(text: str, other: str) -> None:
    assert [one[2:] for one in extract(text)] == [one[2:] for one in extract(other)]


def test_a_word_with_a_joining_character_in_it_is_one_name_of_a_list() -> None:
    text = "普及率、覆盖率、参与率依次为60%、90%和30%"
    assert _entities(text) == ["普及率", "覆盖率", "参与率"]
    assert _entities("市民与游客分别达到60人和90人") == ["市民", "游客"]
