"""Text of a PDF copied column by column: all labels of a form first, and what they label somewhere below.

Which value belongs to which label no line tells, so that nothing of such a form is used. A project name that is blank
is no form anybody files: where its label stands over another one, its value was printed elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.columns import indicator_column
from drafter.reading.content import Cell
from drafter.reading.labels import Label, find_label
from drafter.reading.rows import Row

APART = "标签与内容分开的文本（从 PDF 逐栏复制，分不清哪个内容属于哪个标签，请用原件）"
_MOST_HEADS = 16
_LONGEST = 24
_MOST_STRANGE = 3


def labels_apart(rows: Sequence[Row]) -> Cell | None:
    """The label of a project name whose value does not stand beside or below it; None where every name has its own.

    Args:
        rows: The rows of a form given as lines, one cell a row.
    """
    cells = [row.cells[0] for row in rows]
    for at, cell in enumerate(cells[:-1]):
        label = _alone(cell.text)
        if label is None or label.path != "project_name" or not _is_label(cells[at + 1 : at + 3]):
            continue
        if not _heads_list(cells[at + 1 : at + 1 + _MOST_HEADS]):
            return cell
    return None


def _alone(text: str) -> Label | None:
    label = find_label(text) if len(text) <= _LONGEST else None
    return label if label is not None and label.inline is None else None


def _is_label(cells: Sequence[Cell]) -> bool:
    """Whether a line is a label, or the first half of one that is broken over two lines."""
    if _alone(cells[0].text) is not None:
        return True
    return len(cells) > 1 and _alone(cells[0].text + cells[1].text) is not None


def _heads_list(cells: Sequence[Cell]) -> bool:
    """Whether labels go on to 一级指标, few others between them: the head of a list of projects, a cell a line."""
    strange, goal = 0, False
    for cell in cells:
        if indicator_column(cell.text) in ("level1", "level2"):
            return True
        label = _alone(cell.text)
        strange += label is None
        # What stands below a goal label, or counts something, is a value; a column nobody listed is neither.
        value = label is None and (goal or any(map(str.isdigit, cell.text)))
        if value or strange > _MOST_STRANGE or len(cell.text) > _LONGEST:
            return False
        goal = label is not None and label.kind == "goal"
    return False
