"""Choosing among the best: different filings teach more than the same one five times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.corpus.wording import key

if TYPE_CHECKING:
    from drafter.corpus.retrieval import Scored

_RELEVANCE = 0.8
"""Share of likeness to the query against unlikeness to what is chosen (maximal marginal relevance)."""
_COPY = 0.9
"""Filings that share so much of their words are copies."""


def diverse(scored: Sequence[Scored], k: int) -> list[Scored]:
    """At most `k`, best first: the office's own latest filing, then by likeness less likeness to those chosen."""
    pool = _latest(scored)
    chosen = [one for one in pool if one.own][: min(1, k)]
    pool = [one for one in pool if one not in chosen]
    while pool and len(chosen) < k:
        best = max(pool, key=lambda one: (_marginal(one, chosen), one.candidate.id))
        pool.remove(best)
        if all(_overlap(best, other) < _COPY for other in chosen):
            chosen.append(best)
    return chosen


def _latest(scored: Sequence[Scored]) -> list[Scored]:
    """Best first, of each project of an office only the latest year; without an office, one of a name and year."""
    latest: dict[tuple[str, str], Scored] = {}
    for one in scored:
        office = key(one.candidate.office)
        project = (office or str(one.candidate.year), key(one.candidate.project))
        held = latest.get(project)
        if held is None or (one.candidate.year or 0) > (held.candidate.year or 0):
            latest[project] = one
    return sorted(
        latest.values(),
        key=lambda one: (-(one.candidate.year or 0) if one.own else 0, -one.rank, one.candidate.id),
    )


def _marginal(one: Scored, chosen: Sequence[Scored]) -> float:
    return _RELEVANCE * one.rank - (1 - _RELEVANCE) * max((_overlap(one, other) for other in chosen), default=0.0)


def _overlap(one: Scored, other: Scored) -> float:
    union = len(one.grams | other.grams)
    return len(one.grams & other.grams) / union if union else 0.0
