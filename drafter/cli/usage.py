"""Wrong usage said in the user's language: the library that parses the command line speaks English only."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from drafter.cli.headings import Context
from drafter.cli.options import EXIT_FAILURE, say

# The parser's errors, by the one of them that is public.
_ParserError: type[Exception] = next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException")

_VALUE = r"Invalid value for '([^']+)'(?: \(env var: '[^']*'\))?"

_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"Missing (?:argument|option|parameter) '(.+?)'.*", "缺少 {0}"),
    (r"No such option: (\S+?) \(?(?:Possible options: |Did you mean )(.+?)[)?]*", "没有 {0} 这个选项，是否指 {1}？"),
    (r"No such option: (\S+).*", "没有 {0} 这个选项"),
    (r"No such command '(.+?)'\. Did you mean (.+?)\?.*", "没有 {0} 这个命令，是否指 {1}？"),
    (r"No such command '(.+?)'.*", "没有 {0} 这个命令"),
    (_VALUE + r": (?:Value error, )?'(.*)' is not one of (.+?)\.?", "{0} 不能是 {1}；可用：{2}"),
    (_VALUE + r":.*(?:greater than or equal to|range x>=) ?(\d+).*", "{0} 不能小于 {1}"),
    (_VALUE + r":.*(?:less than or equal to|range x<=) ?(\d+).*", "{0} 不能大于 {1}"),
    (_VALUE + r":.*(?:valid integer|valid number).*", "{0} 应是整数"),
    (_VALUE + r": (.*)", "{0} 的值不对（{1}）"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", "多出了 {0}"),
    (r"Option '(.+?)' requires an argument\.?", "{0} 后面要写值"),
    (r"Option '(.+?)' does not take a value\.?", "{0} 后面不写值"),
)


class Group(TyperGroup):
    """The program, which words wrong usage itself."""

    context_class = Context

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, with our headings in its help."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            command.context_class = Context
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program; wrong usage ends it with 2 and one sentence."""
        given = list(sys.argv[1:] if args is None else args)
        if not standalone_mode or _language(given) == "en":
            return super().main(given, prog_name, complete_var, standalone_mode, windows_expand_args, **extra)
        try:
            code = super().main(given, prog_name, complete_var, False, windows_expand_args, **extra)
        except _ParserError as error:
            self._tell(error)
            sys.exit(EXIT_FAILURE)
        except typer.Abort:
            say("zh", "已中止", "aborted")
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)

    def _tell(self, error: Any) -> None:
        if type(error).__name__ == "NoArgsIsHelpError":
            error.show()
            return
        context = getattr(error, "ctx", None)
        words = in_chinese(error.format_message())
        if words.startswith("缺少 ") and (about := _help_of(error)):
            words += f"（{about}）"
        say("zh", f"错误：{words}", "")
        if context is not None:
            say("zh", f"{context.command_path} -h 显示用法", "")


def in_chinese(message: str) -> str:
    """A sentence of the command-line parser in Chinese."""
    for pattern, words in _SENTENCES:
        if found := re.fullmatch(pattern, message.strip(), re.DOTALL):
            parts = [part.replace("'", "") for part in found.groups()]
            if "是否指" in words:
                parts[1] = ", ".join(_closest(parts[0], parts[1].split(", ")))
            return words.format(*(part.replace(", ", "、") for part in parts))
    return f"用法不对（{message}）"


def _closest(written: str, names: list[str]) -> list[str]:
    """The names most like what was written, the likest first: the parser gives them by the alphabet, --help too."""
    from difflib import SequenceMatcher

    likeness = {name: SequenceMatcher(None, written, name).ratio() for name in names}
    least = max(likeness.values()) - 0.15
    return sorted((name for name in names if likeness[name] >= least), key=lambda name: -likeness[name])


def _help_of(error: Any) -> str:
    """What the parameter an error is about stands for, in Chinese."""
    return str(getattr(getattr(error, "param", None), "help", None) or "").split(" · ")[0]


def _language(arguments: Sequence[str]) -> str:
    chosen = os.environ.get("DRAFTER_LANG", "zh")
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        elif argument == "--lang" and at + 1 < len(arguments):
            chosen = arguments[at + 1]
    return chosen
