"""Text made to hurt: the work grows with its length and no faster, and ends with an outcome."""

from __future__ import annotations

import time

import pytest

from drafter.reading import read_bytes

START = "财政项目支出绩效目标申报表\n项目名称 甲\n年度总体目标\n"
TABLE = START + "完成\n一级指标 二级指标 三级指标 指标值\n产出指标\n数量指标\n"
TABBED = START + "一级指标\t二级指标\t三级指标\t指标值\n"

GROWING = {
    "plain lines": ("", "某局年度工作总结\n"),
    "goal lines": (START, "完成全部工作任务\n"),
    "names without value": (TABLE, "名称没有取值\n"),
    "rows": (TABLE, "培训人数 =100人\n"),
    "tab rows": (TABBED, "产出指标\t数量指标\t培训人数\t=1人\n"),
    "heads": ("", "一级指标 二级指标 三级指标 指标值\n"),
    "forms": ("", START + "年内完成\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t1人\n"),
    "labels": ("", "项目名称 甲\n"),
    "labels on one line": (START, "年度总体目标 "),
    "tokens on one line": (TABLE, "甲 "),
    "open brackets": (TABLE, "（"),
    "digits": (TABLE, "1"),
    "blanks": (TABLE, " "),
    "tags": (START, "<p>"),
    "boxes": (START + "项目类别\t", "□一次性☑经常性"),
    "amounts": (START + "项目资金总额：", "其中：财政拨款1"),
}


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        document = read_bytes(text.encode(), "a.txt")
        best = min(best, time.process_time() - start)
        assert document.status in ("read", "no_form", "unreadable")
    return best


@pytest.mark.parametrize("name", GROWING)
def test_eight_times_the_text_takes_no_more_than_some_eight_times_as_long(name: str) -> None:
    start, unit = GROWING[name]
    small = seconds(start + unit * 100)
    large = seconds(start + unit * 800)
    # Quadratic work would be 64 times as long.
    assert large < 24 * small + 0.05


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("某局年度工作总结\n" * 1_000_000, id="a million lines"),
        pytest.param(TABLE + "培训人数 =100人\n" * 1_000_000, id="a million rows"),
        pytest.param(START + "甲" * 700_000, id="one line of 2 MB"),
        pytest.param(TABLE + "1" * 2_000_000, id="a number of two million digits"),
        pytest.param(TABBED + "\t" * 2_000_000 + "甲", id="two million tabs"),
        pytest.param('{"a":' * 400_000, id="nested JSON"),
    ],
)
def test_large_text_ends_soon(text: str) -> None:
    start = time.process_time()
    document = read_bytes(text.encode(), "a.txt")
    assert time.process_time() - start < 10
    assert document.status != "read" or document.filings


def test_a_number_of_forty_digits_is_a_print_and_no_value() -> None:
    (found,) = read_bytes((TABLE + f"培训人数 ={'9' * 40}人\n").encode(), "a.txt").filings
    target = found.filing.indicators[0].target
    assert target is not None
    assert (target.value, target.raw) == (None, f"={'9' * 40}人")
