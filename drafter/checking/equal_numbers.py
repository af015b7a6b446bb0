"""Equal numbers of two lists that are one thing: by their names, or because no other number is the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from drafter.checking.assignment import Edge
from drafter.checking.dimensions import Relation, classifiers
from drafter.checking.naming import Rarity, Token, likeness, short_form

_EVIDENCE = 10
"""Weight of shared words, as between a goal and a row."""
_MARGIN = 100
_MONTHS = 12
_TELLING = 3
"""Figures of a number that hardly stands in two places by chance: 19850, 8.46."""
_CROWD = 8
"""So many numbers of one value are compared; a table full of 1s is not."""


class Number(NamedTuple):
    """A number with what it counts; `twice` is its value in base units doubled: a rounding is known by its middle."""

    at: int
    value: Decimal
    twice: Decimal
    dimension: str
    name: tuple[Token, ...]
    words: str
    beside: tuple[Token, ...] = ()


def equal_numbers(
    lines: Sequence[Number], others: Sequence[Number], no_lines: Set[int], no_others: Set[int]
) -> list[Edge]:
    """Pair the equal numbers of two lists of which each is the other's only one, or the only one of its name.

    Args:
        lines: Numbers of budget lines.
        others: Numbers of rows or of the goal.
        no_lines: Lines that have their partner; they still make a number common.
        no_others: The same of the others.

    Returns:
        Pairs (line, other), sorted.
    """
    by_value: dict[Decimal, tuple[list[Number], list[Number]]] = defaultdict(lambda: ([], []))
    for side, numbers in enumerate((lines, others)):
        for number in numbers:
            by_value[number.twice][side].append(number)
    equal = [
        (line, other, related)
        for mine, theirs in by_value.values()
        if len(mine) <= _CROWD and len(theirs) <= _CROWD
        for line in mine
        for other in theirs
        if (related := _related(line.dimension, other.dimension)) is not None
    ]
    of_line, of_other = Counter(line.at for line, _, _ in equal), Counter(other.at for _, other, _ in equal)
    counted = Counter(one.dimension for one in lines), Counter(one.dimension for one in others)
    rarity = Rarity([one.name for one in (*lines, *others)])
    named: dict[Edge, int] = {}
    found: list[Edge] = []
    for line, other, related in equal:
        if line.at in no_lines or other.at in no_others:
            continue
        alike = likeness(other.name, line.name, rarity, other.beside)
        if alike.shared >= _EVIDENCE and not alike.apart and alike.heads >= 0:
            named[(line.at, other.at)] = alike.score
        elif of_line[line.at] == of_other[other.at] == 1:
            alone = counted[0][line.dimension] == counted[1][other.dimension] == 1
            if (related == "same" and _telling(line, alone=alone)) or short_form(line.words, other.words):
                found.append((line.at, other.at))
    return sorted((*found, *_best(named)))


def _best(scores: Mapping[Edge, int]) -> Iterator[Edge]:
    """The edges that beat every other edge of either end by the margin."""
    of_end: dict[tuple[int, int], list[int]] = defaultdict(list)
    for edge, score in scores.items():
        for side in (0, 1):
            of_end[(side, edge[side])].append(score)
    for edge, score in scores.items():
        ends = (sorted(of_end[(side, edge[side])]) for side in (0, 1))
        if all(end[-1] == score and (len(end) == 1 or score - end[-2] >= _MARGIN) for end in ends):
            yield edge


def _related(line: str, other: str) -> Relation | None:
    if line == other:
        return "same" if line else "near"
    return "near" if not line or not other else classifiers(line, other)


def _telling(line: Number, *, alone: bool) -> bool:
    """A number that hardly stands in two places by chance: 19,850 人, or 32 条 where nothing else is counted in 条.

    Times are the same everywhere: 12 months, 200 days.
    """
    if not line.dimension or line.dimension.startswith("duration") or line.value == _MONTHS:
        return False
    figures = len(line.value.normalize().as_tuple().digits)
    return figures >= _TELLING or (alone and figures == _TELLING - 1)
