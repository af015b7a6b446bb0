"""The `drafter` program: its commands, in the order of the work."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from drafter import __version__
from drafter.cli import (
    cache,
    check,
    corpus,
    demo,
    draft,
    models,
    new,
    plugins,
    prompt,
    quantities,
    read,
    rules,
    schema,
    write,
)
from drafter.cli.options import use_utf8
from drafter.cli.usage import Group

app = typer.Typer(
    name="drafter",
    cls=Group,
    help="起草和检查财政项目支出绩效目标申报表 · draft and check budget performance filings.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"drafter {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本 · show the version")
    ] = False,
) -> None:
    del version


app.command()(demo.demo)
app.command()(new.new)
app.command()(draft.draft)
app.command()(prompt.prompt)
app.command()(write.write)
app.command()(check.check)
app.command()(read.read)
app.command()(quantities.quantities)
app.add_typer(corpus.app, cls=Group)
app.command()(rules.rules)
app.command()(rules.rule)
app.command()(models.models)
app.command()(models.doctor)
app.command()(cache.cache)
app.command()(plugins.plugins)
app.command()(schema.schema)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program; the entry point of the `drafter` command."""
    # Start-up makes many objects and drops none; collecting among them costs a tenth of a short run.
    gc.set_threshold(50_000, 20, 20)
    use_utf8()
    app(list(sys.argv[1:] if argv is None else argv))
