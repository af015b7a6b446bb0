"""Units and classifiers of official prose: what they measure, and how they convert."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.data import rows
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from fractions import Fraction

MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10000, "亿": 100000000}
_MULTIPLIER = lazy(r"[十百千]?[万亿]|[十百千]")
_SEPARATORS = lazy(r"[/／·•・]")
_UNLISTED = lazy(r"(?![零〇一二两三四五六七八九十百千万亿半每])[^\W\da-zA-Z_]{1,3}")
# 克/100毫升: of so many, a dimension of its own as 元/万件 is.
_SO_MANY = lazy(r"10{1,3}(?:[^\W\da-zA-Z_]{1,4}|[A-Za-z]{1,2}[²2]?)")
_OTHER_NAME = lazy(r"([^\W\da-zA-Z_]{1,3})[(（][^\W\da-zA-Z_]{1,2}[)）]")
_LONGEST_COMPOUND = 16
# 亩=2000/3
_DENOMINATOR = lazy(r"=[0-9]+/([0-9]+)")


class Unit(NamedTuple):
    """One unit.

    Attributes:
        name: the unit as it is printed, width folded (``元``, ``人次``, ``元/人·月``).
        dimension: what it measures; only units of one dimension compare (``money``, ``percent``, ``count:件``).
        factor: its size. Sizes mean something beside each other only: 平方米 is 3 and 亩 2000, 亩 being 2000/3 平方米
            and a decimal could not say so exactly; in most dimensions the base unit is 1.
        base: the name of the base unit of the dimension.
        kind: the kind a quantity in this unit has in the contract (count, percent, money, duration, measure, …).
    """

    name: str
    dimension: str
    factor: Decimal
    base: str
    kind: str


class _Table(NamedTuple):
    units: dict[str, Unit]
    chinese: frozenset[str]
    longest: dict[str, int]
    first: dict[tuple[str, Decimal], str]


@cache
def _table() -> _Table:
    units: dict[str, Unit] = {}
    chinese: set[str] = set()
    longest: dict[str, int] = {}
    first: dict[tuple[str, Decimal], str] = {}
    listed = [row.split("\t") for row in rows("units.tsv")]
    bases: dict[str, str] = {}
    parts: dict[str, int] = {}
    for dimension, _, _, names in listed:
        bases.setdefault(dimension, names.partition(" ")[0].partition("=")[0])
        for down in _DENOMINATOR.findall(names):
            parts[dimension] = lcm(parts.get(dimension, 1), int(down))
    for dimension, kind, numerals, names in listed:
        for entry in names.split(" "):
            name, _, size = entry.partition("=")
            up, _, down = size.partition("/")
            factor = Decimal(up or 1) * (parts.get(dimension, 1) // int(down or 1))
            units[name] = Unit(name, dimension, factor, bases[dimension], kind)
            first.setdefault((dimension, factor), name)
            longest[name[0]] = max(longest.get(name[0], 0), len(name))
            if numerals == "*":
                chinese.add(name)
    return _Table(units, frozenset(chinese), longest, first)


def table() -> dict[str, Unit]:
    """Return all simple units by name."""
    return _table().units


def with_chinese_numerals() -> frozenset[str]:
    """Return the units before which a Chinese numeral is a number (三场) and not part of a word (三方)."""
    return _table().chinese


@cache
def nouns() -> frozenset[str]:
    """Return the units that are nouns of their own (街镇, 社区): units only where no word goes on behind them."""
    known = _table()
    return frozenset(
        name for name in known.units if len(name) > 1 and name not in known.chinese and "一" <= name[0] <= "鿿"
    )


def longest_name_at(text: str, at: int, *, multiplied: bool = True) -> str | None:
    """Return the longest simple unit that begins at an offset of a text, or None.

    Args:
        text: the text.
        at: the offset.
        multiplied: whether 万人次 and 百米 count as units; if not, only names of the table do.
    """
    known = _table()
    first = text[at : at + 1]
    for size in range(known.longest.get(first, 0), 0, -1):
        name = text[at : at + size]
        if name in known.units and len(name) == size:
            return name
    if multiplied and first in MULTIPLIERS:
        inner = longest_name_at(text, at + 1)
        return first + inner if inner else None
    return None


@remembered(NAMES)
def lookup(name: str | None) -> Unit | None:
    """Return a unit by its printed name, with multipliers (``万人次``) and compounds (``元/人·月``), or None."""
    if not name or len(name) > _LONGEST_COMPOUND:
        return None
    known = _table().units
    simple = known.get(name) or known.get(unicodedata.normalize("NFKC", name))
    if simple is not None:
        return simple
    head, *per = _SEPARATORS.split(name)
    of = _simple(head)
    if of is None or not per:
        return of
    names = [_per(part) for part in per]
    if None in names:
        return None
    under = [part for part in names if part is not None]
    kind = of.kind if of.kind != "duration" else "measure"
    return Unit(name, "/".join([of.dimension, *under]), of.factor, "/".join([of.base, *under]), kind)


def _per(name: str) -> str | None:
    """Return the name of a unit behind a stroke, listed or not (元/餐券), or None if it is no word."""
    unit = _simple(name)
    if unit is None:
        return name if _UNLISTED.fullmatch(name) or _SO_MANY.fullmatch(name) else None
    # A price per 万件 is not brought to a price per 件: dividing would not stay exact. It is a dimension of its own.
    # 元/日 and 元/天 are one: of units of one size the first of the table stands for all.
    return _table().first.get((unit.dimension, unit.factor), unit.name)


def _simple(name: str) -> Unit | None:
    known = _table().units
    if name in known:
        return known[name]
    if name.endswith((")", "）")) and (other := _OTHER_NAME.fullmatch(name)) is not None and other[1] in known:
        # 头（只） is measured as 头.
        return known[other[1]]._replace(name=name)
    if len(name) == 2 and name[1] == "次" and "一" <= name[0] <= "鿿":
        return Unit(name, f"count:{name}", Decimal(1), name, "count")
    multiplier = _MULTIPLIER.match(name)
    base = known.get(name[multiplier.end() :]) if multiplier else None
    if multiplier is None or base is None or base.kind in ("percent", "multiple", "age"):
        return None
    factor = base.factor
    for char in multiplier[0]:
        factor *= MULTIPLIERS[char]
    return Unit(name, base.dimension, factor, base.base, base.kind)


def same_dimension(a: str | None, b: str | None) -> bool:
    """Return True if quantities in the two units can be compared (``名`` and ``人``; not ``人`` and ``人次``)."""
    if a == b:
        return True
    first, second = lookup(a), lookup(b)
    return first is not None and second is not None and first.dimension == second.dimension


def convert(value: Decimal, unit: str, to: str) -> Fraction:
    """Return ``value`` of ``unit`` in the unit ``to``, to the last digit: 1 亩 is ``Fraction(2000, 3)`` 平方米.

    Raises:
        ValueError: if one of the units is unknown or they measure different things.
    """
    # Not at the head of the module: no command that checks converts, and the import takes two milliseconds.
    from fractions import Fraction

    first, second = lookup(unit), lookup(to)
    if first is None or second is None:
        raise ValueError(f"unknown unit: {unit if first is None else to}")
    if first.dimension != second.dimension:
        raise ValueError(f"{unit} ({first.dimension}) and {to} ({second.dimension}) do not convert")
    return Fraction(value) * Fraction(first.factor) / Fraction(second.factor)


def longest_prefix(text: str) -> str | None:
    """Return the longest known unit the text begins with, compound ones included, or None."""
    for length in range(min(len(text), 12), 0, -1):
        name = text[:length]
        if lookup(name) is not None and all(_simple(part) is not None for part in _SEPARATORS.split(name)):
            return name
    return None
