"""A running text cut into pieces, each knowing the comparisons and findings whose numbers stand there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

# What a piece looks like when several things are said of it: the worst wins.
_RANK = ("error", "contradicts", "warning", "uncovered", "unsure", "info", "agrees")


class Mark(NamedTuple):
    """Words of a text that something is said of.

    Attributes:
        span: Character offsets.
        state: Severity of a finding or status of a reconciliation row.
        target: Id of the finding or row on the page.
    """

    span: tuple[int, int]
    state: str
    target: str


class Piece(NamedTuple):
    """A stretch of text; without targets it is plain."""

    text: str
    state: str = ""
    targets: tuple[str, ...] = ()


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Cut a text at the borders of all marks. Marks outside the text are ignored; overlapping ones are joined."""
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in marks:
        start, end = max(0, mark.span[0]), min(len(text), mark.span[1])
        if start < end:
            opens.setdefault(start, []).append(mark)
            closes.setdefault(end, []).append(mark)
    result: list[Piece] = []
    active: list[Mark] = []
    borders = sorted({0, len(text), *opens, *closes})
    for start, end in pairwise(borders):
        for mark in closes.get(start, ()):
            active.remove(mark)
        active += opens.get(start, ())
        targets = tuple(dict.fromkeys(mark.target for mark in active))
        result.append(Piece(text[start:end], worst(mark.state for mark in active), targets))
    return result


def worst(states: Iterable[str]) -> str:
    """The state that a reader should see first, "" for none."""
    return min((state for state in states if state), key=_RANK.index, default="")
