"""What the corpora hold, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from drafter.corpus.wording import key

if TYPE_CHECKING:
    from drafter.corpus.corpus import Corpus


def statistics(corpus: Corpus) -> dict[str, Any]:
    """Counts of current filings: in all, by year, by corpus; offices named; personal data removed on the way in."""
    kinds: Counter[str] = Counter()
    years: Counter[str] = Counter()
    corpora: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    offices: set[str] = set()
    for record, label in corpus.records():
        kinds[record.kind] += 1
        corpora[label] += 1
        removed.update(record.removed)
        if record.kind == "filing":
            years[str(record.year or "—")] += 1
            offices.add(key(record.office))
    return {
        "filings": kinds["filing"],
        "models": kinds["model"],
        "offices": len(offices - {""}),
        "years": dict(sorted(years.items())),
        "corpora": dict(corpora),
        "removed": dict(removed),
    }
