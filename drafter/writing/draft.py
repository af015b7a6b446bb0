"""A draft on screen: the form in brief, what drafter proposed itself, what the brief left open, and the check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.writing.report import render_report

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.filing import Filing, Indicator

_ROW = re.compile(r"indicators\[(\d+)\]")
_STATUS = {
    "passed": ("通过检查", "passed the check"),
    "findings": ("有待处理的问题", "has findings to settle"),
    "failed": ("未能完成", "failed"),
}


def render_draft(draft: Draft, *, lang: str = "zh") -> str:
    """A draft as text for people. Rows whose target nobody asked for are marked as proposals."""
    english = lang == "en"
    filing = draft.filing
    lines = [f"{filing.form or '绩效目标申报表'}（{filing.year or '—'}年度）", ""]
    lines += [f"{label}  {value}" for label, value in _head(filing, english)]
    lines += ["", ("Annual goal" if english else "年度总体目标"), *_wrapped(filing.annual_goal or "—"), ""]
    lines += _indicators(filing, _proposed(draft), english)
    lines += _budget(filing, english)
    if draft.questions:
        lines += ["", "Open questions" if english else "待补充的问题"]
        lines += [f"  ? {question.field}: {question.message}" for question in draft.questions]
    if draft.precedents:
        names = "、".join(f"{one.project_name}（{one.id}）" for one in draft.precedents)
        lines += ["", ("Precedents: " if english else "参考：") + names]
    else:
        none = "Precedents: none is similar enough" if english else "参考：没有足够相似的申报表，未参考任何先例"
        lines += ["", none]
    lines += ["", ("Result: " if english else "结果：") + _STATUS[draft.status][english]]
    if any(report.findings or report.crashes for document in draft.report.documents for report in document.filings):
        lines += ["", render_report(draft.report, "text", lang=lang, filings=[[filing]]).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _head(filing: Filing, english: bool) -> Iterator[tuple[str, str]]:
    words = ("Project", "Implementer", "Nature", "Period", "Annual total") if english else (
        "项目名称", "实施单位", "项目性质", "计划期间", "年度资金"
    )  # fmt: skip
    yield words[0], filing.project_name or "—"
    if filing.implementer:
        yield words[1], filing.implementer
    if filing.project_nature:
        yield words[2], filing.project_nature
    if filing.start_date and filing.end_date:
        yield words[3], f"{filing.start_date} — {filing.end_date}"
    total = filing.funding.annual_total
    yield words[4], "—" if total is None else f"{total:,.2f} " + ("yuan" if english else "元")


def _indicators(filing: Filing, proposed: set[int], english: bool) -> list[str]:
    rows = [_cells(row, position in proposed, english) for position, row in enumerate(filing.indicators)]
    widths = [max((_width(row[column]) for row in rows), default=0) for column in range(3)]
    lines = ["Indicators" if english else "绩效指标"]
    previous: tuple[str, ...] = ("", "")
    for row in rows:
        shown = [
            "" if row[:1] == previous[:1] else row[0],
            "" if row[:2] == previous[:2] else row[1],
            row[2],
        ]
        padded = "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(shown, widths, strict=True))
        lines.append(f"  {padded}  {row[3]}")
        previous = row[:2]
    return lines


def _cells(row: Indicator, proposed: bool, english: bool) -> tuple[str, str, str, str]:
    mark = ("  (proposed)" if english else "  （建议值）") if proposed else ""
    target = row.target.raw if row.target is not None else "—"
    return row.level1 or "", row.level2 or "", row.name, target + mark


def _budget(filing: Filing, english: bool) -> list[str]:
    if not filing.budget_lines:
        return []
    lines = ["", "Budget" if english else "预算明细"]
    for line in filing.budget_lines:
        parts = [line.item]
        if line.unit_price is not None and line.quantity is not None:
            unit = line.unit or ""
            parts.append(f"{line.unit_price:,.2f} × {line.quantity:,f}{unit} =")
        parts.append("—" if line.amount is None else f"{line.amount:,.2f}")
        lines.append("  " + "  ".join(parts))
    return lines


def _proposed(draft: Draft) -> set[int]:
    return {
        int(found[1])
        for entry in draft.provenance
        if entry.source in ("precedent", "profile") and (found := _ROW.match(entry.path))
    }


def _wrapped(text: str, width: int = 76) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for character in text:
        size = _width(character)
        # Closing punctuation hangs rather than starting a line.
        if used + size > width and character not in "，。；：、）”》%":
            lines.append("  " + line)
            line, used = "", 0
        line, used = line + character, used + size
    return [*lines, "  " + line]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
