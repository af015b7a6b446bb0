"""Indicator rows whose cells may have slid: labels are known by their words, values by order, distance and shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.align import by_kind, by_order, looks_like_value
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.levels import LevelState, Style, counted, is_level2, leading_roles, level1_kind
from drafter.reading.rows import Row
from drafter.reading.targets import FoundIndicator, make_indicator
from drafter.reading.words import compact, label_text

VALUE_KINDS = frozenset(("sign", "value", "unit", "weight", "note", "other"))
"""Kinds of columns that stand behind the name."""

_SATISFIED = lazy(r"满意|评价|投诉|认可|好评")


class ShiftedTable:
    """Reads row after row; the levels in force and the damage seen so far are its state."""

    def __init__(self, header: Header, style: Style, rows: Sequence[Row]) -> None:
        self.header, self.style = header, style
        self.levels = LevelState()
        self.found: list[FoundIndicator] = []
        self.level_cells: dict[str, Cell] = {}
        self.broken = self.damaged = self.lost = False
        self.inferred: list[int] = []
        self.level2_at: set[int] = set()
        name = header.column("name")
        self.name_at = name.start if name else None
        self.first_at = min(
            (column.start for column in header.columns if column.kind in ("level1", "level2")), default=0
        )
        self.columns = tuple(column for column in header.columns if column.kind in VALUE_KINDS) if name else ()
        for row in rows:
            for role, cell in zip(leading_roles(row.texts, style), row.cells, strict=False):
                kind = level1_kind(cell.text)
                if role == "level1" and kind is not None:
                    self.levels.seen.setdefault(kind, label_text(cell.text))

    def read(self, row: Row) -> None:
        """Take one row."""
        row = self._without_lead(row)
        roles = self._roles(row)
        labels = dict(zip(roles, row.cells, strict=False))
        rest = row.cells[len(roles) :]
        if roles and roles[0] == "level2":
            self.level2_at.add(row.cells[0].column)
        before = (self.levels.level1, self.levels.level2), dict(self.level_cells)
        slid = self.lost and self._slid(labels, rest)
        self._enter(labels)
        if not rest:
            return
        cells = self._place(rest)
        self.lost = not cells.keys() & {"value", "sign"} and self._pushed_off(rest[0], row)
        misplaced = not labels and self.name_at is not None and rest[0].column <= self.first_at
        damage = self.broken or self.lost or slid or misplaced or self._strange(rest[0])
        single = self.header.column("level2") is None and self.levels.level2 is not None
        doubt = damage or self.levels.doubt or (self.levels.level1 is None and not single)
        levels, level_cells = before if slid else ((self.levels.level1, self.levels.level2), self.level_cells)
        found = make_indicator(cells, self.header, levels, level_cells, certain=not doubt)
        if found is not None:
            if self.levels.inferred and not damage:
                self.inferred.append(len(self.found))
            self.found.append(found)
        # A row whose first label stands in the place of a name: the rows below it cannot be assigned without doubt.
        first = next((cell for role, cell in labels.items() if role != "side"), None)
        self.broken = self.broken or slid or (first is not None and self._in_name_column(first))
        self.damaged = self.damaged or self.broken or self.lost

    def _without_lead(self, row: Row) -> Row:
        """The row without what stands in columns before the levels (目标名称)."""
        lead = sum(column.start < self.first_at for column in self.header.columns if column.kind == "other")
        for at in range(1, min(lead, len(row.cells) - 1) + 1):
            if "level1" in self.style.roles(row.cells[at].text) and not self.style.roles(row.cells[at - 1].text):
                return replace(row, cells=row.cells[at:])
        return row

    def _bare_level2(self, roles: Sequence[str], cells: Sequence[Cell]) -> bool:
        """效益 | 社会效益 | name | value among rows that print 指标 behind their levels: the column tells."""
        second, at = self.header.column("level2"), len(roles)
        if second is None or "level2" in roles or at + 2 >= len(cells):
            return False
        if cells[at].column != second.start:
            return False
        return is_level2(cells[at].text) or (not self.damaged and self._in_place(roles, cells))

    def _in_place(self, roles: Sequence[str], cells: Sequence[Cell]) -> bool:
        """Whether all cells of a row stand in columns of the head: a word there that no list names is a level."""
        at = len(roles)
        if (
            looks_like_value(cells[at].text)
            or looks_like_value(cells[at + 1].text)
            or len(compact(cells[at].text)) > 20
        ):
            return False
        starts = {column.start for column in self.header.columns}
        return cells[at + 1].column == self.name_at and all(cell.column in starts for cell in cells[at + 2 :])

    def _roles(self, row: Row) -> list[str]:
        roles = self._printed_roles(row)
        return [*roles, "level2"] if self._bare_level2(roles, row.cells) else roles

    def _printed_roles(self, row: Row) -> list[str]:
        in_columns = self._roles_by_column(row.cells)
        if in_columns is not None:
            return in_columns
        roles, cells = leading_roles(row.texts, self.style, [self._nearest(cell) for cell in row.cells[:3]]), row.cells
        if len(roles) == len(cells) > 1 and roles[-1] == "level2" and self.levels.level2 == label_text(cells[-1].text):
            return roles[:-1]  # 长效管理 | 长效管理: the second is a name that reads like its level.
        if roles and len(roles) == len(cells) - 1 and looks_like_value(cells[-1].text) and roles[-1] != "side":
            return roles[:-1]  # 满意度 | ≥90%: the label is the name.
        return roles

    def _roles_by_column(self, cells: Sequence[Cell]) -> list[str] | None:
        """The roles of the cells before the name in a row that stands in its columns; None where one does not.

        满意度 | 公众满意度 | 问卷调查 | ≥85% are a level, a name, its explanation and its value by their columns.
        """
        kinds = {column.start: column.kind for column in self.header.columns}
        placed = [kinds.get(cell.column) for cell in cells]
        if None in placed or not {"name", "value"} <= set(placed) or self.damaged:
            return None
        name, value = placed.index("name"), cells[placed.index("value")]
        before = [kind or "" for kind in placed[:name]]
        told = all(kind in self.style.roles(cell.text) for kind, cell in zip(before, cells, strict=False))
        return before if before and told and looks_like_value(value.text) else None

    def _nearest(self, cell: Cell) -> str:
        first, second = self.header.column("level1"), self.header.column("level2")
        if first is None or second is None:
            return "level1" if second is None else "level2"
        if cell.column in self.level2_at and level1_kind(self.levels.level1) == "output":
            return "level2"  # Where 质量指标 opened a row below 产出指标, 成本指标 does too.
        return "level2" if abs(cell.column - second.start) < abs(cell.column - first.start) else "level1"

    def _enter(self, labels: dict[str, Cell]) -> None:
        level1, level2 = labels.get("level1"), labels.get("level2")
        if level1 is not None:
            self.broken = False
        self.levels.enter(level1 and label_text(level1.text), level2 and label_text(level2.text))
        if self.levels.confirmed:
            # 效益指标 printed below the rows of 社会效益指标 (a label centred over a page break) confirms them.
            for at in self.inferred:
                indicator = self.found[at].indicator
                self.found[at] = self.found[at]._replace(indicator=indicator.model_copy(update={"certain": True}))
        if level1 is not None or level2 is not None:
            if self.levels.confirmed or not self.levels.inferred:
                self.inferred = []
            if level1 is not None and level2 is None and not self.levels.confirmed:
                self.level_cells.pop("level2", None)
        self.level_cells.update({role: cell for role, cell in labels.items() if role != "side"})

    def _place(self, rest: Sequence[Cell]) -> dict[str, Cell]:
        name = rest[0]
        columns = self.columns or (Column("value", name.column + 1, name.column + 2),)
        shift = name.column - self.name_at if self.name_at is not None else 0
        placed = by_kind(by_order(rest[1:], columns, shift), columns)
        return {**placed, "name": name}

    def _slid(self, labels: dict[str, Cell], rest: Sequence[Cell]) -> bool:
        """A count stands beside 质量 or 时效 right after a row that lost its value: the label came a row too early."""
        level2 = labels.get("level2")
        return level2 is not None and bool(rest) and counted(rest[0].text) and "数量" not in compact(level2.text)

    def _strange(self, name: Cell) -> bool:
        """In a damaged table, a row under 满意度 that measures no satisfaction: its own label is missing."""
        satisfaction = level1_kind(self.levels.level1) == "satisfaction"
        return self.damaged and satisfaction and not _SATISFIED.search(compact(name.text))

    def _in_name_column(self, cell: Cell) -> bool:
        return self.name_at is not None and cell.column >= self.name_at

    def _pushed_off(self, name: Cell, row: Row) -> bool:
        value = self.header.column("value") or self.header.column("sign")
        if value is None or self.name_at is None:
            return False
        return name.column + (value.start - self.name_at) >= row.width
