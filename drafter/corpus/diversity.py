"""Choosing among the best: different filings teach more than the same one five times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.corpus.wording import key

if TYPE_CHECKING:
    from drafter.corpus.retrieval import Scored

_DISCOUNT = 0.5
"""What full overlap with a chosen filing costs: maximal marginal relevance, as a factor since likenesses are small."""
_COPY = 0.9
"""Filings that share so much of their words are copies."""

_LOOK_AT = 2
"""So many times the number wanted are compared with those chosen."""


def diverse(scored: Sequence[Scored], k: int) -> list[Scored]:
    """At most `k`, best first: the office's own latest filing, then by likeness less likeness to those chosen."""
    ranked = _latest(scored)
    chosen = [one for one in ranked if one.own][: min(1, k)]
    pool = [_Waiting(one) for one in ranked if one not in chosen][: _LOOK_AT * k]
    while pool and len(chosen) < k:
        best = max(_promising(pool, chosen), key=lambda one: one.marginal)
        pool.remove(best)
        if best.overlap < _COPY:
            chosen.append(best.scored)
    return chosen


@dataclass(slots=True, eq=False)
class _Waiting:
    """A candidate not chosen yet, and its greatest overlap with the first so many that were."""

    scored: Scored
    overlap: float = 0.0
    compared: int = 0

    @property
    def marginal(self) -> float:
        return self.scored.rank * (1 - _DISCOUNT * self.overlap)

    def compare(self, chosen: Sequence[Scored]) -> float:
        for other in chosen[self.compared :]:
            self.overlap = max(self.overlap, _overlap(self.scored, other))
        self.compared = len(chosen)
        return self.marginal


def _promising(pool: Sequence[_Waiting], chosen: Sequence[Scored]) -> list[_Waiting]:
    """Those of a pool in order of rank that may be the next; overlap only takes away, so the rest need no comparing."""
    best = 0.0
    for place, one in enumerate(pool):
        if one.scored.rank < best:
            return list(pool[:place])
        best = max(best, one.compare(chosen))
    return list(pool)


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
    mine, theirs = one.candidate.wording.codes, other.candidate.wording.codes
    common = len(mine & theirs)
    union = len(mine) + len(theirs) - common
    return common / union if union else 0.0
