"""Sums that a text claims: nested, closed by a total, or named in part."""

from __future__ import annotations

import pytest

from drafter.language import extract, sums


def claims(text: str) -> list[tuple[str, list[str], bool]]:
    return [
        (claim.total.number, [part.number for part in claim.parts], claim.claims_complete)
        for claim in sums(text, extract(text))
    ]


def test_brackets_inside_a_closing_total_inner_ones_first() -> None:
    text = (
        "有医疗机构 114 家(包括公立 24 家, 社会办 45 家, 内设 45 家), 药店 319 家, 评估机构 1 家, "
        "护理机构 87 家(其中 63 家, 24 家), 共计 521 家。"
    )
    assert claims(text) == [
        ("114", ["24", "45", "45"], True),
        ("87", ["63", "24"], True),
        ("521", ["114", "319", "1", "87"], True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("招录13人（其中专技10人，文职3人）", [("13", ["10", "3"], True)]),
        ("招录13人（其中专技10人）", [("13", ["10"], False)]),
        ("宣传12场，包括讲座5场、展览7场，覆盖3000人", [("12", ["5", "7"], True)]),
        ("机构共12家：医院5家、药店7家", [("12", ["5", "7"], True)]),
        ("总投入500万元，其中财政300万元、自筹200万元", [("5000000", ["3000000", "2000000"], False)]),
        ("经费20万元，分别为人员12万元、设备8万元等", [("200000", ["120000", "80000"], False)]),
        ("一是讲座5场；二是展览3场；共计8场", [("8", ["5", "3"], True)]),
        ("机构10家，其中三级3家，药店20家", [("10", ["3"], False)]),
        ("购设备3台（套）（含备用1台（套））", [("3", ["1"], False)]),
    ],
)
def test_what_a_text_claims(text: str, expected: list[tuple[str, list[str], bool]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "讲座5场、沙龙3场，共计200人次",
        "培训2场，每场50人，共计100人",
        "讲座5场。沙龙3场。共计9场",
        "满意度达90%，其中窗口满意度达95%",
        "共计521家",
        "",
    ],
)
def test_no_sum_where_none_is_claimed(text: str) -> None:
    assert claims(text) == []


def test_unbalanced_brackets_end_with_the_sentence() -> None:
    assert claims("（（（医院5家（药店3家。共计8家") == []


def test_a_part_list_that_exceeds_its_total_is_kept_when_the_text_joins_it() -> None:
    assert claims("培训13人，其中甲班10人、乙班4人") == [("13", ["10", "4"], False)]


@pytest.mark.parametrize("moved", ["由250册增加到300册", "从上年250册提高至300册", "由250册增至300册"])
def test_what_was_before_a_rise_is_no_part_of_a_total(moved: str) -> None:
    assert claims(f"完成修复300册，修复册数{moved}") == []
    assert claims(f"善本修复{moved}，普本100册，共400册") == [("400", ["300", "100"], True)]


def test_parts_that_make_up_a_total_are_still_read() -> None:
    assert claims("修复300册，由善本100册、普本200册组成") == [("300", ["100", "200"], False)]


def countable(text: str) -> list[tuple[str, list[str], bool]]:
    return [
        (claim.total.number, [part.number for part in claim.parts], claim.countable)
        for claim in sums(text, extract(text))
    ]


@pytest.mark.parametrize(
    ("text", "parts", "sure"),
    [
        ("建设东村、西村、北村活动室各1个，健身中心2个，共6个。", "1112", True),
        ("建设东村、西村、北村活动室各1个，健身中心2个，共4个。", "1112", True),
        ("2027年建设东村、西村和北村活动室各1个，共4个。", "111", True),
        ("体育馆、游泳馆各1个，健身中心2个，共5个场馆。", "112", True),
        # Fewer than the least there can be.
        ("体育场、展厅各1个，健身中心2个，共3个。", "112", True),
        # 东村 and 西村 may have both, 街道 may be many, and 标段 are other things.
        ("东村、西村活动室、图书室各1个，共4个。", "111", False),
        ("街道、社区各1个，共15个。", "11", False),
        ("行政村、自然村、中心村各1个，共15个。", "111", False),
        ("小学、初中各20所，共46所。", "2020", False),
        ("体育馆、游泳馆各1个，健身中心2个，共3个标段。", "112", False),
    ],
)
def test_names_that_share_a_number_and_do_not_come_to_the_total(text: str, parts: str, sure: bool) -> None:
    ((_, found, certain),) = countable(text)
    assert ("".join(found), certain) == (parts, sure)


@pytest.mark.parametrize(
    "text",
    [
        "讲座、沙龙各5场，累计共12场。",
        "讲座、沙龙各5场，覆盖村居共12场。",
        "讲座、沙龙等各5场，共12场。",
        "为各村、各校各配1台，共12台。",
        "教师、保育员各2期，每期50人，共6期。",
        "投入20万元，讲座、沙龙各5场，共12场。",
        "讲座、沙龙各约5场，共12场。",
        "年内讲座、沙龙各5场" + "，做好服务" * 60 + "，共12场。",
    ],
)
def test_a_total_that_may_be_of_more_than_the_names_is_not_claimed(text: str) -> None:
    assert countable(text) == []
