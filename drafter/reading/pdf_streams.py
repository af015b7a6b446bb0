"""What a PDF unpacks to, counted before pdfium unpacks it: pdfium itself would take a gibibyte."""

from __future__ import annotations

import base64
import re
import zlib

from drafter.reading.limits import MAX_DELIMITERS, MAX_INFLATED, MAX_PICTURE, MAX_STREAM, MEBI, too_large
from drafter.reading.pdf_forms import Drawings, calls_of

_STREAM = re.compile(rb"stream\r?\n")
_LOOK_BACK = 2_000
_DATA = (b"/Image", b"/Length1", b"CIDFontType0C", b"/EmbeddedFile")
_REGULAR = bytes(set(range(256)) - set(b"\x00\t\n\x0c\r ()<>[]{}/%'\""))


def check_streams(data: bytes) -> Drawings:
    """Refuse a PDF whose streams unpack past the limits. Streams that are no zlib data are left to pdfium.

    Returns:
        What the streams say about drawings inside drawings.

    Raises:
        UnreadableError: One stream, or all together, unpack past a limit.
    """
    total = 0
    drawings = Drawings()
    for match in _STREAM.finditer(data):
        header = data[max(0, match.start() - _LOOK_BACK) : match.start()].rpartition(b" obj")[2]
        if b"/Fl" not in header:
            drawings.add_unopened(header, data[match.end() : max(0, data.find(b"endstream", match.end()))])
            continue
        limit = MAX_PICTURE if any(mark in header for mark in _DATA) else MAX_STREAM
        size, unpacked, calls = _inflated(_ascii_decoded(data, match.end(), header), limit)
        if header.count(b"FlateDecode") > 1:
            inner, _, calls = _inflated(unpacked, limit)
            size = max(size, inner)
        drawings.add(header, size, calls)
        total += size
        if total > MAX_INFLATED:
            raise too_large("PDF 解压后大小", "Unpacked size of the PDF", MAX_INFLATED // MEBI, " MB", "MB")
    return drawings


def _ascii_decoded(data: bytes, start: int, header: bytes) -> bytes | memoryview:
    """The stream's bytes, or what its ASCII85 or hexadecimal wrapping holds."""
    if b"ASCII85" not in header and b"ASCIIHex" not in header:
        return memoryview(data)[start:]
    mark = b"~>" if b"ASCII85" in header else b">"
    end = data.find(mark, start)
    text = data[start : end if end >= 0 else len(data)]
    try:
        return base64.a85decode(text) if mark == b"~>" else bytes.fromhex(text.decode("ascii"))
    except ValueError:
        return b""


def _inflated(body: bytes | memoryview, limit: int) -> tuple[int, bytes, int]:
    """How many bytes a zlib stream unpacks to, the first mebibyte of them, and how many drawings it calls for.

    Raises:
        UnreadableError: More than `limit`, or more delimiters than drawing commands of a page ever need.
    """
    unpacker = zlib.decompressobj()
    size, delimiters, calls, head, position = 0, 0, 0, b"", 0
    while not unpacker.eof and (unpacker.unconsumed_tail or position < len(body)):
        packed = unpacker.unconsumed_tail
        if not packed:
            packed = bytes(body[position : position + 65536])
            position += 65536
        try:
            unpacked = unpacker.decompress(packed, MEBI)
        except zlib.error:
            break
        size += len(unpacked)
        delimiters += len(unpacked.translate(None, _REGULAR))
        calls += calls_of(unpacked)
        head = head or unpacked
        if size > limit or delimiters > MAX_DELIMITERS:
            raise too_large("PDF 内部数据流解压后", "One unpacked stream of the PDF is", limit // MEBI, " MB", "MB")
    return size, head, calls
