"""Choosing among the best: different filings teach more than the same one five times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.corpus.wording import key

if TYPE_CHECKING:
    from drafter.corpus.retrieval import Scored

_DISCOUNT = 0.5
"""What full overlap with a chosen filing costs: maximal marginal relevance, as a factor since likenesses are small."""
_COPY = 0.9
"""Filings that share so much of their words are copies."""
_LOOK_AT = 4
"""So many times the number wanted are considered."""


def diverse(scored: Sequence[Scored], k: int) -> list[Scored]:
    """At most `k`, best first: the office's own latest filing, then by likeness less likeness to those chosen."""
    pool = _latest(scored)
    chosen = [one for one in pool if one.own][: min(1, k)]
    # Far down the list nothing can be unlike enough to be chosen.
    pool = [one for one in pool if one not in chosen][: _LOOK_AT * k]
    nearest = [max((_overlap(one, other) for other in chosen), default=0.0) for one in pool]
    while pool and len(chosen) < k:
        marginal = [one.rank * (1 - _DISCOUNT * near) for one, near in zip(pool, nearest, strict=True)]
        best = max(range(len(pool)), key=lambda at: (marginal[at], -at))
        one, near = pool.pop(best), nearest.pop(best)
        if near < _COPY:
            chosen.append(one)
            nearest = [max(near, _overlap(other, one)) for other, near in zip(pool, nearest, strict=True)]
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


def _overlap(one: Scored, other: Scored) -> float:
    mine, theirs = one.candidate.wording.grams, other.candidate.wording.grams
    common = len(mine & theirs)
    union = len(mine) + len(theirs) - common
    return common / union if union else 0.0
