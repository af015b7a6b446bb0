"""Laws of reading, for texts and tables nobody thought of: it never raises, and it never makes anything up."""

from __future__ import annotations

import layouts
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.filing import Filing
from drafter.reading import read_bytes
from drafter.reading.content import Cell, Content, Table
from drafter.reading.forms import recognise
from drafter.reading.lexicon import lexicon

PRINTED = """
一级指标 二级指标 三级指标 指标值 产出指标 数量指标 满意度指标 成本指标 项目名称 年度总体目标 财政项目支出绩效目标申报表
培训人数 =100人 ≥90(%) 1,200.00 万元 合计 （ ” 2026-01-01 （2026年度） 实际完成值 …… 单价 数量 明细金额 项目明细
"""
WORDS = st.sampled_from([*sorted(lexicon().labels)[::7], *PRINTED.split()])
CELLS = st.one_of(WORDS, st.text(max_size=6), st.just(""))
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=12)


def printed_somewhere(filing: Filing, text: str) -> None:
    squeezed = "".join(text.split())
    for indicator in filing.indicators:
        assert "".join(indicator.name.split()) in squeezed
        if indicator.target is not None and indicator.target.value is not None:
            for part in indicator.target.value.split("~"):
                assert part.lstrip("-").partition(".")[0].lstrip("0") in "".join(
                    char for char in squeezed if char != ","
                )
    for line in filing.budget_lines:
        assert "".join(line.item.split()) in squeezed


@settings(max_examples=100, deadline=None)
@given(ROWS, st.sampled_from(["\t", " ", "\n", " | "]))
def test_no_text_is_too_odd_to_read(rows: list[list[str]], separator: str) -> None:
    text = "\n".join(separator.join(row) for row in rows)
    document = read_bytes(text.encode("utf-8", "surrogatepass"), "a.txt")
    assert document.status == "read" or document.reason is not None
    for found in document.filings:
        printed_somewhere(found.filing, text)


@settings(max_examples=80, deadline=None)
@given(ROWS, st.data())
def test_no_grid_is_too_odd_to_read(rows: list[list[str]], data: st.DataObject) -> None:
    cells = [
        tuple(
            Cell(text, at, column, data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3)), f"第{at}行")
            for column, text in enumerate(row)
        )
        for at, row in enumerate(rows)
    ]
    for found in recognise(Content((Table(tuple(cells), exact=True),), "docx")).filings:
        printed_somewhere(found.filing, "".join(text for row in rows for text in row))


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_are_too_odd_to_read(data: bytes) -> None:
    for name in ("a.txt", "a.json", "a"):
        document = read_bytes(data, name)
        assert document.status == "read" or document.reason is not None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 6), st.integers(0, 40))
def test_a_form_cut_anywhere_never_gives_another_number(carrier: int, cut: int) -> None:
    form = (layouts.SIGN_VALUE_UNIT_WEIGHT, layouts.NATIONAL_TWO_PERIODS, layouts.WITH_BREAKDOWN)[carrier % 3]
    text = layouts.tabs(form) if carrier < 4 else layouts.lines(form)
    whole = read_bytes(text.encode(), "a.txt").filings[0].filing
    lines = text.split("\n")
    shorter = "\n".join(lines[: max(1, len(lines) - cut)])
    for found in read_bytes(shorter.encode(), "a.txt").filings:
        expected = {row.name: row.target and (row.target.comparator, row.target.value) for row in whole.indicators}
        for row in found.filing.indicators:
            number = row.target and (row.target.comparator, row.target.value)
            assert number is None or number == expected[row.name] or not row.certain
        lines_of_whole = [line.model_dump(exclude={"note"}) for line in whole.budget_lines]
        assert all(line.model_dump(exclude={"note"}) in lines_of_whole for line in found.filing.budget_lines)
