"""HTML pages, and the HTML that office systems save under .xls or .doc: tables with spans, nested tables, form fields.

Anchors are `("html", table, row, cell)` and `("html", "p", number)`, counted from 0 in document order.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

from drafter.errors import UnreadableError
from drafter.reading.content import Content, Paragraph
from drafter.reading.grid import RawCell, RawTable, flatten
from drafter.reading.limits import MAX_CELLS, MAX_PART, check_size, too_large
from drafter.reading.printed import clean
from drafter.reading.unread import frame_note
from drafter.reading.xmltree import Element, check_markup, local, natural, too_deep

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|title|div|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main"}
    | {
        "dl",
        "dt",
        "dd",
        "blockquote",
        "center",
        "form",
        "fieldset",
        "body",
        "html",
        "pre",
        "address",
        "figure",
        "aside",
    }
)
_UNPRINTED = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "datalist", "title"}
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MAX_DEPTH = 250
_ENCODINGS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}


def is_html(data: bytes) -> bool:
    """Whether data begins like an HTML page, whatever its suffix and encoding."""
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read a page without its scripts, styles, hidden parts and anything it links to.

    Raises:
        UnreadableError: In no known encoding, or past a limit.
    """
    check_size(data, MAX_PART)
    page = _decoded(data).replace("\x00", "").encode("utf-8", "replace")
    check_markup(page)
    html: Any = importlib.import_module("lxml.html")
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(page, parser)
    except importlib.import_module("lxml.etree").LxmlError as error:
        raise UnreadableError("网页文件里没有内容。", "The HTML file holds no content.") from error
    # The parser stops at 256 levels and gives what it has: without this, the inner text would be lost in silence.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_deep()
    frames = sum(1 for _ in root.iter("iframe", "frame", "object", "embed"))
    return Content(flatten(_Walk(root).items), "html", (frame_note(frames),) if frames else ())


def read_mhtml(data: bytes, document: str) -> Content:
    """Read a web page saved as one file (.mht), which Word and Excel also write as .doc and .xls.

    Raises:
        UnreadableError: It holds no page, or as `read_html` does.
    """
    from email import message_from_bytes

    check_size(data, MAX_PART)
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page:
                return read_html(page, document)
    raise UnreadableError("网页归档文件（.mht）里没有网页。", "The web archive holds no page.")


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        named = _CHARSET.search(data[:4096])
        name = named.group(1).decode("ascii").lower() if named else "utf-8"
        encodings = [_ENCODINGS.get(name, name), "utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            if encoding == encodings[0] and error.start >= len(data) - 3:
                raise _cut() from error
        except LookupError:
            continue
        else:
            lowered = text.lower()
            if lowered.count("<table") > lowered.count("</table") and "</html" not in lowered[-200:]:
                raise _cut()
            return text
    raise UnreadableError(
        "网页文件的文字编码无法识别，请另存为 UTF-8 后再试。", "The page's encoding is unknown; save it as UTF-8."
    )


def _cut() -> UnreadableError:
    return UnreadableError(
        "网页文件不完整，在表格或文字中间断开。请重新下载或导出后再试。",
        "The page breaks off inside a table or a character. Download or export it again.",
    )


class _Walk:
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
