"""The bytes of one entry of the cache: the document as compressed JSON, whose checksum tells a damaged one."""

from __future__ import annotations

import zlib

from pydantic import TypeAdapter, ValidationError

from drafter.filing import ReadDocument

_SHAPE = TypeAdapter(ReadDocument)


def packed(document: ReadDocument) -> bytes:
    """A document as bytes."""
    return zlib.compress(_SHAPE.dump_json(document), 1)


def unpacked(data: bytes) -> ReadDocument | None:
    """The document of these bytes, None where they are damaged or of another shape."""
    try:
        return _SHAPE.validate_json(zlib.decompress(data))
    except (zlib.error, ValidationError):
        return None
