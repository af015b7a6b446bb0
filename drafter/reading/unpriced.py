"""Rows of a cost breakdown that name something and print no number: a line without a price, a heading or a note.

Dropping such a line makes the rest seem not to add up, which would be the reader's mistake: a draft from a brief with
an item nobody priced yet prints exactly this. A heading taken for a line would only leave the sum unjudged. So a row
is a heading where the table shows it, and a line where it does not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafter.language.patterns import lazy
from drafter.reading.align import by_overlap, looks_like_number
from drafter.reading.columns import Header
from drafter.reading.content import Cell
from drafter.reading.labels import find_label, strip_numbering
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.words import compact, unclosed

_STYLES = (
    lazy(r"([一二三四五六七八九十]{1,3})[、.,]"),
    lazy(r"\(([一二三四五六七八九十]{1,3})\)"),
    lazy(r"(\d{1,2})[.、)](?!\d)"),
    lazy(r"\((\d{1,2})\)"),
    lazy(r"([①-⑳])"),
)
_FIRST = frozenset("一1①")
_NOTE = lazy(r"^(?:备?注\d{0,2}[:.、]|(?:填[报表写])?说明[:.、]|※)|[。;!?]")
_NAME = lazy(r"^(?![无略空]$).*[^\W\d_]")
_LONGEST = 60
_PARTIAL = ("小计", "本页")


def is_total(row: Row) -> bool:
    """Whether a row of a breakdown only adds up (合计, 小计)."""
    return any(strip_numbering(text.rstrip(":")) in lexicon().totals for text in row.texts[:2])


def is_grand_total(row: Row) -> bool:
    """Whether a row adds up the whole breakdown, not a part of it (小计) or a page (本页合计)."""
    return is_total(row) and not any(word in text for text in row.texts[:2] for word in _PARTIAL)


def unpriced_rows(header: Header, rows: Sequence[Row], priced: Collection[int]) -> list[int]:
    """The rows that are lines without any number.

    Args:
        header: The head of the breakdown.
        rows: The rows below it.
        priced: Positions of the rows that are lines with numbers.

    Returns:
        Their positions, ascending.
    """
    names = {at: name for at, row in enumerate(rows) if (name := _name_of(row, header)) is not None}
    first = min(priced, default=len(rows))
    # What stands below the total is signed or remarked upon, no expense.
    end = next((at for at, row in enumerate(rows) if at > first and is_grand_total(row)), len(rows))
    order = [at for at in sorted(names) if at < end]
    styles = [_style(names[at].text) for at in order]
    carrying = {style for at, style in zip(order, styles, strict=True) if at in priced}
    found: list[int] = []
    for place, at in enumerate(order):
        if at in priced or not _is_named(names[at].text):
            continue
        above, below = order[place - 1] if place else -1, order[place + 1] if place + 1 < len(order) else -1
        if above >= 0 and unclosed(names[above].text):
            continue  # The rest of a name that the row above could not hold.
        if below >= 0 and not any(map(is_total, rows[at:below])):
            text, next_text = names[at].text, names[below].text
            if names[below].column > names[at].column or compact(text).endswith(":"):
                continue
            if _groups(_style(text), _style(next_text), carrying, styles) or _begins_list(text, next_text):
                continue
        found.append(at)
    return found


def _name_of(row: Row, header: Header) -> Cell | None:
    """The cell that names the row, if the row stands on the grid of the head; a text that slid cannot be told."""
    if row.table != header.table or row.is_paragraph or not (row.exact or row.width == header.width) or is_total(row):
        return None
    kind = next((kind for kind in ("item", "content", "project") if header.column(kind) is not None), "")
    columns = [column for column in header.columns if column.kind == kind]
    placed = by_overlap(row.cells, columns)
    if not placed:
        return None
    column, cell = columns[min(placed)], placed[min(placed)]
    # A cell wider than its column is merged across the numbers: a heading or a remark.
    on_column = (cell.column, cell.column + cell.colspan) == (column.start, column.end)
    slid = not row.exact and any(
        looks_like_number(one.text) and one not in by_overlap(row.cells, header.columns).values() for one in row.cells
    )
    return cell if on_column and not slid else None


def _is_named(text: str) -> bool:
    word = compact(text)
    label = find_label(text)
    return (
        len(word) <= _LONGEST
        and _NAME.search(word) is not None
        and _NOTE.search(word) is None
        and strip_numbering(word.rstrip(":")) not in lexicon().totals
        # 其他资金 may be what is paid for; 负责人 and 项目概况 are the form's own words.
        and (label is None or label.kind == "funding")
    )


def _style(text: str) -> int:
    """Which way of numbering a text begins with, -1 for none."""
    word = compact(text)
    return next((at for at, style in enumerate(_STYLES) if style.match(word)), -1)


def _begins_list(text: str, below: str) -> bool:
    """设备购置 over 1.电脑: what is below is the first of a list, numbered otherwise."""
    style = _style(below)
    match = _STYLES[style].match(compact(below)) if style >= 0 and style != _style(text) else None
    return match is not None and match[1] in _FIRST


def _groups(own: int, below: int, carrying: Collection[int], styles: Sequence[int]) -> bool:
    """Whether a numbered row heads the row below it, which is numbered otherwise or not at all.

    Where 1.河道保洁 has its own price, 2.垃圾外运 above an unnumbered row is a line nobody priced.
    """
    if own < 0 or own == below:
        return False
    return own not in carrying if below < 0 else styles.index(below) > styles.index(own)
