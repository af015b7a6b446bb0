"""Precedents for a brief: similar filings of the corpus, as a model may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from drafter.brief import Brief
from drafter.filing import Filing
from drafter.models.request import Precedent

Retrieve: TypeAlias = Callable[[Brief, int], Sequence[tuple[str, Filing, Decimal]]]
"""Finds the `k` filings most like a brief: (id, filing, score), best first."""


def starter(brief: Brief, k: int) -> list[tuple[str, Filing, Decimal]]:
    """Retrieve from the starter corpus shipped with the package."""
    from drafter.corpus.starter import similar, starter_records

    return [(record.id, record.filing, score) for record, score in similar(starter_records(), brief, k)]


def precedents_for(brief: Brief, k: int, retrieve: Retrieve | None = None) -> list[Precedent]:
    """The precedents shown to a model, best first."""
    if k <= 0:
        return []
    return [Precedent(identity, filing, score) for identity, filing, score in (retrieve or starter)(brief, k)]
