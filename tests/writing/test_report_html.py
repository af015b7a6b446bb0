import base64
import hashlib
import re
import shutil
import subprocess

import pytest
from lxml import html

from drafter.checking.report import DocumentReport, FilingReport, Finding, PlaceRef, Report, summarise
from drafter.writing.report import render_report
from drafter.writing.report.highlight import Mark, pieces

from .conftest import GOAL, make_report

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def page() -> str:
    report, filings = make_report()
    return render_report(report, "html", filings=filings)


def test_the_page_loads_nothing_and_its_policy_names_its_own_style_and_script():
    text = page()
    tree = html.fromstring(text)
    assert not tree.xpath("//link|//img|//iframe|//object|//@src|//@style|//*[@onclick]")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        source = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy


def test_goal_text_is_whole_and_its_numbers_link_to_rows_and_findings():
    tree = html.fromstring(page())
    goal = tree.xpath("//*[@id='d0f0-annual_goal']")[0]
    assert goal.text_content() == GOAL
    marks = {mark.text_content(): mark for mark in goal.xpath("a")}
    assert marks["90%"].get("href") == "#d0f0-r0" and "agrees" in marks["90%"].get("class")
    assert marks["2人"].get("href") == "#d0f0-n1" and "warning" in marks["2人"].get("class")
    row = tree.xpath("//tr[@id='d0f0-r0']")[0]
    assert row.xpath(".//a/@href") == ["#d0f0-annual_goal", "#d0f0-indicators-6-target"]
    target = tree.xpath("//*[@id='d0f0-indicators-6-target']")[0]
    assert target.text_content() == "≥90(%)" and target.get("data-refs") == "d0f0-r0"


def test_every_link_of_the_page_has_its_target():
    tree = html.fromstring(page())
    ids = set(tree.xpath("//@id"))
    assert {link[1:] for link in tree.xpath("//@href")} <= ids
    assert len(ids) == len(tree.xpath("//@id"))


def test_all_counts_and_what_was_not_judged_are_on_the_page():
    text = html.fromstring(page()).text_content()
    for words in (
        "信息不足",
        "待核",
        "无法读取：文件已损坏",
        "没有预算明细",
        "ValueError: boom",
        "明细行单价×数量与金额不一致",
    ):
        assert words in text


def test_markup_of_a_filing_is_never_markup_of_the_page():
    report, filings = make_report()
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"
    filings[0][0].annual_goal = filings[0][0].indicators[0].name = filings[0][0].budget_lines[0].item = evil
    report.documents[0].document = report.documents[0].filings[0].project_name = evil
    report.documents[0].filings[0].findings[0].message = evil
    tree = html.fromstring(render_report(report, "html", filings=filings))
    assert len(tree.xpath("//script")) == 1 and not tree.xpath("//img|//@onerror")
    assert evil in tree.xpath("//*[@id='d0f0-annual_goal']")[0].text_content()


def test_overlapping_marks_are_cut_and_the_worst_shows():
    cut = pieces("甲乙丙丁", [Mark((0, 3), "agrees", "r0"), Mark((1, 2), "error", "n0"), Mark((3, 99), "unsure", "r1")])
    assert [(piece.text, piece.state, piece.targets) for piece in cut] == [
        ("甲", "agrees", ("r0",)),
        ("乙", "error", ("r0", "n0")),
        ("丙", "agrees", ("r0",)),
        ("丁", "unsure", ("r1",)),
    ]
    assert pieces("", [Mark((0, 1), "error", "x")]) == []
    assert (
        "".join(piece.text for piece in pieces("甲" * 50, [Mark((n, n + 7), "agrees", str(n)) for n in range(50)]))
        == "甲" * 50
    )


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium installed: apt-get install chromium")
def test_chromium_runs_the_pages_script_under_its_policy_and_nothing_else(tmp_path):
    report, filings = make_report()
    evil = Finding(
        code="TXT001", name="n", severity="info", message="<script>document.title='owned'</script>",
        primary=PlaceRef(path="project_name", text="x"),
    )  # fmt: skip
    documents = [
        *report.documents,
        DocumentReport(document="d", filings=[FilingReport(index=0, project_name="丁", year=1, findings=[evil])]),
    ]
    file = tmp_path / "report.html"
    whole = Report(documents=documents, summary=summarise(documents))
    file.write_text(render_report(whole, "html", filings=filings), encoding="utf-8")
    shot = tmp_path / "shot.png"
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=2000", "--window-size=1200,1600",
    ]  # fmt: skip
    dom = subprocess.run(
        [*command, "--dump-dom", file.as_uri()], capture_output=True, text=True, timeout=60, check=True
    )
    tree = html.fromstring(dom.stdout)
    assert tree.get("data-ready") == "true", "the page's own script did not run"
    assert tree.findtext(".//title") == "绩效目标申报表检查报告"
    subprocess.run([*command, f"--screenshot={shot}", file.as_uri()], capture_output=True, timeout=60, check=True)
    assert shot.stat().st_size > 20_000
