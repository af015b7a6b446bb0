"""Precedents for a brief: similar filings of the corpora, as a model may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from drafter.brief import Brief
from drafter.models.request import Precedent
from drafter.plugins import PluginRegistry

Retrieve: TypeAlias = Callable[[Brief, int], Sequence[Precedent]]
"""Finds the `k` filings most like a brief, best first."""


OfficeFilings: TypeAlias = Callable[[Brief], Sequence[Precedent]]
"""Finds other filings of a brief's office."""
MOST_OF_OFFICE = 12


def from_corpora(brief: Brief, k: int, registry: PluginRegistry | None = None) -> list[Precedent]:
    """Search the user's own corpus, where there is one, and the starter corpus.

    A plugin's way of finding comes before ours; what it raises is raised.
    """
    from drafter.corpus.builtin import retrieve
    from drafter.corpus.corpus import Corpus
    from drafter.corpus.query import Query

    with Corpus() as corpus:
        return [
            Precedent(hit.record.id, hit.record.filing, hit.score, hit.record.kind)
            for hit in retrieve(Query.of(brief), corpus.sources, k, registry)
        ]


def precedents_for(brief: Brief, k: int, retrieve: Retrieve | None = None) -> list[Precedent]:
    """The precedents shown to a model, best first."""
    return list((retrieve or from_corpora)(brief, k)) if k > 0 else []


def office_filings(brief: Brief) -> list[Precedent]:
    """Other filings of the brief's office in the user's own corpus and the starter corpus, the newest first."""
    from drafter.corpus.corpus import Corpus
    from drafter.corpus.query import Query
    from drafter.corpus.wording import key

    query = Query.of(brief)
    office = key(query.office)
    if not office:
        return []
    with Corpus() as corpus:
        own = [
            one
            for source in corpus.sources
            for one in source.candidates(query)
            if one.kind == "filing" and key(one.office) == office
        ]
        newest = sorted(own, key=lambda one: (-(one.year or 0), one.id))[:MOST_OF_OFFICE]
        return [Precedent(one.id, one.load().filing, Decimal(0)) for one in newest]
