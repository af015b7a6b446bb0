"""Values of options: what is not converted is what the parser's library would have made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from drafter.cli.headings import Context
from drafter.cli.main import app

GIVEN: tuple[Any, ...] = (
    None, "", "text", "json", "zh", "en", "error", "Text", "nonsense", "3", "0", "-1", "文件", "a b", "true", "1",
    True, False, 2, (), ("a",), ("a", "文件"), ["a", "b"],
)  # fmt: skip


def parameters() -> Iterator[tuple[str, Context, Any]]:
    """Each parameter of each command, in a call of its command."""
    waiting: list[tuple[Any, Context | None]] = [(get_command(app), None)]
    while waiting:
        command, parent = waiting.pop()
        context = Context(command, info_name=command.name, parent=parent)
        for parameter in command.get_params(context):
            yield f"{context.command_path} {parameter.name}", context, parameter
        for name in getattr(command, "commands", {}):
            waiting.append((command.get_command(context, name), context))


def outcome(process: Any, context: Context, value: Any) -> Any:
    try:
        made = process(context, value)
    except Exception as error:
        return type(error).__name__, str(error), getattr(error, "message", None)
    # typer makes a list of several values, none of an empty one, when it calls the command.
    return (list, list(made or ())) if isinstance(made, list | tuple) or made is None else (type(made), made)


def test_every_parameter_has_the_value_typer_would_give_it() -> None:
    seen = 0
    for name, context, parameter in parameters():
        for value in (*GIVEN, parameter.default):
            seen += 1
            parameter.callback, ours = None, outcome(parameter.process_value, context, value)
            theirs = outcome(lambda c, v, one=parameter: type(one).process_value(one, c, v), context, value)
            assert ours == theirs, (name, value)
    assert seen > 2000, "the commands were not found, so nothing was compared"


def test_a_parameter_that_was_not_given_still_calls_back(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        app(["check", "-h"], prog_name="drafter")
    assert not end.value.code
    assert "--format" in capsys.readouterr().out
