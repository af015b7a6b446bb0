"""`drafter rules` and `drafter rule CODE`: the catalogue and its pages."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import Lang, LangOption, command, emit, tell_failed_plugins

if TYPE_CHECKING:
    from drafter.checking.rule import Rule


class PageFormat(StrEnum):
    """Formats of a rule page."""

    text = "text"
    json = "json"


@command
def rules(
    format: Annotated[PageFormat, typer.Option("--format", help="输出格式 · output format")] = PageFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """列出全部规则 · list the rules."""
    from drafter.writing.catalogue import every_rule

    known = every_rule()
    if format is PageFormat.json:
        rows = [
            {"code": one.code, "name": one.name, "severity": one.severity, "status": one.status,
             "since": one.since, "title": one.title_en if lang is Lang.en else one.title}
            for one in known
        ]  # fmt: skip
        emit(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max((len(one.name) for one in known), default=0)
    emit(
        "\n".join(
            f"{one.code}  {one.name:<{width}}  {_standing(one, lang)}  "
            + (one.title_en if lang is Lang.en else one.title)
            for one in known
        )
    )


def _standing(rule: Rule, lang: Lang) -> str:
    """How grave and how settled a rule is, in columns: the Chinese words are all of one width."""
    from drafter.writing.words import word

    if lang is Lang.en:
        return f"{rule.severity:<7}  {rule.status:<7}"
    return f"{word(rule.severity, 'zh')}  {word(rule.status, 'zh')}"


@command
def rule(
    name: Annotated[str, typer.Argument(metavar="CODE|NAME", help="规则代码或名称 · code or name")],
    format: Annotated[PageFormat, typer.Option("--format", help="输出格式 · output format")] = PageFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """显示一条规则的说明和示例 · one rule's page."""
    from drafter.errors import UsageError
    from drafter.writing.catalogue import find_rule
    from drafter.writing.pages import render_page

    try:
        found = find_rule(name)
    except UsageError:
        # It may be one of a plugin that is not there.
        tell_failed_plugins(str(lang))
        raise
    emit(render_page(found, str(format), lang=str(lang)))
