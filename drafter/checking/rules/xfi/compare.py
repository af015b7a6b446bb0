"""Comparing two filings: their rows, their texts, whether they are about one thing."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from fractions import Fraction

from drafter.checking.past import PastFiling, row_key
from drafter.checking.past_digest import LONGEST, Levelled, digest
from drafter.checking.quantities import target_quantity
from drafter.checking.show import to_places
from drafter.filing import Filing, Indicator
from drafter.language import bigrams, normalise
from drafter.language.content import pairs

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


def shared_weight(mine: Set[str], theirs: Set[str], printed: Mapping[str, int]) -> Fraction:
    """The share of two filings' rows that they have in common, the smaller of the two.

    A row counts the less the more filings (theirs among them) have `printed` it: 居民满意度≥90% is no copy. Thirds are
    kept whole: what they come to must not depend on their order, for a set has none.
    """

    def weigh(rows: Iterable[str]) -> Fraction:
        seen = Counter(1 + printed.get(row, 0) - (row in theirs) for row in rows)
        return sum((Fraction(count, times) for times, count in seen.items()), Fraction(0))

    common = weigh(mine & theirs)
    return common / (max(weigh(mine), weigh(theirs)) or 1)


def subject(filing: Filing) -> frozenset[str]:
    """What a filing is about by its name."""
    return bigrams(filing.project_name or "")


def one_subject(mine: frozenset[str], other: PastFiling) -> bool:
    """Whether a filing with that subject and another one are about one thing by their names."""
    theirs = pairs(other.fact(digest).subject)
    return bool(mine and theirs) and len(mine & theirs) >= ONE_THING * min(len(mine), len(theirs))


def alike(one: Levelled, other: Levelled, least: float) -> bool:
    """Whether two texts are the same to at least that share of their characters."""
    # Quadratic in the worst case, so only texts of a form's size are compared letter by letter.
    if max(one.printed, other.printed) > LONGEST:
        return bool(one.text) and one.text == other.text
    mine, theirs = one.text, other.text
    # Most pairs are told apart by their lengths or their characters, in a hundredth of the time.
    needed = least * (len(mine) + len(theirs)) / 2
    if not mine or min(len(mine), len(theirs)) < needed:
        return False
    only_mine, only_theirs = one.letters & ~other.letters, other.letters & ~one.letters
    if len(mine) - only_mine.bit_count() < needed or len(theirs) - only_theirs.bit_count() < needed:
        return False
    if (Counter(mine) & Counter(theirs)).total() < needed:
        return False
    return difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= least


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
    return None if old == 0 else to_places((new - old) / old * 100, Decimal("0.1"))
