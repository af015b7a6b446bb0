"""Waivers, baseline and configuration of a check."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from drafter.cli.main import app

DEFECTS = Path(__file__).parents[2] / "drafter" / "examples" / "filing_with_defects.json"
WAIVER = """
[[waiver]]
rule = "promise-without-indicator"
project = "公园*"
reason = "座椅由街道另行申报"
expires = {expires}
"""


@pytest.fixture
def filing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.json"
    path.write_text(DEFECTS.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def codes(result: Result) -> list[str]:
    report = json.loads(result.stdout)
    return [
        finding["code"]
        for document in report["documents"]
        for one in document["filings"]
        for finding in one["findings"]
    ]


def edit(path: Path, change: Any) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data["filings"][0])
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_a_missing_baseline_is_made_and_accepts_what_is_there(filing: Path) -> None:
    first = run("check", filing, "--baseline", "b.json")
    assert first.exit_code == 0
    assert "5" in first.stderr
    second = run("check", filing, "--baseline", "b.json", "--format", "json")
    assert codes(second) == []
    assert json.loads(second.stdout)["summary"]["suppressed"] == 5


def test_a_new_finding_is_reported_although_the_baseline_accepts_the_old_ones(filing: Path) -> None:
    run("check", filing, "--baseline", "b.json")
    edit(filing, lambda one: one["indicators"][5].update(target=None))
    result = run("check", filing, "--baseline", "b.json", "--format", "json")
    assert result.exit_code == 1
    assert codes(result) == ["VAL001"]


def test_the_baseline_shrinks_when_a_finding_is_settled_and_never_grows(filing: Path) -> None:
    run("check", filing, "--baseline", "b.json")
    edit(filing, lambda one: one["budget_lines"][0].update(amount="88800.00"))
    run("check", filing, "--baseline", "b.json")
    left = json.loads((filing.parent / "b.json").read_text(encoding="utf-8"))["findings"]
    assert not any(entry["code"] == "ARI001" for entry in left.values())
    edit(filing, lambda one: one["budget_lines"][0].update(amount="80800.00"))
    assert "ARI001" in codes(run("check", filing, "--baseline", "b.json", "--format", "json"))


def test_a_row_that_moves_makes_no_accepted_finding_new(filing: Path) -> None:
    run("check", filing, "--baseline", "b.json")
    edit(filing, lambda one: one["budget_lines"].reverse())
    assert codes(run("check", filing, "--baseline", "b.json", "--format", "json")) == []


def test_a_waiver_accepts_its_finding_and_gives_the_reason(filing: Path) -> None:
    Path("w.toml").write_text(WAIVER.format(expires="2999-12-31"), encoding="utf-8")
    report = json.loads(run("check", filing, "--waivers", "w.toml", "--format", "json").stdout)
    (suppressed,) = report["documents"][0]["filings"][0]["suppressed"]
    assert (suppressed["code"], suppressed["reason"]) == ("MAT002", "座椅由街道另行申报")
    assert report["waivers"][0]["status"] == "used"


def test_an_expired_waiver_accepts_nothing_and_is_said(filing: Path) -> None:
    Path("w.toml").write_text(WAIVER.format(expires="2020-12-31"), encoding="utf-8")
    result = run("check", filing, "--waivers", "w.toml", "--format", "json")
    assert "MAT002" in codes(result)
    assert "2020-12-31" in result.stderr


def test_an_unused_waiver_is_said_once(filing: Path) -> None:
    Path("w.toml").write_text(WAIVER.format(expires="2999-12-31").replace("公园", "学校"), encoding="utf-8")
    said = run("check", filing, "--waivers", "w.toml")
    assert said.stdout.count("豁免未用到") == 1
    assert "豁免未用到" not in said.stderr
    # Formats for machines hold no such line, or nobody reads it there.
    assert "豁免未用到" in run("check", filing, "--waivers", "w.toml", "--format", "junit").stderr


def test_a_waiver_without_a_reason_is_refused(filing: Path) -> None:
    text = WAIVER.format(expires="2999-12-31").replace('reason = "座椅由街道另行申报"', "")
    Path("w.toml").write_text(text, encoding="utf-8")
    result = run("check", filing, "--waivers", "w.toml")
    assert result.exit_code == 2
    assert "reason" in result.stderr


def test_the_configuration_file_selects_rules_and_the_command_line_outranks_it(filing: Path) -> None:
    Path("drafter.toml").write_text('[check]\nselect = ["VAL"]\nfail_on = "warning"\n', encoding="utf-8")
    result = run("check", filing, "--format", "json")
    assert result.exit_code == 1
    assert {code[:3] for code in codes(result)} == {"VAL"}
    assert set(codes(run("check", filing, "--format", "json", "--select", "ARI001"))) == {"ARI001"}


def test_settings_for_some_files_apply_to_those_only(filing: Path) -> None:
    filing.with_name("b.json").write_text(filing.read_text(encoding="utf-8"), encoding="utf-8")
    Path("drafter.toml").write_text('[check.per_file]\n"b.json" = { ignore = ["ARI"] }\n', encoding="utf-8")
    report = json.loads(run("check", "a.json", "b.json", "--format", "json").stdout)
    outcomes = [document["filings"][0]["outcomes"] for document in report["documents"]]
    assert "ARI001" in outcomes[0]
    assert "ARI001" not in outcomes[1]


def test_a_misspelt_setting_is_named_with_the_closest_one(filing: Path) -> None:
    Path("drafter.toml").write_text('[check]\nselects = ["VAL"]\n', encoding="utf-8")
    result = run("check", filing)
    assert result.exit_code == 2
    assert "selects" in result.stderr
    assert "select" in result.stderr.replace("selects", "")


def test_a_waiver_of_a_rule_that_does_not_exist_is_refused_with_the_closest(filing: Path) -> None:
    text = WAIVER.format(expires="2999-12-31").replace("promise-without-indicator", "promise-without-indicater")
    Path("w.toml").write_text(text, encoding="utf-8")
    result = run("check", filing, "--waivers", "w.toml")
    assert result.exit_code == 2
    assert "是否指 promise-without-indicator" in result.stderr


def test_what_an_expired_waiver_covered_comes_back_although_a_baseline_was_made_meanwhile(filing: Path) -> None:
    Path("w.toml").write_text(WAIVER.format(expires="2999-12-31"), encoding="utf-8")
    run("check", filing, "--waivers", "w.toml", "--baseline", "b.json")
    assert "MAT002" not in Path("b.json").read_text(encoding="utf-8")
    Path("w.toml").write_text(WAIVER.format(expires="2020-12-31"), encoding="utf-8")
    result = run("check", filing, "--waivers", "w.toml", "--baseline", "b.json", "--format", "json")
    assert codes(result) == ["MAT002"]


def test_rules_that_were_not_run_lose_no_entry_of_the_baseline(filing: Path) -> None:
    run("check", filing, "--baseline", "b.json")
    before = Path("b.json").read_bytes()
    run("check", filing, "--baseline", "b.json", "--select", "VAL")
    assert Path("b.json").read_bytes() == before


@pytest.mark.parametrize("format", ["json", "html"])
def test_a_folder_is_checked_again_beside_its_baseline_and_its_report(filing: Path, format: str) -> None:
    arguments = ("check", ".", "--baseline", "b.json", "--format", format, "-o", f"report.{format}")
    assert run(*arguments).exit_code == 0
    second = run(*arguments)
    assert second.exit_code == 0, second.output
    assert json.loads(run("check", ".", "--format", "json").stdout)["summary"]["documents"] == 1


def test_a_filing_whose_findings_were_all_accepted_is_not_called_clean(filing: Path) -> None:
    second = filing.with_name("c.json")
    second.write_bytes(filing.read_bytes())
    assert run("check", filing, second, "--baseline", "b.json").exit_code == 0
    text = run("check", filing, second, "--baseline", "b.json").stdout
    assert "未发现问题" not in text
    assert text.count("没有新问题（已接受 5 处）") == 2, "each filing"
    assert text.count("没有新问题（已接受 10 处）") == 1, "their office"
    english = run("check", filing, second, "--baseline", "b.json", "--lang", "en").stdout
    assert "nothing new (5 accepted before)" in english
    page = run("check", filing, second, "--baseline", "b.json", "--format", "html").stdout
    assert "没有新问题（已接受 5 处）" in page and "未发现问题" not in page


def test_the_page_counts_what_was_accepted_of_each_office(filing: Path) -> None:
    second = filing.with_name("c.json")
    other = json.loads(filing.read_bytes())
    other["filings"][0]["implementer"] = "乙区园林所"
    second.write_text(json.dumps(other), encoding="utf-8")
    before = run("check", filing, second, "--format", "html").stdout
    assert run("check", filing, second, "--baseline", "b.json").exit_code == 0
    page = run("check", filing, second, "--baseline", "b.json", "--format", "html").stdout
    rows = re.findall(r"<tr><td>[^<]*</td>((?:<td class=\"n\">\d+</td>)+)</tr>", page)
    assert [re.findall(r"\d+", row) for row in rows] == [["1", "0", "0", "0", "5"]] * 2
    assert "<th>已接受</th>" in page and "<th>已接受</th>" not in before
