"""Free text: what a clerk writes in a message becomes a brief; every doubt becomes a question."""

from decimal import Decimal
from time import process_time

import pytest

from drafter.drafting import draft, load_brief
from drafter.errors import InputError


def _items(text: str) -> list[tuple]:
    brief = load_brief(text, ".txt")
    return [
        (
            item.name,
            *(str(value.normalize()) if value is not None else None for value in (item.quantity, item.unit_price)),
            item.unit,
        )
        for item in brief.items
    ]


def test_the_guards_of_next_year():
    brief = load_brief("明年我们中心要请两名保安，每人每年6.6万，预算13.2万，维护大厅秩序，满意度不低于90%", ".txt")
    assert (brief.items[0].name, brief.items[0].quantity, brief.items[0].unit_price) == (
        "保安",
        Decimal(2),
        Decimal(66000),
    )
    assert (brief.budget_total, brief.purpose, brief.year) == (Decimal(132000), "维护大厅秩序", None)
    assert (brief.targets[0].name, brief.targets[0].comparator, brief.targets[0].value) == ("满意度", ">=", Decimal(90))
    asked = {question.field: question.zh for question in brief.questions}
    assert "明年" in asked["year"] and "没有写元" in asked["budget_total"] and "项目名称" in asked["project_name"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "印刷宣传册5000份，每份3.5元，折页1万份，每份0.8元",
            [("宣传册", "5E+3", "3.5", "份"), ("折页", "1E+4", "0.8", "份")],
        ),
        ("办4期业务培训，每期50人，每期花8000块，一共三万二", [("业务培训", "4", "8E+3", "期")]),
        ("给困难老人发慰问金，大概300户，每户500元", [("困难老人慰问金", "3E+2", "5E+2", "户")]),
        ("更换路灯300盏，单价1200元/盏", [("路灯更换", "3E+2", "1.2E+3", "盏")]),
        ("学校想修操场，面积5000平方米，每平方米180块", [("操场修缮", "5E+3", "1.8E+2", "平方米")]),
        (
            "中文书8000册均价45元，期刊200种每种180元",
            [("中文书", "8E+3", "45", "册"), ("期刊", "2E+2", "1.8E+2", "种")],
        ),
        ("要给环卫工人买意外险，560人，每人200元", [("环卫工人意外险", "5.6E+2", "2E+2", "人")]),
        ("聘20个指导员，每人每月3000元，全年12个月", [("指导员", "2E+1", "3.6E+4", "人")]),
    ],
)
def test_items_with_their_counts_and_prices(text, items):
    assert _items(text) == items


def test_labelled_lines_and_headings():
    brief = load_brief("# 河道保洁\n单位：某镇水务站\n年度：2027\n预算：80万元\n任务：打捞、清扫", ".md")
    assert (brief.project_name, brief.implementer, brief.year) == ("河道保洁", "某镇水务站", 2027)
    assert (brief.budget_total, brief.tasks) == (Decimal(800000), ["打捞", "清扫"])


def test_a_relative_year_is_asked_and_settled_by_the_caller():
    text = "明年请2名保安，每人66000元，预算132000元"
    assert "year" in {question.field for question in draft(text).questions}
    result = draft(text, year=2027)
    assert "year" not in {question.field for question in result.questions}
    assert "2027年" in (result.filing.annual_goal or "")


def test_what_was_spent_before_is_no_fact_of_this_year():
    brief = load_brief("2026年花了50万元，2027年预算60万元，用于系统运维", ".txt")
    assert (brief.year, brief.budget_total, brief.items) == (2027, Decimal(600000), [])


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("2027年请2名保安，又写聘用3名保安，预算13.2万元", "items[0].quantity", "两个数"),
        ("2027年预算13.2万元，总共15万元，请2名保安", "budget_total", "两个总额"),
        ("2027年请2名保安，预算13.2万元", "items[0].unit_price", "没有单价"),
        ("2027年慰问大概300户，每户500元，共15万元", "items[0].quantity", "约数"),
        ("2027年请2名保安，每份5元，预算13.2万元", "items", "哪一项的单价"),
        ("请2名保安，每人6.6万元，2026年和2027年，预算13.2万元", "year", "分不清"),
        ("2027年请2名保安，每人6.6万元，预算15万元", "budget_total", "相差"),
    ],
)
def test_every_doubt_is_a_question(text, field, said):
    asked = [question.message for question in draft(text).questions if question.field == field]
    assert any(said in message for message in asked), asked


def test_questions_speak_both_languages():
    text = "明年请2名保安，每人6.6万，预算15万元"
    zh, en = draft(text).questions, draft(text, lang="en").questions
    assert [question.field for question in zh] == [question.field for question in en]
    assert all(one.message != other.message and other.message.isprintable() for one, other in zip(zh, en, strict=True))
    assert "the items add up to 132,000, the budget is 150,000" in " ".join(question.message for question in en)


def test_a_contradicting_free_text_is_drafted_with_its_finding():
    result = draft("2027年请2名保安，每人6.6万元，预算15万元")
    assert result.status == "findings"
    assert result.report.documents[0].filings[0].outcomes["DRF003"] == "finding"


@pytest.mark.parametrize("text", ["请名保安", "做预算", "搞活动", "党建"])
def test_a_word_or_two_gives_a_draft_with_questions_and_no_crash(text):
    result = draft(text)
    assert result.questions
    assert result.filing.project_name


@pytest.mark.parametrize(
    "text",
    [
        "？",
        "。。。",
        "2027",
        "1" * 5000,
        "、" * 1000,
        "你好",
        "今天天气不错",
        "2027年天气不错",
        "预算",
        "每每每每",
        "￥￥￥",
        "%%%",
    ],
)
def test_a_text_with_no_word_for_a_project_is_refused_and_no_form_is_made(text):
    with pytest.raises(InputError, match="没有读出是什么项目"):
        draft(text)


@pytest.mark.parametrize(
    "text",
    [
        "2027年机房值守项目，7*24小时，预算20万元",
        "2027年采购显示屏55寸*2块，预算2万元",
        "2027年采购口罩50只*20盒，预算2000元",
        "2027年采购摄像头1920*1080像素，预算5万元",
        "2027年培训班3期*50人，预算10万元",
        "2027年讲座12场*2小时，预算2万元",
    ],
)
def test_two_numbers_multiplied_give_no_price_where_neither_is_money(text):
    assert [item.unit_price for item in load_brief(text, ".txt").items] in ([], [None])


@pytest.mark.parametrize("text", ["手环30个*1200，合计3.6万元", "手环1200元*30个", "手环30个×1200元=3.6万元"])
def test_a_count_multiplied_by_money_gives_a_price(text):
    item = load_brief(f"2027年社区矫正项目，{text}", ".txt").items[0]
    assert (item.name, item.quantity, item.unit_price) == ("手环", 30, 1200)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2027年老旧小区单元整治项目，预算36万元", "老旧小区单元整治项目"),
        ("2027年项目预算资金：36万元，采购电脑10台", "电脑购置项目"),
        ("2027年绩效目标：采购电脑10台，预算3万元", "电脑购置项目"),
    ],
)
def test_what_is_written_out_leaves_names_and_labels_alone(text, name):
    brief = load_brief(text, ".txt")
    assert brief.project_name == name


@pytest.mark.parametrize(
    "run",
    ["叁拾陆", "嘛呗", "三千二", "30个*", "3个班", "轮椅60 ", "楼有6部梯", "检人次3", "总3"],
)
def test_a_hostile_run_takes_time_by_its_length(run):
    def cost(length):
        text = f"维修项目：{run * (length // len(run))}3台"
        begun = process_time()
        load_brief(text, ".txt")
        return process_time() - begun

    cost(1000)
    # Four times as long; sixteen times as dear would be quadratic.
    assert cost(16000) < 10 * max(cost(4000), 0.1)
