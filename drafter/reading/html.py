"""HTML pages, and the HTML that office systems save under .xls or .doc: from bytes to their tables and paragraphs."""

from __future__ import annotations

import importlib
import re
from typing import Any

from drafter.errors import UnreadableError
from drafter.reading.content import Content
from drafter.reading.limits import MAX_PART, check_size
from drafter.reading.unread import frame_note

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|title|div|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
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
    # Text is asked whether it is a page: what reads one is loaded for pages only.
    from drafter.reading.grid import flatten
    from drafter.reading.html_walk import PageWalk
    from drafter.reading.xmltree import check_markup, too_deep

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
    return Content(flatten(PageWalk(root).items), "html", (frame_note(frames),) if frames else ())


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
