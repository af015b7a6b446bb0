"""The cost breakdown of a PDF's text: rows told apart by their numbers; all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.columns import Header
from drafter.reading.content import Cell
from drafter.reading.labels import find_label, strip_numbering
from drafter.reading.lexicon import lexicon
from drafter.reading.reflow_heads import Head
from drafter.reading.rows import Row
from drafter.reading.tokens import Token
from drafter.reading.words import compact

_NUMERIC = ("amount", "unit_price", "quantity")
_COUNT = lazy(r"[\d,，]+(?:\.\d+)?[^\d\s]{1,4}")


def budget_rows(tokens: Sequence[Token], head: Head) -> tuple[list[Row], int]:
    """The rows below the head of a cost breakdown, and how many tokens they take.

    Blank cells leave no trace in such a text. If any row does not have all its numbers, no row is given at all: a
    breakdown with a line missing would not add up, and that would be the reader's mistake.
    """
    used = next((at for at, token in enumerate(tokens) if _ends(token)), len(tokens))
    numbers = [column.kind for column in head.header.columns if column.kind in _NUMERIC]
    numbered = head.header.columns[0].kind == "other"
    rows: list[Row] = []
    texts: list[Token] = []
    values: list[Token] = []
    for token in tokens[:used]:
        if not _is_number(token.text):
            if values:
                if len(values) != len(numbers):
                    return [], used
                rows.append(_row(texts, values, head))
                texts, values = [], []
            texts.append(token)
        elif numbered and _is_ordinal(token, len(rows) + 1 + bool(values)) and len(values) in (0, len(numbers)):
            if values:
                rows.append(_row(texts, values, head))
                texts, values = [], []
        else:
            values.append(token)
    if values:
        if len(values) != len(numbers):
            return [], used
        rows.append(_row(texts, values, head))
        texts = []
    if len(texts) == 1 and rows and (note := head.header.column("note")) is not None:
        cell = texts[0].cell._replace(text=texts[0].text, column=note.start)
        rows[-1] = replace(rows[-1], cells=(*rows[-1].cells, cell))
    return _with_notes(rows, head.header), used


def _is_ordinal(token: Token, expected: int) -> bool:
    return compact(token.text) == str(expected)


def _row(texts: Sequence[Token], values: Sequence[Token], head: Head) -> Row:
    cells: list[Cell] = []
    numeric = [column for column in head.header.columns if column.kind in _NUMERIC]
    named = [column for column in head.header.columns if column.kind in ("project", "content", "item")]
    for token, column in zip(reversed(texts), reversed(named), strict=False):
        cells.insert(0, token.cell._replace(text=token.text, column=column.start))
    for token in texts[: max(0, len(texts) - len(named))]:
        cells.insert(0, token.cell._replace(text=token.text, column=-1))
    cells.extend(
        token.cell._replace(text=token.text, column=at.start) for token, at in zip(values, numeric, strict=True)
    )
    return Row(tuple(cells), head.header.width, table=head.header.table)


def _with_notes(rows: Sequence[Row], header: Header) -> list[Row]:
    """A text too many in front of a row is the note of the row above, where the table has notes."""
    note = header.column("note")
    result: list[Row] = []
    for row in rows:
        extra = [cell for cell in row.cells if cell.column == -1]
        if extra and (note is None or not result or len(extra) > 1):
            return []
        if extra and note is not None:
            above = result[-1]
            result[-1] = replace(above, cells=(*above.cells, extra[0]._replace(column=note.start)))
        result.append(replace(row, cells=tuple(cell for cell in row.cells if cell.column >= 0)))
    return result


def _is_number(text: str) -> bool:
    return looks_like_number(text) or _COUNT.fullmatch(compact(text)) is not None


def _ends(token: Token) -> bool:
    if not token.starts_line:
        return False
    if strip_numbering(compact(token.text)).rstrip(":") in lexicon().totals:
        return True
    label = find_label(token.text) or find_label(token.cell.text)
    return label is not None and label.kind in ("personal", "narrative", "field", "goal", "funding")
