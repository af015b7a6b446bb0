import datetime as dt
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from drafter.checking.report import (
    DocumentReport,
    FilingReport,
    Finding,
    PlaceRef,
    Report,
    Suppressed,
    WaiverUse,
    summarise,
)
from drafter.errors import UsageError
from drafter.writing.report import REPORT_FORMATS, render_report
from drafter.writing.report.sarif import uri

from .conftest import GOAL, make_filing, make_report

SARIF_SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def rendered(format: str, **options) -> str:
    report, filings = make_report()
    return render_report(report, format, filings=filings, **options)


def hostile_report() -> Report:
    evil = "x\n::error::y\x1b[31m\u202e<script>alert(1)</script>]]>\x00%"
    finding = Finding(
        code="TXT001", name="n", severity="error", message=evil, primary=PlaceRef(path="project_name", text=evil)
    )
    documents = [
        DocumentReport(
            document="a:b,c\n.txt",
            filings=[
                FilingReport(index=0, project_name=evil, year=None, findings=[finding], outcomes={"TXT001": "finding"})
            ],
        )
    ]
    return Report(documents=documents, summary=summarise(documents))


def test_an_unknown_format_names_the_known():
    with pytest.raises(UsageError) as caught:
        render_report(make_report()[0], "yaml")
    assert "sarif" in caught.value.zh and "sarif" in caught.value.en


def test_text_tells_a_clerk_what_where_why_and_what_to_do():
    text = rendered("text")
    assert "错误 ARI001 明细行单价×数量与金额不一致 [unit-price-total]" in text
    assert "单价 66,000.00 × 数量 2 = 132,000.00，与金额 131,000.00 相差 1,000.00" in text
    assert "表3 第2行第3列 预算明细第1行“保安服务费”金额：【131,000.00】" in text
    assert "预算明细第1行“保安服务费”数量：2" in text
    assert "66,000.00 × 2 = 132,000.00 ≠ 131,000.00" in text
    assert "把预算明细第1行“保安服务费”金额改为 132,000.00" in text
    assert "同时涉及  ARI002" in text


def test_text_quotes_the_goal_around_the_words():
    assert "面向办事大厅的日常秩序，2026年购买保安服务【2人】，每人每年" in rendered("text")
    report, _ = make_report()
    assert "年度总体目标：【2人】" in render_report(report, "text")


def test_text_counts_what_was_not_judged_and_what_failed():
    text = rendered("text")
    assert text.rstrip().splitlines()[-1] == (
        "共检查 3 个文件、2 个项目：错误 1，警告 1，提示 1；"
        "信息不足 1 条，待核 1 处，无法读取 1 个文件，规则出错 1 处。"
    )
    assert "未作判断 STR004：没有预算明细" in text
    assert "规则出错 TXT009 ValueError: boom" in text
    assert "无法读取：文件已损坏" in text
    assert "另一个项目（2026年）  未发现问题（判断了 1 条规则）" in text


def test_what_people_accepted_before_and_waivers_that_did_nothing_are_told():
    report, _ = make_report()
    report.documents[1].filings[0].suppressed = [
        Suppressed(code="TXT001", fingerprint="f", by="waiver", reason="系统导出所致"),
        Suppressed(code="VAL001", fingerprint="g", by="baseline", reason=None),
    ]
    expires = dt.date(2026, 12, 31)
    report.waivers = [
        WaiverUse(rule="TXT001", project="另一个项目", reason="系统导出所致", expires=expires, status="used"),
        WaiverUse(rule="POL001", project="旧项目", reason="已整改", expires=expires, status="unused"),
    ]
    report.summary = summarise(report.documents)
    text = render_report(report, "text")
    assert "已接受 TXT001（豁免：系统导出所致）" in text and "已接受 VAL001（基线）" in text
    assert "豁免未用到：POL001 旧项目（已整改，2026-12-31）" in text and "豁免未用到：TXT001" not in text
    assert text.rstrip().endswith("规则出错 1 处，已接受 2 处。")
    page = render_report(report, "html")
    assert "系统导出所致" in page and "旧项目" in page
    assert json.loads(render_report(report, "json"))["summary"]["suppressed"] == 2


def test_text_shows_the_reconciliation_table_only_when_asked():
    assert "勾稽表" not in rendered("text")
    text = rendered("text", reconcile=True)
    assert "勾稽表（一致 1，矛盾 0，未覆盖 1，待核 1）" in text
    assert re.search(
        r"一致 +年度总体目标：…?.*【90%】。\n +↔ 指标第7行“用工单位满意度”指标值：≥90\(%\)\n +90% = 90%", text
    )


def test_text_sums_a_batch_up_by_rule_and_office():
    text = rendered("text")
    assert "ARI001 明细行单价×数量与金额不一致：错误 1（1 个项目）" in text
    assert "上海市示范区医疗保险事务中心：错误 1，警告 1，提示 1（2 个项目）" in text


def test_a_long_batch_says_of_what_there_is_more():
    filings = [[make_filing().model_copy(update={"implementer": f"第{number}街道办事处"})] for number in range(25)]
    documents = [
        DocumentReport(document=f"{number}.xlsx", filings=[FilingReport(index=0, project_name="甲", year=2026)])
        for number in range(25)
    ]
    report = Report(documents=documents, summary=summarise(documents))
    assert "\n  ……另有 5 个单位\n" in render_report(report, "text", filings=filings)
    assert "\n  … and 5 more offices\n" in render_report(report, "text", filings=filings, lang="en")


def test_colours_only_when_wanted_and_never_with_no_color(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in rendered("text")
    colored = rendered("text", color=True)
    assert "\x1b[1;31m错误\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == rendered("text")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in rendered("text", color=True)


def test_english_has_no_chinese_words_of_ours():
    report, _ = make_report()
    text = render_report(report, "text", lang="en")
    assert "Unit price times quantity is not the amount" in text
    assert "budget line 1 amount" in text and "Checked 3 documents, 2 filings: 1 error, 1 warning" in text


def test_a_grouped_finding_does_not_flood_the_screen():
    many = [PlaceRef(path=f"indicators[{number}].target", text="") for number in range(500)]
    finding = Finding(code="VAL001", name="n", severity="warning", message="m", primary=many[0], related=many[1:])
    documents = [
        DocumentReport(document="a", filings=[FilingReport(index=0, project_name="甲", year=1, findings=[finding])])
    ]
    text = render_report(Report(documents=documents, summary=summarise(documents)), "text")
    assert "另有 493 处" in text and len(text.splitlines()) < 20


def test_json_is_the_report_itself():
    report, _ = make_report()
    assert Report.model_validate_json(rendered("json")) == report
    assert json.loads(rendered("json"))["schema"] == "drafter.report/1"


@pytest.mark.parametrize("report", [make_report()[0], hostile_report(), Report()], ids=["usual", "hostile", "empty"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_is_valid_against_the_schema(report, lang):
    log = json.loads(render_report(report, "sarif", lang=lang))
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    jsonschema.Draft4Validator(SARIF_SCHEMA, format_checker=checker).validate(log)


def test_sarif_has_places_fingerprints_and_what_went_wrong():
    run = json.loads(rendered("sarif"))["runs"][0]
    first, second = run["results"][:2]
    assert first["ruleId"] == "ARI001" and first["level"] == "error"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "ARI001"
    assert first["partialFingerprints"] == {"drafterContent/v1": "0123456789abcdef"}
    logical = first["locations"][0]["logicalLocations"][0]
    assert logical["fullyQualifiedName"] == "filings[0].budget_lines[0].amount"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "%E7%9B%AE%E5%BD%95/%E7%94%B3%E6%8A%A5%20%E8%A1%A8.docx"}
    }
    assert second["locations"][0]["physicalLocation"]["region"]["startLine"] == 12
    assert [place["message"]["text"] for place in first["relatedLocations"]] == ["66,000.00", "2"]
    invocation = run["invocations"][0]
    assert not invocation["executionSuccessful"]
    levels = [note["level"] for note in invocation["toolExecutionNotifications"]]
    assert sorted(levels) == ["error", "error", "note", "note"]


def test_paths_become_uri_references():
    assert uri("/数据/a b.docx").startswith("file:///%E6%95%B0")
    assert uri("a:b.txt") == "a%3Ab.txt"
    assert uri("") == "."


def test_junit_says_failure_skipped_and_error():
    root = ElementTree.fromstring(rendered("junit"))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors"), suite.get("skipped")) == (
        "7",
        "1",
        "1",
        "2",
    )
    cases = {case.get("classname"): case for case in suite}
    assert cases["drafter.ARI001"].find("failure").get("message").startswith("单价 66,000.00")
    assert "目标写2人" in cases["drafter.MAT002"].find("system-out").text
    assert "没有预算明细" in cases["drafter.STR004"].find("skipped").get("message")
    assert "ARI001" in cases["drafter.ARI002"].find("system-out").text
    assert cases["drafter.TXT009"].find("error") is not None
    assert root[2][0].find("error").get("message") == "无法读取：文件已损坏"


def test_github_annotations_point_to_file_and_line():
    lines = rendered("github").splitlines()
    assert lines[0].startswith("::error file=目录/申报 表.docx,title=ARI001 明细行单价×数量与金额不一致::")
    assert lines[1].startswith("::warning file=目录/申报 表.docx,line=12,title=MAT002")
    assert any(line.startswith("::error file=c.pdf") for line in lines)


@pytest.mark.parametrize("format", REPORT_FORMATS)
def test_hostile_text_stays_text(format):
    out = render_report(hostile_report(), format, reconcile=True)
    assert "\x00" not in out and "\x1b" not in out
    if format == "github":
        assert all(line.startswith("::error file=a%3Ab%2Cc%0A.txt") for line in out.splitlines())
    if format == "junit":
        assert "<script>" not in out and ElementTree.fromstring(out) is not None
    if format == "text":
        assert "\u202e" not in out and not any(line.startswith("::error") for line in out.splitlines())


def test_a_report_can_be_rendered_without_the_filings_and_without_the_rules():
    report, _ = make_report()
    for format in REPORT_FORMATS:
        assert "131,000.00" in render_report(report, format, rules=[])
    assert GOAL not in render_report(report, "html")


@pytest.mark.parametrize("format", ["text", "html", "sarif", "junit", "github", "json"])
def test_every_format_says_what_of_a_document_was_not_read(format: str):
    note = "第 2 页是图片（扫描件），没有读取"
    documents = [
        DocumentReport(document="a.pdf", notes=[note], filings=[FilingReport(index=0, project_name="甲", year=2026)])
    ]
    report = Report(documents=documents, summary=summarise(documents))
    assert note in render_report(report, format)
