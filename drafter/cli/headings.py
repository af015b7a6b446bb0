"""The headings of `--help` in both languages, as the help itself is: the parser's library has them in English only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from drafter.cli.values import convert_sparingly

if TYPE_CHECKING:

    class _Formatter:
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None: ...
        def write_heading(self, heading: str) -> None: ...
        def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None: ...
else:
    # typer keeps the class private and hands it out by this attribute.
    _Formatter = typer.Context.formatter_class

_HEADINGS = {"Arguments": "参数 · Arguments", "Options": "选项 · Options", "Commands": "命令 · Commands"}
_SENTENCES = {"Show this message and exit.": "显示用法 · show this message"}


class HelpFormatter(_Formatter):
    """Writes help with our headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called."""
        super().write_usage(prog, args, prefix or "用法 · Usage: ")

    def write_heading(self, heading: str) -> None:
        """The heading of a list."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of names and what they mean."""
        super().write_dl([(name, _SENTENCES.get(said, said)) for name, said in rows], col_max, col_spacing)


class Context(typer.Context):
    """A call of a command whose help has our headings, and whose options are converted where they must be."""

    formatter_class: Any = HelpFormatter

    def __init__(self, command: Any, *arguments: Any, **options: Any) -> None:
        super().__init__(command, *arguments, **options)
        for parameter in command.get_params(self):
            convert_sparingly(parameter)
