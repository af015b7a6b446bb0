"""Annotated copies: findings as comments, notes or highlights in a copy of the user's own document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from drafter.checking.report import DocumentReport
from drafter.errors import UsageError
from drafter.filing import ReadDocument
from drafter.writing.annotate.remarks import Remark, remarks_of
from drafter.writing.atomic import write_bytes

__all__ = ["AUTHOR", "Remark", "annotate", "annotated_copy", "remarks_of"]

AUTHOR = "drafter"
SUFFIX = "_检查意见"

_CARRIERS = ("docx", "xlsx", "pdf")


def annotate(source: bytes, carrier: str, remarks: Sequence[Remark]) -> bytes:
    """The document with the remarks in it.

    Args:
        source: The document.
        carrier: `docx`, `xlsx` or `pdf`.
        remarks: What to say where; those whose place is not found are put at the title.

    Raises:
        UsageError: The document has a shape in which nothing can be anchored; the sentence says why.
    """
    write: Callable[[bytes, Sequence[Remark]], bytes] = import_module(f"{__name__}.{carrier}").annotate
    return write(source, remarks)


def annotated_copy(
    path: str | Path,
    folder: str | Path,
    document: ReadDocument,
    report: DocumentReport,
    *,
    lang: str = "zh",
    taken: set[Path] | None = None,
) -> Path | None:
    """Write `NAME_检查意见.SUFFIX` into `folder`.

    Args:
        path: The document that was checked.
        folder: Where the copy goes; it is created if its parent exists.
        document: The document as read, with the places of its fields.
        report: What the checker said of it.
        lang: Language of the remarks.
        taken: Copies already written in this run, added to; documents of one name then get copies of different names.

    Returns:
        The copy, or None for a format that cannot carry remarks (text, HTML, JSON, converted .doc and .xls).

    Raises:
        UsageError: The folder cannot be written, or the document cannot be annotated.
    """
    source = Path(path)
    carrier = _carrier(document)
    if carrier is None or not source.is_file():
        return None
    copy = annotate(source.read_bytes(), carrier, remarks_of(document, report, lang=lang))
    target = _free(_folder(Path(folder)), source, taken)
    return write_bytes(target, copy, protect=[source])


def _carrier(document: ReadDocument) -> str | None:
    """What the document really is, as its reader found it: suffixes lie."""
    places = (place for located in document.filings for place in located.places.values())
    return next((str(place.anchor[0]) for place in places if place.anchor[:1] and place.anchor[0] in _CARRIERS), None)


def _free(folder: Path, source: Path, taken: set[Path] | None) -> Path:
    target = folder / f"{source.stem}{SUFFIX}{source.suffix}"
    if taken is not None:
        number = 2
        while target in taken:
            target = folder / f"{source.stem}{SUFFIX}({number}){source.suffix}"
            number += 1
        taken.add(target)
    return target


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        zh, en = f"无法建立文件夹 {folder}：{reason}", f"cannot create the folder {folder}: {reason}"
        raise UsageError(zh, en) from error
    return folder
