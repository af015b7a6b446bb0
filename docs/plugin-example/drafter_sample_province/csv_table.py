"""A filing's indicators as CSV."""

from __future__ import annotations

import csv
import io

from drafter.filing import Filing
from drafter.profiles import Profile

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(filing: Filing, profile: Profile) -> bytes:
    """One row an indicator, UTF-8 with a mark so that Excel reads Chinese. CSV needs no profile."""
    del profile
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(["项目名称", "一级指标", "二级指标", "三级指标", "指标值", "权重"])
    for row in filing.indicators:
        target = row.target.raw if row.target else ""
        cells = [filing.project_name, row.level1, row.level2, row.name, target, row.weight]
        rows.writerow([_cell(cell) for cell in cells])
    return b"\xef\xbb\xbf" + table.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    """Text that a spreadsheet does not run: =2.00(元) is a target value, and would be a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
