"""A run over many files: flat memory, killed processes, crashes that lose nothing, the nearest configuration."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from drafter.api import CheckOptions
from drafter.checking.report import DocumentReport, FilingReport, Report
from drafter.cli.main import app
from drafter.filing import Filing
from drafter.run import Run, check_run
from drafter.spool import KEPT, Checked, Spool
from drafter.writing.report import REPORT_FORMATS, Tallies, render_report, report_pieces

DEFECTS = Path(__file__).parents[2] / "drafter" / "examples" / "filing_with_defects.json"
KILLER = """
import multiprocessing, os, signal
from drafter.checking import rule
from drafter.plugins import hookimpl

@rule("ZZZ001", "kill", title_en="Kill", severity="error", message=("", ""), status="stable")
def kill(ledger):
    "终止进程"
    if ledger.filing.project_name == "终止" and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    yield from ()

@hookimpl
def rules(register):
    register(kill)
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def filing_json(**changes: Any) -> str:
    data = json.loads(DEFECTS.read_text(encoding="utf-8"))
    data["filings"][0].update(changes)
    return json.dumps(data, ensure_ascii=False)


@pytest.fixture(scope="module")
def checked() -> Checked:
    run = check_run([DEFECTS], lambda _: CheckOptions())
    (one,) = run.documents
    return one


def peak(work: Iterator[Any]) -> int:
    tracemalloc.start()
    for _ in work:
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def least_peak(work: Callable[[], Iterator[Any]]) -> int:
    """What the work needs each time: what is made once, some of it after so many questions, is not of the least."""
    return min(peak(work()) for _ in range(3))


def test_a_spool_gives_back_what_it_was_given_in_order_and_more_than_once(checked: Checked) -> None:
    reports = [checked.report.model_copy(update={"document": str(number)}) for number in range(KEPT + 20)]
    with Spool() as spool:
        for report in reports:
            spool.append(Checked(checked.document, report))
        assert len(spool) == len(reports)
        for one, two in zip(spool, spool, strict=True):
            assert one == two
        for number in (0, KEPT + 10):
            reports[number] = checked.report.model_copy(update={"document": "replaced", "filings": []})
            spool.replace(number, reports[number])
        assert [one.report for one in spool] == reports
        assert all(one.document == checked.document for one in spool)


def test_a_run_of_many_times_the_documents_takes_no_more_memory(checked: Checked) -> None:
    def small() -> FilingReport:
        return checked.report.filings[0].model_copy(update={"findings": [*checked.report.filings[0].findings] * 3})

    def filled(count: int) -> Iterator[None]:
        whole = Run()
        for _ in range(count):
            whole.add(Checked(checked.document, checked.report.model_copy(update={"filings": [small()]})))
            yield
        whole.close()

    peak(filled(KEPT))
    few, many = peak(filled(2 * KEPT)), peak(filled(5 * KEPT))
    # Of a document some numbers say where its parts are in the file; the document itself takes twenty times as much.
    assert many - few < 3 * KEPT * 200


@pytest.mark.parametrize("format", REPORT_FORMATS)
def test_a_report_of_many_times_the_documents_is_written_in_no_more_memory(checked: Checked, format: str) -> None:
    filings = [located.filing for located in checked.document.filings]
    tallies = Tallies()
    tallies.add(checked.report, filings)

    def written(count: int) -> Iterator[str]:
        def source() -> Iterator[tuple[DocumentReport, Sequence[Filing]]]:
            for _ in range(count):
                yield checked.report.model_copy(deep=True), filings

        return report_pieces(Report(), source, format, tallies=tallies)

    few, many = least_peak(lambda: written(3)), least_peak(lambda: written(15))
    assert many < 1.3 * few


@pytest.mark.parametrize("format", REPORT_FORMATS)
def test_a_streamed_report_is_the_report(checked: Checked, format: str) -> None:
    filings = [located.filing for located in checked.document.filings]
    report = Report(documents=[checked.report, checked.report])
    streamed = report_pieces(Report(), lambda: [(checked.report, filings)] * 2, format)
    assert "".join(streamed) == render_report(report, format, filings=[filings, filings])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_that_is_killed_costs_its_file_and_no_other(tmp_path: Path) -> None:
    plugin, folder = tmp_path / "plugin", tmp_path / "files"
    (plugin / "killer-1.0.dist-info").mkdir(parents=True)
    folder.mkdir()
    (plugin / "killer.py").write_text(KILLER, encoding="utf-8")
    info = plugin / "killer-1.0.dist-info"
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: killer\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[drafter]\nkiller = killer\n", encoding="utf-8")
    for number in range(60):
        name = "终止" if number == 33 else "公园设施"
        (folder / f"{number:02}.json").write_text(filing_json(project_name=name), encoding="utf-8")
    path = os.pathsep.join([str(plugin), *sys.path])
    command = [sys.executable, "-m", "drafter", "check", str(folder), "--jobs", "2", "--format", "json"]
    done = subprocess.run(
        [*command, "--select", "ZZZ,ARI001"], env={**os.environ, "PYTHONPATH": path}, capture_output=True
    )
    assert done.returncode == 2, done.stderr.decode()
    report = json.loads(done.stdout)
    assert [Path(one["document"]).stem for one in report["documents"]] == [f"{number:02}" for number in range(60)]
    (lost,) = (one for one in report["documents"] if one["status"] != "read")
    assert (Path(lost["document"]).stem, lost["crashes"][0]["code"]) == ("33", "process")
    assert "被系统终止" in lost["reason"]
    assert (report["summary"]["crashed"], report["summary"]["errors"]) == (1, 59)


@pytest.mark.parametrize(
    ("name", "step"), [("explanations", "explanation"), ("reconciliation_table", "reconciliation")]
)
def test_a_crash_behind_the_rules_is_counted_and_loses_no_finding(
    monkeypatch: pytest.MonkeyPatch, name: str, step: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(f"drafter.checking.engine.{name}", broken)
    result = run("check", DEFECTS, "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    (filing,) = report["documents"][0]["filings"]
    assert {"ARI001", "MAT002"} <= {finding["code"] for finding in filing["findings"]}
    assert [crash["code"] for crash in filing["crashes"]] == [step]
    assert report["summary"]["crashed"] == 1


def test_a_filing_whose_comparison_fails_is_said_and_the_others_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.checking import past_records

    real = past_records.features_of

    def broken(filing: Filing) -> Iterator[int]:
        if filing.project_name == "坏":
            raise ValueError("bad")
        return real(filing)

    monkeypatch.setattr(past_records, "features_of", broken)
    for name in ("坏", "好", "又好"):
        (tmp_path / f"{name}.json").write_text(filing_json(project_name=name), encoding="utf-8")
    result = run("check", tmp_path, "--format", "json", "--select", "XFI")
    assert result.exit_code == 2
    crashes = {
        filing["project_name"]: [crash["code"] for crash in filing["crashes"]]
        for one in json.loads(result.stdout)["documents"]
        for filing in one["filings"]
    }
    assert "comparison" in crashes["坏"]
    assert crashes["好"] == crashes["又好"] == []


def test_each_file_follows_the_configuration_nearest_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    year = tmp_path / "files" / "2020"
    for folder in (elsewhere, year):
        folder.mkdir(parents=True)
    (tmp_path / "files" / "a.json").write_text(filing_json(), encoding="utf-8")
    (year / "b.json").write_text(filing_json(), encoding="utf-8")
    (elsewhere / "drafter.toml").write_text('[check]\nselect = ["TXT"]\nfail_on = "never"\n', encoding="utf-8")
    (tmp_path / "files" / "drafter.toml").write_text('[check]\nselect = ["VAL"]\n', encoding="utf-8")
    (year / "pyproject.toml").write_text('[tool.drafter.check]\nselect = ["ARI001"]\n', encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    result = run("check", "../files", "--format", "json")
    families = [{code[:3] for code in one["filings"][0]["outcomes"]} for one in json.loads(result.stdout)["documents"]]
    assert families == [{"ARI"}, {"VAL"}]
    assert result.exit_code == 1  # fail_on of the current folder is that of other files


def test_a_file_without_a_configuration_above_it_follows_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    (there / "a.json").write_text(filing_json(), encoding="utf-8")
    (here / "drafter.toml").write_text('[check]\nselect = ["ARI001"]\n', encoding="utf-8")
    monkeypatch.chdir(here)
    report = json.loads(run("check", "../there/a.json", "--format", "json").stdout)
    assert set(report["documents"][0]["filings"][0]["outcomes"]) == {"ARI001"}


def test_what_some_files_select_stands_in_place_of_the_common_selection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.json", "b.json"):
        Path(name).write_text(filing_json(), encoding="utf-8")
    Path("drafter.toml").write_text(
        '[check]\nselect = ["VAL", "ARI"]\n[check.per_file]\n"b.json" = { select = ["ARI001"] }\n', encoding="utf-8"
    )

    def outcomes(*more: str) -> list[set[str]]:
        report = json.loads(run("check", ".", "--format", "json", *more).stdout)
        return [{code[:3] for code in one["filings"][0]["outcomes"]} for one in report["documents"]]

    assert outcomes() == [{"ARI", "VAL"}, {"ARI"}]
    assert outcomes("--select", "TIM") == [{"TIM"}, {"TIM"}]
