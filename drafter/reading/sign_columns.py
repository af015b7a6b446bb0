"""The column of signs (≥ ≤ ＝) told by what stands in it, whatever its head is called.

Case: 性质 | 指标值 | 度量单位. Without its signs ≥60 would be read as 60, and nothing would say that a sign is
printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.align import looks_like_sign, misfit
from drafter.reading.columns import Column, Header
from drafter.reading.rows import Row

_UNKNOWN = ("unknown", "other")


def with_sign_column(header: Header, rows: Sequence[Row]) -> Header:
    """The header with a column of signs, where none is named and one column holds signs and nothing else."""
    if header.column("sign") is not None or header.column("value") is None:
        return header
    told = {column for column in header.columns if column.kind not in _UNKNOWN}
    spans: dict[tuple[int, int], list[str]] = {}
    for row in rows:
        for cell in row.cells:
            place = (cell.column, cell.column + cell.colspan)
            if not any(place[0] < column.end and column.start < place[1] for column in told):
                spans.setdefault(place, []).append(cell.text)
    found = [place for place, texts in spans.items() if _are_signs(texts)]
    if len(found) != 1:
        return header
    start, end = found[0]
    kept = (column for column in header.columns if column in told or column.end <= start or end <= column.start)
    columns = sorted((*kept, Column("sign", start, end)), key=lambda column: column.start)
    return header._replace(columns=tuple(columns))


def _are_signs(texts: Sequence[str]) -> bool:
    return any(map(looks_like_sign, texts)) and not any(misfit("sign", text) for text in texts)
