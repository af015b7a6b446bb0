"""The records of a corpus in one SQLite file. What a method reports as done is on the disk."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self

from drafter.corpus.errors import CorpusError, spoken
from drafter.corpus.prices import Price, same_item
from drafter.corpus.record import Record, digest, record_id, slotted
from drafter.corpus.rows import (
    SELECT_BRIEF,
    SELECT_ITEMS,
    SELECT_PRICES,
    SELECT_RECORD,
    Brief,
    brief_of,
    pack,
    price_of,
    record_of_row,
    write_prices,
)
from drafter.corpus.schema import connect
from drafter.corpus.wording import Wording, grams, key, wording

_OF_OFFICE = "SELECT id, project FROM filings WHERE lineage >= ? AND lineage < ? AND current AND kind = 'filing'"
_BATCH = 500


class Added(NamedTuple):
    """What became of a filing offered to a corpus.

    Attributes:
        record: The record as it is kept now.
        status: `added`; `version` when it replaces an older content for the same office, project and year;
            `duplicate` when the same content was there.
    """

    record: Record
    status: Literal["added", "version", "duplicate"]


class Store:
    """The records of one corpus file. One object per thread; any number of processes."""

    def __init__(self, path: Path, *, create: bool = False, timeout: float = 30.0) -> None:
        self.path = path
        self._connection, self.writable = connect(path, create=create, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(self, records: Iterable[Record]) -> Iterator[list[Added]]:
        """Add records, some hundred in a transaction; yields what a transaction added once it is on the disk.

        Filings with the same office, project and year are versions of one another: the last one added is current.
        Two of the same name in one document are two filings.

        Raises:
            CorpusError: Nothing of the current batch was written; what was yielded before stays.
        """
        batch: list[tuple[Record, int]] = []
        for record in slotted(records):
            batch.append(record)
            if len(batch) == _BATCH:
                yield self._add(batch)
                batch = []
        if batch:
            yield self._add(batch)

    def _add(self, batch: Sequence[tuple[Record, int]]) -> list[Added]:
        with self._changing() as change:
            return [self._add_one(record, slot, change) for record, slot in batch]

    def _add_one(self, record: Record, slot: int, change: _Change) -> Added:
        fingerprint = digest(record.kind, record.data)
        if found := self._rows("WHERE digest = ?", fingerprint):
            return Added(found[0], "duplicate")
        older = self._versions(record, slot)
        for old in older:
            if old.current:
                self._connection.execute("UPDATE filings SET current = 0 WHERE id = ?", (old.id,))
                self._forget(old, change)
        kept = replace(
            record,
            id=record_id(fingerprint),
            version=older[0].version + 1 if older else 1,
            current=True,
            added=dt.date.today().isoformat(),
        )
        said = wording(kept.data)
        self._insert(kept, said, fingerprint, change.next(), slot)
        write_prices(self._connection, kept)
        change.grams.update(["", *said.grams])
        return Added(kept, "version" if older else "added")

    def _insert(self, record: Record, said: Wording, fingerprint: str, revision: int, slot: int) -> None:
        self._connection.execute(
            "INSERT INTO filings (revision, id, digest, kind, lineage, slot, office, project, year, goal, rows,"
            " version, current, document, added, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
            (revision, record.id, fingerprint, record.kind, record.lineage, slot, record.office, record.project,
             record.year, said.goal, said.rows, record.version, record.document, record.added, pack(record)),
        )  # fmt: skip

    def remove(self, ids: Sequence[str]) -> list[Record]:
        """Remove records by id; the version before a removed one becomes current again. Returns what went."""
        went: list[Record] = []
        with self._changing() as change:
            for record in self.get(ids).values():
                (slot,) = self._connection.execute("SELECT slot FROM filings WHERE id = ?", (record.id,)).fetchone()
                self._connection.execute("DELETE FROM filings WHERE id = ?", (record.id,))
                self._connection.execute("DELETE FROM prices WHERE filing = ?", (record.id,))
                went.append(record)
                if record.current:
                    self._forget(record, change)
                    for last in self._versions(record, slot)[:1]:
                        restore = "UPDATE filings SET current = 1, revision = ? WHERE id = ?"
                        self._connection.execute(restore, (change.next(), last.id))
                        change.grams.update(["", *wording(last.data).grams])
        return went

    def get(self, ids: Sequence[str]) -> dict[str, Record]:
        """Records by id; those that are not there are left out."""
        found: list[Record] = []
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            found += self._rows(f"WHERE id IN ({', '.join('?' * len(part))})", *part)
        return {record.id: record for record in found}

    def find(self, prefix: str) -> list[Record]:
        """Records whose id begins so, eleven at most."""
        like = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        return self._rows("WHERE id LIKE ? ESCAPE '\\' ORDER BY id LIMIT 11", like)

    def records(self, *, versions: bool = False) -> Iterator[Record]:
        """All current records in the order they were added, or every version."""
        with spoken(self.path):
            which = "" if versions else "WHERE current"
            for row in self._connection.execute(f"{SELECT_RECORD} {which} ORDER BY number"):
                yield record_of_row(row)

    def of_office(self, office: str, pairs: frozenset[str]) -> list[Record]:
        """Current filings of an office whose project's name has one of these pairs of characters."""
        with spoken(self.path):
            begins = key(office)
            # The line break ends the office's part of a lineage.
            rows = self._connection.execute(_OF_OFFICE, (f"{begins}\n", f"{begins}\x0b")).fetchall()
        return list(self.get([identity for identity, project in rows if pairs & grams(project)]).values())

    def briefs(self, ids: Sequence[str]) -> list[Brief]:
        """What searching needs of the current ones among these records."""
        found: list[Brief] = []
        with spoken(self.path):
            for start in range(0, len(ids), _BATCH):
                part = ids[start : start + _BATCH]
                some = f"{SELECT_BRIEF} WHERE id IN ({', '.join('?' * len(part))}) AND current"
                found += map(brief_of, self._connection.execute(some, part))
        return found

    def since(self, revision: int, limit: int) -> list[Brief]:
        """What searching needs of the current records changed after a revision, oldest first."""
        with spoken(self.path):
            newer = f"{SELECT_BRIEF} WHERE revision > ? AND current ORDER BY revision LIMIT ?"
            return [brief_of(row) for row in self._connection.execute(newer, (revision, limit))]

    def revision(self) -> int:
        """The number of the last change."""
        with spoken(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()
        return int(row[0]) if row else 0

    def __len__(self) -> int:
        return self.frequencies([""]).get("", 0)

    def frequencies(self, grams: Iterable[str]) -> dict[str, int]:
        """In how many current filings each pair of characters occurs."""
        wanted = list(grams)
        found: dict[str, int] = {}
        with spoken(self.path):
            for start in range(0, len(wanted), _BATCH):
                part = wanted[start : start + _BATCH]
                marks = ", ".join("?" * len(part))
                some = f"SELECT gram, filings FROM grams WHERE gram IN ({marks})"  # noqa: S608  marks are only "?"
                found.update(self._connection.execute(some, part).fetchall())
        return found

    def prices(self, item: str) -> list[Price]:
        """The prices, in current filings, of everything whose name is like this."""
        with spoken(self.path):
            every = self._connection.execute(SELECT_ITEMS)
            alike = [row[0] for row in every if same_item(item, row[0])]
            rows = [row for one in alike for row in self._connection.execute(SELECT_PRICES, (one,))]
        return [price_of(row) for row in rows]

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """Read one state of the corpus, whatever other processes add meanwhile."""
        with spoken(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    def gone(self, revision: int) -> list[str]:
        """Ids that stopped being current after a revision."""
        with spoken(self.path):
            return [row[0] for row in self._connection.execute("SELECT id FROM gone WHERE revision > ?", (revision,))]

    def _versions(self, record: Record, slot: int) -> list[Record]:
        where = "WHERE kind = ? AND lineage = ? AND year IS ? AND slot = ? ORDER BY version DESC"
        return self._rows(where, record.kind, record.lineage, record.year, slot)

    def _forget(self, record: Record, change: _Change) -> None:
        change.grams.subtract(["", *wording(record.data).grams])
        self._connection.execute("INSERT INTO gone VALUES (?, ?)", (change.next(), record.id))

    def _rows(self, where: str, *values: Any) -> list[Record]:
        with spoken(self.path):
            return [record_of_row(row) for row in self._connection.execute(f"{SELECT_RECORD} {where}", values)]

    @contextmanager
    def _changing(self) -> Generator[_Change]:
        """One transaction: all of it is on the disk afterwards, or nothing."""
        if not self.writable:
            raise CorpusError(f"语料库 {self.path} 只读，不能写入", f"corpus {self.path} is read-only")
        with spoken(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                change = _Change(self.revision(), Counter())
                yield change
                self._connection.executemany(
                    "INSERT INTO grams (gram, filings) VALUES (?, ?)"
                    " ON CONFLICT (gram) DO UPDATE SET filings = filings + excluded.filings",
                    [(gram, count) for gram, count in change.grams.items() if count],
                )
                self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('revision', ?)", (str(change.revision),))
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


@dataclass(slots=True)
class _Change:
    """What a transaction changes beside the records: the revision counter and the counts of character pairs."""

    revision: int
    grams: Counter[str]

    def next(self) -> int:
        self.revision += 1
        return self.revision
