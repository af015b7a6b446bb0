"""`drafter check` as a user sees it: output, exit codes, bad input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from drafter.cli.main import app

DEFECTS = Path(__file__).parents[2] / "drafter" / "examples" / "filing_with_defects.json"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def clean_filing() -> dict[str, Any]:
    data = json.loads(DEFECTS.read_text(encoding="utf-8"))
    filing = data["filings"][0]
    filing["annual_goal"] = (
        "为方便市民健身，年内更新导览牌60块，印制导览手册4000册，导览牌验收合格率达100%，游客满意度达90%。"
    )
    filing["indicators"][4] = {"level1": "产出指标", "level2": "时效指标", "name": "安装完成时间",
                               "target": {"raw": "11月底前", "text": "11月底前"}}  # fmt: skip
    filing["indicators"].insert(
        1,
        {"level1": "成本指标", "level2": "经济成本指标", "name": "导览手册印制单价",
         "target": {"raw": "=2.00(元/册)", "comparator": "=", "value": "2.00", "unit": "元/册"}},
    )  # fmt: skip
    filing["budget_lines"][0]["amount"] = "88800.00"
    return data


def write(folder: Path, data: Any, name: str = "filing.json") -> str:
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_a_filing_without_defects_exits_0(tmp_path: Path) -> None:
    result = run("check", write(tmp_path, clean_filing()))
    assert result.exit_code == 0, result.stdout


def test_one_wrong_digit_in_a_price_exits_1_and_the_arithmetic_is_written_out(tmp_path: Path) -> None:
    data = clean_filing()
    data["filings"][0]["budget_lines"][0]["unit_price"] = "1430.00"
    result = run("check", write(tmp_path, data))
    assert result.exit_code == 1
    assert "ARI001" in result.stdout
    assert "1,430.00 × 60 = 85,800.00" in result.stdout


def test_json_output_names_every_selected_rule_with_one_of_four_outcomes(tmp_path: Path) -> None:
    result = run("check", "--format", "json", write(tmp_path, clean_filing()))
    report = json.loads(result.stdout)
    outcomes = report["documents"][0]["filings"][0]["outcomes"]
    assert set(outcomes.values()) <= {"clean", "finding", "insufficient", "not_applicable"}
    assert outcomes["ARI001"] == "clean"
    assert report["documents"][0]["document"] == str(tmp_path / "filing.json")


def test_select_runs_only_the_rules_named(tmp_path: Path) -> None:
    result = run("check", "--format", "json", "--select", "ARI001,missing-value", write(tmp_path, clean_filing()))
    assert set(json.loads(result.stdout)["documents"][0]["filings"][0]["outcomes"]) == {"ARI001", "VAL001"}


def test_an_unknown_rule_is_wrong_usage_and_the_closest_one_is_offered(tmp_path: Path) -> None:
    result = run("check", "--select", "unit-price-totl", write(tmp_path, clean_filing()))
    assert result.exit_code == 2
    assert "unit-price-total" in result.stderr


def test_an_unknown_field_is_named(tmp_path: Path) -> None:
    data = clean_filing()
    data["filings"][0]["anual_goal"] = "…"
    result = run("check", write(tmp_path, data))
    assert result.exit_code == 2
    assert "anual_goal" in result.stdout + result.stderr


def test_a_batch_goes_on_after_a_bad_file_and_ends_with_2(tmp_path: Path) -> None:
    good = write(tmp_path, clean_filing(), "b.json")
    bad = tmp_path / "a.txt"
    bad.write_bytes(bytes(range(256)) * 20)
    result = run("check", "--format", "json", str(bad), good)
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert [document["status"] for document in report["documents"]] == ["unreadable", "read"]
    assert report["summary"]["unreadable"] == 1


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_decides_what_severity_fails_the_run(tmp_path: Path, fail_on: str, code: int) -> None:
    data = clean_filing()
    data["filings"][0]["indicators"][-1]["target"] = {"raw": "≤90(%)", "comparator": "<=", "value": "90", "unit": "%"}
    data["filings"][0]["annual_goal"] = "为方便市民健身，年内更新导览牌60块，印制导览手册4000册。"
    path = write(tmp_path, data)
    result = run("check", "--fail-on", fail_on, "--select", "VAL006", path)
    assert result.exit_code == code, result.stdout


def test_english_messages_on_request(tmp_path: Path) -> None:
    data = clean_filing()
    data["filings"][0]["budget_lines"][0]["amount"] = "88801.00"
    result = run("check", "--lang", "en", write(tmp_path, data))
    assert "unit price 1,480.00 × quantity 60 = 88,800.00" in result.stdout


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_a_report_written_to_a_file_is_said(tmp_path: Path, form: str) -> None:
    target = tmp_path / "report"
    result = run("check", write(tmp_path, clean_filing()), "--format", form, "-o", str(target))
    assert target.read_text(encoding="utf-8")
    assert (result.stdout, f"已写入 {target}" in result.stderr) == ("", True)
