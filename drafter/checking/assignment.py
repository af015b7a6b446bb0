"""The best one-to-one assignment of a sparse graph, and what each of its edges is worth to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

Edge: TypeAlias = tuple[int, int]

_EXACT_UP_TO = 12
"""Larger connected components, which no filing of the 39 has, are assigned greedily and nothing in them is certain."""


def assign(scores: Mapping[Edge, int]) -> dict[Edge, int]:
    """Return the edges of the assignment with the greatest total score, each with its regret.

    The regret of an edge is how much the total falls when that edge may not be used: 0 where another assignment is as
    good. In components too large for the exact method the regret is 0.

    Args:
        scores: Positive scores of the edges (left, right) that may be used at all.
    """
    chosen: dict[Edge, int] = {}
    for component in _components(scores):
        if max(len({left for left, _ in component}), len({right for _, right in component})) > _EXACT_UP_TO:
            chosen.update(_greedy(component))
            continue
        total, edges = _optimum(component)
        for edge in edges:
            rest = {other: score for other, score in component.items() if other != edge}
            chosen[edge] = total - (_optimum(rest)[0] if rest else 0)
    return chosen


def _components(scores: Mapping[Edge, int]) -> list[dict[Edge, int]]:
    of_left: dict[int, list[Edge]] = defaultdict(list)
    of_right: dict[int, list[Edge]] = defaultdict(list)
    for edge in sorted(scores):
        of_left[edge[0]].append(edge)
        of_right[edge[1]].append(edge)
    components: list[dict[Edge, int]] = []
    seen: set[Edge] = set()
    for start in sorted(scores):
        if start in seen:
            continue
        seen.add(start)
        component, pending = [start], [start]
        while pending:
            left, right = pending.pop()
            for edge in (*of_left.pop(left, ()), *of_right.pop(right, ())):
                if edge not in seen:
                    seen.add(edge)
                    component.append(edge)
                    pending.append(edge)
        components.append({edge: scores[edge] for edge in component})
    return components


def _greedy(component: Mapping[Edge, int]) -> dict[Edge, int]:
    chosen: dict[Edge, int] = {}
    lefts: set[int] = set()
    rights: set[int] = set()
    for edge in sorted(component, key=lambda edge: (-component[edge], edge)):
        if edge[0] not in lefts and edge[1] not in rights:
            lefts.add(edge[0])
            rights.add(edge[1])
            chosen[edge] = 0
    return chosen


def _optimum(component: Mapping[Edge, int]) -> tuple[int, list[Edge]]:
    """The Hungarian method with potentials, in integers, on a square matrix in which no edge scores 0."""
    lefts = sorted({left for left, _ in component})
    rights = sorted({right for _, right in component})
    size = max(len(lefts), len(rights))
    cost = [[0] * size for _ in range(size)]
    for (left, right), score in component.items():
        cost[lefts.index(left)][rights.index(right)] = -score
    row_of = _hungarian(cost)
    edges = [
        (lefts[row], rights[column])
        for column, row in enumerate(row_of)
        if row < len(lefts) and column < len(rights) and (lefts[row], rights[column]) in component
    ]
    return sum(component[edge] for edge in edges), edges


def _hungarian(cost: list[list[int]]) -> list[int]:
    """The row given to each column so that the total cost is least."""
    size = len(cost)
    infinite = 1 + 2 * sum(abs(value) for row in cost for value in row)
    row_price, column_price = [0] * (size + 1), [0] * (size + 1)
    row_of = [size] * (size + 1)
    for row in range(size):
        row_of[size] = row
        column = size
        least, way, used = [infinite] * size, [size] * size, [False] * (size + 1)
        while row_of[column] != size:
            used[column] = True
            at, delta, following = row_of[column], infinite, size
            for other in range(size):
                if used[other]:
                    continue
                reduced = cost[at][other] - row_price[at] - column_price[other]
                if reduced < least[other]:
                    least[other], way[other] = reduced, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    row_price[row_of[other]] += delta
                    column_price[other] -= delta
                elif other < size:
                    least[other] -= delta
            column = following
        while column != size:
            previous = way[column]
            row_of[column] = row_of[previous]
            column = previous
    return row_of[:size]
