"""The characters of a PDF page with their boxes, by pdfium's own functions: the objects around them cost too much."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Mapping
from typing import Any

from drafter.reading.limits import MAX_PAGE_CHARACTERS, too_large
from drafter.reading.pdf_page import Box, Glyph, Page
from drafter.reading.symbols import decode_symbols, is_picture_font

_PICTURE_FONTS: dict[str, str] = {"Wingdings2": "Wingdings 2", "SymbolMT": "Symbol"}
_UNMAPPED = (0, 0xFFFD, 0xFFFE, 0xFFFF)
_HIDDEN_PART = 0.1
_TALL = 14.0
_ASLANT = 0.1
"""Radians off the horizontal or vertical: printed text is straight, watermarks are not."""


def read_glyphs(raw: Any, source: Any, page: Page, clips: Mapping[int, Box]) -> None:
    """Fill `page.glyphs`, `page.unmapped` and `page.cut`.

    Args:
        raw: pypdfium2's raw functions.
        source: The page of pypdfium2.
        page: The page to fill.
        clips: By address of a text object, the box outside which it is not seen.

    Raises:
        UnreadableError: The page has more characters than the limit.
    """
    text = raw.FPDFText_LoadPage(source)
    if not text:
        return
    try:
        count = raw.FPDFText_CountChars(text)
        if count > MAX_PAGE_CHARACTERS:
            raise too_large("PDF 单页文字数量", "Number of characters of one page", MAX_PAGE_CHARACTERS)
        _read(raw, text, count, page, clips)
    finally:
        raw.FPDFText_ClosePage(text)


def _read(raw: Any, text: Any, count: int, page: Page, clips: Mapping[int, Box]) -> None:
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    unicode, loose, seen = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, page.view.seen_box
    high = 0
    for index in range(max(count, 0)):
        code = unicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
        high = 0
        if code in _UNMAPPED:
            page.unmapped += 1
            code = 0xFFFD
        if code in (10, 13) or not loose(text, index, pointer):
            continue
        if box.top - box.bottom > _TALL and _is_aslant(raw.FPDFText_GetCharAngle(text, index)):
            continue
        character = chr(code)
        if (code < 0x80 and character.isalpha()) or 0xA0 <= code <= 0xFF or 0xF000 <= code <= 0xF0FF:
            character = _decoded(raw, text, index, character)
        glyph = Glyph(character, *seen(box.left, box.bottom, box.right, box.top))
        if not clips or _is_shown(raw, text, index, glyph, page, clips):
            page.glyphs.append(glyph)


def _decoded(raw: Any, text: Any, index: int, character: str) -> str:
    """A letter that may be a symbol: its font decides (subset names look like ABCDEF+Wingdings2)."""
    buffer = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, buffer, 64, ctypes.byref(flags))
    name: str = buffer.value.decode("latin-1").rpartition("+")[2].partition("-")[0]
    font = _PICTURE_FONTS.get(name, name)
    return decode_symbols(character, font) if is_picture_font(font) or character > "\uf000" else character


def _is_aslant(angle: float) -> bool:
    """Whether a character is part of a watermark, which would otherwise stand between the characters of the cells."""
    quarter = math.pi / 2
    return abs(angle - quarter * round(angle / quarter)) > _ASLANT


def _is_shown(raw: Any, text: Any, index: int, glyph: Glyph, page: Page, clips: Mapping[int, Box]) -> bool:
    """Whether a glyph lies inside its clip; LibreOffice and Excel write hidden lines over the cells around."""
    thing = raw.FPDFText_GetTextObject(text, index)
    clip = clips.get(ctypes.addressof(thing.contents)) if thing else None
    if clip is None or glyph.text.isspace():
        return True
    x0, y0, x1, y1 = clip
    inside = x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and y0 <= (glyph.top + glyph.bottom) / 2 <= y1
    hidden = _HIDDEN_PART * (glyph.x1 - glyph.x0)
    if not inside or glyph.x1 > x1 + hidden or glyph.x0 < x0 - hidden:
        page.cut.add(((x0 + x1) / 2, (y0 + y1) / 2))
    return inside
