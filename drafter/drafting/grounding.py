"""Precedents for a brief: similar filings of the corpora, as a model may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from drafter.brief import Brief
from drafter.filing import Filing
from drafter.models.request import Precedent

Retrieve: TypeAlias = Callable[[Brief, int], Sequence[tuple[str, Filing, Decimal]]]
"""Finds the `k` filings most like a brief: (id, filing, score), best first."""


def from_corpora(brief: Brief, k: int) -> list[tuple[str, Filing, Decimal]]:
    """Search the user's own corpus, where there is one, and the starter corpus."""
    from drafter.corpus.corpus import Corpus
    from drafter.corpus.query import Query

    with Corpus() as corpus:
        return [(hit.record.id, hit.record.filing, hit.score) for hit in corpus.search(Query.of(brief), k)]


def precedents_for(brief: Brief, k: int, retrieve: Retrieve | None = None) -> list[Precedent]:
    """The precedents shown to a model, best first."""
    if k <= 0:
        return []
    return [Precedent(identity, filing, score) for identity, filing, score in (retrieve or from_corpora)(brief, k)]
