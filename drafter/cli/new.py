"""`drafter new FILE`: a commented example brief to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Lang, LangOption, command, emit, say


@command
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="新建的简述文件 · the brief to create")],
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件 · overwrite")] = False,
    lang: LangOption = Lang.zh,
) -> None:
    """新建一份带说明的项目简述 · write a commented example brief."""
    from drafter.drafting import example_brief
    from drafter.errors import UsageError

    if file.exists() and not force:
        raise UsageError(
            f"{file} 已存在；换一个文件名，或加 --force", f"{file} exists; choose another name, or --force"
        )
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(f"{file} 的后缀应为 .yaml", f"the suffix of {file} should be .yaml")
    emit(example_brief(), file)
    say(
        str(lang),
        f"已写入 {file}；填好后运行 drafter draft {file}",
        f"wrote {file}; edit it, then drafter draft {file}",
    )
