"""What people read: Chinese by default to the last word, English without Chinese places, nobody's file replaced."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from drafter.checking.wording import english_place
from drafter.cli.main import app
from drafter.cli.usage import in_chinese
from drafter.drafting.rules import DRAFT_RULES
from drafter.errors import os_reason
from drafter.plugins import PluginStatus, default_registry
from drafter.writing.words import path_words

DEFECTS = Path(__file__).parents[2] / "drafter" / "examples" / "filing_with_defects.json"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check"], "缺少 PATH...（文件、文件夹或申报表 JSON）"),
        (["rule"], "缺少 CODE|NAME（规则代码或名称）"),
        (["check", "--selct", "MAT001"], "没有 --selct 这个选项，是否指 --select？"),
        (["chek"], "没有 chek 这个命令，是否指 check"),
        (["check", "--formt", "json"], "没有 --formt 这个选项，是否指 --format？"),
        (["check", "x", "--format", "yaml"], "--format 不能是 yaml；可用：text、json"),
        (["check", "x", "--jobs", "0"], "--jobs 不能小于 1"),
        (["check", "x", "--lang", "fr"], "--lang 不能是 fr；可用：zh、en"),
        (["rule", "a", "b"], "多出了 b"),
        (["corpus", "sho"], "没有 sho 这个命令"),
    ],
)
def test_wrong_usage_is_said_in_chinese(arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not re.search(r"Usage|Error|Missing|Invalid", result.output)


def test_wrong_usage_is_said_in_english_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Missing argument" in run("check", "--lang", "en").stderr
    monkeypatch.setenv("DRAFTER_LANG", "en")
    assert "No such command" in run("chek").stderr


def test_the_system_s_refusals_have_chinese_words() -> None:
    assert os_reason(FileNotFoundError(2, "No such file or directory"))[0] == "文件或文件夹不存在"
    result = run("check", DEFECTS, "--waivers", "nowhere.toml")
    assert result.exit_code == 2
    assert "文件或文件夹不存在" in result.stderr
    assert "No such" not in result.stderr


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("第7行第4列", "line 7 column 4"),
        ("第12行", "line 12"),
        ("表2 第5行第3列", "table 2 row 5 column 3"),
        ("第1页 表3 第2行第1列", "page 1 table 3 row 2 column 1"),
        ("第3页第9行", "page 3 line 9"),
        ("第6段", "paragraph 6"),
        ("绩效目标表!E7", "绩效目标表!E7"),
    ],
)
def test_places_are_said_in_english(place: str, english: str) -> None:
    assert english_place(place) == english


def test_an_english_report_says_its_places_in_english_and_keeps_line_numbers(tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    assert run("write", DEFECTS, "-o", form).exit_code == 0
    report = json.loads(run("check", form, "--lang", "en", "--format", "json").stdout)
    findings = report["documents"][0]["filings"][0]["findings"]
    places = [finding["primary"]["location"] for finding in findings]
    assert places and not any(re.search("[行列页段]", place) for place in places)
    assert ",line=" in run("check", form, "--lang", "en", "--format", "github").stdout
    assert "startLine" in run("check", form, "--lang", "en", "--format", "sarif").stdout


def test_a_field_of_a_brief_is_said_in_words() -> None:
    assert path_words("items[0].unit_price", "zh") == "明细第1项 单价"
    assert path_words("brief.targets[1].value", "zh") == "简述 目标值第2项 指标值"
    assert path_words("budget_lines[0].amount", "zh") == "预算明细第1行 金额"


def test_the_demo_leaves_an_earlier_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("drafter-demo.docx").write_text("改过的", encoding="utf-8")
    result = run("demo")
    assert result.exit_code == 0
    assert Path("drafter-demo.docx").read_text(encoding="utf-8") == "改过的"
    assert Path("drafter-demo-2.docx").stat().st_size > 1000
    assert "drafter-demo-2.docx" in result.stdout


@pytest.mark.parametrize("one", DRAFT_RULES, ids=lambda one: one.code)
def test_the_rules_of_drafts_are_in_the_catalogue(one) -> None:
    listed = {row["code"]: row for row in json.loads(run("rules", "--format", "json").stdout)}
    assert listed[one.code]["name"] == one.name
    page = run("rule", one.name)
    assert page.exit_code == 0
    assert one.page in page.stdout
    assert page.stdout.count(one.name) == 1
    assert run("rule", one.code.lower(), "--lang", "en").exit_code == 0


def test_the_list_of_rules_is_in_the_user_s_language() -> None:
    first = run("rules").stdout.splitlines()[0]
    assert re.search(r"(?:错误|警告|提示)  (?:正式|试行)", first)
    assert not re.search(r"error|warning|info |stable|preview", run("rules").stdout)
    assert re.search(r"(?:error|warning|info) +(?:stable|preview)", run("rules", "--lang", "en").stdout)
    assert {row["status"] for row in json.loads(run("rules", "--format", "json").stdout)} <= {"stable", "preview"}


def test_a_draft_in_english_has_an_english_heading(tmp_path: Path) -> None:
    brief = tmp_path / "a.yaml"
    brief.write_text("project_name: 甲\nyear: 2027\n", encoding="utf-8")
    assert "\nDraft\n" in run("draft", brief, "--lang", "en").stdout
    assert "\n草稿\n" in run("draft", brief).stdout


def test_a_suffix_that_cannot_be_written_is_refused_before_a_model_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a draft was made")

    monkeypatch.setattr("drafter.drafting.draft", never)
    brief = tmp_path / "a.yaml"
    brief.write_text("project_name: 甲\nyear: 2027\n", encoding="utf-8")
    result = run("draft", brief, "-o", tmp_path / "y.pdf")
    assert result.exit_code == 2
    assert "不能写成 .pdf 文件" in result.stderr
    assert not result.stdout


def test_the_headings_of_help_are_in_both_languages() -> None:
    for arguments in (["-h"], ["check", "-h"], ["corpus", "-h"], ["corpus", "list", "-h"]):
        said = CliRunner().invoke(app, arguments, prog_name="drafter").output
        assert said.startswith("用法 · Usage: drafter")
        assert "选项 · Options:" in said
        assert "Show this message" not in said
        assert ("命令 · Commands:" in said) == (arguments in (["-h"], ["corpus", "-h"]))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yaml", "project_name: 甲\nitems:\n  - {name: 保安, quantity: 2\ntargets: x\n", "第 4 行"),
        ("a.yaml", "project_name: 甲\n\tyear: 2027\n", "第 2 行"),
        ("a.yaml", "project_name: 甲：乙: 丙\n", "第 1 行"),
        ("a.json", '{"project_name":', "第 1 行"),
    ],
)
def test_a_brief_that_cannot_be_parsed_is_told_in_chinese_with_its_line(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["draft", str(tmp_path / name)])
    assert result.exit_code == 2
    assert told in result.stderr
    assert not re.search(r"expect|found|allowed|line|char", result.stderr)


def test_a_configuration_that_cannot_be_parsed_is_told_in_chinese_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text("[check]\nignore = [1\nfail_on=", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert result.exit_code == 2
    assert "第 3 行" in result.stderr
    assert "Unclosed" not in result.stderr


def test_a_model_that_does_not_answer_leaves_no_form_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    brief, output = tmp_path / "a.yaml", tmp_path / "a.docx"
    brief.write_text("project_name: 甲\nyear: 2027\n", encoding="utf-8")
    arguments = ["draft", str(brief), "--model", "openai:x", "--base-url", "http://127.0.0.1:9/v1", "-o", str(output)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert not result.stdout
    assert "起草失败" in result.stderr
    assert "没有写入" in result.stderr
    assert not output.exists()


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [
        ("ARI01", "是否指 ARI001、ARI010、ARI011、ARI012？"),
        ("ari2", "是否指 ARI002？"),
        ("MAT-001", "是否指 MAT001？"),
        ("ARI0001", "是否指 ARI001？"),
        ("ARI099", "是否指 ARI009？"),
        ("unit-price", "是否指 unit-price-total？"),
        ("HELLO", "drafter rules 列出全部规则"),
    ],
)
def test_a_code_that_is_none_is_answered_with_those_that_begin_so(wrong: str, offered: str) -> None:
    result = CliRunner().invoke(app, ["rule", wrong])
    assert result.exit_code == 2
    assert offered in result.stderr


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".XLSX"])
def test_a_form_given_for_a_brief_is_told_what_a_brief_is(tmp_path: Path, suffix: str) -> None:
    given = tmp_path / f"申报表{suffix}"
    given.write_bytes(b"PK\x03\x04\x00\x00")
    for command in ("draft", "prompt"):
        result = run(command, given)
        assert result.exit_code == 2
        assert "--based-on" in result.stderr and "改用 Word" not in result.stderr


def test_a_wrong_configuration_says_in_which_folder_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "某局").mkdir()
    (tmp_path / "某局" / "drafter.toml").write_text('[check]\nselct = ["MAT"]\n', encoding="utf-8")
    (tmp_path / "某局" / "a.json").write_text(DEFECTS.read_text("utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("check", Path("某局") / "a.json")
    assert result.exit_code == 2
    assert f"{Path('某局') / 'drafter.toml'} 里没有 selct 这一项" in result.stderr


def test_filings_without_an_office_are_counted_as_such(tmp_path: Path) -> None:
    filing = json.loads(DEFECTS.read_text("utf-8"))
    for name, office in (("a", "某区园林所"), ("b", None)):
        for one in filing["filings"]:
            one["implementer"] = one["department"] = office
        (tmp_path / f"{name}.json").write_text(json.dumps(filing, ensure_ascii=False), encoding="utf-8")
    for lang, told in (("zh", "未填单位："), ("en", "no office named: ")):
        assert f"\n  {told}" in run("check", tmp_path, "--lang", lang).stdout
    assert "未填单位" in run("check", tmp_path, "--format", "html").stdout


def test_the_likest_of_several_names_comes_first() -> None:
    told = in_chinese("No such option: --repot (Possible options: --help, --report, --repeat)")
    assert told == "没有 --repot 这个选项，是否指 --report、--repeat？"


def test_a_sentence_given_as_the_file_is_told_where_it_goes() -> None:
    for words in ("更新路灯30盏", "明年更新路灯30盏，预算2.55万元"):
        result = run("draft", words)
        assert result.exit_code == 2
        assert "echo '…' | drafter" in result.stderr
    assert "echo" not in run("draft", "路灯更新改造项目简述.yaml").stderr


def test_words_are_not_written_as_an_office_file(tmp_path: Path) -> None:
    for command, name in (("check", "意见.docx"), ("read", "清单.XLSX"), ("quantities", "数.pdf")):
        output = tmp_path / name
        result = run(command, DEFECTS, "-o", output)
        assert result.exit_code == 2
        assert "会打不开" in result.stderr
        assert not output.exists()


@pytest.mark.parametrize(("name", "other"), [("意见.html", "html"), ("意见.xml", "junit"), ("意见.txt", None)])
def test_text_under_the_name_of_another_format_is_said(tmp_path: Path, name: str, other: str | None) -> None:
    result = run("check", DEFECTS, "-o", tmp_path / name)
    assert ("请加 --format" in result.stderr) == (other is not None)
    if other is not None:
        assert f"--format {other}" in result.stderr
        assert "请加" not in run("check", DEFECTS, "-o", tmp_path / name, "--format", other).stderr


def test_the_format_of_a_folder_is_not_left_unsaid_for_one_brief(tmp_path: Path) -> None:
    brief = tmp_path / "简述.txt"
    brief.write_text("2027年更新路灯30盏，每盏850元", encoding="utf-8")
    assert "-o 申报表.xlsx" in run("draft", brief, "--to", "xlsx").stderr
    assert "--to" not in run("draft", brief, "-o", tmp_path / "表.docx").stderr


def test_a_rule_not_found_is_told_with_the_plugin_that_did_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = [PluginStatus("本区规则", "own-rules", "1.0", "RuntimeError: 许可证过期")]
    monkeypatch.setattr(default_registry(), "failures", lambda: failed)
    for arguments in (["rule", "DWG001"], ["check", DEFECTS, "--select", "DWG001"]):
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stderr.index("插件 本区规则 没有加载") < result.stderr.index("没有名为 DWG001")
