"""Text copied from a PDF column by column, brackets that are no JSON, and two columns that both look like signs."""

from __future__ import annotations

from drafter.reading import read_bytes

FORM = """项目支出绩效目标表
（2026年度）
项目名称
{first}
主管部门
{second}
年度目标
绿化步道3公里
一级指标
二级指标
三级指标
指标值
产出指标
数量指标
绿化步道里程
3公里
质量指标
验收合格率
100%
"""


def test_labels_printed_apart_from_their_values_give_no_filing_and_are_named() -> None:
    lines = FORM.format(first="", second="")
    document = read_bytes((lines.replace("\n\n", "\n") + "河岸步道绿化\n南浦区园林所\n").encode(), "a.txt")

    assert document.filings == ()
    assert any("标签与内容分开" in note[0] for note in document.notes)


def test_a_form_whose_labels_have_their_values_is_read() -> None:
    document = read_bytes(FORM.format(first="河岸步道绿化", second="南浦区园林所").encode(), "a.txt")

    assert [one.filing.project_name for one in document.filings] == ["河岸步道绿化"]
    assert document.notes == ()


def test_a_text_that_begins_with_a_bracketed_title_is_no_json() -> None:
    text = "[预算公开]" + FORM.format(first="河岸步道绿化", second="南浦区园林所")

    assert read_bytes(text.encode(), "a.txt").status == "read"
    assert read_bytes(b'[{"project_name": 3}]', "a.txt").status == "unreadable"


def test_of_two_columns_of_signs_the_one_that_compares_is_the_sign() -> None:
    rows = [
        "项目名称\t台账整理\t\t\t\t\t",
        "一级指标\t二级指标\t三级指标\t指标性质\t指标方向\t目标值\t计量单位",
        "产出指标\t数量指标\t整理台账\t正向\t≥\t48\t册",
        "产出指标\t成本指标\t单册成本\t反向\t≤\t12\t元",
        "效益指标\t社会效益指标\t查阅便利程度\t定性\t\t提升\t",
    ]
    (filing,) = read_bytes("\n".join(rows).encode(), "a.txt").filings
    targets = [indicator.target for indicator in filing.filing.indicators]

    assert [(one.comparator, one.value) for one in targets[:2] if one] == [(">=", "48"), ("<=", "12")]
    assert targets[2] is not None and targets[2].text == "提升"
