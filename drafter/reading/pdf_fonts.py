"""A font of squares, for Chinese fonts that a PDF names but does not hold and that the machine lacks.

pdfium measures characters with the outlines of a font. Where it finds none, as on servers without Chinese fonts, their
boxes have no height, and text of a single character is dropped without a word: the last of 一次性项目, where the cell
has room for four. In this font a sign is a full square, which is what a Chinese character takes on paper, and a Latin
one a narrow block.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import Any

_EM, _BELOW, _NARROW = 1000, 120, 400
_ABOVE = _EM - _BELOW
_HANDLE = 0x5157
"""What pdfium is given for the font: any number that no other font has."""
_CHARSETS = frozenset((128, 129, 130, 134, 136))
"""Of the Windows font API: Japanese, two of Korean, simplified and traditional Chinese."""
_RANGES = ((0x20, 0xFF, 2), (0x100, 0xD7FF, 1), (0xE000, 0xFFFF, 1), (0x10000, 0x3FFFF, 1))
"""Characters from, to, and their sign: 1 the square, 2 the narrow block; surrogates are no characters."""


def supply_squares(pdfium: Any) -> None:
    """Let pdfium measure Chinese fonts it cannot find with squares; what it finds it measures as before.

    It stays so for the process: whoever draws pages with pdfium in it too sees squares where nothing was drawn. Nothing
    is done if somebody supplies fonts already, or on a system where pdfium asks for none.

    Args:
        pdfium: The module pypdfium2.
    """
    if pdfium.PdfSysfontBase.SINGLETON is None:
        _install(pdfium)


@cache
def _install(pdfium: Any) -> None:
    font = squares()
    base: Any = pdfium.PdfSysfontBase

    class Fonts(base):
        def MapFont(self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> Any:
            found = base.MapFont(self, _, weight, italic, charset, pitch, face, exact)
            return _HANDLE if not found and charset in _CHARSETS else found

        def GetFontData(self, _: Any, handle: Any, table: int, buffer: Any, size: int) -> int:
            if handle != _HANDLE:
                return base.GetFontData(self, _, handle, table, buffer, size)
            if table:
                return 0
            if buffer and size >= len(font):
                ctypes.memmove(buffer, font, len(font))
            return len(font)

        def GetFaceName(self, _: Any, handle: Any, buffer: Any, size: int) -> int:
            return 0 if handle == _HANDLE else base.GetFaceName(self, _, handle, buffer, size)

        def GetFontCharset(self, _: Any, handle: Any) -> int:
            return 134 if handle == _HANDLE else base.GetFontCharset(self, _, handle)

        def DeleteFont(self, _: Any, handle: Any) -> None:
            if handle != _HANDLE:
                base.DeleteFont(self, _, handle)

    try:
        Fonts().setup()
    except pdfium.PdfiumError:
        # pdfium has no fonts of the system to fall back on here.
        return


def squares() -> bytes:
    """Return a TrueType font of two signs: Latin letters and digits are narrow blocks, all else full squares."""
    square, narrow = _block(_EM), _block(_NARROW)
    tables = {
        b"OS/2": struct.pack(
            ">HhHHH11h10B4I4sHHHhhhHHII", 4, _EM, 400, 5, 0, *[0] * 11, *[0] * 10, *[0xFFFFFFFF] * 2, 0, 0, b"    ",
            0x40, 0x20, 0xFFFF, _ABOVE, -_BELOW, 0, _ABOVE, _BELOW, 1 << 18, 0,
        ),
        b"cmap": _characters(),
        b"glyf": square * 2 + narrow,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, -_BELOW, _EM, _ABOVE, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, _ABOVE, -_BELOW, 0, _EM, 0, 0, _EM, 1, *[0] * 7, 3),
        b"hmtx": struct.pack(">HhHhHh", _EM, 0, _EM, 0, _NARROW, 0),
        b"loca": struct.pack(">4I", 0, len(square), 2 * len(square), 2 * len(square) + len(narrow)),
        b"maxp": struct.pack(">I14H", 0x10000, 3, 4, 1, 0, 0, 1, *[0] * 8),
        b"name": struct.pack(">HHH", 0, 0, 6),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 1, 0, 0, 0, 0),
    }  # fmt: skip
    return _font(tables)


def _block(width: int) -> bytes:
    # One contour of four points on the curve, each given by its distance from the one before.
    head = struct.pack(">hhhhhHH", 1, 0, -_BELOW, width, _ABOVE, 3, 0) + bytes([1] * 4)
    outline = head + struct.pack(">4h", 0, width, 0, -width) + struct.pack(">4h", -_BELOW, 0, _EM, 0)
    return outline + bytes(-len(outline) % 4)


def _characters() -> bytes:
    # Format 13 leads whole ranges of characters to one sign.
    table = struct.pack(">HHIII", 13, 0, 16 + 12 * len(_RANGES), 0, len(_RANGES))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table + b"".join(struct.pack(">III", *one) for one in _RANGES)


def _font(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    directory = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, 16 * count - (16 << power))
    offset, body = 12 + 16 * count, b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += tag + struct.pack(">III", checksum, offset + len(body), len(table))
        body += padded
    return directory + body
