"""Where the values of filing JSON stand: a path leads to its value, and is followed when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from drafter.filing import Place
from drafter.paths import steps

_PRINTED = "printed."
"""The one field whose keys are paths themselves."""


class JsonPlaces(Mapping[str, Place]):
    """The places of one filing: of every value that is text or a number, and of rows by what they are named.

    Findings ask for few of the hundred a filing has, so that listing them would cost more than reading the filing.

    Args:
        data: The filing as JSON has it.
        prefix: The path that leads to it in its document, "" for a bare filing.
        instead: Path → what stands there now, where reading took something out.
    """

    def __init__(self, data: Mapping[str, Any], prefix: str, instead: Mapping[str, str]) -> None:
        self._data, self._prefix, self._instead = data, prefix, instead

    def __getitem__(self, path: str) -> Place:
        value = self._value(path)
        at = path
        if isinstance(value, dict):
            row = cast("dict[str, Any]", value)
            if path.endswith(".target"):
                value, at = row.get("raw"), f"{path}.raw"
            else:
                value = (row.get("name") or row.get("item")) if path.endswith("]") else None
        if value is None or isinstance(value, list):
            raise KeyError(path)
        location = f"{self._prefix}.{at}" if self._prefix else at
        return Place(self._instead.get(path, str(value)), location, ("json", location))

    def _value(self, path: str) -> Any:
        if path.startswith(_PRINTED):
            return cast("dict[str, Any]", self._data.get("printed", {})).get(path.removeprefix(_PRINTED))
        value: Any = self._data
        try:
            for step in steps(path):
                value = value[step]
        except (LookupError, TypeError):
            return None
        return value

    def __iter__(self) -> Iterator[str]:
        return (path for path in _paths(self._data, "") if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _paths(value: Any, path: str) -> Iterator[str]:
    """The paths of a value and of all it consists of."""
    if isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            yield from _paths(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for position, item in enumerate(cast("list[Any]", value)):
            yield from _paths(item, f"{path}[{position}]")
    if path:
        yield path
