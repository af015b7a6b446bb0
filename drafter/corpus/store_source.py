"""A corpus file as a source of candidates: the store, and the index beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from drafter.corpus.index import Index, IndexUnusableError
from drafter.corpus.prices import Price
from drafter.corpus.query import Query
from drafter.corpus.record import Record
from drafter.corpus.rows import Brief
from drafter.corpus.source import CANDIDATES, Candidate
from drafter.corpus.store import Store
from drafter.corpus.wording import words

_REMEMBERED = 200_000
"""So many counts of character pairs are remembered, some ten megabytes."""

PATIENCE = 5000
"""So many records are compared one by one while another process brings the index up to date; for more it is waited."""


class StoreSource:
    """A corpus file with its index.

    Args:
        store: The records.
        notice: Called with (Chinese, English) when the index could not be used and searching goes on without it.
    """

    def __init__(self, store: Store, notice: Callable[[str, str], None] | None = None) -> None:
        self.label = str(store.path)
        self.store = store
        self.index = Index(store)
        self._notice = notice or _silent
        self._counts: dict[str, int] = {}
        self._counted = -1

    def candidates(self, query: Query, limit: int = CANDIDATES) -> list[Candidate]:
        """The best of the index, and every record that is newer than the index."""
        seen, ids = self._from_index(query, limit)
        found = {one.id: one for one in (*self.store.briefs(ids), *self.store.since(seen, -1))}
        return [self.candidate(one) for one in found.values()]

    def candidate(self, one: Brief) -> Candidate:
        """A record of this file as a candidate."""

        def load() -> Record:
            return self.store.get([one.id])[one.id]

        return Candidate(one.id, one.kind, one.project, one.office, one.year, one.wording, load)

    def frequencies(self, grams: Iterable[str]) -> Mapping[str, int]:
        """As counted by the store; asked once of each pair while nothing is added or removed."""
        revision = self.store.revision()
        if revision != self._counted or len(self._counts) > _REMEMBERED:
            self._counted, self._counts = revision, {}
        wanted = list(grams)
        unknown = [gram for gram in wanted if gram not in self._counts]
        self._counts.update(dict.fromkeys(unknown, 0))
        self._counts.update(self.store.frequencies(unknown))
        return {gram: count for gram in wanted if (count := self._counts[gram])}

    def get(self, ids: Sequence[str]) -> dict[str, Record]:
        """Records by id."""
        return self.store.get(ids)

    def records(self, *, versions: bool = False) -> Iterator[Record]:
        """All records of the file."""
        return self.store.records(versions=versions)

    def prices(self, item: str) -> list[Price]:
        """From the price book of the file."""
        return self.store.prices(item)

    def of_office(self, query: Query) -> list[Record]:
        """The office's filings of the project, and of projects whose name shares something with it."""
        return self.store.of_office(query.office, query.name_grams)

    def _from_index(self, query: Query, limit: int) -> tuple[int, list[str]]:
        """The last change the index has seen, and the ids it gives. Without an index all records are newer than it."""
        self._refresh()
        try:
            return self._ask(query, limit)
        except IndexUnusableError as error:
            self._notice(
                f"{self.label} 的检索索引已损坏（{error}），正在由记录重建",
                f"the search index of {self.label} is damaged ({error}); making it again from the records",
            )
        try:
            self.index.rebuild()
            return self._ask(query, limit)
        except IndexUnusableError as error:
            self.index.forget()
            self._notice(
                f"{self.label} 的检索索引无法重建（{error}），改为逐份比较，结果不受影响",
                f"the search index of {self.label} cannot be made ({error}); every record is compared instead",
            )
            return 0, []

    def _refresh(self) -> None:
        try:
            self.index.refresh()
            if self.index.behind > PATIENCE:
                self._notice(
                    f"另一个进程正在建立 {self.label} 的检索索引，请稍候",
                    f"another process is making the search index of {self.label}, please wait",
                )
                self.index.refresh(wait=600)
        except IndexUnusableError as error:
            self._notice(
                f"{self.label} 的检索索引无法更新（{error}），新增的申报表逐份比较，结果不受影响",
                f"the search index of {self.label} cannot be updated ({error}); newer filings are compared one by one",
            )

    def _ask(self, query: Query, limit: int) -> tuple[int, list[str]]:
        seen = self.index.revision
        if seen == 0:
            return 0, []
        return seen, self.index.search({"name": words(query.name), "text": words(query.text)}, limit)


def _silent(zh: str, en: str) -> None:
    del zh, en
