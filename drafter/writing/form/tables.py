"""The two tables every layout has: indicators with merged level cells, and the cost breakdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from drafter.filing import Filing, Indicator
from drafter.profiles import Profile
from drafter.writing.form.grid import PRINT_WIDTH, FormCell, Grid, label, value
from drafter.writing.form.printed import digits, money_cell, number_cell, target_text

SameLevel: TypeAlias = Callable[[Indicator, Indicator], bool]


def level_words(profile: Profile) -> tuple[str, str, str]:
    """The heads of the three level columns: older forms say 目标 where newer ones say 指标."""
    word = "目标" if "一级目标" in profile.recognise else "指标"
    return f"一级{word}", f"二级{word}", f"三级{word}"


def indicator_grid(filing: Filing, profile: Profile, *, note: bool = False) -> Grid:
    """The indicator table.

    Args:
        filing: The filing.
        profile: Gives the column heads.
        note: Print the 备注 column even if it is empty, as the older forms do.
    """
    indicators = filing.indicators
    with_note = note or any(indicator.note for indicator in indicators)
    with_weight = any(indicator.weight is not None for indicator in indicators)
    extra = (18 if with_weight else 0) + (24 if with_note else 0)
    widths = [25, 24, 33, PRINT_WIDTH - 25 - 24 - 33 - 36 - extra, 36]
    heads = [label(""), *map(label, level_words(profile)), label(profile.labels.get("target", "年度(/项目)指标值"))]
    if with_weight:
        widths.append(18)
        heads.append(label("权重"))
    if with_note:
        widths.append(24)
        heads.append(label("备注"))
    rows = [tuple(heads)]
    spans = _level_spans(indicators)
    for position, (indicator, (first, second)) in enumerate(zip(indicators, spans, strict=True)):
        row: list[FormCell] = []
        if position == 0:
            row.append(label("绩效指标" if level_words(profile)[0] == "一级指标" else "绩效目标", 1, len(indicators)))
        if first:
            row.append(label(indicator.level1 or "", 1, first))
        if second:
            row.append(label(indicator.level2 or "", 1, second))
        row += [value(indicator.name), value(target_text(indicator.target))]
        if with_weight:
            row.append(number_cell(indicator.weight))
        if with_note:
            row.append(value(indicator.note))
        rows.append(tuple(row))
    return Grid(tuple(widths), tuple(rows), header_rows=1)


def _level_spans(indicators: Sequence[Indicator]) -> list[tuple[int, int]]:
    """For each row how many rows its level-1 and level-2 cell cover; 0 where a cell from above covers it."""
    spans: list[tuple[int, int]] = []
    for position, indicator in enumerate(indicators):
        before = indicators[position - 1] if position else None
        same1 = before is not None and before.level1 == indicator.level1
        same2 = same1 and before is not None and before.level2 == indicator.level2
        run1 = run2 = 0
        if not same1:
            run1 = _run(indicators, position, lambda a, b: a.level1 == b.level1)
        if not same2:
            run2 = _run(indicators, position, lambda a, b: (a.level1, a.level2) == (b.level1, b.level2))
        spans.append((run1, run2))
    return spans


def _run(indicators: Sequence[Indicator], start: int, same: SameLevel) -> int:
    end = start + 1
    while end < len(indicators) and same(indicators[start], indicators[end]):
        end += 1
    return end - start


def budget_grid(filing: Filing) -> Grid:
    """The cost breakdown (项目构成分解) with its total."""
    lines = filing.budget_lines
    heads = ("", "项目明细", "明细金额", "单价", "数量", "单位", "备注")
    rows = [tuple(map(label, heads))]
    for position, line in enumerate(lines):
        path = f"budget_lines[{position}]"
        row = [label("项目构成分解", 1, len(lines) + 1)] if position == 0 else []
        row += [
            value(line.item),
            money_cell(filing, f"{path}.amount", line.amount),
            money_cell(filing, f"{path}.unit_price", line.unit_price),
            number_cell(line.quantity),
            value(line.unit),
            value(line.note),
        ]
        rows.append(tuple(row))
    rows.append((label("金额合计"), total_cell(filing), *(value("") for _ in range(4))))
    return Grid((25, 42, 28, 26, 20, 12, 19), tuple(rows), header_rows=1)


def total_cell(filing: Filing) -> FormCell:
    """The sum of the breakdown; blank when a line has no amount, because a partial sum would pass for the whole."""
    amounts = [line.amount for line in filing.budget_lines]
    if not amounts or any(amount is None for amount in amounts):
        return FormCell("", kind="number")
    total = sum((amount for amount in amounts if amount is not None), Decimal(0))
    return FormCell(digits(total), kind="number", number=total)
