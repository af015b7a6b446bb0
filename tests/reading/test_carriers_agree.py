"""The same filings through every carrier: the same filing, or fewer certain rows, never another value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import layouts
import pytest
from builders import (
    MODELS,
    Rows,
    form_rows,
    has_office,
    model,
    office_many,
    to_docx,
    to_html,
    to_lines,
    to_pdf,
    to_tabs,
    to_xlsx,
)

from drafter.reading import read_bytes
from drafter.reading.carriers import CARRIERS
from drafter.reading.content import Content
from drafter.reading.forms import recognise

NAMES = sorted(path.stem for path in MODELS.glob("*.yaml"))[:20]
ABOUT_THE_CARRIER = {"index", "printed"}


def filing_of(data: bytes, name: str) -> dict[str, Any]:
    document = read_bytes(data, name)
    assert len(document.filings) == 1, (document.status, document.reason)
    return document.filings[0].filing.model_dump(mode="json", exclude=ABOUT_THE_CARRIER)


def other_values(found: dict[str, Any], expected: dict[str, Any]) -> list[object]:
    """Every value read that the document does not print; what is missing or marked uncertain is none."""
    others: list[object] = []
    for key, value in found.items():
        if value == expected[key] or value is None:
            continue
        if key == "indicators":
            others += [row for row in value if row["certain"] and row not in expected[key]]
        elif key == "funding":
            others += [(part, money) for part, money in value.items() if money not in (None, expected[key][part])]
        else:
            others.append((key, value))
    return others


EXACT: dict[str, Callable[[Rows], bytes]] = {
    "docx": to_docx,
    "xlsx": to_xlsx,
    "html": to_html,
    "pdf": to_pdf,
    "pdf over pages": lambda rows: to_pdf(rows, page_height=600),
    "pdf in narrow columns": lambda rows: to_pdf(rows, widths=(40, 60, 60, 100, 60, 60)),
    "tab text": to_tabs,
}


@pytest.mark.parametrize("name", NAMES)
def test_every_table_gives_the_filing_that_was_written(name: str) -> None:
    written = model(name)
    rows = form_rows(written)
    first = filing_of(to_docx(rows), "a.docx")
    for key in ("project_name", "department", "implementer", "start_date", "annual_goal", "overall_goal"):
        assert first[key] == written[key]
    assert [
        (row["level1"], row["level2"], row["name"], row["target"]["raw"], row["certain"]) for row in first["indicators"]
    ] == [(row["level1"], row["level2"], row["name"], row["target"]["raw"], True) for row in written["indicators"]]
    for part, money in written["funding"].items():
        assert first["funding"][part] == money, part
    for carrier, make in EXACT.items():
        if " " in carrier and carrier != "tab text" and NAMES.index(name) % 3:
            continue
        suffix = "txt" if carrier == "tab text" else carrier.partition(" ")[0]
        assert filing_of(make(rows), f"a.{suffix}") == first, carrier


FORMS: dict[str, Rows] = {
    name: form for name, form in vars(layouts).items() if name.isupper() and len(name) > 1 and isinstance(form, list)
}
READERS = {reader.name: reader for reader in CARRIERS}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("carrier", ["docx", "xlsx", "html", "pdf", "pdf over pages"])
def test_forms_of_other_places_agree(name: str, carrier: str) -> None:
    def filings(content: Content) -> list[dict[str, Any]]:
        return [found.filing.model_dump(mode="json") for found in recognise(content).filings]

    data = to_pdf(FORMS[name], page_height=450) if carrier == "pdf over pages" else EXACT[carrier](FORMS[name])
    content = READERS[carrier.partition(" ")[0]].read(data, "")
    assert filings(content) == filings(layouts.exact(FORMS[name]))


@pytest.mark.parametrize("name", NAMES)
def test_one_cell_a_line_gives_no_other_value(name: str) -> None:
    rows = form_rows(model(name))
    found, expected = filing_of(to_lines(rows), "a.txt"), filing_of(to_docx(rows), "a.docx")
    assert other_values(found, expected) == []
    assert [row["name"] for row in found["indicators"]] == [row["name"] for row in expected["indicators"]]


@pytest.mark.skipif(not has_office(), reason="LibreOffice is not installed")
@pytest.mark.parametrize(("source", "make"), [("docx", to_docx), ("xlsx", to_xlsx)])
def test_a_pdf_of_libreoffice_gives_the_same_filing(source: str, make: Callable[[Rows], bytes], tmp_path: Path) -> None:
    rows = {name: form_rows(model(name)) for name in NAMES}
    made = office_many({name: make(form) for name, form in rows.items()}, source, "pdf", tmp_path)
    same = 0
    for name, data in made.items():
        found, expected = filing_of(data, "a.pdf"), filing_of(to_docx(rows[name]), "a.docx")
        assert other_values(found, expected) == [], name
        same += found == expected
    assert same >= 19
