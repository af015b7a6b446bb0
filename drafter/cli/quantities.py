"""`drafter quantities`: the quantity mentions of each line of text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Lang, LangOption, OutputOption, command, emit, read_text


@command
def quantities(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="每行一段文本，- 为标准输入 · one text a line")] = "-",
    output: OutputOption = None,
    lang: LangOption = Lang.zh,
) -> None:
    """提取文本中的数量 · one line of text in, one JSON object out."""
    from drafter.language import extract

    del lang  # the shared manners use it to word errors

    lines = read_text(file).split("\n")
    if lines and not lines[-1]:
        lines.pop()
    found = [{"mentions": [mention.as_contract() for mention in extract(line.removesuffix("\r"))]} for line in lines]
    emit("\n".join(json.dumps(one, ensure_ascii=False) for one in found), output, protect=(Path(file),))
