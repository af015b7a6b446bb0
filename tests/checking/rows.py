"""A small filing without defects with some indicator rows of one's own, for the boundaries of single rules."""

from __future__ import annotations

from typing import Any

from drafter.checking import check_filing, find_rule
from drafter.checking.mend import target_data
from drafter.checking.report import FilingReport
from drafter.filing import Filing

_BASE: dict[str, Any] = {
    "profile": "national-2021",
    "year": 2026,
    "project_name": "便民服务",
    "project_nature": "经常性项目",
    "start_date": "2026-01-01",
    "end_date": "2026-12-31",
    "funding": {"annual_total": "100000.00"},
    "annual_goal": "做好便民服务工作。",
}


def filing(*rows: str, certain: bool = True, **fields: Any) -> Filing:
    """A filing of the rows "level 1 | level 2 | name | target as printed" and other fields."""
    indicators: list[dict[str, Any]] = []
    for row in rows:
        level1, level2, name, target, *weight = (cell.strip() for cell in row.split("|"))
        one = {"level1": level1, "level2": level2, "name": name, "target": target_data(target), "certain": certain}
        indicators.append({**one, "weight": weight[0]} if weight else one)
    return Filing.model_validate({**_BASE, "indicators": indicators, **fields})


def run(code: str, one: Filing) -> FilingReport:
    """The report of one rule."""
    return check_filing(one, rules=[find_rule(code)])


def said(code: str, one: Filing) -> list[str]:
    """The severities of what one rule found."""
    return [finding.severity for finding in run(code, one).findings]
