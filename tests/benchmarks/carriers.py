"""CPU time to read one form of 27 indicators from each carrier, beside the libraries others use for it.

    PYTHONPATH=tests/reading python tests/benchmarks/carriers.py

Peers (docx2python, openpyxl, pdfplumber, python-docx) not installed are named and left out. Each reads the text
of all cells of the same file in memory; imports and one warming run are not counted; median of one thread's runs. What
they leave out is not the same: see `drafter.reading.docx_text` and `drafter.reading.xlsx`.
"""

from __future__ import annotations

import importlib
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from builders import form_rows, model, to_docx, to_html, to_pdf, to_xlsx

from drafter.reading.docx import read_docx
from drafter.reading.html import read_html
from drafter.reading.pdf import read_pdf
from drafter.reading.xlsx import read_xlsx

Reading = Callable[[bytes], object]
ROUNDS = 21


def main() -> None:
    """Print one line a format and reader."""
    filing = model("agriculture_01")
    filing["indicators"] = sorted((filing["indicators"] * 3)[:27], key=lambda row: (row["level1"], row["level2"]))
    rows = form_rows(filing)
    files = {"docx": to_docx(rows), "xlsx": to_xlsx(rows), "pdf": to_pdf(rows), "html": to_html(rows)}
    readers: dict[str, dict[str, Reading]] = {
        "docx": {
            "drafter": lambda data: read_docx(data, ""),
            **peer("docx2python", _docx2python),
            **peer("docx", _python_docx),
        },
        "xlsx": {"drafter": lambda data: read_xlsx(data, ""), **peer("openpyxl", _openpyxl)},
        "pdf": {"drafter": lambda data: read_pdf(data, ""), **peer("pdfplumber", _pdfplumber)},
        "html": {"drafter": lambda data: read_html(data, "")},
    }
    for suffix, known in readers.items():
        for name, read in known.items():
            print(
                f"{suffix:5} {len(files[suffix]) / 1024:6.1f} KB  {name:22} {milliseconds(read, files[suffix]):8.1f} ms"
            )


def peer(module: str, make: Callable[[Any], dict[str, Reading]]) -> dict[str, Reading]:
    try:
        return make(importlib.import_module(module))
    except ImportError:
        print(f"{module} is not installed: left out")
        return {}


def milliseconds(read: Reading, data: bytes) -> float:
    read(data)
    times: list[float] = []
    for _ in range(ROUNDS):
        started = time.process_time()
        read(data)
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000


def _docx2python(library: Any) -> dict[str, Reading]:
    return {"docx2python": lambda data: library.docx2python(io.BytesIO(data)).body}


def _python_docx(library: Any) -> dict[str, Reading]:
    def cells(data: bytes) -> object:
        return [
            [cell.text for cell in row.cells]
            for table in library.Document(io.BytesIO(data)).tables
            for row in table.rows
        ]

    return {"python-docx row.cells": cells}


def _openpyxl(library: Any) -> dict[str, Reading]:
    def values(data: bytes) -> object:
        book = library.load_workbook(io.BytesIO(data), data_only=True)
        return [[(cell.value, cell.number_format) for cell in row] for sheet in book for row in sheet.iter_rows()]

    return {"openpyxl, one load": values}


def _pdfplumber(library: Any) -> dict[str, Reading]:
    def tables(data: bytes) -> object:
        with library.open(io.BytesIO(data)) as document:
            return [page.extract_tables() for page in document.pages]

    return {"pdfplumber tables": tables}


if __name__ == "__main__":
    main()
