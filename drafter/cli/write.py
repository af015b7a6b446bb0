"""`drafter write FILING -o FILE`: a filing JSON as the official form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Lang, LangOption, command, say


@command
def write(
    filing: Annotated[str, typer.Argument(metavar="FILING", help="申报表 JSON 或文档 · a filing JSON or document")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="写成 .docx .xlsx .md .html .json · the file to write"),
    ],
    index: Annotated[int | None, typer.Option("--index", help="第几份（从 0 起） · which filing of several")] = None,
    lang: LangOption = Lang.zh,
) -> None:
    """把申报表写成表格文件 · write a filing as docx, xlsx, md or html."""
    from drafter.errors import InputError
    from drafter.reading import read
    from drafter.writing import write_filing

    document = read(filing)
    if document.status != "read":
        zh, en = document.reason or ("无法读取", "cannot be read")
        raise InputError(f"{filing}：{zh}", f"{filing}: {en}")
    filings = [located.filing for located in document.filings]
    if index is None and len(filings) != 1:
        names = "、".join(f"{one.index} {one.project_name}" for one in filings)
        raise InputError(
            f"{filing} 有 {len(filings)} 份申报表，用 --index 指定：{names}",
            f"{filing} holds {len(filings)} filings, choose one with --index: {names}",
        )
    chosen = [one for one in filings if index is None or one.index == index]
    if not chosen:
        raise InputError(f"{filing} 没有第 {index} 份", f"{filing} has no filing {index}")
    write_filing(chosen[0], output, protect=(Path(filing),))
    say(str(lang), f"已写入 {output}", f"wrote {output}")
