"""What a carrier gives to form recognition: tables of cells and paragraphs with places. No form knowledge here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

Note: TypeAlias = tuple[str, str]
"""One sentence on what of a document was not read, in Chinese and in English."""
Anchor: TypeAlias = tuple[str | int | float, ...]


class Cell(NamedTuple):
    """One printed cell; a merged cell appears once, at its head.

    Attributes:
        text: Text as printed; line breaks of the carrier are kept here and dropped by form recognition.
        row: Row on the grid, from 0. In tab text: the line within its table.
        column: Column on the grid, from 0. In tab text: the number of tabs before it.
        rowspan: Grid rows covered (1 where the carrier cannot say).
        colspan: Grid columns covered.
        location: For people ("第12行第3列", "表2 第5行第3列", "绩效目标表!E7").
        anchor: For programs, see `drafter.filing.Place`.
        lost: The carrier shows that text was lost here (clipped, a formula without value, ####).
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    location: str = ""
    anchor: Anchor = ()
    lost: bool = False


class Table(NamedTuple):
    """A table: rows of cells in printed order, empty cells included.

    Attributes:
        rows: The cells, row by row; heads of merged cells only.
        exact: The grid is the carrier's own (docx, xlsx, html, ruled pdf). False for text: columns may be shifted.
        location: For people ("表2", "工作表 绩效目标表").
    """

    rows: tuple[tuple[Cell, ...], ...]
    exact: bool
    location: str = ""


class Paragraph(NamedTuple):
    """A line or paragraph outside any table."""

    text: str
    location: str = ""
    anchor: Anchor = ()


Block: TypeAlias = Table | Paragraph


class Content(NamedTuple):
    """A document as its carrier gives it.

    Attributes:
        blocks: Tables and paragraphs in document order.
        format: "text", "docx", "xlsx", "pdf", "html", ...
        interleaved: Only blanks tell the columns and cells of several lines run through each other, as in the output of
            ``pdftotext -layout``: what belongs together is not sure.
        notes: What of the document the carrier did not read (hidden sheets, scanned pages, pictures).
    """

    blocks: tuple[Block, ...]
    format: str
    notes: tuple[Note, ...] = ()
    interleaved: bool = False


class Reader(NamedTuple):
    """One carrier format, offered through the `readers` hook.

    Attributes:
        name: Format name.
        suffixes: File suffixes with dot, lower case.
        sniff: Says from the first bytes whether data is this format; suffixes lie, so the sniff decides first.
        read: Bytes and document name → content. Raises `drafter.errors.UnreadableError` with one clear sentence.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str], Content]
