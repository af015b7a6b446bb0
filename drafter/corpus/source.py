"""Where candidates come from: records in memory, or a store on disk (`store_source`). Ranking sees no difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from drafter.corpus.prices import Price, prices_of, same_item
from drafter.corpus.query import Query
from drafter.corpus.record import Record
from drafter.corpus.wording import Wording, grams, key, wording

CANDIDATES = 40
"""So many records of a large corpus are compared closely with a query."""


class Candidate(NamedTuple):
    """A record that may be like the query: its words are at hand, the record itself is loaded when it is wanted."""

    id: str
    kind: str
    project: str
    office: str
    year: int | None
    wording: Wording
    load: Callable[[], Record]


class Source(Protocol):
    """A corpus that can be searched."""

    @property
    def label(self) -> str:
        """What to call it."""
        ...

    def candidates(self, query: Query, limit: int = CANDIDATES) -> Iterable[Candidate]:
        """The records that may be most like the query, in no order; more than `limit` is no harm."""
        ...

    def frequencies(self, grams: Iterable[str]) -> Mapping[str, int]:
        """In how many records each pair of characters occurs; "" stands for all records."""
        ...

    def get(self, ids: Sequence[str]) -> Mapping[str, Record]:
        """Records by id."""
        ...

    def records(self, *, versions: bool = False) -> Iterator[Record]:
        """All records, in the order they came; older versions when asked for."""
        ...

    def prices(self, item: str) -> Iterable[Price]:
        """The prices of everything whose name is like this."""
        ...

    def of_office(self, query: Query) -> Iterable[Record]:
        """The filings of the query's office for projects of nearly that name, of any year."""
        ...


class MemorySource:
    """Records in memory: the starter corpus, or any folder of record files. All of them are candidates."""

    def __init__(self, label: str, candidates: Sequence[Candidate]) -> None:
        self.label = label
        self._candidates = candidates
        self._counts: Counter[str] | None = None

    def candidates(self, query: Query, limit: int = CANDIDATES) -> Sequence[Candidate]:
        """All records."""
        del query, limit
        return self._candidates

    def frequencies(self, grams: Iterable[str]) -> Mapping[str, int]:
        """Counted over all records on first use."""
        if self._counts is None:
            self._counts = Counter(pair for one in self._candidates for pair in one.wording.grams)
            self._counts[""] = len(self._candidates)
        counts = self._counts
        return {gram: counts[gram] for gram in grams if gram in counts}

    def get(self, ids: Sequence[str]) -> dict[str, Record]:
        """Records by id."""
        wanted = set(ids)
        return {one.id: one.load() for one in self._candidates if one.id in wanted}

    def records(self, *, versions: bool = False) -> Iterator[Record]:
        """All records; there are no older versions here."""
        del versions
        for one in self._candidates:
            yield one.load()

    def prices(self, item: str) -> Iterator[Price]:
        """Read from the filings that name something of the kind."""
        pairs = grams(item)
        for one in self._candidates:
            if one.kind == "filing" and one.wording.said(pairs):
                yield from (price for price in prices_of(one.load()) if same_item(item, price.item))

    def of_office(self, query: Query) -> Iterator[Record]:
        """The office's filings whose name shares something with the project's."""
        office = key(query.office)
        for one in self._candidates:
            if one.kind == "filing" and key(one.office) == office and query.name_grams & one.wording.name_grams:
                yield one.load()


def candidate(record: Record) -> Candidate:
    """A record at hand as a candidate."""
    said = wording(record.data)
    return Candidate(record.id, record.kind, record.project, record.office, record.year, said, lambda: record)
