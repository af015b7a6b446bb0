"""The clean filings of `data/clean/`: twenty fields of government, seven form families, seven budget years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from drafter.checking.mend import target_data
from drafter.filing import Filing

_FOLDER = Path(__file__).parent / "data" / "clean"
_LINE = ("item", "unit_price", "quantity", "amount")


def clean_files() -> dict[str, Filing]:
    """The filings by file name."""
    return {path.stem: _filing(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(_FOLDER.glob("*.yaml"))}


def _filing(data: dict[str, Any]) -> Filing:
    rows = [_indicator(row) for row in data.get("indicators", [])]
    lines = [dict(zip(_LINE, _cells(row), strict=True)) for row in data.get("budget_lines", [])]
    return Filing.model_validate({**data, "indicators": rows, "budget_lines": lines})


def _indicator(row: str) -> dict[str, Any]:
    """One row: "level 1 | level 2 | name | target as printed", and the weight where the form prints one."""
    level1, level2, name, target, *weight = _cells(row)
    found: dict[str, Any] = {"level1": level1, "level2": level2, "name": name, "target": target_data(target)}
    return {**found, "weight": weight[0]} if weight else found


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]
