"""What the published shapes share: dataclasses inside, and pydantic where foreign data crosses the border.

Reading a text and printing findings needs no pydantic, and loading it takes longer than checking a document. Therefore
it is imported by what needs it, and knows a shape from its fields alone: nothing is described twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy, deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

if TYPE_CHECKING:
    from pydantic import ConfigDict, GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """Validates and writes data of a type; made once, when first asked for."""
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


def _in_json(name: str) -> str:
    """The name a field has in JSON: `schema` for `schema_`, which is a method's name in Python."""
    return name.rstrip("_")


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Shape:
    """A dataclass with keywords only, whose methods for foreign data are named as pydantic's models name theirs.

    A constructor takes what its annotations say. Data from outside comes through `model_validate`, which refuses
    unknown fields and wrong types with pydantic's `ValidationError`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = {
        "extra": "forbid",
        "populate_by_name": True,
        "serialize_by_alias": True,
        "alias_generator": _in_json,
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
        return adapter(cls).validate_python(data, **options)

    @classmethod
    def model_validate_json(cls, data: str | bytes, **options: Any) -> Self:
        """The same from JSON text."""
        return adapter(cls).validate_json(data, **options)

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        """The JSON Schema of this shape; options are those of `pydantic.TypeAdapter.json_schema`."""
        return adapter(cls).json_schema(**options)

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """This as plain data; options (`mode`, `exclude_none`, …) are those of `pydantic.TypeAdapter.dump_python`."""
        return adapter(type(self)).dump_python(self, **options)

    def model_dump_json(self, **options: Any) -> str:
        """This as JSON text; options (`indent`, `by_alias`, …) are those of `pydantic.TypeAdapter.dump_json`."""
        return adapter(type(self)).dump_json(self, **options).decode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values in some fields, which are not validated."""
        copied = deepcopy(self) if deep else copy(self)
        vars(copied).update(update or {})
        return copied


class AtBorder:
    """In an `Annotated`: what pydantic shall take the type for, said by a function since saying it imports pydantic."""

    def __init__(self, described: Callable[[], Any]) -> None:
        self._described = described

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(self._described())
