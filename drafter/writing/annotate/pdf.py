"""Highlights in a PDF, appended behind its last byte so that signatures over the old bytes stay valid."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from drafter.errors import UsageError
from drafter.reading.pdf_page import Glyph, Page
from drafter.writing.annotate.remarks import Remark
from drafter.writing.annotate.words import locate
from drafter.writing.markup import legal

if TYPE_CHECKING:
    from pypdf import PdfWriter

_AUTHOR = "drafter"
_COLORS = {"error": "ffb3ad", "warning": "ffe08a", "info": "b9d8ff"}
_SUMMARY_COLOR = "cfe8cf"
_PRINT = 4
_NOTE = 20.0
"""Points of a note's icon."""

_Box = tuple[float, float, float, float]


def annotate(source: bytes, remarks: Sequence[Remark]) -> bytes:
    """The document with one highlight a remark, its text in the pop-up; the old file is a prefix of the new one.

    Raises:
        UsageError: The PDF forbids changes or is encrypted.
    """
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError

    pages = _pages(source, {int(remark.anchor[1]) for remark in remarks if len(remark.anchor) == 6})
    try:
        writer = PdfWriter(io.BytesIO(source), incremental=True)
        for remark in remarks:
            _add(writer, remark, pages)
        stream = io.BytesIO()
        writer.write(stream)
    except (PyPdfError, NotImplementedError) as error:
        raise UsageError(
            f"这个 PDF 不能写批注（{error}）；请用 HTML 报告查看意见",
            f"this PDF cannot be annotated ({error}); see the HTML report instead",
        ) from error
    return stream.getvalue()


def _pages(source: bytes, numbers: set[int]) -> dict[int, Page]:
    """The pages that remarks point to, with their characters."""
    from drafter.reading.pdf_engine import pages_of

    return {page.number: page for page in pages_of(source) if page.number in numbers}


def _add(writer: PdfWriter, remark: Remark, pages: dict[int, Page]) -> None:
    from pypdf.annotations import Highlight, Text
    from pypdf.generic import ArrayObject, FloatObject

    number = int(remark.anchor[1]) if len(remark.anchor) == 6 else 1
    page = writer.pages[min(number, len(writer.pages)) - 1]
    if len(remark.anchor) != 6:
        left, top = float(page.cropbox.left), float(page.cropbox.top)
        _finish(writer, page, Text(rect=(left + 20, top - 20 - _NOTE, left + 20 + _NOTE, top - 20), text=""), remark)
        return
    x0, y0, x1, y1 = (float(value) for value in remark.anchor[2:])
    boxes = _word_boxes(pages.get(number), (x0, y0, x1, y1), remark) or [(x0, y0, x1, y1)]
    points = [value for a, b, c, d in boxes for value in (a, d, c, d, a, b, c, b)]
    outline = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    color = _COLORS.get(remark.severity or "", _SUMMARY_COLOR)
    quads = ArrayObject([FloatObject(value) for value in points])
    _finish(writer, page, Highlight(rect=outline, quad_points=quads, highlight_color=color), remark)


def _finish(writer: PdfWriter, page: Any, annotation: Any, remark: Remark) -> None:
    from pypdf.generic import NameObject, NumberObject, TextStringObject

    now = dt.datetime.now(dt.UTC).strftime("D:%Y%m%d%H%M%SZ")
    annotation[NameObject("/Contents")] = TextStringObject(legal(remark.text))
    annotation[NameObject("/T")] = TextStringObject(_AUTHOR)
    annotation[NameObject("/M")] = TextStringObject(now)
    annotation[NameObject("/F")] = NumberObject(_PRINT)
    writer.add_annotation(page, annotation)


def _word_boxes(page: Page | None, box: _Box, remark: Remark) -> list[_Box]:
    """The boxes of a remark's words in user space, one a printed line; empty where they are not found."""
    if page is None:
        return []
    left, top, right, bottom = page.view.seen_box(*box)
    inside = [
        glyph
        for glyph in page.glyphs
        if left <= (glyph.x0 + glyph.x1) / 2 <= right and top <= (glyph.top + glyph.bottom) / 2 <= bottom
    ]
    lines = _lines(inside)
    characters = [glyph for line in lines for glyph in line]
    found = locate([glyph.text for glyph in characters], remark)
    if found is None:
        return []
    chosen = {id(glyph) for glyph in characters[found[0] : found[1]] if not glyph.text.isspace()}
    boxes: list[_Box] = []
    for line in lines:
        words = [glyph for glyph in line if id(glyph) in chosen]
        if words:
            boxes.append(
                page.view.user_box(
                    min(glyph.x0 for glyph in words),
                    min(glyph.top for glyph in words),
                    max(glyph.x1 for glyph in words),
                    max(glyph.bottom for glyph in words),
                )
            )
    return boxes


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by printed line, each line from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.top + glyph.bottom) / 2):
        middle = (glyph.top + glyph.bottom) / 2
        if lines and lines[-1][0].top <= middle <= lines[-1][0].bottom:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=lambda glyph: glyph.x0) for line in lines]
