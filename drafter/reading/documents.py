"""Reading files: one `ReadDocument` for each, whatever is wrong with it."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, InputError, os_reason
from drafter.filing import ReadDocument
from drafter.plugins import PluginRegistry, default_registry
from drafter.reading.carriers import CARRIERS
from drafter.reading.content import Reader
from drafter.reading.json_filing import looks_like_json, notes_of, read_json
from drafter.reading.limits import MAX_FILE, MEBI

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache
    from drafter.reading.forms import Recognised

_SNIFFED = 4096


def read(path: str | Path, *, registry: PluginRegistry | None = None, cache: ReadCache | None = None) -> ReadDocument:
    """Read one file. Never raises for a bad file: `status` and `reason` say what is wrong.

    Args:
        path: The file; `ReadDocument.document` is this path as given.
        registry: Where readers are looked up; the installed ones by default.
        cache: Where what was read of slow files is kept; nowhere by default.
    """
    data, refused = load(path)
    return refused if data is None else read_bytes(data, str(path), registry=registry, cache=cache)


def load(path: str | Path) -> tuple[bytes | None, ReadDocument]:
    """The bytes of a file, or the document that says why there are none."""
    document, file = str(path), Path(path)
    try:
        found = file.stat()
        if stat.S_ISDIR(found.st_mode):
            return None, _unreadable(document, "这是文件夹，不是文件。", "this is a folder, not a file.")
        if not stat.S_ISREG(found.st_mode):
            return None, _unreadable(document, "这不是普通文件。", "this is not a regular file.")
        if found.st_size > MAX_FILE:
            return None, _too_large(document, found.st_size)
        return file.read_bytes(), _unreadable(document, "", "")
    except FileNotFoundError:
        return None, _unreadable(document, "文件不存在。", "the file does not exist.")
    except OSError as error:
        zh, en = os_reason(error)
        return None, _unreadable(document, f"文件无法打开：{zh}。", f"the file cannot be opened: {en}.")
    except ValueError:
        return None, _unreadable(
            document, "文件名里有不能用的字符。", "the name holds a character no file name may have."
        )


def _too_large(document: str, size: int) -> ReadDocument:
    limit, mib = MAX_FILE // MEBI, size // MEBI
    return _unreadable(
        document,
        f"文件太大（{mib} MB），超过 {limit} MB 的上限。",
        f"the file is too large ({mib} MB); the limit is {limit} MB.",
    )


def read_bytes(
    data: bytes, document: str, *, registry: PluginRegistry | None = None, cache: ReadCache | None = None
) -> ReadDocument:
    """Read a document from its bytes. `document` gives its name and, by its suffix, a hint at its format."""
    if not data.strip(b"\x00 \t\r\n"):
        empty = not data
        return _unreadable(
            document,
            "文件是空的（0 字节）。" if empty else "文件里只有空白，没有内容。",
            "the file is empty (0 bytes)." if empty else "the file holds nothing but blanks.",
        )
    if len(data) > MAX_FILE:
        return _too_large(document, len(data))
    try:
        return _read(data, document, registry or default_registry(), cache)
    except DrafterError as error:
        return ReadDocument(document, "unreadable", (error.zh, error.en))
    except (RecursionError, MemoryError):
        return _unreadable(
            document, "文件的结构嵌套过深或过大，无法读取。", "the file is nested too deep or too large to read."
        )
    except Exception as error:
        # A reader that fails, ours or a plugin's, is a file that could not be read: the rest of a batch goes on.
        kind = type(error).__name__
        return _unreadable(document, f"读取时程序出错（{kind}）。", f"the reader failed on it ({kind}).")


def readers_of(registry: PluginRegistry) -> list[Reader]:
    """The readers of a registry, in the order they are asked."""
    return registry.collect("readers")


def _read(data: bytes, document: str, registry: PluginRegistry, cache: ReadCache | None) -> ReadDocument:
    suffix = Path(document).suffix.lower()
    if suffix == ".json" or (suffix in ("", ".txt") and looks_like_json(data)):
        return _from_json(data, document)
    reader = _reader_for(data, suffix, readers_of(registry))
    # Text is read as fast as an entry; a plugin's reader may look at more than the bytes and the suffix.
    if cache is None or reader not in CARRIERS:
        return _read_with(reader, data, document)
    return cache.recall(data, document, lambda: _read_with(reader, data, document))


def _read_with(reader: Reader, data: bytes, document: str) -> ReadDocument:
    content = reader.read(data, document)
    from drafter.reading.forms import recognise

    found = recognise(content)
    notes = (*content.notes, *found.notes)
    if found.filings:
        return ReadDocument(document, "read", None, tuple(found.filings), notes)
    return replace(_without_form(document, found), notes=notes)


def _without_form(document: str, found: Recognised) -> ReadDocument:
    if found.monitoring and found.monitoring == found.reports:
        return ReadDocument(
            document,
            "no_form",
            (
                "这是绩效运行监控材料，不是绩效目标申报表。",
                "this is a monitoring report on the running year, not a declaration of performance targets.",
            ),
        )
    if found.reports:
        return ReadDocument(
            document,
            "no_form",
            (
                "这是绩效自评或评价材料，不是绩效目标申报表。",
                "this is a self-evaluation or evaluation report, not a declaration of performance targets.",
            ),
        )
    return ReadDocument(
        document,
        "no_form",
        ("文件里没有找到绩效目标申报表。", "no performance target declaration form was found in the document."),
    )


def _reader_for(data: bytes, suffix: str, readers: list[Reader]) -> Reader:
    head = data[:_SNIFFED]
    for reader in readers:
        if reader.sniff(head):
            return reader
    for reader in readers:
        if suffix in reader.suffixes:
            return reader
    text = next((reader for reader in readers if reader.name == "text"), None)
    if text is None:
        raise InputError("没有可用的文本读取器", "no reader for text is installed")
    return text


def _from_json(data: bytes, document: str) -> ReadDocument:
    from drafter.reading.decode import decode

    text = decode(data)
    filings = read_json(text)
    notes = notes_of(text)
    if not filings:
        return ReadDocument(document, "no_form", ("JSON 里没有申报表。", "the JSON holds no filing."))
    return ReadDocument(document, "read", None, tuple(filings), notes)


def _unreadable(document: str, zh: str, en: str) -> ReadDocument:
    return ReadDocument(document, "unreadable", (zh, en))
