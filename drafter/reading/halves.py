"""Indicators in two columns side by side: which half is the year's, told by the labels printed above the head.

Case: the declaration form of 财预〔2015〕88号 prints 中期目标 | 年度目标 and below it 二级指标 三级指标 指标值 twice.
Other forms print the year on the left, or one list in two columns to save paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from drafter.language.patterns import lazy
from drafter.reading.columns import indicator_column
from drafter.reading.rows import Row
from drafter.reading.words import compact

_OF = r"(?:总体)?(?:绩效)?(?:目标|指标)(?:值|情况)?(?:\([^()]{1,20}\))?"
_PERIOD = lazy(rf"(?:项目)?(?:(?:实施期|实施周期|中长期|中期|长期|三年){_OF}|(?:中长期|中期|长期)|总体?(?:绩效)?指标)")
_YEAR = lazy(rf"(?:\d{{4}}年)?(?:本年度|年度|当年|本年|全年){_OF}|\d{{4}}年度?(?:绩效)?(?:目标|指标)")
# The goal of the whole beside a goal of the year; alone it is just the goal.
_WHOLE = lazy(r"(?:项目)?总体?(?:绩效)?目标")
_IN_HEAD = {"period": lazy(r"实施期|实施周期|中期|长期|总体|三年"), "year": lazy(r"年度|当年|本年|全年")}
_NUMBER = lazy(r"(?:指标)?\d{1,2}[:.、]|\(\d{1,2}\)")
_LONGEST = 40
_NEAR = 200
"""Cells above a head among which its labels are sought; a form has some fifty."""


class Half(Enum):
    """What the halves of a table of two columns are."""

    left = "the left one is the year's"
    right = "the right one is the year's"
    both = "one list in two columns"
    unknown = "one is the year's, and the print does not tell which"


def year_half(head: Row, texts: Sequence[str]) -> Half:
    """Which half of a table is the year's.

    Args:
        head: The head of the table.
        texts: What is printed above it, cell by cell; the last ones tell.
    """
    heads = [text for text in head.texts if indicator_column(text) == "value"]
    kinds = [next((kind for kind, of in _IN_HEAD.items() if of.search(head)), None) for head in heads]
    if set(kinds) != {"period", "year"}:
        kinds = [kind for kind in map(_kind, texts[-_NEAR:]) if kind is not None]
        kinds = [kind.replace("whole", "period") for kind in kinds if kind != "whole" or "year" in kinds]
    if "period" not in kinds:
        return Half.both
    if kinds[-2:] == ["period", "year"]:
        return Half.right
    return Half.left if kinds[-2:] == ["year", "period"] else Half.unknown


def rows_of_the_year(rows: Sequence[Row], levels: Mapping[str, int], name: int, half: Half) -> list[Row]:
    """Of rows read one half after the other, those of the year; none where the halves cannot be told apart.

    Each printed row gave two: level, name and value of the left half, then those of the right one.

    Args:
        rows: The rows of both halves in turn.
        levels: The columns of `level1` and `level2`.
        name: The column of names.
        half: Which half is the year's.
    """
    if half is Half.both:
        return list(rows)
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    if half is Half.unknown or len(rows) % 2 or not all(_are_beside(*pair, levels, name) for pair in pairs):
        return []
    if half is Half.left:
        return [left for left, _ in pairs]
    first = levels["level1"]
    return [
        replace(right, cells=(*(cell for cell in left.cells if cell.column == first), *right.cells))
        for left, right in pairs
    ]


def _are_beside(left: Row, right: Row, levels: Mapping[str, int], name: int) -> bool:
    """Whether two rows print the same level, or, where neither prints one, the same name or number of an indicator."""
    second = [_text(row, levels["level2"]) for row in (left, right)]
    if any(second):
        return second[0] == second[1]
    names = [_text(row, name) for row in (left, right)]
    numbers = [match[0] if (match := _NUMBER.match(text)) else text for text in names]
    return numbers[0] == numbers[1]


def _text(row: Row, column: int) -> str:
    return next((compact(cell.text) for cell in row.cells if cell.column == column), "")


def _kind(text: str) -> str | None:
    word = compact(text[:_LONGEST]).partition(":")[0]
    told = (("period", _PERIOD), ("year", _YEAR), ("whole", _WHOLE))
    return next((kind for kind, of in told if of.fullmatch(word)), None)
