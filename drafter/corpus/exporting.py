"""Writing a corpus out: record files that can be added again, or a table for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from drafter.corpus.record import Record

_FORMULA = "=+-@＝＋－＠"
_BLANK = " \t\r\n\x00\ufeff"
_COLUMNS = ("id", "kind", "office", "project_name", "year", "annual_total", "level1", "level2", "indicator", "target")


def export(records: Iterable[Record], format: str = "jsonl") -> Iterator[str]:
    """The records as text, piece by piece.

    Args:
        records: What to export.
        format: `jsonl` (one record a line) and `yaml` (one document a record) can be added to a corpus again; `csv`
            is a table with a row for each indicator, in which no cell is a formula.
    """
    if format == "csv":
        yield from _table(records)
        return
    for record in records:
        if format == "jsonl":
            yield json.dumps(record.to_json(), ensure_ascii=False) + "\n"
        else:
            import yaml

            yield "---\n" + yaml.safe_dump(record.to_json(), allow_unicode=True, sort_keys=False, width=110)


def plain_cell(text: str) -> str:
    """A cell no spreadsheet takes for a formula: `=1020.00(件)` is a target, and a hostile form may print worse."""
    begins = text.lstrip(_BLANK)[:1]
    return "'" + text if (begins and begins in _FORMULA) or (text and text[0] in _BLANK) else text


def _table(records: Iterable[Record]) -> Iterator[str]:
    yield "\ufeff" + _row(_COLUMNS)
    for record in records:
        filing = record.filing
        total = filing.funding.annual_total
        year = "" if record.year is None else str(record.year)
        head = (record.id, record.kind, record.office, record.project, year, "" if total is None else f"{total:f}")
        if not filing.indicators:
            yield _row((*head, "", "", "", ""))
        for row in filing.indicators:
            yield _row((*head, row.level1 or "", row.level2 or "", row.name, row.target.raw if row.target else ""))


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([plain_cell(cell) for cell in cells])
    return line.getvalue()
