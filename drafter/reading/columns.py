"""Columns of the indicator table and of the cost breakdown by their printed heads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.labels import find_label
from drafter.reading.lexicon import lexicon
from drafter.reading.words import compact

_UNIT = lazy(r"\((?:单位:)?(元|万元|千元|亿元|%)\)")
_TAIL = lazy(r"\([^()]{1,24}\)$")
_VALUE = lazy(r".{0,10}(?:指标值|目标值|预期值|实现值)(?:\([^()]{1,24}\))?")
_PAST = lazy(r"实际|完成|上年|历史|前三年|往年|单位|说明|依据|来源|解释")
_SUB_PAST = lazy(r"前年|上年|去年|上一年|半年|季度|实际|完成|近三年|前三年|历史")
_SUB_NOW = lazy(r"当年|本年|全年|年度|今年|预计|计划|目标|预期")
_LONGEST_SUB = 16
_SHORTEST_WITHOUT = 6


class Column(NamedTuple):
    """One column of a table: what it holds, the grid columns it covers, a unit in its head."""

    kind: str
    start: int
    end: int
    unit: str | None = None
    head: str = ""


class Header(NamedTuple):
    """The head of a table.

    Attributes:
        columns: Its columns in printed order.
        width: The width of the head row.
        table: The table it belongs to.
        period: The table is about the whole period of the project, not about the year (长期绩效指标).
        halved: Indicators of the period and of the year stood side by side; the columns are those of the year.
        achieved: Columns for what was achieved: the table reports, it does not declare.
    """

    columns: tuple[Column, ...]
    width: int
    table: int
    period: bool = False
    achieved: int = 0
    halved: bool = False

    def column(self, kind: str) -> Column | None:
        """The first column of a kind."""
        return next((column for column in self.columns if column.kind == kind), None)

    @property
    def flat(self) -> bool:
        """Whether the projects stand in a column of the table: one table, many filings."""
        return self.key is not None

    @property
    def key(self) -> str | None:
        """The column that tells filings apart: of projects, or of departments beside their money or goals."""
        if self.column("project_name") is not None:
            return "project_name"
        first = next((at for at, column in enumerate(self.columns) if column.kind in ("level1", "level2", "name")), 0)
        kinds = [column.kind for column in self.columns[:first]]
        told = any(kind.startswith("funding.") or kind.endswith("_goal") for kind in kinds)
        return "implementer" if told and "implementer" in kinds else None


def indicator_column(text: str) -> str | None:
    """What a column of the indicator table with this head holds (`level1`, `name`, `value`, ...); None for no head."""
    return kind_of(text, lexicon().indicator_header)


def budget_column(text: str) -> str | None:
    """What a column of the cost breakdown with this head holds (`item`, `amount`, ...); None for no head."""
    return kind_of(text, lexicon().budget_header)


def is_listed(text: str) -> bool:
    """Whether a text is a column head of the lexicon, word for word."""
    word = compact(text).rstrip(":")
    return word in lexicon().indicator_header or word in lexicon().budget_header


def kind_of(text: str, names: Mapping[str, str]) -> str | None:
    """What a column with this head holds by a list of heads, numbering and brackets left aside."""
    if len(text) > 60:
        return None
    word = compact(text).rstrip(":")
    kind = names.get(word) or names.get(_TAIL.sub("", word))
    if (
        kind is None and len(word) >= _SHORTEST_WITHOUT
    ):  # 绩效指标类型, 绩效指标内容; never 绩效目标 or 绩效指标 itself.
        kind = names.get(word.replace("绩效", "", 1))
    if kind is None and _VALUE.fullmatch(word) and not _PAST.search(word):
        return "value"
    return kind


def project_column(text: str) -> str | None:
    """What a column beside the indicators tells of their project (`project_name`, `funding.annual_total`, ...)."""
    word = compact(text).rstrip(":")
    if word.endswith(("项目名称", "(项目名称)", "(项目)名称")):
        return "project_name"
    label = find_label(text)
    if label is None or label.inline is not None:
        return None
    if label.kind == "goal":
        return "overall_goal" if label.path == "overall_goal" else "annual_goal"
    if label.kind == "field":
        return label.path
    return f"funding.{label.path}" if label.kind == "funding" else None


def value_part(text: str) -> str | None:
    """What a column below 指标值 holds (前年 | 上年 | 当年, 半年 | 全年): `value`, `other`, or None for neither."""
    word = compact(text)
    if not word or len(word) > _LONGEST_SUB or any(char.isdigit() for char in word):
        return None
    if _SUB_PAST.search(word):
        return "other"
    return "value" if _SUB_NOW.search(word) else None


def unit_of(cell: Cell) -> str | None:
    """The unit printed in the head of a column."""
    match = _UNIT.search(compact(cell.text[:60]))
    return match[1] if match else None
