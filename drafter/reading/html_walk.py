"""One pass over the tree of a web page: tables with spans, nested tables, paragraphs, form fields; nothing hidden.

Anchors are `("html", table, row, cell)` and `("html", "p", number)`, counted from 0 in document order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.reading.content import Paragraph
from drafter.reading.grid import RawCell, RawTable
from drafter.reading.limits import MAX_CELLS, too_large
from drafter.reading.printed import clean
from drafter.reading.xmltree import Element, local, natural, too_deep

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# fmt: off
_BLOCKS = frozenset((
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main",
    "dl", "dt", "dd", "blockquote", "center", "form", "fieldset", "body", "html", "pre", "address", "figure", "aside",
))
# fmt: on
_UNPRINTED = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "datalist", "title"}
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MAX_DEPTH = 250


class PageWalk:
    """One pass over a page. `items` are its tables and paragraphs in reading order."""

    def __init__(self, root: Element) -> None:
        self.items: list[RawTable | Paragraph] = []
        self._tables = 0
        self._paragraphs = 0
        self._cells = 0
        for item in self._flow(root, 0):
            if isinstance(item, RawTable):
                self.items.append(item)
            elif text := clean(item):
                place = f"第{self._paragraphs + 1}段", ("html", "p", self._paragraphs)
                self._paragraphs += 1
                self.items.extend(Paragraph(line, *place) for line in map(clean, text.split("\n")) if line)

    def _flow(self, element: Element, depth: int) -> Iterator[RawTable | str]:
        """Paragraphs and tables below an element: text runs until something starts a block of its own."""
        run: list[str] = []
        for piece in self._pieces(element, depth):
            if isinstance(piece, RawTable) or piece is None:
                if run:
                    yield _tidy("".join(run))
                    run = []
                if piece is not None:
                    yield piece
            else:
                run.append(piece)
        if run:
            yield _tidy("".join(run))

    def _pieces(self, element: Element, depth: int) -> Iterator[RawTable | str | None]:
        """Text, tables, and None wherever a block begins or ends."""
        if depth > _MAX_DEPTH:
            raise too_deep()
        name = local(element)
        if name == "table":
            yield None
            yield self._table(element, depth)
            yield None
        elif name == "br":
            yield "\n"
        elif name in ("input", "select", "textarea"):
            yield _field(element)
        elif name and name not in _UNPRINTED and not _is_hidden(element):
            block = name in _BLOCKS
            if block:
                yield None
            if element.text:
                yield _BLANKS.sub(" ", element.text) if name != "pre" else element.text
            for child in element:
                yield from self._pieces(child, depth + 1)
                if child.tail:
                    yield _BLANKS.sub(" ", child.tail) if name != "pre" else child.tail
            if block:
                yield None

    def _table(self, table: Element, depth: int) -> RawTable:
        number = self._tables
        self._tables += 1
        raw = RawTable(number + 1)
        taken: dict[int, int] = {}
        rows = list(_parts(table, ("tr",), 0))
        for row, line in enumerate(rows):
            cells: list[RawCell] = []
            raw.rows.append(cells)
            column = 0
            for order, element in enumerate(_parts(line, ("td", "th"), 0)):
                while taken.get(column, 0) > row:
                    column += 1
                width, height = _span(element, "colspan", 1000), _span(element, "rowspan", 65534)
                height = min(height or len(rows) - row, len(rows) - row)
                self._cells += width
                if self._cells > MAX_CELLS:
                    raise too_large("单元格数量", "Number of cells", MAX_CELLS)
                taken.update(dict.fromkeys(range(column, column + width), row + height))
                cell = RawCell(row, column, height, max(width, 1), ("html", number, row, order))
                if not _is_hidden(element):
                    cell.items.extend(self._cell(element, depth))
                cells.append(cell)
                column += max(width, 1)
        return raw

    def _cell(self, element: Element, depth: int) -> Iterator[RawTable | str]:
        run: list[str | None] = [element.text and _BLANKS.sub(" ", element.text)]
        lines: list[RawTable | str] = []

        def close() -> None:
            if text := _tidy("".join(piece for piece in run if piece)):
                lines.append(text)
            run.clear()

        for child in element:
            for piece in self._pieces(child, depth + 1):
                if isinstance(piece, str):
                    run.append(piece)
                else:
                    close()
                    if piece is not None:
                        lines.append(piece)
            run.append(child.tail and _BLANKS.sub(" ", child.tail))
        close()
        yield from lines


def _parts(element: Element, names: tuple[str, ...], depth: int) -> Iterator[Element]:
    """Rows of a table, or cells of a row, also inside thead, tbody, form and the like; not those of inner tables."""
    if depth > _MAX_DEPTH:
        raise too_deep()
    for child in element:
        name = local(child)
        if name in names:
            if not (name == "tr" and _is_hidden(child)):
                yield child
        elif name and name not in ("table", "tr", "td", "th"):
            yield from _parts(child, names, depth + 1)


def _span(element: Element, name: str, most: int) -> int:
    value = natural(element.get(name, "1").strip())
    return 1 if value < 0 else min(value, most)


def _is_hidden(element: Element) -> bool:
    return element.get("hidden", "no") != "no" or _HIDDEN.search(element.get("style", "")) is not None


def _field(element: Element) -> str:
    """What a form field shows: ticked or not, the text typed, the option chosen."""
    name = local(element)
    if name == "textarea":
        return element.text or ""
    if name == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected", "no") != "no"] or options[:1]
        return " ".join((option.text or "").strip() for option in chosen)
    kind = element.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if element.get("checked", "no") != "no" else "□"
    return element.get("value", "") if kind in ("text", "number", "date", "tel", "email", "url", "") else ""


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n")).strip()
