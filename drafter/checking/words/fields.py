"""Every text of a filing that people wrote, with the path it stands at and what the form calls it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.filing import Filing

RUNNING = frozenset({"overall_goal", "annual_goal", "narrative"})
"""Paths into which a place may give offsets."""


class Written(NamedTuple):
    """One written text: where it stands, how the form calls it in Chinese and English, what it says."""

    path: str
    zh: str
    en: str
    text: str

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Offsets for a place in running text; None for a field, which is quoted whole."""
        return (start, end) if self.path in RUNNING else None


def written(filing: Filing) -> Iterator[Written]:
    """The texts of a filing in the order of the form, blank ones left out."""
    for path, zh, en, text in _texts(filing):
        if text:
            yield Written(path, zh, en, text)


def _texts(filing: Filing) -> Iterator[tuple[str, str, str, str | None]]:
    yield "project_name", "项目名称", "the project name", filing.project_name
    yield "overall_goal", "项目总目标", "the overall goal", filing.overall_goal
    yield "annual_goal", "年度目标", "the annual goal", filing.annual_goal
    yield "narrative", "项目说明", "the narrative", filing.narrative
    for position, row in enumerate(filing.indicators):
        yield f"indicators[{position}].name", "指标名称", "an indicator's name", row.name
        if row.target is not None:
            yield f"indicators[{position}].target", "指标值", "an indicator's value", row.target.raw
    for position, line in enumerate(filing.budget_lines):
        yield f"budget_lines[{position}].item", "明细项目", "a budget line", line.item
