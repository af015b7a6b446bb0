"""Between the rows of a corpus file and records: what stands in which column, and how a record is packed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from drafter.corpus.prices import Price, prices_of
from drafter.corpus.record import Record
from drafter.corpus.wording import Wording

SELECT_RECORD = "SELECT id, kind, document, version, current, added, record FROM filings"
SELECT_BRIEF = "SELECT revision, id, kind, project, office, year, goal, rows FROM filings"
# Each item once, jumping from one to the next: DISTINCT would read the whole index.
SELECT_ITEMS = (
    "WITH RECURSIVE known (item) AS (SELECT min(item) FROM prices"
    " UNION ALL SELECT (SELECT min(item) FROM prices WHERE item > known.item) FROM known WHERE known.item IS NOT NULL)"
    " SELECT item FROM known WHERE item IS NOT NULL"
)
SELECT_PRICES = (
    "SELECT item, unit, price, year, office, project, id, document, path, basis"
    " FROM prices JOIN filings ON filings.id = prices.filing WHERE item = ? AND current"
)


class Brief(NamedTuple):
    """What searching needs of a record."""

    revision: int
    id: str
    kind: str
    project: str
    office: str
    year: int | None
    wording: Wording


def brief_of(row: Sequence[Any]) -> Brief:
    """A row of `SELECT_BRIEF`."""
    revision, identity, kind, project, office, year, goal, rows = row
    return Brief(revision, identity, kind, project, office, year, Wording(project, goal, rows))


def price_of(row: Sequence[Any]) -> Price:
    """A row of `SELECT_PRICES`."""
    item, unit, price, year, office, project, identity, document, path, basis = row
    return Price(item, unit, Decimal(price), year, office, project, identity, document, path, basis)


def write_prices(connection: sqlite3.Connection, record: Record) -> None:
    """Enter the prices of a record into the price book."""
    connection.executemany(
        "INSERT INTO prices (filing, item, unit, price, path, basis) VALUES (?, ?, ?, ?, ?, ?)",
        [(one.id, one.item, one.unit, str(one.price), one.path, one.basis) for one in prices_of(record)],
    )


def read_row(connection: sqlite3.Connection, number: int) -> Record:
    """The record with that number."""
    return record_of_row(connection.execute(f"{SELECT_RECORD} WHERE number = ?", (number,)).fetchone())


def pack(record: Record) -> bytes:
    """The filing and its source as they stand in the file."""
    said = {**record.to_json(), "removed": dict(record.removed)}
    return zlib.compress(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def unpack(packed: bytes) -> dict[str, Any]:
    """The JSON behind `pack`."""
    from pydantic_core import from_json

    # Twice as fast as json.loads.
    return from_json(zlib.decompress(packed))


def record_of_row(row: Sequence[Any]) -> Record:
    """A row of `SELECT_RECORD`."""
    identity, kind, document, version, current, added, packed = row
    said = unpack(packed)
    source = said["source"]
    return Record(
        id=identity,
        kind=kind,
        data=said["filing"],
        document=document,
        index=source["index"],
        restated=tuple(source["restated"]),
        method=source["method"],
        url=source["url"],
        version=version,
        current=bool(current),
        added=added,
        removed=said["removed"],
    )
