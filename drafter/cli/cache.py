"""`drafter cache`: where what was read of slow files is kept, and removing it."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli.options import Lang, LangOption, command, emit


@command
def cache(
    clear: Annotated[bool, typer.Option("--clear", help="清空 · remove every entry")] = False,
    lang: LangOption = Lang.zh,
) -> None:
    """显示或清空读取缓存 · show or clear what was read before."""
    from drafter.reading.cache import user_cache

    known = user_cache()
    if clear:
        count = known.clear()
        emit(f"{count} entries removed" if lang is Lang.en else f"已清空 {count} 份")
        return
    count, size = known.size()
    amount = f"{size / 1_000_000:.1f} MB"
    emit(f"{known.folder}\n{count} entries, {amount}" if lang is Lang.en else f"{known.folder}\n{count} 份，{amount}")
