"""What the published shapes share: dataclasses inside, and pydantic where foreign data crosses the border.

Reading a text, drafting from a brief and printing what comes of it needs no pydantic, and loading it takes longer than
any of these. Therefore it is imported by what needs it, and knows a shape from its fields alone: nothing is described
twice. Data that fits a shape as it is, and a shape printed as JSON, go without it too: see
`drafter.fitting` and `drafter.printing`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import copy, deepcopy
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema

T = TypeVar("T")


_adapters: dict[Any, TypeAdapter[Any]] = {}


def adapter(shape: Any) -> TypeAdapter[Any]:
    """Validates and writes data of a type; made once, when first asked for."""
    known = _adapters.get(shape)
    if known is None:
        from pydantic import TypeAdapter

        known = _adapters[shape] = TypeAdapter(shape)
    return known


def in_json(name: str) -> str:
    """The name a field has in JSON: `schema` for `schema_`, which is a method's name in Python."""
    return name.rstrip("_")


def _plainly(write: Callable[..., T], options: Mapping[str, Any], **layout: Any) -> T | None:
    """What is written without pydantic; None where an option asks for more than leaving out nulls."""
    if any(name not in ("by_alias", "exclude_none") or value is False for name, value in options.items()):
        return None
    try:
        return write(nulls=not options.get("exclude_none"), **layout)
    except ValueError:
        return None


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Shape:
    """A dataclass with keywords only, whose methods for foreign data are named as pydantic's models name theirs.

    A constructor takes what its annotations say. Data from outside comes through `model_validate`, which refuses
    unknown fields and wrong types with pydantic's `ValidationError`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "populate_by_name": True,
        "serialize_by_alias": True,
        "alias_generator": in_json,
    }

    def __init_subclass__(cls) -> None:
        # Defining a comparison and a print for each class would double what the classes cost a short run.
        dataclass(kw_only=True, eq=False, repr=False)(cls)

    def __eq__(self, other: object) -> bool:
        # Not False of a stranger: it may know how to compare itself with us.
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    @classmethod
    def model_validate(cls, data: object, **options: Any) -> Self:
        """This shape from foreign data; options are those of `pydantic.TypeAdapter.validate_python`.

        Raises:
            pydantic.ValidationError: A field is unknown, missing or of another type; it names the field.
        """
        from drafter.fitting import fitted

        if not options and (made := fitted(cls, data)) is not None:
            return made
        return adapter(cls).validate_python(data, **options)

    @classmethod
    def model_validate_json(cls, data: str | bytes, **options: Any) -> Self:
        """The same from JSON text."""
        from drafter.fitting import fitted

        if not options:
            try:
                made = fitted(cls, json.loads(data if isinstance(data, str) else data.decode()))
            except (ValueError, RecursionError):
                made = None  # pydantic says what is wrong with the text
            if made is not None:
                return made
        return adapter(cls).validate_json(data, **options)

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        """The JSON Schema of this shape; options are those of `pydantic.TypeAdapter.json_schema`."""
        return adapter(cls).json_schema(**options)

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """This as plain data; options (`mode`, `exclude_none`, …) are those of `pydantic.TypeAdapter.dump_python`."""
        from drafter.printing import json_data

        mode = options.pop("mode", "python")
        if mode == "json" and (data := _plainly(partial(json_data, self), options)) is not None:
            return data
        return adapter(type(self)).dump_python(self, mode=mode, **options)

    def model_dump_json(self, **options: Any) -> str:
        """This as JSON text; options (`indent`, `by_alias`, …) are those of `pydantic.TypeAdapter.dump_json`."""
        from drafter.printing import json_text

        indent, as_text = options.pop("indent", None), partial(json_text, self)
        # Where a run has made pydantic's writer already, it prints the same in a tenth of the time.
        if type(self) not in _adapters and (text := _plainly(as_text, options, indent=indent)) is not None:
            return text
        return adapter(type(self)).dump_json(self, indent=indent, **options).decode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values in some fields, which are not validated."""
        copied = deepcopy(self) if deep else copy(self)
        vars(copied).update(update or {})
        return copied


class Checked(Shape):
    """A shape whose constructor takes foreign data too: it is `model_validate` with keywords."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()

        @wraps(cls.__init__)
        def validated(self: Shape, **values: Any) -> None:
            vars(self).update(vars(type(self).model_validate(values)))

        # Behind the back of type checkers, who see what a dataclass of these fields takes.
        cls.__init__ = validated


class AtBorder:
    """In an `Annotated`: what pydantic shall take the type for, said by a function since saying it imports pydantic.

    Args:
        described: Gives the type pydantic knows.
        plainly: The same without pydantic: gives the value a field keeps, or raises `ValueError`.
    """

    def __init__(self, described: Callable[[], Any], plainly: Callable[[Any], Any]) -> None:
        self._described = described
        self.plainly = plainly

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(self._described())


class Limits:
    """In an `Annotated`: how long a text or list, how large a number may be.

    pydantic knows it as a group of `annotated_types`, whose protocol needs no import.
    """

    __is_annotated_types_grouped_metadata__ = True

    def __init__(
        self, *, shortest: int = 0, longest: int | None = None, least: int | None = None, most: int | None = None
    ) -> None:
        self._length = shortest, longest
        self._size = least, most

    def __iter__(self) -> Iterator[object]:
        import annotated_types

        (shortest, longest), (least, most) = self._length, self._size
        if shortest:
            yield annotated_types.MinLen(shortest)
        if longest is not None:
            yield annotated_types.MaxLen(longest)
        if least is not None:
            yield annotated_types.Ge(least)
        if most is not None:
            yield annotated_types.Le(most)

    def hold(self, value: Any) -> bool:
        """Whether a value keeps them."""
        (shortest, longest), (least, most) = self._length, self._size
        if isinstance(value, int):
            return (least is None or value >= least) and (most is None or value <= most)
        return len(value) >= shortest and (longest is None or len(value) <= longest)


def typed(shape: Shape, kinds: Mapping[str, type | tuple[type, ...]]) -> None:
    """Refuse what a program put into the wrong field: a number for a text would fail later, where nobody sees why.

    Raises:
        TypeError: A field is of none of its types; it is named.
    """
    values = vars(shape)
    for name, kind in kinds.items():
        if not isinstance(values[name], kind):
            allowed = " or ".join(
                "None" if one is type(None) else one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,))
            )
            given = type(values[name]).__name__
            raise TypeError(f"{type(shape).__name__}.{name} is {allowed}, not {given}: {values[name]!r:.40}")


def all_are(shape: Shape, name: str, kind: type) -> None:
    """Refuse what stands in a list of parts and is none, naming its place; as `typed`."""
    for at, one in enumerate(getattr(shape, name)):
        if not isinstance(one, kind):
            raise TypeError(f"{type(shape).__name__}.{name}[{at}] is {kind.__name__}, not {type(one).__name__}")
