"""The values of options, without the data models typer converts them with.

typer converts each parameter through pydantic, also one that was not given; loading pydantic takes longer than checking
a document. Most of ours are texts, choices or left out, and need no conversion.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any


def convert_sparingly(parameter: Any) -> None:
    """Let a parameter of a command keep what has its type; typer converts the rest and refuses what is wrong."""
    descriptor: Any = getattr(parameter, "type_descriptor", None)
    if descriptor is None or "process_value" in vars(parameter):
        return  # typer before 0.29, which does without pydantic; or done already
    convert, wanted = parameter.process_value, descriptor.annotation

    def process(context: Any, value: Any) -> Any:
        if parameter.required and not value:
            return convert(context, value)  # says what is missing
        if _names_a_choice(value, wanted):
            value = wanted(value)
        elif not _has_its_type(value, wanted):
            return convert(context, value)
        return value if parameter.callback is None else parameter.callback(context, parameter, value)

    parameter.process_value = process


def _names_a_choice(value: Any, wanted: Any) -> bool:
    return isinstance(value, str) and isinstance(wanted, type) and issubclass(wanted, StrEnum) and value in set(wanted)


def _has_its_type(value: Any, wanted: Any) -> bool:
    if isinstance(value, str):
        return wanted is str
    if type(value) in (bool, int):
        # A flag that was given, or the default of a number: one that was given is text.
        return type(value) is wanted
    return value is None or (isinstance(value, list | tuple) and wanted == list[str])
