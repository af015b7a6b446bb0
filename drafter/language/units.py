"""Units and classifiers of official prose: what they measure, and how they convert."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

_SEPARATORS = "/／·•・"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    Attributes:
        name: the unit as it is printed, width folded (``元``, ``人次``, ``元/人·月``).
        dimension: what it measures; only units of one dimension compare (``money``, ``percent``, ``count:件``).
        factor: how many of the base unit one of it is.
        base: the name of the base unit of the dimension.
        kind: the kind a quantity in this unit has in the contract (count, percent, money, duration, measure, …).
    """

    name: str
    dimension: str
    factor: Decimal
    base: str
    kind: str


@cache
def table() -> dict[str, Unit]:
    """Return all simple units by name."""
    units: dict[str, Unit] = {}
    for line in files(__package__).joinpath("units.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        dimension, kind, names = line.split("\t")
        base = names.split(" ", 1)[0]
        for entry in names.split(" "):
            name, _, factor = entry.partition("=")
            units[name] = Unit(name, dimension, Decimal(factor or 1), base, kind)
    return units


@lru_cache(maxsize=4096)
def lookup(name: str | None) -> Unit | None:
    """Return a unit by its printed name, also a compound one (``元/人·月``), or None if it is unknown."""
    if not name:
        return None
    simple = table().get(name)
    if simple is not None:
        return simple
    parts = _split(name)
    if len(parts) < 2:
        return None
    head = table().get(parts[0])
    rest = [table().get(part) for part in parts[1:]]
    if head is None or any(part is None for part in rest):
        return None
    dimension = "/".join([head.dimension, *(part.base for part in rest if part)])
    factor = head.factor
    base = "/".join([head.base, *(part.base for part in rest if part)])
    for part in rest:
        if part is not None and part.factor != 1:
            # A price per 万件 is not brought to a price per 件: dividing would not stay exact.
            dimension, base = f"{head.dimension}/{'·'.join(parts[1:])}", f"{head.base}/{'·'.join(parts[1:])}"
            break
    return Unit(name, dimension, factor, base, head.kind)


def same_dimension(a: str | None, b: str | None) -> bool:
    """Return True if quantities in the two units can be compared (``名`` and ``人``; not ``人`` and ``人次``)."""
    if a == b:
        return True
    first, second = lookup(a), lookup(b)
    return first is not None and second is not None and first.dimension == second.dimension


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return ``value`` of ``unit`` in the unit ``to``.

    Raises:
        ValueError: if one of the units is unknown or they measure different things.
    """
    first, second = lookup(unit), lookup(to)
    if first is None or second is None:
        raise ValueError(f"unknown unit: {unit if first is None else to}")
    if first.dimension != second.dimension:
        raise ValueError(f"{unit} ({first.dimension}) and {to} ({second.dimension}) do not convert")
    return value if first.factor == second.factor else value * first.factor / second.factor


def longest_prefix(text: str) -> str | None:
    """Return the longest known unit the text begins with, compound ones included, or None."""
    for length in range(min(len(text), 12), 0, -1):
        if lookup(text[:length]) is not None:
            return text[:length]
    return None


def _split(name: str) -> list[str]:
    for separator in _SEPARATORS[1:]:
        name = name.replace(separator, "/")
    return name.split("/")
