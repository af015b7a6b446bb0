"""Writing annotated copies of checked documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.options import say

if TYPE_CHECKING:
    from drafter.checking.report import DocumentReport
    from drafter.filing import ReadDocument


def write_copies(checked: Sequence[tuple[ReadDocument, DocumentReport]], folder: Path, lang: str) -> None:
    """Write `NAME_检查意见.SUFFIX` into `folder` for each docx, xlsx or pdf; say which formats cannot carry notes.

    Raises:
        UsageError: The folder cannot be written.
    """
    from drafter.writing.annotate import annotated_copy

    taken: set[Path] = set()
    for document, report in checked:
        if document.status != "read":
            continue
        written = annotated_copy(Path(document.document), folder, document, report, lang=lang, taken=taken)
        if written is None:
            say(
                lang,
                f"{document.document}：此格式不能写批注，只有 docx、xlsx、pdf 可以",
                f"{document.document}: no annotated copy; only docx, xlsx and pdf can carry notes",
            )
        else:
            say(lang, f"已写入 {written}", f"wrote {written}")
