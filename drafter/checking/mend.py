"""A filing with some of its fields set right: to see whether a suggestion silences what it was made for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from drafter.checking.emit import Ref
from drafter.filing import Filing, Target
from drafter.language import parse_target
from drafter.paths import steps


def mended(filing: Filing, changes: Mapping[str, str], corrections: Iterable[tuple[Ref, str]] = ()) -> Filing:
    """A copy of a filing with other values.

    Args:
        filing: The filing; it is not changed.
        changes: Field path → value as people print it: "14000.00", and for a target "≥90(%)".
        corrections: Words of running texts and what they should say.

    Raises:
        ValueError, LookupError, TypeError: A path leads nowhere, or its field cannot hold the value.
    """
    for path, value in changes.items():
        filing = _with(filing, steps(path), value)
    # From the end of a text to its beginning, so that places before a correction stay where they are.
    for ref, words in sorted(corrections, key=lambda one: one[0].span or (0, 0), reverse=True):
        if ref.span is not None:
            text: str = getattr(filing, ref.path)
            filing = _with(filing, [ref.path], text[: ref.span[0]] + words + text[ref.span[1] :])
    # The old print no longer says what stands there.
    printed = {path: print_ for path, print_ in filing.printed.items() if path not in changes}
    return filing.model_copy(update={"printed": printed})


def _with(holder: Any, steps: Sequence[str | int], value: str) -> Any:
    """A copy of a filing or a part of it, with another value at the end of the steps."""
    step, *further = steps
    if isinstance(step, int):
        rows = cast("list[Any]", holder)
        return [*rows[:step], _with(rows[step], further, value), *rows[step + 1 :]]
    held = cast("dict[str, Any]", vars(holder))
    # Through the constructor, which refuses what is no number or no field.
    return type(holder)(**{**held, step: _with(held[step], further, value) if further else _value(step, value)})


def _value(name: str, printed: str) -> object:
    match name:
        case "target":
            return Target(**data) if (data := target_data(printed)) else None
        case "year":
            return int(printed)
        case _:
            return printed


def target_data(printed: str) -> dict[str, Any] | None:
    """The fields of a target as printed, None where blank."""
    if not printed:
        return None
    value = parse_target(printed)
    return {name: getattr(value, name) for name in ("raw", "comparator", "value", "unit", "text")}
