"""The search index of a large corpus: tantivy over words, derived from the records and made again when it is no good.

Records newer than the index are no worse off: searching looks at them one by one (`Store.since`), so that adding a
filing costs no index commit, and a small corpus needs no index at all. Whoever finds more than `TAIL` of them brings
the index up to date.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import uuid
from collections.abc import Generator
from typing import Any

from drafter.corpus.index_state import State, StateFile
from drafter.corpus.paths import index_folder
from drafter.corpus.rows import Brief
from drafter.corpus.store import Store
from drafter.corpus.wording import words

TAIL = 32
"""So many records may be newer than the index before it is brought up to date."""

_BATCH = 5000
_HEAP = 64_000_000
# How far a name's words outweigh those of the text, and how many of the text's are asked for: so many at least, and
# more while they occur so seldom in all (in a small corpus, every one). Of the ten filings most like a query, found by
# comparing all of 200,000 synthetic ones, the forty best of the index hold 89 % so, and 31 % with the sixteen rarest
# words and a name's words counted twice; `tests/benchmarks/corpus_scale.py` prints the share.
_NAME = 4.0
_RAREST = 8
_SELDOM = 20_000
_FIELDS = ("name", "text")


class IndexUnusableError(Exception):
    """The index cannot be opened, read or made; searching goes on without it."""


class Index:
    """The index beside one corpus."""

    def __init__(self, store: Store, *, tail: int = TAIL) -> None:
        self._store = store
        self._root = index_folder(store.path)
        self._file = StateFile(self._root)
        self._tail = tail
        self._opened: tuple[str, Any] | None = None
        self._revision = -1
        self._searcher: Any = None
        self._forgotten = False

    @property
    def revision(self) -> int:
        """The last change the index has seen, 0 when there is none."""
        state = self._state()
        return state.revision if state else 0

    @property
    def behind(self) -> int:
        """How many changes the index has not seen."""
        return self._store.revision() - self.revision

    def forget(self) -> None:
        """Do without the index from now on: it cannot be read and cannot be made."""
        self._forgotten = True

    def refresh(self, *, wait: float = 0.0) -> None:
        """Bring the index up to date when the corpus has run ahead of it.

        Args:
            wait: Seconds to wait for another process that is doing it; 0 leaves it to that process.

        Raises:
            IndexUnusableError: It could not be made, for lack of rights or space.
        """
        if self._forgotten or self.behind <= self._tail:
            return
        try:
            with self._lock(wait) as mine:
                if mine and self.behind > self._tail:
                    self._catch_up()
        except (OSError, sqlite3.Error, ValueError) as error:
            raise IndexUnusableError(str(error)) from error

    def rebuild(self, *, wait: float = 60.0) -> None:
        """Make the index again from the records.

        Raises:
            IndexUnusableError: It could not be made.
        """
        try:
            with self._lock(wait) as mine:
                if mine:
                    self._build()
        except (OSError, sqlite3.Error, ValueError) as error:
            raise IndexUnusableError(str(error)) from error

    def search(self, terms: dict[str, list[str]], limit: int) -> list[str]:
        """Ids of the records that share the rarest and most words, best first; empty without an index.

        Args:
            terms: Words to look for, by `name` (asked of names, where they count most, and of texts) and `text`.
            limit: How many.

        Raises:
            IndexUnusableError: The index is damaged.
        """
        state = self._state()
        if state is None:
            return []
        try:
            return self._search(state, terms, limit)
        except BaseException as error:
            # tantivy panics on some damaged files; its PanicException is no Exception.
            if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
                raise
            self._opened = None
            raise IndexUnusableError(f"{type(error).__name__}: {error}") from error

    def _search(self, state: State, terms: dict[str, list[str]], limit: int) -> list[str]:
        from tantivy import Occur, Query

        index = self._open(state.folder)
        if self._searcher is None or self._revision != state.revision:
            index.reload()
            self._searcher, self._revision = index.searcher(), state.revision

        def term(field: str, word: str) -> Any:
            return Query.term_query(index.schema, field, word, index_option="freq")

        wanted = [Query.boost_query(term("name", word), _NAME) for word in dict.fromkeys(terms["name"])]
        wanted += [term("text", word) for word in self._rarest([*terms["name"], *terms["text"]])]
        clauses = [(Occur.Should, one) for one in wanted]
        if not clauses:
            return []
        hits = self._searcher.search(Query.boolean_query(clauses), limit, count=False).hits
        return [self._searcher.doc(address).get_first("id") for _, address in hits]

    def _rarest(self, said: list[str]) -> list[str]:
        """The words that tell most: what every filing says costs the most time and changes the order least."""
        counts = {word: self._searcher.doc_freq("text", word) for word in dict.fromkeys(said)}
        wanted: list[str] = []
        seen = 0
        for word in sorted((word for word, count in counts.items() if count), key=lambda word: counts[word]):
            seen += counts[word]
            if len(wanted) >= _RAREST and seen > _SELDOM:
                break
            wanted.append(word)
        return wanted

    def documents(self) -> int:
        """How many records the index holds."""
        state = self._state()
        if state is None:
            return 0
        index = self._open(state.folder)
        index.reload()
        return index.searcher().num_docs

    def _open(self, folder: str) -> Any:
        if self._opened is None or self._opened[0] != folder:
            import tantivy

            path = self._root / folder
            if not (path / "meta.json").is_file():
                raise IndexUnusableError("meta.json is missing")
            self._opened = (folder, tantivy.Index(_schema(), path=str(path), reuse=True))
            self._searcher = None
        return self._opened[1]

    def _state(self) -> State | None:
        return None if self._forgotten else self._file.read()

    def _catch_up(self) -> None:
        state = self._state()
        if state is None or state.revision > self._store.revision():
            self._build()
            return
        try:
            index = self._open(state.folder)
            writer = index.writer(_HEAP, 1)
            with self._store.snapshot():
                for one in self._store.gone(state.revision):
                    writer.delete_documents_by_term("id", one)
                revision, held = self._feed(writer, state.revision), len(self._store)
            writer.commit()
            writer.wait_merging_threads()
            index.reload()
            agrees = index.searcher().num_docs == held
        except BaseException as error:
            if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
                raise
            self._opened, agrees, revision = None, False, 0
        if agrees:
            self._file.write(State(state.folder, revision))
        else:
            self._build()

    def _build(self) -> None:
        import tantivy

        folder = f"words-{uuid.uuid4().hex[:8]}"
        path = self._root / folder
        path.mkdir()
        try:
            index = tantivy.Index(_schema(), path=str(path))
            writer = index.writer(_HEAP, 1)
            with self._store.snapshot():
                revision = self._feed(writer, 0)
            writer.commit()
            writer.wait_merging_threads()
            self._file.write(State(folder, revision))
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise
        self._opened = None
        for other in self._root.glob("words-*"):
            if other.name != folder:
                shutil.rmtree(other, ignore_errors=True)

    def _feed(self, writer: Any, revision: int) -> int:
        """Add every current record changed after `revision`; returns the last change of the corpus."""
        first = revision
        while batch := self._store.since(revision, _BATCH):
            for one in batch:
                if first:
                    writer.delete_documents_by_term("id", one.id)
                writer.add_document(_document(one))
            revision = batch[-1].revision
        return self._store.revision()

    @contextlib.contextmanager
    def _lock(self, wait: float) -> Generator[bool]:
        """Keep other processes from the index. SQLite's file lock is portable and dies with its process."""
        self._root.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(self._root / "lock", timeout=wait, isolation_level=None)
        try:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
                yield False
            else:
                yield True
        finally:
            lock.close()


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in _FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _document(one: Brief) -> Any:
    import tantivy

    document = tantivy.Document()
    document.add_text("id", one.id)
    document.add_text("name", " ".join(words(one.wording.name)))
    document.add_text("text", " ".join(words(one.wording.text)))
    return document
