"""PDF pages through pdfium, the engine of Chromium; pdfplumber takes about ten times as long for the same glyphs."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

from drafter.errors import UnreadableError
from drafter.reading.archive import encrypted
from drafter.reading.limits import MAX_PAGES, too_large
from drafter.reading.pdf_fonts import supply_squares
from drafter.reading.pdf_glyphs import read_glyphs
from drafter.reading.pdf_objects import read_objects
from drafter.reading.pdf_page import Page, View


def pages_of(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, one at a time.

    Raises:
        UnreadableError: Damaged, encrypted, or past a limit.
    """
    pdfium: Any = importlib.import_module("pypdfium2")
    supply_squares(pdfium)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise encrypted() from error
        raise _damaged() from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise too_large("PDF 页数", "Number of pages of the PDF", MAX_PAGES, " 页")
        for index in range(count):
            try:
                source = document[index]
            except pdfium.PdfiumError as error:
                raise _damaged() from error
            try:
                yield _page(pdfium.raw, source, index + 1)
            finally:
                source.close()
    finally:
        document.close()


def attachments_of(data: bytes) -> int:
    """How many files are attached to a PDF that `pages_of` opens."""
    if b"EmbeddedFiles" not in data and b"ObjStm" not in data:
        return 0
    pdfium: Any = importlib.import_module("pypdfium2")
    document = pdfium.PdfDocument(data)
    try:
        return max(0, int(pdfium.raw.FPDFDoc_GetAttachmentCount(document)))
    finally:
        document.close()


def _page(raw: Any, source: Any, number: int) -> Page:
    left, bottom, right, top = source.get_cropbox()
    view = View(float(left), float(bottom), float(right), float(top), (source.get_rotation() // 90) % 4)
    page = Page(number, view)
    read_glyphs(raw, source, page, read_objects(raw, source, page))
    return page


def _damaged() -> UnreadableError:
    return UnreadableError(
        "PDF 文件不完整或已损坏，无法读取。请重新下载或另存后再试。",
        "The PDF is incomplete or damaged. Download or save it again.",
    )
