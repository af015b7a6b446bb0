"""`drafter read`: the structured filings found in documents."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import EXIT_FAILURE, EXIT_OK, Lang, LangOption, OutputOption, command, emit, refuse_office, say

if TYPE_CHECKING:
    from drafter.filing import FilingDocument


class ReadFormat(StrEnum):
    """Formats of what was read."""

    text = "text"
    json = "json"


@command
def read(
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="文件、文件夹 · files or folders")],
    format: Annotated[ReadFormat, typer.Option("--format", help="输出格式 · output format")] = ReadFormat.text,
    output: OutputOption = None,
    lang: LangOption = Lang.zh,
) -> None:
    """读取文件中的申报表 · read the filings of documents."""
    from drafter.reading import files_of, folder_notes, read_all

    refuse_office(output, ("；写成申报表用 drafter write", "; drafter write makes a form"))
    for note in folder_notes(paths):
        say(str(lang), *note)
    documents = [document.to_json(str(lang)) for document in read_all(list(paths))]
    if format is ReadFormat.json:
        # `notes` is there when there is something to say, so that a document read whole has the contract's keys alone.
        data = [
            document.model_dump(mode="json", by_alias=True, exclude=None if document.notes else {"notes"})
            for document in documents
        ]
        single = len(paths) == 1 and len(data) == 1 and not Path(paths[0]).is_dir()
        text = json.dumps(data[0] if single else data, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_summary(document, str(lang)) for document in documents)
    emit(text, output, protect=tuple(files_of(paths)))
    raise typer.Exit(EXIT_FAILURE if any(document.status != "read" for document in documents) else EXIT_OK)


def _summary(document: FilingDocument, lang: str) -> str:
    english = lang == "en"
    colon = ": " if english else "："
    notes = [f"  ! {note}" for note in document.notes]
    if document.status != "read":
        return "\n".join([f"{document.document}{colon}{document.reason}", *notes])
    count = len(document.filings)
    lines = [f"{document.document}{colon}" + (f"{count} filings" if english else f"{count} 份申报表")]
    for filing in document.filings:
        total = filing.funding.annual_total
        amount = "—" if total is None else f"{total:,f} " + ("yuan" if english else "元")
        rows = f"{len(filing.indicators)} indicators" if english else f"{len(filing.indicators)} 项指标"
        lines.append(f"  [{filing.index}] {filing.project_name or '—'} ({filing.year or '—'}) {amount} {rows}")
    return "\n".join([*lines, *notes])
