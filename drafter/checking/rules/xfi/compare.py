"""Comparing two filings: their rows, their texts, whether they are about one thing."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from drafter.checking.past import row_key
from drafter.checking.quantities import target_quantity
from drafter.filing import Filing, Indicator
from drafter.language import bigrams, normalise

_LONGEST = 4000
_WORK = ("count", "person", "area", "length", "volume", "mass")
ONE_THING = 0.5
"""Names that share half of their character pairs name one subject: 政府购买辅助服务, 政府购买辅助服务(保安)."""


def value_rows(filing: Filing) -> dict[str, int]:
    """The rows of a filing by name and value, with their positions; rows without a value are no evidence."""
    return {row_key(row.name, row.target.raw): at for at, row in enumerate(filing.indicators) if row.target}


def rows_by_name(filing: Filing) -> dict[str, int]:
    """Positions of the rows by name; a name printed twice tells nothing apart and is left out."""
    seen: dict[str, int] = {}
    twice: set[str] = set()
    for at, row in enumerate(filing.indicators):
        name = normalise(row.name)
        if name in seen:
            twice.add(name)
        seen[name] = at
    return {name: at for name, at in seen.items() if name not in twice}


def shared_weight(mine: Mapping[str, int], theirs: Mapping[str, int], many: Sequence[Mapping[str, int]]) -> Decimal:
    """The share of two filings' rows that they have in common, the smaller of the two.

    A row counts the less the more of the `many` filings (theirs among them) print it too: 居民满意度≥90% is no copy.
    """

    def weigh(rows: Iterable[str]) -> Decimal:
        return sum((1 / Decimal(1 + sum(row in one for one in many) - (row in theirs)) for row in rows), Decimal(0))

    common = weigh(mine.keys() & theirs.keys())
    return common / (max(weigh(mine), weigh(theirs)) or 1)


def one_subject(one: Filing, other: Filing) -> bool:
    """Whether two filings are about one thing by their names."""
    mine, theirs = _subject(one.project_name or ""), _subject(other.project_name or "")
    if not mine or not theirs:
        return False
    common = len(mine & theirs)
    return common >= ONE_THING * min(len(mine), len(theirs))


@lru_cache(maxsize=512)
def _subject(name: str) -> frozenset[str]:
    return bigrams(name)


def alike(one: str, other: str, least: float) -> bool:
    """Whether two texts are the same to at least that share of their characters."""
    # Quadratic in the worst case, so only texts of a form's size are compared letter by letter.
    if max(len(one), len(other)) > _LONGEST:
        mine, theirs = normalise(one), normalise(other)
        return bool(mine) and mine == theirs
    (mine, my_letters), (theirs, their_letters) = _letters(one), _letters(other)
    # Most pairs are told apart by their lengths or their characters, in a hundredth of the time.
    needed = least * (len(mine) + len(theirs)) / 2
    if not mine or min(len(mine), len(theirs)) < needed or (my_letters & their_letters).total() < needed:
        return False
    return difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= least


@lru_cache(maxsize=256)
def _letters(text: str) -> tuple[str, Counter[str]]:
    """A text levelled, and how often it has each character. One is compared with many, and neighbours with the same."""
    mine = normalise(text)
    return mine, Counter(mine)


def about(texts: Sequence[str], rows: Sequence[Indicator]) -> Decimal:
    """The share of the rows whose name has a pair of content characters in common with the texts."""
    said = frozenset[str]().union(*map(bigrams, texts))
    return Decimal(sum(bool(bigrams(row.name) & said) for row in rows)) / (len(rows) or 1)


def amount_of(row: Indicator) -> tuple[str, Decimal] | None:
    """The amount of work a row promises, as dimension and number in its base unit; None for rates, times and money."""
    quantity = target_quantity(row.target)
    if quantity is None or quantity.comparator not in ("=", ">="):
        return None
    if not quantity.dimension.startswith(_WORK):
        return None
    # A measured amount (3.5 公里) stands for its printed rounding; the middle of it is the number printed.
    return quantity.dimension, (quantity.interval.low + quantity.interval.high) / 2


def change(new: Decimal, old: Decimal) -> Decimal | None:
    """By what percentage a number changed, None from nothing."""
    return None if old == 0 else ((new - old) / old * 100).quantize(Decimal("0.1"))
