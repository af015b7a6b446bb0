"""Comments in a Word document, anchored on the exact words."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from typing import Any

from drafter.errors import UsageError
from drafter.reading.docx import find
from drafter.reading.docx_text import NOT_PRINTED
from drafter.reading.xmltree import local
from drafter.writing.annotate.remarks import Remark
from drafter.writing.annotate.words import locate
from drafter.writing.markup import legal

_AUTHOR, _INITIALS = "drafter", "DR"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate(source: bytes, remarks: Sequence[Remark]) -> bytes:
    """The document with one comment a remark. Text, tables and all other parts stay as they are.

    Raises:
        UsageError: python-docx cannot open this kind of package (macro documents, templates, strict OOXML).
    """
    import docx
    from docx.text.run import Run

    try:
        document = docx.Document(io.BytesIO(source))
        body: Any = document.element
        body = body.body
    except (ValueError, KeyError, AttributeError) as error:
        raise UsageError(
            "这种 Word 文件（含宏、模板或严格格式）不能写批注，请另存为普通 .docx",
            "this kind of Word file (macros, template, strict format) cannot carry comments; save it as plain .docx",
        ) from error
    # A run proxy needs a parent only for style look-ups, which a comment range does not make.
    parent: Any = document
    elements: dict[tuple[str | int | float, ...], Any] = {}
    for remark in remarks:
        if remark.anchor not in elements:
            elements[remark.anchor] = _element(body, remark.anchor)
        first, last = _runs(elements[remark.anchor], remark)
        runs = [Run(first, parent), Run(last, parent)]
        document.add_comment(runs, legal(remark.text), author=_AUTHOR, initials=_INITIALS)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _element(body: Any, anchor: tuple[str | int | float, ...]) -> Any:
    """The cell or paragraph of an anchor; the first paragraph of the document where there is none."""
    found = find(body, anchor) if len(anchor) >= 3 and anchor[0] == "docx" else None
    return found if found is not None else next(body.iter(body.tag.removesuffix("body") + "p"))


def _runs(element: Any, remark: Remark) -> tuple[Any, Any]:
    """The first and last `w:r` of the words, of the whole cell where they are not found; an empty one in a blank."""
    texts = _texts(element)
    characters = [(text, offset) for text in texts for offset in range(len(text.text))]
    found = locate([text.text[offset] for text, offset in characters], remark)
    if found is None:
        if not texts:
            empty = _empty_run(element)
            return empty, empty
        found = (0, len(characters))
    (head, start), (tail, end) = characters[found[0]], characters[found[1] - 1]
    _split(tail, end + 1)
    first = _split(head, start)
    last = first if tail is head else tail.getparent()
    return first, last


def _texts(element: Any) -> list[Any]:
    """The non-empty `w:t` of a cell or paragraph in printed order, nested tables left out."""
    found: list[Any] = []
    for child in element:
        name = local(child)
        if name == "t" and child.text and local(element) == "r":
            found.append(child)
        elif name and name != "tbl" and name not in NOT_PRINTED:
            found += _texts(child)
    return found


def _split(text: Any, offset: int) -> Any:
    """Make the character at `offset` begin a run, and return that run; at the text's end, what follows begins one."""
    run = text.getparent()
    children = [child for child in run if local(child) != "rPr"]
    position = children.index(text)
    if offset == 0 and position == 0:
        return run
    if offset == len(text.text) and position == len(children) - 1:
        return run
    new = copy.copy(run)
    for child in list(new):
        new.remove(child)
    properties = next((child for child in run if local(child) == "rPr"), None)
    if properties is not None:
        new.append(copy.deepcopy(properties))
    moved = children[position + 1 :]
    if offset == 0:
        moved = [text, *moved]
    elif offset < len(text.text):
        rest = copy.deepcopy(text)
        rest.text = text.text[offset:]
        text.text = text.text[:offset]
        for part in (text, rest):
            part.set(_SPACE, "preserve")
        new.append(rest)
    for child in moved:
        new.append(child)
    run.addnext(new)
    return new


def _empty_run(element: Any) -> Any:
    """A new run in the first paragraph of an empty cell: a comment needs something to stand at."""
    prefix = element.tag.rpartition("}")[0] + "}"
    paragraph = element if local(element) == "p" else next(element.iter(f"{prefix}p"))
    run = paragraph.makeelement(f"{prefix}r", {}, paragraph.nsmap)
    paragraph.append(run)
    return run
