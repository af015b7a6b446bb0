"""XML as trees, parsed so that a hostile file can neither expand, nor reach the network, nor exhaust the stack."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, Protocol

from drafter.errors import UnreadableError
from drafter.reading.limits import MAX_MARKUP, too_large


class Element(Protocol):
    """The part of an lxml element that the carriers use (lxml ships no types)."""

    text: str | None
    tail: str | None

    @property
    def tag(self) -> Any:
        """`{namespace}name`; a function for comments and processing instructions."""
        ...

    @property
    def attrib(self) -> Any:
        """Attributes by name."""
        ...

    def get(self, key: str, default: str) -> str:
        """One attribute."""
        ...

    def find(self, path: str) -> Element | None:
        """The first match below this element."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """This element and all below it, in document order."""
        ...

    def getparent(self) -> Element | None:
        """The element around this one."""
        ...

    def __iter__(self) -> Iterator[Element]:
        """The children."""
        ...

    def __len__(self) -> int:
        """The number of children."""
        ...


_names: dict[Any, str] = {}


def local(element: Element) -> str:
    """The name without namespace ("" for a comment). Strict and transitional OOXML differ in namespace only."""
    tag = element.tag
    name = _names.get(tag)
    if name is None:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(_names) < 2_000:
            _names[tag] = name
    return name


def attribute(element: Element, name: str) -> str:
    """An attribute by local name, in any namespace; "" where absent."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return ""


def natural(text: str) -> int:
    """A number in an attribute, up to nine digits; -1 for anything else (`int` would choke on 5,000 digits)."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def check_markup(data: bytes) -> None:
    """Refuse markup whose tree would not fit in memory: a few megabytes of empty elements take hundreds.

    Raises:
        UnreadableError: There are more elements and attributes than the limit.
    """
    if data.count(b"<") - data.count(b"</") + data.count(b"=") > MAX_MARKUP:
        raise too_large("文件内容的元素数量", "Number of elements of the file", MAX_MARKUP)


def parse_xml(data: bytes) -> Element:
    """Parse one XML part of an office file.

    Raises:
        UnreadableError: It is not well-formed, past the limits of size and depth, or declares a document type (which
            office files never do and entity bombs always do).
    """
    check_markup(data)
    # Text cannot hold these bytes unescaped, so one search finds a declaration wherever it stands.
    if b"<!DOCTYPE" in data:
        raise _declared()
    etree: Any = importlib.import_module("lxml.etree")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            raise too_deep() from error
        raise UnreadableError(
            "文件内容已损坏（XML 不完整）。请在原软件中打开后另存再试。",
            "The file's content is damaged (broken XML). Open it in its own program and save it again.",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared()
    return root


def _declared() -> UnreadableError:
    return UnreadableError(
        "文件含有文档类型声明（可能是恶意文件），已拒绝读取。",
        "The file declares a document type (it may be hostile); refused.",
    )


def too_deep() -> UnreadableError:
    """The refusal of nesting that no form has."""
    return UnreadableError(
        "表格或内容嵌套层数过多，未读取。请把嵌套的表格拆开后再试。",
        "Tables or content are nested too deeply; not read. Unnest the tables and try again.",
    )
