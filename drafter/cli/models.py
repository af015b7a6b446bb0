"""`drafter models` and `drafter doctor`: what can draft, and whether this installation works."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from drafter.cli.options import EXIT_FAILURE, EXIT_OK, Lang, LangOption, command, emit


class ModelsFormat(StrEnum):
    """Formats of the list."""

    text = "text"
    json = "json"


@command
def models(
    format: Annotated[ModelsFormat, typer.Option("--format", help="输出格式 · output format")] = ModelsFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """列出可用模型 · list the models known."""
    from drafter.models import all_models

    entries = list(all_models().values())
    if format is ModelsFormat.json:
        rows = [{"name": entry.name, "description": entry.title[lang is Lang.en]} for entry in entries]
        emit(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(len(entry.name) for entry in entries)
    emit("\n".join(f"{entry.name:<{width}}  {entry.title[lang is Lang.en]}" for entry in entries))


@command
def doctor(
    model: Annotated[
        str, typer.Option("--model", metavar="NAME", help="要检查的模型 · the model to probe")
    ] = "embedded",
    base_url: Annotated[str | None, typer.Option("--base-url", help="OpenAI 兼容接口地址 · endpoint")] = None,
    lang: LangOption = Lang.zh,
) -> None:
    """检查安装、语料和模型接口是否可用 · check installation, corpus and model endpoint."""
    from drafter.models.doctor import diagnose

    probes = diagnose(model, base_url=base_url)
    for probe in probes:
        emit(f"{'✓' if probe.works else '✗'} {probe.name}: {probe.message[lang is Lang.en]}")
    raise typer.Exit(EXIT_OK if all(probe.works for probe in probes) else EXIT_FAILURE)
