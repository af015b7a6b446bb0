"""Rules across filings: mutated years, copied indicators and goals, in one run and against a corpus."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from drafter.api import CheckOptions, check
from drafter.checking.past_records import PastRecords
from drafter.checking.report import Finding
from drafter.checking.rules.xfi.compare import shared_weight
from drafter.cli.main import app
from drafter.corpus.starter import starter_records
from drafter.filing import Filing

MODELS = [record.filing for record in starter_records() if record.kind == "model"]
XFI = CheckOptions(select=("XFI",), preview=True)


def document(folder: Path, name: str, *filings: Filing) -> str:
    data = {
        "schema": "drafter.filing/1",
        "filings": [one.model_copy(update={"index": at}).model_dump(mode="json") for at, one in enumerate(filings)],
    }
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(path)


def next_year(filing: Filing, change: Callable[[dict[str, Any]], None]) -> Filing:
    """The filing a year later, all years in it moved on, with one change."""
    data = json.loads(filing.model_dump_json().replace("2027", "2028").replace("2026", "2027"))
    change(data)
    return Filing.model_validate(data)


def findings(folder: Path, *filings: Filing) -> list[Finding]:
    paths = [document(folder, f"{at}.json", one) for at, one in enumerate(filings)]
    report = check(paths, XFI)
    assert report.summary.crashed == 0
    return [finding for one in report.documents for filing in one.filings for finding in filing.findings]


def untouched(data: dict[str, Any]) -> None:
    data["annual_goal"] += "并新增试点3个。"


def test_the_models_are_silent_among_each_other(tmp_path: Path) -> None:
    assert findings(tmp_path, *MODELS) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.project_name)
def test_a_project_rolled_forward_with_new_numbers_is_silent(tmp_path: Path, model: Filing) -> None:
    assert findings(tmp_path, model, next_year(model, untouched)) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.project_name)
def test_a_goal_rolled_forward_without_a_new_number_is_advice(tmp_path: Path, model: Filing) -> None:
    (finding,) = findings(tmp_path, model, next_year(model, lambda data: None))
    assert (finding.code, finding.severity) == ("XFI002", "info")


@pytest.mark.parametrize("at", range(0, len(MODELS) - 1, 3))
def test_a_goal_of_another_project_is_found(tmp_path: Path, at: int) -> None:
    one, other = MODELS[at], MODELS[at + 1]
    copied = one.model_copy(update={"annual_goal": other.annual_goal})
    found = findings(tmp_path, copied, other)
    assert {finding.code for finding in found} == {"XFI002"}
    assert all(finding.severity == "warning" for finding in found)


@pytest.mark.parametrize("at", range(0, len(MODELS) - 1, 3))
def test_indicators_of_another_project_are_found(tmp_path: Path, at: int) -> None:
    one, other = MODELS[at], MODELS[at + 1]
    copied = one.model_copy(update={"indicators": other.indicators})
    found = findings(tmp_path, copied, other, *MODELS[at + 2 : at + 8])
    assert {finding.code for finding in found} == {"XFI001"}
    assert other.project_name in found[0].message


def test_a_budget_half_as_large_again_for_the_same_work_is_found(tmp_path: Path) -> None:
    def dearer(data: dict[str, Any]) -> None:
        untouched(data)
        data["funding"]["annual_total"] = f"{int(float(data['funding']['annual_total']) * 1.5)}.00"

    for model in MODELS[:12]:
        codes = [finding.code for finding in findings(tmp_path, model, next_year(model, dearer))]
        assert codes == ["XFI003"], model.project_name


def test_a_price_half_as_high_again_is_found_and_quoted(tmp_path: Path) -> None:
    def dearer(data: dict[str, Any]) -> None:
        untouched(data)
        line = data["budget_lines"][0]
        line["unit_price"] = str(int(float(line["unit_price"]) * 1.5) + 1)
        for row in data["indicators"]:
            # The price indicator of the item would repeat the finding.
            row["target"] = None if "单价" in row["name"] else row["target"]

    found = findings(tmp_path, MODELS[0], next_year(MODELS[0], dearer))
    assert [(one.code, one.primary.path) for one in found] == [("XFI004", "budget_lines[0].unit_price")]


def test_a_satisfaction_target_lowered_without_a_word_is_found(tmp_path: Path) -> None:
    def lower(data: dict[str, Any]) -> None:
        untouched(data)
        for row in data["indicators"]:
            if "满意度" in row["name"]:
                row["target"] |= {"raw": "≥80(%)", "value": "80"}

    for model in MODELS[:12]:
        found = findings(tmp_path, model, next_year(model, lower))
        assert [finding.code for finding in found] == ["XFI005"], model.project_name


def test_a_lowered_target_with_its_reason_is_silent(tmp_path: Path) -> None:
    def lower(data: dict[str, Any]) -> None:
        data["annual_goal"] += "因对象扩大到外来人员3000人，满意度目标调整为80%。"
        for row in data["indicators"]:
            if "满意度" in row["name"]:
                row["target"] |= {"raw": "≥80(%)", "value": "80"}

    assert findings(tmp_path, MODELS[0], next_year(MODELS[0], lower)) == []


def test_another_office_is_not_last_year(tmp_path: Path) -> None:
    def moved(data: dict[str, Any]) -> None:
        untouched(data)
        data["implementer"] = "另一区的单位"
        data["funding"]["annual_total"] = "1.00"

    assert findings(tmp_path, MODELS[0], next_year(MODELS[0], moved)) == []


def test_one_filing_alone_is_compared_with_nothing(tmp_path: Path) -> None:
    report = check([document(tmp_path, "a.json", MODELS[0])], XFI)
    outcomes = report.documents[0].filings[0].outcomes
    assert outcomes.pop("XFI007") == "not_applicable"
    assert set(outcomes.values()) == {"not_applicable"}


def test_against_a_corpus_the_same_is_found_as_in_one_run(tmp_path: Path) -> None:
    corpus, runner = tmp_path / "c.sqlite", CliRunner()
    last = document(tmp_path, "last.json", *MODELS)
    assert runner.invoke(app, ["corpus", "add", last, "--corpus", str(corpus)]).exit_code == 0
    this = document(tmp_path, "this.json", next_year(MODELS[0], lambda data: None))
    arguments = ["check", this, "--select", "XFI", "--preview", "--format", "json", "--against", str(corpus)]
    result = runner.invoke(app, arguments)
    report = json.loads(result.stdout)
    codes = [finding["code"] for finding in report["documents"][0]["filings"][0]["findings"]]
    assert codes == ["XFI002"]


def test_a_missing_corpus_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    this = document(tmp_path, "this.json", MODELS[0])
    result = CliRunner().invoke(app, ["check", this, "--against", str(tmp_path / "none.sqlite")])
    assert result.exit_code == 2
    assert "none.sqlite" in result.stderr


def test_what_is_asked_of_hundreds_of_filings_is_bounded() -> None:
    past = PastRecords()
    for number in range(400):
        model = MODELS[number % len(MODELS)]
        past.add("a.json", model.model_copy(update={"index": number, "implementer": f"某{number}区"}))
    assert len(past.siblings(MODELS[0].model_copy(update={"implementer": "某0区"}))) == 40
    assert len(past.siblings(MODELS[0].model_copy(update={"implementer": "某0区"}), None)) == 399
    assert len(past.similar(MODELS[0], 5)) == 5


def test_a_passage_of_another_project_is_told_from_a_common_phrase(tmp_path: Path) -> None:
    def project(name: str, goal: str, indicator: str) -> Filing:
        row = {"level1": "产出指标", "level2": "数量指标", "name": indicator, "target": None}
        return Filing.model_validate({"year": 2026, "project_name": name, "annual_goal": goal, "indicators": [row]})

    lamps = project("路灯灯杆检修", "及时检修路灯灯杆和照明线路，消除隐患，检修灯杆1200根。", "灯杆检修数量")
    files = "完成档案数字化加工20000卷，查档群众满意度达90%以上。"
    pasted = project("档案数字化", "及时检修路灯灯杆和照明线路，消除隐患，" + files, "档案加工数量")
    found = findings(tmp_path, lamps, pasted)
    assert [(one.code, one.severity, one.primary.span) for one in found] == [("XFI002", "info", (0, 19))]
    # 线路 is the archive's business too when its own table says so.
    shared = project("档案数字化", "及时检修路灯灯杆和照明线路，消除隐患，" + files, "库房照明线路检修数量")
    assert findings(tmp_path, lamps, shared) == []
    phrase = "建立健全长效管理机制，进一步提高群众满意度，"
    assert (
        findings(tmp_path, project("路灯灯杆检修", phrase, "灯杆"), project("档案数字化", phrase + files, "档案")) == []
    )


def test_the_share_of_common_rows_is_exact() -> None:
    # Twelve thirds and three wholes: rounded thirds would come to a little less than four fifths or to a little more.
    rows = {f"数量指标{at}": 3 for at in range(36)}
    mine = {*rows, "甲", "乙", "丙"}
    assert shared_weight(mine, set(rows), rows) == Fraction(4, 5)
