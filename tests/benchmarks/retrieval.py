"""How well similar filings are found: the 39 published ones, leave one out, against rank_bm25 with jieba.

    python tests/benchmarks/retrieval.py            # needs rank-bm25 and jieba beside drafter

Relevance, queries and what is left out were fixed in tests/corpus/data/themes.yaml before any engine was run. The
product's own search is measured as it is shipped (floor, diversity, recency and all), once over the starter corpus in
memory and once through a corpus file and its index.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TypeAlias

import yaml

from drafter.corpus import Query, Store, search
from drafter.corpus.source import MemorySource, Source
from drafter.corpus.starter import StarterRecord, starter_records
from drafter.corpus.store_source import StoreSource

THEMES = Path(__file__).parents[1] / "corpus" / "data" / "themes.yaml"
SAMPLES = 10_000

Ranking: TypeAlias = "Callable[[Query, set[str]], list[str]]"
"""A query and the ids left out → ids, best first, ten at most."""


@dataclass(frozen=True)
class Case:
    """One query with the filings that would help, strictly and widely judged."""

    id: str
    document: str
    query: Query
    strict: frozenset[str]
    wide: frozenset[str]


def cases() -> list[Case]:
    """A query for each of the 39 filings."""
    labels = yaml.safe_load(THEMES.read_text(encoding="utf-8"))["filings"]
    records = published()
    themes = {one.id: (labels[short(one.id)]["theme"], *labels[short(one.id)].get("also", ())) for one in records}
    return [
        Case(
            one.id,
            document(one.id),
            Query(one.name, (one.filing.annual_goal or "")[:60]),
            frozenset(o.id for o in records if o.id != one.id and themes[o.id][0] == themes[one.id][0]),
            frozenset(o.id for o in records if o.id != one.id and set(themes[o.id]) & set(themes[one.id])),
        )
        for one in records
    ]


def published() -> list[StarterRecord]:
    """The 39 filings of the starter corpus, without the models."""
    return [record for record in starter_records() if record.kind == "filing"]


def short(identity: str) -> str:
    """minhang_2026_03_security-guards → minhang_2026_03."""
    return identity.rsplit("_", 1)[0]


def document(identity: str) -> str:
    """minhang_2026_03_security-guards → minhang_2026."""
    return identity.rsplit("_", 2)[0]


def ours(source: Source, names: Mapping[str, str] | None = None) -> Ranking:
    """The product's search; `names` translates the ids of another corpus."""
    back = {theirs: mine for mine, theirs in (names or {}).items()}

    def rank(query: Query, without: set[str]) -> list[str]:
        left_out = {names[one] for one in without} if names else without
        return [back.get(hit.record.id, hit.record.id) for hit in search(query, [source], 10, without=left_out)]

    return rank


def bm25() -> Ranking:
    """rank_bm25 over jieba's words of the whole filing."""
    import jieba
    from rank_bm25 import BM25Okapi

    jieba.setLogLevel("ERROR")
    records = published()
    cut = {one.id: [word for word in jieba.lcut(one.candidate.wording.text) if word.strip()] for one in records}
    engine = BM25Okapi(list(cut.values()))

    def rank(query: Query, without: set[str]) -> list[str]:
        words = [word for word in jieba.lcut(f"{query.name} {query.purpose}") if word.strip()]
        scores = dict(zip(cut, engine.get_scores(words), strict=True))
        return sorted(scores.keys() - without, key=lambda one: (-scores[one], one))[:10]

    return rank


def reciprocal(ranking: Sequence[str], relevant: frozenset[str]) -> float:
    """One over the place of the first relevant filing, 0 when there is none among ten."""
    return next((1 / place for place, one in enumerate(ranking, 1) if one in relevant), 0.0)


def measure(rank: Ranking, *, wide: bool, cross: bool) -> tuple[list[float], list[float]]:
    """Reciprocal rank and recall at 5 of every query that has something to find."""
    ranks: list[float] = []
    recalls: list[float] = []
    every = cases()
    for case in every:
        without = {o.id for o in every if o.id == case.id or (cross and o.document == case.document)}
        relevant = (case.wide if wide else case.strict) - without
        if relevant:
            found = rank(case.query, without)
            ranks.append(reciprocal(found, relevant))
            recalls.append(len(relevant & set(found[:5])) / min(5, len(relevant)))
    return ranks, recalls


def bootstrap(mine: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of the mean difference over resampled queries."""
    random_ = random.Random(39)
    differences = [a - b for a, b in zip(mine, theirs, strict=True)]
    means = sorted(fmean(random_.choices(differences, k=len(differences))) for _ in range(SAMPLES))
    return means[SAMPLES * 25 // 1000], means[SAMPLES * 975 // 1000]


def main() -> None:
    """Print one line a judgement and engine."""
    records = published()
    memory = MemorySource("39", [record.candidate for record in records])
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "39.sqlite", create=True) as store:
        added = [one.record.id for batch in store.add(record.record for record in records) for one in batch]
        stored = StoreSource(store)
        stored.index.rebuild()
        names = {record.id: theirs for record, theirs in zip(records, added, strict=True)}
        engines = {"drafter, memory": ours(memory), "drafter, index": ours(stored, names), "rank_bm25 jieba": bm25()}
        for wide in (False, True):
            for cross in (False, True):
                measured = {name: measure(rank, wide=wide, cross=cross) for name, rank in engines.items()}
                base = measured["rank_bm25 jieba"]
                title = ("wide" if wide else "strict") + (", other documents only" if cross else "")
                sys.stdout.write(f"{title}, {len(base[0])} queries\n")
                for name, (ranks, recalls) in measured.items():
                    low, high = bootstrap(ranks, base[0])
                    sys.stdout.write(
                        f"  {name:16} MRR {fmean(ranks):.3f}  recall@5 {fmean(recalls):.3f}"
                        f"  MRR against rank_bm25 {fmean(ranks) - fmean(base[0]):+.3f} [{low:+.3f}, {high:+.3f}]\n"
                    )


if __name__ == "__main__":
    main()
