"""`drafter plugins`: what is installed, and what failed to load and why."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from drafter.cli.options import Lang, LangOption, command, emit


class PluginFormat(StrEnum):
    """Formats of the list."""

    text = "text"
    json = "json"


@command
def plugins(
    format: Annotated[PluginFormat, typer.Option("--format", help="输出格式 · output format")] = PluginFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """列出已安装的插件 · list installed plugins."""
    from drafter.plugins import default_registry

    statuses = default_registry().statuses()
    if format is PluginFormat.json:
        emit(json.dumps([status._asdict() for status in statuses], ensure_ascii=False, indent=2))
        return
    if not statuses:
        emit("no plugins installed" if lang is Lang.en else "没有安装插件")
        return
    good, bad = ("loaded", "failed") if lang is Lang.en else ("已加载", "加载失败")
    emit(
        "\n".join(
            f"{status.name}  {status.source} {status.version or ''}  "
            + (good if status.error is None else f"{bad}: {status.error}")
            for status in statuses
        )
    )
