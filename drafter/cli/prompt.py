"""`drafter prompt`: the exact messages `draft` would send to a model; calls nothing."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from drafter.cli.draft import BasedOnOption, DraftFormat, TopKOption, YearOption, last_year, load
from drafter.cli.options import Lang, LangOption, command, emit


@command
def prompt(
    brief: Annotated[str, typer.Argument(metavar="BRIEF", help="项目简述，- 为标准输入 · the brief")],
    format: Annotated[DraftFormat, typer.Option("--format", help="输出格式 · output format")] = DraftFormat.text,
    based_on: BasedOnOption = None,
    year: YearOption = None,
    top_k: TopKOption = 5,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="ID", help="使用此表式 · use this profile")
    ] = None,
    lang: LangOption = Lang.zh,
) -> None:
    """显示将发给模型的全部内容，不调用模型 · what would be sent to a model."""
    from drafter.drafting import prompt_messages

    del lang

    loaded = load(brief)
    messages = prompt_messages(
        loaded,
        based_on=last_year(based_on, loaded) if based_on else None,
        top_k=top_k,
        profile=profile,
        year=year,
    )
    if format is DraftFormat.json:
        emit(json.dumps(messages, ensure_ascii=False, indent=2))
        return
    emit("\n\n".join(f"[{message['role']}]\n{message['content']}" for message in messages))
