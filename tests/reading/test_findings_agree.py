"""The same filings through every carrier: the same findings, or a rule that says it could not see."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from builders import MODELS, Rows, form_rows, model, to_docx, to_html, to_lines, to_pdf, to_tabs, to_xlsx

from drafter.checking import check_filing
from drafter.checking.report import FilingReport
from drafter.reading import read_bytes

NAMES = sorted(path.stem for path in MODELS.glob("*.yaml"))[:20]
CARRIERS: dict[str, tuple[str, Callable[[Rows], bytes]]] = {
    "xlsx": ("a.xlsx", to_xlsx),
    "html": ("a.html", to_html),
    "pdf": ("a.pdf", to_pdf),
    "tab text": ("a.txt", to_tabs),
    "one cell a line": ("a.txt", to_lines),
}


def report_of(data: bytes, name: str) -> FilingReport:
    (found,) = read_bytes(data, name).filings
    return check_filing(found.filing, places=found.places)


def findings(report: FilingReport) -> set[tuple[str, str, str]]:
    return {(one.code, one.severity, one.primary.path) for one in report.findings}


def with_defects(name: str) -> Rows:
    """The form of a filing with a total that is too high, a value left out and a promise without its row."""
    written = model(name)
    funding = written["funding"]
    if funding.get("annual_total"):
        funding["annual_total"] = str(Decimal(funding["annual_total"]) + 1000)
    written["annual_goal"] = (written["annual_goal"] or "") + "另举办讲座37场。"
    return form_rows(written)


@pytest.mark.parametrize("make", [lambda name: form_rows(model(name)), with_defects], ids=["as written", "defects"])
@pytest.mark.parametrize("name", NAMES)
def test_every_carrier_gives_the_same_findings_or_says_it_cannot_see(name: str, make: Callable[[str], Rows]) -> None:
    rows = make(name)
    expected = report_of(to_docx(rows), "a.docx")
    if make is with_defects:
        assert {"MAT002"} <= {one.code for one in expected.findings}
    for carrier, (file, write) in CARRIERS.items():
        if carrier == "pdf" and NAMES.index(name) % 3:
            continue  # Slow to write; what they print is compared filing by filing elsewhere.
        found = report_of(write(rows), file)
        assert findings(found) <= findings(expected), carrier
        for code, *_ in findings(expected) - findings(found):
            assert found.outcomes[code] == "insufficient", (carrier, code)
        if carrier != "one cell a line":
            assert findings(found) == findings(expected), carrier
