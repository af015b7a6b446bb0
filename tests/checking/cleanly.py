"""The clean filings of `data/clean.yaml`, and one written defect at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from drafter.checking.mend import mended, target_data
from drafter.filing import Filing

_FILE = Path(__file__).parent / "data" / "clean.yaml"
_LINE = ("item", "unit_price", "quantity", "amount")


def clean_filings() -> dict[str, Filing]:
    """The filings by their short names."""
    entries: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: filing(data) for name, data in entries.items()}


def filing(data: dict[str, Any]) -> Filing:
    """A filing from the short notation: rows as strings parted by |."""
    rows = [indicator(row) for row in data.get("indicators", [])]
    lines = [dict(zip(_LINE, (cell.strip() or None for cell in row.split("|")), strict=True))
             for row in data.get("budget_lines", [])]  # fmt: skip
    return Filing.model_validate({**data, "indicators": rows, "budget_lines": lines})


def indicator(row: str) -> dict[str, Any]:
    """One indicator row: "level 1 | level 2 | name | target as printed"."""
    level1, level2, name, target = (cell.strip() for cell in row.split("|"))
    return {"level1": level1, "level2": level2, "name": name, "target": target_data(target)}


def edited(original: Filing, path: str, new: str, old: str | None = None) -> Filing:
    """The filing with one edit: the value at `path`, or within a text the words `old` replaced by `new`."""
    if old is None:
        return mended(original, {path: new})
    text = getattr(original, path)
    if text.count(old) != 1:
        raise ValueError(f"{old} stands {text.count(old)} times in {path}")
    return mended(original, {path: text.replace(old, new)})


def row(original: Filing, name: str) -> str:
    """The path of the indicator of that name."""
    [position] = [at for at, one in enumerate(original.indicators) if one.name == name]
    return f"indicators[{position}]"
