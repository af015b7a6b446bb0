"""The commands of the program, in the order of the work, and the parser that knows them."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from drafter import __version__
from drafter.cli.usage import Group

COMMANDS = {
    "demo": "demo",
    "new": "new",
    "draft": "draft",
    "prompt": "prompt",
    "write": "write",
    "check": "check",
    "read": "read",
    "quantities": "quantities",
    "corpus": "corpus",
    "rules": "rules",
    "rule": "rules",
    "models": "models",
    "doctor": "models",
    "cache": "cache",
    "plugins": "plugins",
    "schema": "schema",
}
"""Each command and the module of `drafter.cli` that holds it: a function of that name, or `app` for a group."""


def program(*names: str) -> typer.Typer:
    """The program with the commands named, all where none is.

    A run needs one. Building them all, with some hundred options, costs more than checking a filing.
    """
    built = typer.Typer(
        name="drafter",
        cls=Group,
        help="起草和检查财政项目支出绩效目标申报表 · draft and check budget performance filings.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    built.callback()(_options)
    for name in names or COMMANDS:
        module = import_module(f"drafter.cli.{COMMANDS[name]}")
        group = getattr(module, "app", None)
        if group is None:
            built.command()(getattr(module, name))
        else:
            built.add_typer(group, cls=Group)
    return built


def _version(value: bool) -> None:
    if value:
        typer.echo(f"drafter {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本 · show the version")
    ] = False,
) -> None:
    del version
