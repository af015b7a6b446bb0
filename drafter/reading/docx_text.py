"""The printed text of a Word paragraph: insertions and content controls kept, deletions and field codes dropped.

python-docx drops the text of tracked insertions, of inline content controls and of cells wrapped in one, without a word
(seen: "原文插入66" came back as "原文"). So everything unknown is walked into, and only what is not printed is named.
"""

from __future__ import annotations

import re

from drafter.language.patterns import lazy
from drafter.reading.symbols import decode_symbols, is_picture_font
from drafter.reading.xmltree import Element, attribute, local, natural

NOT_PRINTED = frozenset(
    {
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "fldData",
        "Fallback",
        "rt",
        "drawing",
        "pict",
        "object",
    }
    | {"rPr", "pPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rubyPr"}
)
"""Elements whose content is no text of the paragraph. Text boxes inside drawings are collected apart."""

_PLACEHOLDER = lazy(r"单击|点击|轻触|选择一项|请选择|click|tap|choose an item", re.IGNORECASE)
_CODE = lazy(r"[0-9A-Fa-f]{1,4}")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_TICK = {True: "☑", False: "□"}


def paragraph_text(paragraph: Element, boxes: list[Element]) -> str:
    """The text of a `w:p`; the contents (`w:txbxContent`) of its text boxes are appended to `boxes`."""
    out: list[str] = []
    _collect(paragraph, out, boxes)
    return "".join(out)


def is_mark_deleted(paragraph: Element) -> bool:
    """Whether a tracked deletion took the paragraph's end, so that the next one continues its line."""
    properties = child(paragraph, "pPr")
    run = child(properties, "rPr") if properties is not None else None
    return run is not None and child(run, "del") is not None


def child(element: Element, name: str) -> Element | None:
    """The first child of that local name."""
    for found in element:
        if local(found) == name:
            return found
    return None


def is_on(element: Element | None) -> bool:
    """Whether an on/off property is set: present, and not switched off by its value."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def _collect(element: Element, out: list[str], boxes: list[Element]) -> None:
    for found in element:
        name = local(found)
        if name == "r":
            _run(found, out, boxes)
        elif name == "t":
            out.append(found.text or "")
        elif name == "sdt":
            _control(found, out, boxes)
        elif name in ("drawing", "pict", "object"):
            boxes.extend(_text_boxes(found))
        elif name and name not in NOT_PRINTED:
            _collect(found, out, boxes)


def _run(run: Element, out: list[str], boxes: list[Element]) -> None:
    font = ""
    for found in run:
        name = local(found)
        if name == "t":
            text = found.text or ""
            out.append(decode_symbols(text, font) if font or "\uf000" <= max(text, default="") <= "\uf8ff" else text)
        elif name == "rPr":
            if is_on(child(found, "vanish")):
                return
            font = _picture_font(found)
        elif name in _BREAKS:
            out.append(_BREAKS[name])
        elif name == "sym":
            code = attribute(found, "char")
            if _CODE.fullmatch(code):
                out.append(decode_symbols(chr(int(code, 16)), attribute(found, "font")))
        elif name == "fldChar":
            out.append(_form_field(found))
        elif name in ("drawing", "pict", "object"):
            boxes.extend(_text_boxes(found))
        elif name and name not in NOT_PRINTED:
            _collect(found, out, boxes)


def _picture_font(properties: Element) -> str:
    fonts = child(properties, "rFonts")
    font = attribute(fonts, "ascii") if fonts is not None else ""
    return font if is_picture_font(font) else ""


def _form_field(field: Element) -> str:
    """A check box or drop-down of the old form fields; their state is in the field's data and not in text."""
    data = child(field, "ffData")
    box = child(data, "checkBox") if data is not None else None
    if box is not None:
        state = child(box, "checked")
        return _TICK[is_on(state if state is not None else child(box, "default"))]
    options = child(data, "ddList") if data is not None else None
    if options is None:
        return ""
    entries = [attribute(entry, "val") for entry in options if local(entry) == "listEntry"]
    chosen = child(options, "result")
    index = natural(attribute(chosen, "val")) if chosen is not None else 0
    return entries[index] if 0 <= index < len(entries) else ""


def _control(control: Element, out: list[str], boxes: list[Element]) -> None:
    properties = child(control, "sdtPr")
    box = child(properties, "checkbox") if properties is not None else None
    if box is not None:
        out.append(_TICK[is_on(child(box, "checked"))])
        return
    content = child(control, "sdtContent")
    if content is None:
        return
    inner: list[str] = []
    _collect(content, inner, boxes)
    prompts = properties is not None and child(properties, "showingPlcHdr") is not None
    # "单击此处输入文字" is the control asking, not the clerk answering.
    if not (prompts and _PLACEHOLDER.search("".join(inner))):
        out.extend(inner)


def _text_boxes(drawing: Element) -> list[Element]:
    """The text boxes of a drawing. Word writes each twice, for new and old programs: `Fallback` is the copy."""
    return [box for box in _walk(drawing) if local(box) == "txbxContent"]


def _walk(element: Element) -> list[Element]:
    found: list[Element] = []
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            found.append(inner)
        elif name not in ("Fallback", ""):
            found.extend(_walk(inner))
    return found
