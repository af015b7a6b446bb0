"""The five published documents, where DRAFTER_FILINGS names their folder: right arithmetic, three promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.checking import Report, check_documents, select_rules
from drafter.reading import read_all


@pytest.fixture(scope="module")
def report(filings_folder: Path) -> Report:
    documents = list(read_all(sorted(filings_folder.glob("*.txt"))))
    return check_documents(documents, rules=select_rules(["ARI", "MAT"]))


def test_the_arithmetic_of_all_filings_is_right(report: Report) -> None:
    filings = [filing for document in report.documents for filing in document.filings]
    assert len(filings) == 39 and report.summary.crashed == 0
    found = [one for filing in filings for one in filing.findings if one.code.startswith("ARI")]
    assert [(one.code, one.severity) for one in found] == [("ARI010", "info")]


def test_the_promises_without_an_indicator_are_the_three_of_the_publicity_project(report: Report) -> None:
    found = [
        (filing.project_name, one.primary.text.replace(" ", ""))
        for document in report.documents
        for filing in document.filings
        for one in filing.findings
        if one.code in ("MAT001", "MAT002") and one.severity != "info"
    ]
    assert sorted(found) == sorted(("医疗保障宣传费用", text) for text in ("2块", "6900份", "3个"))


def test_the_products_of_the_service_window_come_to_its_budget(report: Report) -> None:
    rows = [
        row.arithmetic
        for document in report.documents
        for filing in document.filings
        if (filing.project_name, filing.year) == ("服务窗口业务", 2026)
        for row in filing.reconciliation
        if row.status == "agrees" and row.arithmetic and "×" in row.arithmetic
    ]
    assert rows == ["14.00 × 1,020 + 20.00 × 40 + 4.60 × 200 = 16,000.00"]
