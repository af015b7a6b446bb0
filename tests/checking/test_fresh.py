"""Six filings and five edits of each, written down before the first run on them: silence, and the edit found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.checking import check_filing, select_rules
from drafter.checking.mend import mended
from drafter.filing import Filing
from tests.checking.clean_files import filing_of

DATA: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "data" / "fresh").glob("*.yaml"))
}
EDITS: list[tuple[str, dict[str, Any]]] = [(name, edit) for name, data in DATA.items() for edit in data["edits"]]
RULES = select_rules(["ARI", "MAT", "VAL", "STR", "POL", "TIM", "TXT"], preview=True)
CONSEQUENCES = {
    ("dogs", "收容犬检疫率/target"),
    ("outfalls", "水质采样数量/target"),
    ("marriage", "疑似病例转诊率/name"),
}
"""Edits that break a second thing too: the promise has lost its row, or the two numbers differ."""


def original(name: str) -> Filing:
    return filing_of({key: value for key, value in DATA[name].items() if key != "edits"})


def edited(name: str, edit: dict[str, str]) -> Filing:
    filing, at, old, new = original(name), edit["at"], edit["old"], edit["new"]
    if at == "annual_goal":
        assert (filing.annual_goal or "").count(old) == 1
        return mended(filing, {at: (filing.annual_goal or "").replace(old, new)})
    if "/" not in at:
        return mended(filing, {at: new})
    called, _, field = at.partition("/")
    if field == "amount":
        [position] = [number for number, one in enumerate(filing.budget_lines) if one.item == called]
        return mended(filing, {f"budget_lines[{position}].amount": new})
    [position] = [number for number, one in enumerate(filing.indicators) if one.name == called]
    return mended(filing, {f"indicators[{position}].{field}": new})


@pytest.mark.parametrize("name", DATA)
def test_a_filing_of_a_new_field_gives_no_error_and_no_warning(name: str) -> None:
    report = check_filing(original(name), rules=RULES)
    assert not report.crashes
    assert [(one.code, one.message) for one in report.findings if one.severity != "info"] == []


@pytest.mark.parametrize(("name", "edit"), EDITS, ids=[f"{name}-{edit['at']}" for name, edit in EDITS])
def test_one_edit_is_found_and_nothing_else(name: str, edit: dict[str, Any]) -> None:
    report = check_filing(edited(name, edit), rules=RULES)
    found = {one.code for one in report.findings}
    assert found & set(edit["codes"])
    if (name, edit["at"]) not in CONSEQUENCES:
        assert {one.code for one in report.findings if one.severity != "info"} <= set(edit["codes"])
