"""The corpus: filings of the past, kept without personal data, found again in milliseconds."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.corpus.adding import AddReport, add_paths
    from drafter.corpus.builtin import RetrieverEntry
    from drafter.corpus.corpus import Corpus
    from drafter.corpus.errors import CorpusError
    from drafter.corpus.prices import Price, PriceRange, price_ranges
    from drafter.corpus.query import Hit, Query, Reason
    from drafter.corpus.record import Record
    from drafter.corpus.redaction import Redacted, redact
    from drafter.corpus.retrieval import search
    from drafter.corpus.store import Store

_HOME = {
    "AddReport": "adding",
    "Corpus": "corpus",
    "CorpusError": "errors",
    "Hit": "query",
    "Price": "prices",
    "PriceRange": "prices",
    "Query": "query",
    "Reason": "query",
    "Record": "record",
    "Redacted": "redaction",
    "RetrieverEntry": "builtin",
    "Store": "store",
    "add_paths": "adding",
    "price_ranges": "prices",
    "redact": "redaction",
    "search": "retrieval",
}

__all__ = [
    "AddReport", "Corpus", "CorpusError", "Hit", "Price", "PriceRange", "Query", "Reason", "Record", "Redacted",
    "RetrieverEntry", "Store", "add_paths", "price_ranges", "redact", "search",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'drafter.corpus' has no attribute {name!r}")
    return getattr(import_module(f"drafter.corpus.{_HOME[name]}"), name)
