"""A filing with some of its fields set right: to see whether a suggestion silences what it was made for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drafter.checking.emit import Ref
from drafter.filing import Filing
from drafter.language import parse_target
from drafter.language.patterns import lazy

_STEP = lazy(r"([a-z_0-9]+)|\[(\d+)\]")


def mended(filing: Filing, changes: Mapping[str, str], corrections: Iterable[tuple[Ref, str]] = ()) -> Filing:
    """A copy of a filing with other values.

    Args:
        filing: The filing; it is not changed.
        changes: Field path → value as people print it: "14000.00", and for a target "≥90(%)".
        corrections: Words of running texts and what they should say.
    """
    data = filing.model_dump(mode="json")
    for path, value in changes.items():
        steps: list[str | int] = [name or int(index) for name, index in _STEP.findall(path)]
        holder: Any = data
        for step in steps[:-1]:
            holder = holder[step]
        holder[steps[-1]] = target_data(value) if steps[-1] == "target" else value
        # The old print no longer says what stands there.
        data["printed"].pop(path, None)
    # From the end of a text to its beginning, so that places before a correction stay where they are.
    for ref, words in sorted(corrections, key=lambda one: one[0].span or (0, 0), reverse=True):
        if ref.span is not None:
            text: str = data[ref.path]
            data[ref.path] = text[: ref.span[0]] + words + text[ref.span[1] :]
    return Filing.model_validate(data)


def target_data(printed: str) -> dict[str, Any] | None:
    """The fields of a target as printed, None where blank."""
    if not printed:
        return None
    value = parse_target(printed)
    return {name: getattr(value, name) for name in ("raw", "comparator", "value", "unit", "text")}
