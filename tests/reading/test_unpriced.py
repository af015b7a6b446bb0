"""A named row of a breakdown without a number is a line nobody priced, unless the table shows otherwise."""

from __future__ import annotations

import layouts
import pytest
from builders import Box, Rows
from forms import one

from drafter.checking import check_filing
from drafter.filing import Filing

B = Box
CARRIERS = ["exact", "tabs", "pipes"]
HEAD = [
    [B("项目绩效目标申报表", 6)],
    [B("（2026年度）", 6)],
    [B("金额单位：元", 6)],
    [B("项目名称"), B("河道保洁", 2), B("申报单位"), B("某水务所", 2)],
    [B("预算总额"), B("1200000.00", 5)],
    [B("年度绩效目标"), B("完成河道保洁，水面整洁。", 5)],
    [B("一级指标"), B("二级指标"), B("三级指标", 2), B("目标值"), B("权重")],
    [B("产出指标"), B("数量指标"), B("保洁河道", 2), B("35条"), B("40")],
    [B("序号"), B("支出明细"), B("单价"), B("数量"), B("金额"), B("备注")],
]  # fmt: skip


def _form(*rows: tuple[str, str], total: str = "") -> Rows:
    """The form with a breakdown of (item, amount), and its total."""
    lines = [[B(""), B(item), B(""), B(""), B(amount), B("")] for item, amount in rows]
    return [*HEAD, *lines, [B("合计"), B(""), B(""), B(""), B(total), B("")]]


def _items(filing: Filing) -> list[tuple[str, str | None]]:
    return [(line.item, None if line.amount is None else str(line.amount)) for line in filing.budget_lines]


def _read(carrier: str, form: Rows) -> Filing:
    return one(getattr(layouts, carrier)(form))


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("blank", ["", "待定", "/"])
def test_a_line_without_a_number_is_kept_and_its_sum_is_no_error(carrier: str, blank: str) -> None:
    filing = _read(carrier, _form(("河道保洁", "1050000.00"), ("垃圾外运", blank), ("水质检测", "20000.00")))
    assert _items(filing) == [("河道保洁", "1050000.00"), ("垃圾外运", None), ("水质检测", "20000.00")]
    assert filing.printed.get("budget_lines[1].amount", "") == blank
    assert "ARI002" not in [finding.code for finding in check_filing(filing).findings]


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([("一、设备购置", ""), ("打捞船", "300000"), ("二、劳务", ""), ("保洁员", "900000")], ["打捞船", "保洁员"]),
        ([("一、设备", ""), ("1.打捞船", "300000"), ("2.网具", "900000")], ["1.打捞船", "2.网具"]),
        ([("设备购置", ""), ("（1）打捞船", "300000"), ("（2）网具", "900000")], ["（1）打捞船", "（2）网具"]),
        ([("设备购置：", ""), ("打捞船", "1200000")], ["打捞船"]),
        ([("打捞船", "1200000"), ("注：打捞船含运输", "")], ["打捞船"]),
        ([("打捞船", "1200000"), ("……", "")], ["打捞船"]),
        ([("打捞船（含", "1200000"), ("运输）", "")], ["打捞船（含"]),
    ],
)
def test_headings_and_remarks_are_no_lines(carrier: str, rows: list[tuple[str, str]], kept: list[str]) -> None:
    assert [item for item, _ in _items(_read(carrier, _form(*rows)))] == kept


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize(
    "rows",
    [
        [("1.河道保洁", "1050000"), ("2.垃圾外运", ""), ("3.水质检测", "20000")],
        [("1.河道保洁", "1050000"), ("2.垃圾外运", "")],
        [("1.河道保洁", "1050000"), ("2.垃圾外运", ""), ("不可预见费", "20000")],
        [("一、保洁", ""), ("（一）河道", "1050000"), ("（二）垃圾外运", ""), ("二、检测", "20000")],
    ],
)
def test_a_numbered_line_among_lines_is_a_line(carrier: str, rows: list[tuple[str, str]]) -> None:
    items = [item for item, amount in _items(_read(carrier, _form(*rows))) if amount is None]
    assert [item[2:].lstrip("）、一二") for item in items] == ["垃圾外运"]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_where_the_printed_total_is_the_sum_the_rest_are_headings(carrier: str) -> None:
    rows = [("设备购置", ""), ("打捞船", "300000.00"), ("劳务", ""), ("保洁员", "890000.00")]
    filing = _read(carrier, _form(*rows, total="1190000.00"))
    assert [item for item, _ in _items(filing)] == ["打捞船", "保洁员"]
    assert "ARI002" in [finding.code for finding in check_filing(filing).findings]
    # A subtotal of the first group says nothing of the second.
    part = [*_form(*rows[:2])[:-1], [B("小计"), B(""), B(""), B(""), B("300000.00"), B("")]]
    filing = _read(carrier, [*part, *_form(("垃圾外运", ""))[len(HEAD) :]])
    assert ("垃圾外运", None) in _items(filing)


def test_a_row_merged_across_the_numbers_and_what_stands_below_the_total_are_no_lines() -> None:
    form = _form(("河道保洁", "1050000.00"))
    merged = [B(""), B("以下各项按实结算", 5)]
    form = [*form[:-1], merged, form[-1], [B(""), B("分管领导意见"), B(""), B(""), B(""), B("")]]
    assert [item for item, _ in _items(one(layouts.exact(form)))] == ["河道保洁"]
