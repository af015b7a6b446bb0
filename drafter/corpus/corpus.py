"""Several corpora as one: the starter corpus and the user's own, searched together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Self

from drafter.corpus.errors import CorpusError
from drafter.corpus.paths import corpus_file, default_corpus
from drafter.corpus.prices import PriceRange, price_ranges
from drafter.corpus.query import Hit, Query
from drafter.corpus.record import Record
from drafter.corpus.retrieval import FLOOR, search
from drafter.corpus.source import MemorySource, Source, candidate

if TYPE_CHECKING:
    from drafter.corpus.store import Store

STARTER = "starter"
"""The name under which the starter corpus is asked for beside others."""


class Corpus:
    """The corpora of a run. Close it, or use it in a `with` statement.

    Args:
        paths: One path or several: corpus files, folders that hold a `corpus.sqlite`, folders and files of records
            (YAML, JSONL), and "starter" for the starter corpus. None means the user's own corpus, when there is one,
            and the starter.
        notice: Called with (Chinese, English) for what a user should know, such as an index being made again.

    Raises:
        CorpusError: A corpus named does not exist or cannot be opened.
        InputError: A record file is invalid.
    """

    def __init__(
        self, paths: str | Path | Sequence[str | Path] = (), *, notice: Callable[[str, str], None] | None = None
    ) -> None:
        self.sources: list[Source] = []
        self.stores: list[Store] = []
        paths = [paths] if isinstance(paths, str | Path) else paths
        for path in paths or _usual():
            if str(path) == STARTER:
                from drafter.corpus.starter import starter_source

                self.sources.append(starter_source())
            elif (records := _records(Path(path).expanduser())) is not None:
                self.sources.append(MemorySource(str(path), [candidate(record) for record in records]))
            else:
                # SQLite and the index are for those who keep a corpus of their own.
                from drafter.corpus.store import Store
                from drafter.corpus.store_source import StoreSource

                store = Store(corpus_file(path))
                self.stores.append(store)
                self.sources.append(StoreSource(store, notice))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the files."""
        for store in self.stores:
            store.close()

    def search(
        self,
        query: Query | str,
        k: int = 5,
        *,
        floor: Decimal = FLOOR,
        kinds: Collection[str] = ("filing", "model"),
        without: Collection[str] = (),
    ) -> list[Hit]:
        """The filings most like a project, best first; see `drafter.corpus.retrieval.search`.

        A text is the name of the project; a `Query` also says its purpose, tasks, office and year.
        """
        if isinstance(query, str):
            query = Query(query)
        return search(query, self.sources, k, floor=floor, kinds=kinds, without=without)

    def prices(self, item: str, unit: str | None = None) -> list[PriceRange]:
        """What an item cost in past filings, by unit; see `drafter.corpus.prices.price_ranges`."""
        return price_ranges(item, self.sources, unit)

    def records(self, *, versions: bool = False) -> Iterator[tuple[Record, str]]:
        """Every filing with the name of its corpus, in the order they were added; older versions when asked for."""
        for source in self.sources:
            for record in source.records(versions=versions):
                yield record, source.label

    def get(self, identity: str) -> tuple[Record, str]:
        """The record of that id, or of the only id that begins so, and the corpus that holds it.

        Raises:
            CorpusError: There is none, or several.
        """
        for source in self.sources:
            if identity in (found := source.get([identity])):
                return found[identity], source.label
        begun = [(record, str(store.path)) for store in self.stores for record in store.find(identity)]
        if len(begun) == 1 and len(identity) >= 4:
            return begun[0]
        names = "、".join(record.id for record, _ in begun[:5])
        raise CorpusError(
            f"语料库中没有编号为 {identity} 的申报表"
            + (f"；相近的有 {names}" if names else "；用 corpus list 查看编号"),
            f"no filing {identity} in the corpus" + (f"; close: {names}" if names else "; `corpus list` shows the ids"),
        )


def _usual() -> list[str | Path]:
    own = default_corpus()
    return [own, STARTER] if own.exists() else [STARTER]


def _records(path: Path) -> list[Record] | None:
    """The records of a folder or file of records, None where the path is a corpus file."""
    from drafter.corpus.record_files import SUFFIXES, read_records

    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES)
        if not files or corpus_file(path).exists():
            return None
        return [record for file in files for record in read_records(file)]
    return list(read_records(path)) if path.suffix.lower() in SUFFIXES else None
