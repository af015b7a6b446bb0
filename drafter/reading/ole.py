"""The container of the old Office formats (OLE): which program's document it holds, told from its directory names."""

from __future__ import annotations

from drafter.reading.archive import encrypted

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


_STREAMS = (
    ("encrypted", _utf16("EncryptedPackage")),
    ("doc", _utf16("WordDocument\x00")),
    ("xls", _utf16("Workbook\x00")),
    ("xls", _utf16("Book\x00")),
    ("ppt", _utf16("PowerPoint Document")),
)


def ole_kind(data: bytes) -> str:
    """doc, xls, ppt, encrypted (a .docx or .xlsx with a password), ole (any other); "" where data is no OLE file.

    A Word document may embed a workbook and the other way round, so the first name in the directory decides.
    """
    if not data.startswith(OLE_MAGIC):
        return ""
    found = [(place, kind) for kind, name in _STREAMS if (place := data.find(name)) >= 0]
    return min(found)[1] if found else "ole"


def refuse_encrypted(data: bytes) -> None:
    """Refuse a document that is encrypted as a whole.

    Raises:
        UnreadableError: It is.
    """
    if ole_kind(data) == "encrypted":
        raise encrypted()
