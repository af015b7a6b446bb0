"""Shapes from data that fits them as it is, without pydantic.

Loading pydantic and building its validators takes longer than drafting a filing. This is the part of its work that most
runs need: every value has the type its field says already. Whatever else comes is pydantic's to convert or to refuse
(`Shape.model_validate` asks it then), so that there is one account of what is wrong; and what is taken here is taken
there with the same result (`tests/test_fitting.py` compares the two on random data).
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field
from functools import cache
from types import SimpleNamespace, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from drafter.shape import AtBorder, Limits, Shape, in_json

_Read = Callable[[Any], Any]
"""Gives the value a field keeps, or raises `ValueError`."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def fitted(shape: type[Shape], data: object) -> Any | None:
    """An object of a shape from data that fits it as it is; None of any other data, whether it is wrong or not."""
    try:
        return _reader(shape)(data)
    except (ValueError, RecursionError):
        return None


@cache
def _reader(hint: Any) -> _Read:
    if isinstance(hint, type) and issubclass(hint, Shape):
        return _of_shape(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return _first_of([_reader(one) for one in arguments])
    if origin is Literal:
        return _exactly(str, frozenset(arguments))
    if origin is list:
        return _of_list(_reader(arguments[0]))
    if origin is dict and arguments[0] is str:
        return _of_dict(_reader(arguments[1]))
    if hint is dt.date:
        return _date
    if hint is str:
        return _string
    if hint in (int, bool, type(None)):
        return _exactly(cast("type[Any]", hint))
    return _none_of_ours


def _none_of_ours(value: Any) -> Any:
    raise ValueError(value)


def _exactly(kind: type[Any], known: frozenset[Any] | None = None) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not kind or (known is not None and value not in known):
            raise ValueError
        return value

    return read


def _string(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    value.encode()  # half a character is text to some of pydantic's validators, and none to others
    return value


def _date(value: Any) -> dt.date:
    if type(value) is str and _DATE.fullmatch(value):
        return dt.date.fromisoformat(value)
    if type(value) is not dt.date:
        raise ValueError
    return value


def _annotated(kind: Any, said: tuple[Any, ...]) -> _Read:
    read = _reader(kind)
    for one in said:
        if isinstance(one, AtBorder):
            read = _converted(one.plainly, kind)
        elif isinstance(one, Limits):
            read = _within(read, one)
        else:
            return _none_of_ours
    return read


def _converted(convert: _Read, kind: type) -> _Read:
    def read(value: Any) -> Any:
        made = convert(value)
        if type(made) is not kind:
            raise ValueError
        return made

    return read


def _within(read: _Read, limits: Limits) -> _Read:
    def limited(value: Any) -> Any:
        made = read(value)
        if not limits.hold(made):
            raise ValueError
        return made

    return limited


def _first_of(readers: list[_Read]) -> _Read:
    def read(value: Any) -> Any:
        for one in readers:
            try:
                return one(value)
            except ValueError:
                continue
        raise ValueError

    return read


def _of_list(read: _Read) -> _Read:
    def read_all(value: Any) -> list[Any]:
        if type(value) is not list:
            raise ValueError
        return [read(one) for one in cast("list[Any]", value)]

    return read_all


def _of_dict(read: _Read) -> _Read:
    def read_all(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise ValueError
        entries = cast("dict[Any, Any]", value)
        if not all(type(key) is str for key in entries):
            raise ValueError
        return {key: read(one) for key, one in entries.items()}

    return read_all


def _hinted(shape: Any) -> Iterator[tuple[Field[Any], Any]]:
    """The fields of a shape with what their annotations mean, each text of which is looked up once."""
    for owner in reversed(shape.__mro__[: shape.__mro__.index(Shape)]):
        own = {name: text for name, text in owner.__annotations__.items() if name in shape.__dataclass_fields__}
        told = SimpleNamespace(__annotations__={text: text for text in own.values()})
        hints = get_type_hints(told, vars(sys.modules[owner.__module__]), include_extras=True)
        yield from ((shape.__dataclass_fields__[name], hints[text]) for name, text in own.items())


def _of_shape(shape: type[Shape]) -> _Read:
    parts = [(one, in_json(one.name), _reader(hint)) for one, hint in _hinted(shape)]
    known = {name for one, alias, _ in parts for name in (one.name, alias)}

    def read(value: Any) -> Any:
        if isinstance(value, shape):
            return value
        if type(value) is not dict or not known.issuperset(cast("dict[Any, Any]", value)):
            raise ValueError
        held: dict[str, Any] = {}
        for one, alias, convert in parts:
            if alias in value:
                held[one.name] = convert(value[alias])
            elif one.name in value:
                held[one.name] = convert(value[one.name])
            elif one.default is not MISSING:
                held[one.name] = one.default
            elif one.default_factory is not MISSING:
                held[one.name] = one.default_factory()
            else:
                raise ValueError
        # Not through the constructor: what fits needs nothing of what it would do.
        made = object.__new__(shape)
        vars(made).update(held)
        return made

    return read
