"""Filings that are right stay free of errors and warnings, however hastily one could read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.checking import check_filing, select_rules
from drafter.checking.mend import target_data
from drafter.filing import Filing
from tests.checking.evaluate_digits import corpus_filings

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "data" / "silent.yaml").read_text("utf-8"))
MODELS = corpus_filings("models")
RULES = select_rules(["ARI", "MAT"], preview=True)


def case(data: dict[str, Any]) -> Filing:
    rows: list[dict[str, Any]] = []
    for row in data["rows"]:
        name, target = (cell.strip() for cell in row.split("|"))
        cost = any(word in name for word in ("单价", "成本", "标准"))
        level = "成本指标" if cost else "满意度指标" if "满意" in name else "产出指标"
        rows.append({"level1": level, "level2": "数量指标", "name": name, "target": target_data(target)})
    return Filing.model_validate(
        {
            "year": 2026,
            "project_name": "项目",
            "start_date": "2026-01-01",
            "end_date": "2026-12-31",
            "annual_goal": data["goal"],
            "funding": {"annual_total": data.get("total"), "current_appropriation": data.get("total")},
            "indicators": rows,
        }
    )


@pytest.mark.parametrize("data", CASES, ids=lambda data: data["why"].replace(" ", "_"))
def test_a_filing_that_is_right_is_left_alone(data: dict[str, Any]) -> None:
    report = check_filing(case(data), rules=RULES)
    assert not report.crashes
    assert [(one.code, one.severity, one.message) for one in report.findings if one.severity != "info"] == []


@pytest.mark.parametrize("name", MODELS)
def test_our_models_are_without_errors_and_warnings(name: str) -> None:
    report = check_filing(MODELS[name], rules=RULES)
    assert [(one.code, one.message) for one in report.findings if one.severity != "info"] == []
