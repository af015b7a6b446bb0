"""Finding precedents: the filings most like a project, with reasons, or none.

Likeness is the mean of two shares, weighted by how rare a pair of characters is in the corpora searched: how much the
two names have in common, and how much of what the query says the filing speaks of. The name counts as much as all the
rest because 保安 in a name says more than 保安 in a goal text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from drafter.corpus.diversity import diverse
from drafter.corpus.query import Hit, Query
from drafter.corpus.reasons import reasons
from drafter.corpus.record import Record
from drafter.corpus.source import CANDIDATES, Candidate, Source
from drafter.corpus.wording import key, wording

FLOOR = Decimal("0.05")
"""Below this likeness nothing is a precedent. At this one half of the 40 model filings, all of other functions of
government, find none among the 39 filings on health insurance, and those find their kin (`tests/benchmarks/floor.py`).
"""

_AGEING = 0.99
"""What a year of age leaves of a likeness; ten years at most count."""
_SAME_OFFICE = 1.05
_SAME_PROJECT = 0.5
"""Names that share half of their pairs are one project of an office: 政府购买辅助服务, 政府购买辅助服务(保安)."""


class Scored(NamedTuple):
    """A candidate with its likeness, and the rank it has after age and office are taken into account.

    `said` are the pairs of the query that the candidate speaks of.
    """

    candidate: Candidate
    corpus: str
    likeness: float
    rank: float
    own: bool
    said: Collection[str] = ()


def search(
    query: Query,
    sources: Sequence[Source],
    k: int = 5,
    *,
    floor: Decimal = FLOOR,
    kinds: Collection[str] = ("filing", "model"),
    without: Collection[str] = (),
    candidates: int = CANDIDATES,
) -> list[Hit]:
    """The filings most like a project, best first.

    The asking office's own latest filing of the project comes first, the others by score. Of one project of one office
    only the latest year is shown, and of near copies one.

    Args:
        query: The project.
        sources: The corpora to look in.
        k: How many at most.
        floor: The least likeness, 0 to 1; below it there is no precedent, and the answer may be empty.
        kinds: `filing`, `model` or both.
        without: Ids that must not be found.
        candidates: How many records of a large corpus are compared closely.
    """
    pool = [
        (source.label, one)
        for source in sources
        for one in source.candidates(query, candidates)
        if one.kind in kinds and one.id not in without
    ]
    scored, weights = compare(query, pool, sources)
    newest = query.year or max((one.year or 0 for _, one in pool), default=0)
    kept = [_aged(one, newest) for one in scored if one.likeness >= float(floor)]
    # Diversity decides which are shown, not in what order.
    chosen = sorted(diverse(kept, k), key=lambda one: (not one.own, -one.rank, one.candidate.id))
    records = {
        source.label: source.get([one.candidate.id for one in chosen if one.corpus == source.label])
        for source in sources
    }
    return [
        Hit(
            record,
            Decimal(str(min(1.0, one.rank))).quantize(Decimal("0.0001"), ROUND_HALF_UP),
            reasons(query, one.candidate, one.said, weights, own=one.own),
            one.corpus,
            one.own,
        )
        for one in chosen
        # Another process may have removed it in between.
        if (record := records[one.corpus].get(one.candidate.id)) is not None
    ]


def compare(
    query: Query, pool: Sequence[tuple[str, Candidate]], sources: Sequence[Source]
) -> tuple[list[Scored], Weights]:
    """How like a project each of some candidates is, given with the names of their corpora, and the weights used."""
    # A name that shares nothing with the query's needs no weights.
    alike = [pairs for _, one in pool if not query.name_grams.isdisjoint(pairs := one.wording.name_grams)]
    weights = Weights(sources, [query.grams, *alike])
    asked = Asked(query.name_grams, weights.sum(query.name_grams), query.grams, weights.sum(query.grams))
    return [_score(query, asked, label, one, weights) for label, one in pool], weights


def likenesses(query: Query, records: Sequence[Record], sources: Sequence[Source]) -> list[Decimal]:
    """How like a project some records are, 0 to 1, whatever found them."""
    pool = [
        (
            "",
            Candidate(
                one.id, one.kind, one.project, one.office, one.filing.year, wording(one.data), lambda kept=one: kept
            ),
        )
        for one in records
    ]
    scored, _ = compare(query, pool, sources)
    return [Decimal(str(min(1.0, one.likeness))).quantize(Decimal("0.0001"), ROUND_HALF_UP) for one in scored]


class Weights:
    """How much a pair of characters tells: the BM25 weight of its rarity in the corpora searched."""

    def __init__(self, sources: Sequence[Source], texts: Iterable[frozenset[str]]) -> None:
        wanted = frozenset[str]().union(*texts)
        counts: Counter[str] = Counter()
        for source in sources:
            counts.update(source.frequencies({"", *wanted}))
        total = counts[""]
        # Counts may run ahead of the total while another process adds; a weight stays positive all the same.
        shares = {pair: min(counts[pair], total) for pair in wanted}
        self._of = {pair: math.log(1 + (total - count + 0.5) / (count + 0.5)) for pair, count in shares.items()}

    def sum(self, pairs: Iterable[str]) -> float:
        """The weight of some pairs; only those the object was made for."""
        return sum(map(self._of.__getitem__, pairs))


class Asked(NamedTuple):
    """The pairs of the query's name and of all it says, with their weights."""

    name: frozenset[str]
    name_weight: float
    everything: frozenset[str]
    weight: float


def _score(query: Query, asked: Asked, label: str, one: Candidate, weights: Weights) -> Scored:
    by_name = 0.0
    if shared := asked.name & one.wording.name_grams:
        common = weights.sum(shared)
        by_name = common / (asked.name_weight + weights.sum(one.wording.name_grams) - common)
    said = one.wording.said(asked.everything)
    by_words = weights.sum(said) / (asked.weight or 1)
    same_office = bool(query.office) and key(query.office) == key(one.office)
    own = (
        same_office
        and one.kind == "filing"
        and _one_project(query, one)
        and (query.year is None or one.year is None or one.year < query.year)
    )
    likeness = (by_name + by_words) / 2
    return Scored(one, label, likeness, likeness * (_SAME_OFFICE if same_office else 1), own, said)


def _one_project(query: Query, one: Candidate) -> bool:
    mine, theirs = query.name_grams, one.wording.name_grams
    return key(query.name) == key(one.project) or len(mine & theirs) >= _SAME_PROJECT * len(mine | theirs)


def _aged(one: Scored, newest: int) -> Scored:
    age = min(10, max(0, newest - one.candidate.year)) if one.candidate.year and newest else 0
    return one._replace(rank=one.rank * _AGEING**age) if age else one
