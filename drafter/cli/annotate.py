"""Writing annotated copies of checked documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.options import say
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.spool import Checked


def write_copies(checked: Iterable[Checked], folder: Path, lang: str, protect: Sequence[str | Path] = ()) -> bool:
    """Write `NAME_检查意见.SUFFIX` into `folder` for each docx, xlsx or pdf; say which documents cannot carry notes.

    Returns:
        Whether every document that can carry notes got its copy.
    """
    from drafter.writing.annotate import annotated_copy

    taken = {Path(one) for one in protect}
    whole = True
    for one in checked:
        document, report = one.document, one.report
        if document.status != "read":
            continue
        source = Path(document.document)
        if not source.is_file():
            say(lang, f"{source}：在压缩包里，解压后才能写批注", f"{source}: unzip it to get an annotated copy")
            continue
        try:
            written = annotated_copy(source, folder, document, report, lang=lang, taken=taken)
        except DrafterError as error:
            whole = False
            say(lang, f"{source}：不能写批注，{error.zh}", f"{source}: no annotated copy, {error.en}")
            continue
        except Exception as error:
            # A document that reads may still be damaged where notes go; the other copies are made all the same.
            whole = False
            kind = type(error).__name__
            say(lang, f"{source}：文件有损坏，不能写批注（{kind}）", f"{source}: damaged, no annotated copy ({kind})")
            continue
        if written is None:
            say(
                lang,
                f"{source}：此格式不能写批注，只有 docx、xlsx、pdf 可以",
                f"{source}: no annotated copy; only docx, xlsx and pdf can carry notes",
            )
        else:
            say(lang, f"已写入 {written}", f"wrote {written}")
    return whole
