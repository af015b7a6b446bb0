"""PDF documents with a text layer: ruled tables as tables, all other text as lines in reading order.

Anchors are `("pdf", page, x0, y0, x1, y1)`: the page from 1, the box in points of PDF user space (what an annotation's
rectangle takes), whatever the page's rotation.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from drafter.errors import UnreadableError
from drafter.language.patterns import lazy
from drafter.reading.content import Block, Content, Paragraph
from drafter.reading.lattice import SNAP, Lattice, find_lattices
from drafter.reading.limits import MAX_CELLS, MAX_CHARACTERS, MAX_SECONDS, MAX_WALL_SECONDS, check_size, too_large
from drafter.reading.pdf_engine import attachments_of, pages_of
from drafter.reading.pdf_forms import check_drawings, too_complex
from drafter.reading.pdf_overflow import take_overflow
from drafter.reading.pdf_page import Glyph, Page
from drafter.reading.pdf_stitch import stitched
from drafter.reading.pdf_streams import check_streams
from drafter.reading.pdf_table import PdfTable, as_table, page_table
from drafter.reading.pdf_text import Line, lines_of
from drafter.reading.printed import clean
from drafter.reading.unread import attachment_note, page_note

_PAGE_NUMBER = lazy(r"[-—–~·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–~·\s]*(?:[/,，共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–~·\s]*")
_MARGIN = 0.09


def is_pdf(data: bytes) -> bool:
    """Whether data is a PDF, whatever its suffix; programs accept up to 1,024 bytes before its header."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read a PDF.

    Raises:
        UnreadableError: Damaged, encrypted, past a limit, scanned without a text layer, or with text whose fonts do
            not say which characters they print.
    """
    check_size(data)
    if check_streams(data).multiply:
        check_drawings(data)
    pages = _pages(data)
    if not any(page.lines or page.tables for page in pages):
        raise _no_text(any(page.has_picture for page in pages))
    scanned = [at for at, page in enumerate(pages, 1) if page.has_picture and not (page.lines or page.tables)]
    attached = attachments_of(data)
    notes = [page_note(scanned)] if scanned else []
    notes += [attachment_note(attached)] if attached else []
    return Content(_blocks(pages), "pdf", tuple(notes))


@dataclass(slots=True)
class _PageText:
    """What one page gives: tables, and the lines outside them, from top to bottom."""

    height: float
    has_picture: bool
    tables: list[tuple[float, PdfTable]] = field(default_factory=list[tuple[float, PdfTable]])
    lines: list[tuple[float, Paragraph]] = field(default_factory=list[tuple[float, Paragraph]])


def _pages(data: bytes) -> list[_PageText]:
    started, clock = time.process_time(), time.monotonic()
    pages: list[_PageText] = []
    glyphs = unmapped = cells = 0
    for page in pages_of(data):
        glyphs += len(page.glyphs)
        unmapped += page.unmapped
        pages.append(_page_text(page))
        cells += sum(len(table.cells) for _, table in pages[-1].tables)
        for value, limit, zh, en in (
            (glyphs, MAX_CHARACTERS, "PDF 文字数量", "Number of characters of the PDF"),
            (cells, MAX_CELLS, "单元格数量", "Number of cells"),
        ):
            if value > limit:
                raise too_large(zh, en, limit)
        for used, seconds in (
            (time.process_time() - started, MAX_SECONDS),
            (time.monotonic() - clock, MAX_WALL_SECONDS),
        ):
            if used > seconds:
                raise too_complex(seconds)
    if unmapped * 5 > glyphs:
        raise UnreadableError(
            "PDF 的文字缺少编码信息，读出的是乱码。请用原文件，或识别文字（OCR）后再试。",
            "The PDF's fonts do not say which characters they print. Use the original file, or run OCR first.",
        )
    return pages


def _page_text(page: Page) -> _PageText:
    found = _PageText(page.view.height, page.has_picture)
    lattices = find_lattices(page.horizontal, page.vertical, _least_height(page.glyphs))
    inside: list[list[Glyph]] = [[] for _ in lattices]
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        owner = _owner(lattices, glyph)
        (outside if owner is None else inside[owner]).append(glyph)
    outside = take_overflow(lattices, inside, outside)
    number = 0
    for lattice, glyphs in zip(lattices, inside, strict=True):
        if not all(glyph.text.isspace() for glyph in glyphs):
            number += 1
            found.tables.append((lattice.ys[0], page_table(page, lattice, glyphs, number)))
    for order, line in enumerate(lines_of(outside, gap="\t"), 1):
        if text := clean(line.text):
            found.lines.append((line.top, _paragraph(page, line, order, text)))
    return found


def _least_height(glyphs: list[Glyph]) -> float:
    """The least height of a row: most of a line of text. Borders set apart leave strips that are lower."""
    heights = sorted(glyph.bottom - glyph.top for glyph in glyphs if not glyph.text.isspace())
    return min(max(0.8 * heights[len(heights) // 2], SNAP), 12.0) if heights else SNAP


def _owner(lattices: list[Lattice], glyph: Glyph) -> int | None:
    """The smallest table a glyph lies in: a table may stand inside another's cell."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    around = [index for index, lattice in enumerate(lattices) if lattice.contains(x, y)]
    return min(around, key=lambda index: lattices[index].area) if around else None


def _paragraph(page: Page, line: Line, order: int, text: str) -> Paragraph:
    box = page.view.user_box(line.x0, line.top, line.x1, line.bottom)
    return Paragraph(text, f"第{page.number}页第{order}行", ("pdf", page.number, *box))


def _blocks(pages: list[_PageText]) -> tuple[Block, ...]:
    """Pages in order, tables cut by a page break put together, page numbers and running heads left out."""
    blocks: list[Block | PdfTable] = []
    for page, previous in zip(pages, [None, *pages], strict=False):
        lines = [(top, line) for top, line in page.lines if not _is_furniture(top, line, page, previous)]
        items: list[tuple[float, PdfTable | Paragraph]] = [*page.tables, *lines]
        for position, (_, item) in enumerate(sorted(items, key=lambda item: item[0])):
            last = blocks[-1] if blocks else None
            if position == 0 and isinstance(item, PdfTable) and isinstance(last, PdfTable):
                whole = stitched(last, item)
                if whole is not None:
                    blocks[-1] = whole
                    continue
            blocks.append(item)
    return tuple(as_table(block) if isinstance(block, PdfTable) else block for block in blocks)


def _is_furniture(top: float, line: Paragraph, page: _PageText, previous: _PageText | None) -> bool:
    """A page number, or a line the page before prints at the same height of its margin."""
    if page.height * _MARGIN < top < page.height * (1 - _MARGIN):
        return False
    if _PAGE_NUMBER.fullmatch(line.text):
        return True
    return previous is not None and any(
        other.text == line.text and abs(at - top) <= 2.0 for at, other in previous.lines
    )


def _no_text(scanned: bool) -> UnreadableError:
    if scanned:
        return UnreadableError(
            "PDF 是扫描件，无文字层，请先识别文字（OCR）再试。",
            "The PDF is a scan without a text layer; run OCR first.",
        )
    return UnreadableError("PDF 里没有文字。", "The PDF holds no text.")
