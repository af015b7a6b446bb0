"""The goal texts: beside their label, or in the row below a head of two columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from drafter.language.patterns import lazy
from drafter.reading.builder import FilingBuilder
from drafter.reading.columns import indicator_column
from drafter.reading.content import Cell
from drafter.reading.labels import strip_numbering
from drafter.reading.pairs import Pair
from drafter.reading.rows import Row
from drafter.reading.words import compact, tidy

_HEADS = frozenset(("名称", "目标名称", "目标说明", "目标内容", "目标描述", "绩效目标说明", "序号", "内容"))


_COLUMNS, _LONGEST_HEAD = 3, 10

_OF_PROJECT = frozenset(("项目总体目标", "项目总体绩效目标"))
"""The goal of a project of one year where its form prints no other, and that of all years where it does."""
_PERIOD = lazy(r"[^。；，:]{0,10}(?:期|周期|年)(?:绩效|总体|总)?目标(?:\([^()]{1,20}\))?", needs=("目标",))
_INDICATORS = lazy(
    r"(?:绩效项目指标表?|(?:项目|年度|本年度|当年|长期|中期|中长期|实施期)?绩效指标|[一二三]级指标|(?:产出|效益|效果|满意度|成本|数量|质量|时效|社会效益|经济效益)指标)"
    r"(?P<rest>[:(].*|)",
    needs=("指标",),
)


def begins_indicators(text: str, *, told: bool = False) -> bool:
    """Whether a line outside any table heads indicators (产出指标：…, 绩效指标（…）) and is no part of a goal.

    Args:
        text: The line.
        told: Only where something follows the head: a label alone may stand beside the goal.
    """
    match = _INDICATORS.fullmatch(strip_numbering(compact(text)))
    return match is not None and (not told or bool(match["rest"]))


def _is_head(pair: Pair) -> bool:
    """Whether what stands behind a goal label heads a list of goals (名称 | 目标说明) and is no goal."""
    if sum(indicator_column(cell.text) is not None for cell in pair.values) and len(pair.values) >= _COLUMNS:
        return all(len(compact(cell.text)) <= _LONGEST_HEAD for cell in pair.values)  # 评价内容 | 参考标准 | 绩效目标值
    return bool(pair.values) and all(compact(cell.text) in _HEADS for cell in pair.values)


def _period_head(pair: Pair, goals: Sequence[Pair]) -> Cell | None:
    """Of 总体目标 | 五年规划期目标 | 年度目标 the middle cell: a head nobody listed, beside the head of the year."""
    if pair.label is None or pair.label.path != "either_goal" or len(pair.values) != 1 or pair.label.inline is not None:
        return None
    years = [one for one in goals if one.label is not None and one.label.path == "annual_goal" and one.text is None]
    return pair.values[0] if years and _PERIOD.fullmatch(compact(pair.values[0].text)) else None


class GoalReader:
    """Collects goal texts; the goals of a form are known when all of it was read.

    Attributes:
        open: The goal whose text was the last cell of a row of a text's table, and the line it stands on.
        heads: Goal labels that wait for text in the rows below, as (path, cell).
        texts: Goal path → texts with their cells, in order.
        names: What the goals are called, those not filled in among them.
    """

    def __init__(self) -> None:
        self.open: tuple[str, int] | None = None
        self.heads: list[tuple[str, Cell]] = []
        self.texts: dict[str, list[tuple[str, Cell]]] = {}
        self.names: set[str] = set()

    def take(self, pairs: list[Pair], *, exact: bool = False) -> None:
        """Read the goal labels of a row. `exact`: its grid is the carrier's own."""
        goals = [pair for pair in pairs if pair.label is not None and pair.label.kind == "goal"]
        if not goals or self._beside_again(goals, exact):
            return
        self.heads = []
        paths = [pair.label.path for pair in goals if pair.label is not None]
        self.names.update(pair.label.name for pair in goals if pair.label is not None)
        for pair in goals:
            if (head := _period_head(pair, goals)) is not None:
                self.heads.append(("overall_goal", head))
                continue
            if pair.label is None or pair.cell is None:
                continue
            path = pair.label.path
            if path == "either_goal" and "overall_goal" not in paths and "annual_goal" in paths and pair.text is None:
                # 总目标 | 本年度目标 are two columns; 项目绩效目标 | 年度目标 is a side label and a column.
                path = "overall_goal" if "总" in pair.label.name else path
            if pair.text is not None and not _is_head(pair):
                self._add(path, pair.text, pair.value_cell or pair.cell)
                if not exact and pair.values and pair is goals[-1]:
                    self.open = (path, pair.values[-1].row)
            elif path != "either_goal" or len(goals) == 1:
                self.heads.append((path, pair.cell))

    def _beside_again(self, goals: list[Pair], exact: bool) -> bool:
        """Whether a row repeats the side label of the heads above it (绩效目标 | 总目标 | 年度目标) over the texts."""
        label = goals[0].label
        if len(goals) > 1 or label is None or label.path != "either_goal" or label.inline is not None:
            return False
        heads = {path for path, _ in self.heads}
        if not {"overall_goal", "annual_goal"} <= heads or not goals[0].values:
            return False
        for cell in goals[0].values:
            self._add(self._head_of(cell, exact), tidy(cell.text), cell)
        return True

    def go_on(self, row: Row) -> bool:
        """Read a line right below the row of a goal as the next line of its cell; False if it is none.

        Case: tables copied from Word as text with tabs, whose cells of several lines are lines without tabs.
        """
        if self.open is None or not row.is_paragraph or row.cells[0].row != self.open[1] + 1:
            return False
        path, line = self.open
        if begins_indicators(row.cells[0].text) or not self.texts.get(path):
            return False
        text, cell = self.texts[path][-1]
        self.texts[path][-1] = (f"{text}\n{tidy(row.cells[0].text)}", cell)
        self.open = (path, line + 1)
        return True

    def below(self, row: Row) -> bool:
        """Read a row of texts under waiting labels; False if none waits."""
        alone = row.is_paragraph or len(row.cells) == 1
        if not self.heads or (alone and begins_indicators(row.cells[0].text)):
            return False
        # A web page's text drops the merged cell on the left: the texts stand in the order of their heads.
        in_order = not row.exact and not row.is_paragraph and len(row.cells) == len(self.heads) > 1
        for at, cell in enumerate(row.cells):
            path = self.heads[at][0] if in_order else self._head_of(cell, row.exact)
            self._add(path, tidy(cell.text), cell)
        return True

    def _head_of(self, cell: Cell, exact: bool) -> str:
        if exact:
            shared = [
                (min(cell.column + cell.colspan, head.column + head.colspan) - max(cell.column, head.column), path)
                for path, head in self.heads
            ]
            best = max(width for width, _ in shared)
            if best > 0:
                return next(path for width, path in shared if width == best)
        started = [path for path, head in self.heads if head.column <= cell.column]
        return started[-1] if started else self.heads[0][0]

    def _add(self, path: str, text: str, cell: Cell) -> None:
        found = self.texts.setdefault(path, [])
        # One text printed in two columns, or on two sheets, is one goal.
        if text and all(compact(text) != compact(other) for other, _ in found):
            found.append((text, cell))

    def finish(self, builder: FilingBuilder) -> None:
        """Give the texts to the filing. A goal that does not say which is the year's, unless the form has that too."""
        undecided = self.texts.pop("either_goal", [])
        if undecided:
            self.texts.setdefault("overall_goal" if self.texts.get("annual_goal") else "annual_goal", undecided)
        if self.names and self.names <= _OF_PROJECT and _is_of_one_year(builder):
            self.texts["annual_goal"] = self.texts.pop("overall_goal", [])
        for path, found in self.texts.items():
            if not found:
                continue
            text = "\n".join(piece for piece, _ in found)
            cell = next((one for _, one in found if one.lost), found[0][1])
            builder.put(path, text, cell, text=text if len(found) > 1 else None)


def _is_of_one_year(builder: FilingBuilder) -> bool:
    dates = [builder.values.get(name) for name in ("start_date", "end_date")]
    years = {one.year for one in dates if isinstance(one, dt.date)}
    return len(years) < len(dates)
