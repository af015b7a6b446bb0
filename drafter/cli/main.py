"""The `drafter` program: where it starts."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program; the entry point of the `drafter` command."""
    # Start-up makes a hundred thousand objects and drops none; collecting among them costs a tenth of a short run.
    # Therefore the libraries are imported after this line, also that of the command line.
    gc.set_threshold(200_000, 20, 20)
    # Plugins of pydantic watch what is validated, which is no one's business here; looking for them also reads the
    # entry points of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from drafter.cli.options import use_utf8
    from drafter.cli.program import COMMANDS, program

    use_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    # A command comes first, as the program's own options end the run. Anything else is answered by the whole program.
    program(*(name for name in arguments[:1] if name in COMMANDS))(arguments)


def __getattr__(name: str) -> typer.Typer:
    """`app`, the whole program, for those who embed or test it; built when it is asked for."""
    if name != "app":
        raise AttributeError(name)
    from drafter.cli.program import program

    return globals().setdefault("app", program())
