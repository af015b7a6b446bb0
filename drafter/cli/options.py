"""Options and manners every command shares: language, exit codes, UTF-8, one-line errors, results on stdout."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, NoReturn, ParamSpec

import typer

from drafter.errors import DrafterError, os_reason

EXIT_OK, EXIT_FINDINGS, EXIT_FAILURE = 0, 1, 2

P = ParamSpec("P")
_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,9}", re.ASCII)


class Lang(StrEnum):
    """Language of messages."""

    zh = "zh"
    en = "en"


class FailOn(StrEnum):
    """The least severity that makes a run fail."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="DRAFTER_LANG", help="信息语言 · language of messages", show_default=True)
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="写入文件而不是标准输出 · write to a file")
]


def say(lang: str, zh: str, en: str) -> None:
    """Print a message for people on stderr."""
    typer.echo(en if lang == "en" else zh, err=True)


def fail(error: DrafterError, lang: str) -> NoReturn:
    """Print an error in one sentence and leave with exit code 2."""
    say(lang, f"错误：{error.zh}", f"error: {error.en}")
    raise typer.Exit(EXIT_FAILURE)


def command(function: Callable[P, Any]) -> Callable[P, None]:
    """Give a command the shared manners: expected errors become one line and exit code 2."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        lang = str(kwargs.get("lang", "zh"))
        try:
            function(*args, **kwargs)
        except DrafterError as error:
            fail(error, lang)
        except BrokenPipeError:
            # The reader (head, less) has seen enough; Python must not complain while flushing.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(EXIT_FAILURE) from None
        except (typer.Exit, typer.Abort, KeyboardInterrupt):
            raise
        except Exception as error:
            # A defect of ours. Its words could hold a prompt or a key, so they are printed only when asked for.
            if os.environ.get("DRAFTER_DEBUG"):
                raise
            where = type(error).__name__
            say(
                lang,
                f"程序内部错误（{where}）；设置环境变量 DRAFTER_DEBUG=1 可看到详情",
                f"internal error ({where}); set DRAFTER_DEBUG=1 for details",
            )
            raise typer.Exit(EXIT_FAILURE) from None

    return run


def refuse_blank(words: str, zh: str, en: str) -> None:
    """Refuse a question that asks for nothing.

    Raises:
        UsageError: There is no letter or digit in the words.
    """
    from drafter.errors import UsageError

    if not any(char.isalnum() for char in words):
        raise UsageError(f"没有写{zh}", f"nothing says {en}")


def tell_failed_plugins(lang: str) -> None:
    """Say on stderr which plugins are not there, and why."""
    from drafter.plugins import default_registry

    for plugin in default_registry().failures():
        say(
            lang,
            f"插件 {plugin.name} 没有加载，它的规则和格式没有使用：{plugin.error}",
            f"plugin {plugin.name} failed to load; its rules and formats were not used: {plugin.error}",
        )


_OFFICE = frozenset({".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".pdf", ".zip"})


def refuse_office(output: Path | None, hint: tuple[str, str] = ("", "")) -> None:
    """Refuse to write words under a suffix whose program would call the file damaged. Known before any work.

    Args:
        output: The file named; None is stdout.
        hint: What writes such a file, (Chinese, English), each beginning with a semicolon.

    Raises:
        UsageError: The suffix is that of an office file.
    """
    from drafter.errors import UsageError

    if output is None or (suffix := output.suffix.lower()) not in _OFFICE:
        return
    raise UsageError(
        f"这里写出的是文字，写成 {suffix} 会打不开；请换成 {output.with_suffix('.txt').name} 等{hint[0]}",
        f"words are written here, which no program opens as {suffix}; take {output.with_suffix('.txt').name}{hint[1]}",
    )


def emit(text: str, output: Path | None = None, protect: Iterable[str | Path] = ()) -> None:
    """Write a result to stdout or, atomically, to a file; never over a file in `protect`."""
    emit_pieces([text if text.endswith("\n") else text + "\n"], output, protect)


def emit_pieces(pieces: Iterable[str], output: Path | None = None, protect: Iterable[str | Path] = ()) -> None:
    """Write a result that comes piece by piece."""
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    from drafter.writing.atomic import write_bytes

    write_bytes(output, pieces, protect=protect)


def read_text(path: str) -> str:
    """The text of a file, or of stdin for "-", decoded as UTF-8 (or UTF-16, GB18030 where marked or evident).

    Raises:
        UnreadableError: The file is missing or not text.
    """
    from drafter.errors import UnreadableError
    from drafter.reading.decode import decode

    if path == "-":
        return decode(sys.stdin.buffer.read())
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        zh, en = os_reason(error)
        if not _SUFFIX.fullmatch(Path(path).suffix) and len(path) > len(path.encode("ascii", "ignore")) + 3:
            # More than a word of Chinese and no suffix (that of 10.2万元 is none): somebody gave the text itself.
            zh += "；如果这就是要处理的文字，请把文件名写成 -，文字从标准输入给出：echo '…' | drafter …"
            en += "; for a text itself give - as the file and the text on standard input: echo '…' | drafter …"
        raise UnreadableError(f"无法打开 {path}：{zh}", f"cannot open {path}: {en}") from error
    return decode(data)


def use_utf8() -> None:
    """Make stdin, stdout and stderr UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
