"""Rows of a form as labels with the cells that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from drafter.language.patterns import lazy
from drafter.reading.amounts import take_apart
from drafter.reading.content import Cell
from drafter.reading.labels import Label, find_label
from drafter.reading.rows import Row
from drafter.reading.words import compact, tidy


class Pair:
    """A label (None for cells in front of any label), where it stands, and the value cells behind it."""

    __slots__ = ("cell", "label", "values")

    def __init__(self, label: Label | None, cell: Cell | None, values: list[Cell] | None = None) -> None:
        self.label, self.cell = label, cell
        self.values: list[Cell] = [] if values is None else values

    @property
    def text(self) -> str | None:
        """The value, from behind the colon or from the cells behind the label."""
        if self.label is not None and self.label.inline is not None:
            return tidy(self.label.inline)
        texts = [tidy(cell.text) for cell in self.values]
        return " ".join(text for text in texts if text) or None

    @property
    def value_cell(self) -> Cell | None:
        """The cell the value stands in."""
        return self.values[0] if self.values else self.cell


_STRANGER = lazy(
    r"[^\W\da-zA-Z_]{2,8}(?:(?:代码|编码|编号|电话|负责人|责任人|联系人|经办人|处室|科室|职责|(?:管理|监督|主管|分管)(?:单位|部门)|区域|方式|类型|类别):?"
    r"|[^\W\da-zA-Z_]{0,4}:)"
)
_MONEY_UNIT = lazy(r"\(?(亿元|百万元|万元|千元|元)\)?")
_AMOUNT = lazy(r"\d+(?:\.\d+)?")
_IN_BRACKETS = lazy(r"(?<=\d)\s*[(（](亿元|百万元|万元|千元|元)[)）]\s*$", needs="(（")
# A field label is followed by its value, even where the value reads like another label (项目类别 | 其他).
_WORDS_OF_VALUES = frozenset(("其他", "其它", "项目", "项目支出", "活动"))


def pair_up(row: Row, *, in_block: bool = False) -> list[Pair]:
    """The labels of a row in order, each with its values. `in_block`: the row above headed a block of money."""
    pairs: list[Pair] = []
    for cell in take_apart(row.cells):
        label = find_label(cell.text) or _block_total(cell, pairs, row, in_block)
        waiting = pairs[-1] if pairs else None
        if label is not None and waiting is not None and _takes(waiting, cell):
            label = None
        if label is not None:
            pairs.append(Pair(label, cell))
        elif waiting is None:
            pairs.append(Pair(None, None, [cell]))
        else:
            waiting.values.append(cell)
    return [told for pair in pairs for told in _without_strangers(pair, exact=row.exact)]


def _without_strangers(pair: Pair, *, exact: bool) -> list[Pair]:
    """A field, and apart from it what stands behind its value: a label nobody listed and its own value.

    Case: 中央主管部门 | 农业农村部 | 专项实施期 | 2022年.
    """
    if pair.label is None or pair.label.kind != "field" or not 1 < len(pair.values) <= _WITH_STRANGER:
        return [pair]
    # The cells of a text may be parts of one value: there only what reads like a label is one, filled in or left blank.
    told = _STRANGER.fullmatch(compact(pair.values[1].text)) is not None
    if not told and not (exact and len(pair.values) == _WITH_STRANGER):
        return [pair]
    value, *strangers = pair.values
    return [Pair(pair.label, pair.cell, [value]), Pair(None, None, strangers)]


def printed_amount(pair: Pair) -> str | None:
    """What is printed behind a label of money, with the unit that stands in the cell beside it (318.00 | 万元)."""
    inline = pair.label.inline if pair.label is not None else None
    texts = [*([inline] if inline else []), *(cell.text for cell in pair.values)][:2]
    if not texts:
        return None
    units = [match[1] if (match := _MONEY_UNIT.fullmatch(compact(text))) else "" for text in texts]
    if len(texts) == 2 and bool(units[0]) != bool(units[1]):
        amount, unit = (texts[1], units[0]) if units[0] else (texts[0], units[1])
        return f"{amount.strip()}{unit}" if amount.strip()[-1:].isdigit() else amount
    return _IN_BRACKETS.sub(r"\1", texts[0])


def has_several_amounts(pair: Pair) -> bool:
    """Whether different bare amounts stand behind a label (20.00 | 19.80 | 21.62), of which a head tells one."""
    words = (compact(cell.text).replace(",", "") for cell in pair.values)
    return len(set(takewhile(_AMOUNT.fullmatch, words))) > 1


_WITH_STRANGER = 3
_TOTALS = frozenset(("合计", "总计", "小计"))


def _block_total(cell: Cell, pairs: Sequence[Pair], row: Row, in_block: bool) -> Label | None:
    """合计 inside a block of money (项目预算 | 合计 | 380,000 | 其他资金 | 30,000) is the block's total."""
    if compact(cell.text).rstrip(":") not in _TOTALS:
        return None
    before = [pair.label for pair in pairs if pair.text is None]
    if not pairs:
        before = [find_label(above.text) for above in row.above]
    of_money = (in_block and not pairs) or any(
        label is not None and label.kind in ("section", "funding") for label in before
    )
    return Label("funding", "block_total", compact(cell.text)) if of_money else None


def _takes(pair: Pair, cell: Cell) -> bool:
    waits = pair.label is not None and pair.label.kind == "field" and pair.text is None
    return waits and compact(cell.text) in _WORDS_OF_VALUES
