"""Bytes of a text file to text: UTF-8, UTF-16, GB18030. Anything else is said, never guessed."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from drafter.errors import UnreadableError
from drafter.language.patterns import lazy

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_MAGIC = (*_OFFICE, *_PICTURES, *_ARCHIVES)
_PROGRAMS = {
    "Word": (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".odt", ".rtf"),
    "Excel": (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".et", ".ods"),
    "PDF": (".pdf",),
}
_CONTROL = lazy("[\x00-\x08\x0e-\x1f\x7f]")
_COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年项目"


def decode(data: bytes, document: str = "") -> str:
    """The text of a file. Its name tells what a file that is no text was meant to be.

    Raises:
        UnreadableError: Binary data, an encoding that is none of the three, or text that breaks off inside a character.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], "utf-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if data.startswith(_MAGIC):
        raise _binary(data, document)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data" and error.start > 0:
            raise _cut() from None
        return _other(data, document)
    if "\x00" in text:
        return _other(data, document)
    if len(_CONTROL.findall(text[:65536])) > 8:
        raise _binary(data, document)
    return text


def _other(data: bytes, document: str) -> str:
    sample = data[:4096]
    if b"\x00" in sample:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(data, encoding)
            if text is not None and _plausible(text):
                return text
        raise _binary(data, document)
    text = _try(data, "gb18030")
    if text is not None and _plausible(text):
        return text
    if text is None and (shorter := _try(data[:-1], "gb18030") or _try(data[:-3], "gb18030")) and _plausible(shorter):
        raise _cut()
    text = _try(data, "utf-16-le") if len(data) % 2 == 0 else None
    if text is not None and _plausible(text):
        return text
    raise UnreadableError(
        "文件的编码无法识别：不是 UTF-8、UTF-16 或 GB18030；请另存为 UTF-8 后重试。",
        "unknown text encoding: not UTF-8, UTF-16 or GB18030; save the file as UTF-8 and try again.",
    )


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:
            raise _cut() from None
        raise UnreadableError(
            f"文件开头标明是 {encoding.upper()}，但内容不是，文件可能已损坏。",
            f"the file is marked as {encoding.upper()} but its content is not; it may be damaged.",
        ) from None


def _plausible(text: str) -> bool:
    """Whether decoded text reads like Chinese: everyday characters, hardly any control or private-use characters."""
    sample = text[:8192]
    odd = sum(1 for char in sample if "\ue000" <= char <= "\uf8ff" or char == "\ufffd" or _CONTROL.match(char))
    if odd * 50 > len(sample):
        return False
    wide = sum(1 for char in sample if "一" <= char <= "鿿")
    common = sum(1 for char in sample if char in _COMMON)
    return wide == 0 or common * 40 >= wide


def _binary(data: bytes, document: str) -> UnreadableError:
    """What a clerk sees in a file that is no text: a picture, an archive, a damaged file of the program it names."""
    if data.startswith(_PICTURES):
        return UnreadableError(
            "这是图片，读不出其中的文字。请改用 Word、Excel 或带文字的 PDF 文件。",
            "The file is a picture; its words cannot be read. Use a Word or Excel file, or a PDF with text.",
        )
    if data.startswith(_ARCHIVES):
        return UnreadableError(
            "这是 RAR、7z 或 gzip 压缩包，不能直接读取。请解压后再试。",
            "The file is a RAR, 7z or gzip archive, which cannot be read. Unpack it first.",
        )
    suffix = PurePath(document).suffix.lower()
    name = next((name for name, suffixes in _PROGRAMS.items() if suffix in suffixes), None)
    if name is not None:
        return UnreadableError(
            f"{name} 文件已损坏，或后缀不对，无法读取。请重新下载，或用原软件打开后另存再试。",
            f"The {name} file is damaged, or its suffix is wrong. Download it again, or save it in its own program.",
        )
    return UnreadableError(
        "文件里不是文字，可能已损坏或后缀不对。请改用 Word、Excel 或带文字的 PDF 文件。",
        "The file holds no text; it is damaged or its suffix is wrong. Use a Word or Excel file, or a PDF with text.",
    )


def _cut() -> UnreadableError:
    return UnreadableError(
        "文件在一个字的中间断掉，内容不完整，请重新导出。", "the file breaks off inside a character; export it again."
    )
