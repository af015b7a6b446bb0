"""`drafter quantities`: the quantity mentions of each line of text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Lang, LangOption, OutputOption, command, emit_pieces, read_text, refuse_office


@command
def quantities(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="每行一段文本，- 为标准输入 · one text a line")] = "-",
    output: OutputOption = None,
    lang: LangOption = Lang.zh,
) -> None:
    """提取文本中的数量 · one line of text in, one JSON object out."""
    from drafter.language import extract

    del lang  # the shared manners use it to word errors

    refuse_office(output)
    lines = read_text(file).split("\n")
    if lines and not lines[-1]:
        lines.pop()
    found = ([mention.as_contract() for mention in extract(line.removesuffix("\r"))] for line in lines)
    # No line in, no line out: an empty line would be no JSON object.
    pieces = (json.dumps({"mentions": mentions}, ensure_ascii=False) + "\n" for mentions in found)
    emit_pieces(pieces, output, protect=(Path(file),))
