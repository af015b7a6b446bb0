"""Shapes as JSON without pydantic, letter for letter as it prints them (`tests/test_printing.py` compares the two)."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any, cast

from drafter.shape import Shape, in_json

_AS_IT_IS = frozenset[type[Any]]({str, int, bool})


def json_data(value: Any, *, nulls: bool = True) -> Any:
    """A shape as JSON data: numbers and dates as text; without null fields unless `nulls`.

    Raises:
        ValueError: It holds what JSON data of a shape is not made of.
    """
    kind = cast("type[Any]", type(value))
    if value is None or kind in _AS_IT_IS:
        return value
    if kind is list or kind is tuple:
        return [one if type(one) is str else json_data(one, nulls=nulls) for one in value]
    if kind is Decimal:
        return format(value, "f")
    if kind is dict:
        return {key: one if type(one) is str else json_data(one, nulls=nulls) for key, one in _entries(value)}
    if kind is dt.date:
        return value.isoformat()
    if not isinstance(value, Shape):
        raise ValueError(kind.__name__)
    held = vars(value)
    return {
        alias: one if one is None or type(one) is str else json_data(one, nulls=nulls)
        for name, alias in _names(kind)
        if (one := held[name]) is not None or nulls
    }


def json_text(value: Any, *, indent: int | None = None, nulls: bool = True) -> str:
    """A shape as JSON text; `indent` spaces a level and a line a value, or all in one line.

    Raises:
        ValueError: It holds what JSON data of a shape is not made of, or half of a character.
    """
    text = _text(value, "\n" if indent is not None else "", " " * (indent or 0), nulls)
    text.encode()
    return text


def _text(value: Any, line: str, step: str, nulls: bool) -> str:
    """`line` is the break before what stands beside the value, "" where nothing is broken."""
    kind = cast("type[Any]", type(value))
    if kind is str:
        return quoted(value)
    if value is None:
        return "null"
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(value)
    if kind is list or kind is tuple:
        inner = line + step
        parts = [_text(one, inner, step, nulls) for one in value]
        return f"[{inner}{f',{inner}'.join(parts)}{line}]" if parts else "[]"
    if isinstance(value, Shape):
        held = vars(value)
        pairs = [(alias, one) for name, alias in _names(kind) if (one := held[name]) is not None or nulls]
    elif kind is dict:
        pairs = _entries(value)
    else:
        return quoted(json_data(value))
    inner, colon = line + step, ": " if line else ":"
    parts = [f"{quoted(key)}{colon}{_text(one, inner, step, nulls)}" for key, one in pairs]
    return f"{{{inner}{f',{inner}'.join(parts)}{line}}}" if parts else "{}"


def _entries(value: dict[Any, Any]) -> list[tuple[str, Any]]:
    if not all(type(key) is str for key in value):
        raise ValueError(value)
    return list(value.items())


@cache
def _names(shape: Any) -> list[tuple[str, str]]:
    return [(one.name, in_json(one.name)) for one in fields(shape)]
