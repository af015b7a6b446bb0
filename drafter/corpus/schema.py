"""The tables of a corpus file, its version, and the way from older versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from drafter.corpus.errors import CorpusError, spoken

APPLICATION_ID = 0x64726674
"""Written into the file's header ("drft"): a program that meets some SQLite file can tell whether it is a corpus."""

VERSION = 2

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- revision: a counter over all changes, of which the search index knows the last one it has seen.
CREATE TABLE filings (
  number INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  lineage TEXT NOT NULL,
  slot INTEGER NOT NULL,
  office TEXT NOT NULL,
  project TEXT NOT NULL,
  year INTEGER,
  -- The words searching looks at, so that it need not open the record.
  goal TEXT NOT NULL,
  rows TEXT NOT NULL,
  version INTEGER NOT NULL,
  current INTEGER NOT NULL,
  document TEXT,
  added TEXT NOT NULL,
  -- The filing and its source: JSON, UTF-8, zlib.
  record BLOB NOT NULL
);
CREATE INDEX filings_lineage ON filings (lineage, year);
CREATE INDEX filings_year ON filings (year, office);
-- Filings that were current once and are not any more, for the search index to forget.
CREATE TABLE gone (revision INTEGER NOT NULL, id TEXT NOT NULL);
-- How many current filings hold a pair of characters. The empty pair counts the filings.
CREATE TABLE grams (gram TEXT PRIMARY KEY, filings INTEGER NOT NULL) WITHOUT ROWID;
"""

# Version 2 added the price book.
_PRICES = """
CREATE TABLE prices (
  filing TEXT NOT NULL,
  item TEXT NOT NULL,
  unit TEXT,
  price TEXT NOT NULL,
  path TEXT NOT NULL,
  basis TEXT NOT NULL
);
CREATE INDEX prices_item ON prices (item);
CREATE INDEX prices_filing ON prices (filing);
"""


def _add_prices(connection: sqlite3.Connection) -> None:
    """1 → 2: the prices of the filings that are there."""
    from drafter.corpus.rows import read_row, write_prices

    _run(connection, _PRICES)
    for (number,) in connection.execute("SELECT number FROM filings").fetchall():
        write_prices(connection, read_row(connection, number))


def _run(connection: sqlite3.Connection, statements: str) -> None:
    # executescript would end the transaction.
    for statement in statements.split(";"):
        connection.execute(statement)


MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _add_prices}
"""Version → the step that makes the next version of it."""


def connect(path: Path, *, create: bool, timeout: float = 30.0) -> tuple[sqlite3.Connection, bool]:
    """Open a corpus file, upgrading an older one.

    Args:
        path: The file.
        create: Make the file and its folder when they do not exist.
        timeout: Seconds to wait for another process that writes.

    Returns:
        The connection (autocommit; transactions are begun explicitly) and whether it can write.

    Raises:
        CorpusError: The file is missing, no corpus, damaged, too new, or the disk is full.
    """
    if not path.exists():
        if not create:
            raise CorpusError(
                f"没有语料库 {path}；用 drafter corpus add 文件 建立",
                f"there is no corpus {path}; make one with `drafter corpus add FILES`",
            )
        with spoken(path):
            path.parent.mkdir(parents=True, exist_ok=True)
    with spoken(path):
        connection, writable = _open(path, timeout)
        try:
            _prepare(connection, path, writable)
        except BaseException:
            connection.close()
            raise
    return connection, writable


def _open(path: Path, timeout: float) -> tuple[sqlite3.Connection, bool]:
    location = path.absolute().as_uri()
    connection = sqlite3.connect(location, uri=True, timeout=timeout, isolation_level=None)
    try:
        # Before anything is changed: this may be another program's file.
        _version(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        # FULL: a commit is on the disk when it returns, so that "added" survives even a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        return connection, True
    except sqlite3.OperationalError as error:
        connection.close()
        if "readonly" not in str(error) and "unable to open" not in str(error):
            raise
    except BaseException:
        connection.close()
        raise
    # A corpus on a read-only medium: no journal can be made beside it, and nobody changes it.
    return sqlite3.connect(f"{location}?immutable=1", uri=True, isolation_level=None), False


def _prepare(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    version = _version(connection, path)
    if version == VERSION:
        return
    if version > VERSION:
        raise CorpusError(
            f"语料库 {path} 是更新的版本（{version}），本程序只认到 {VERSION}；请升级 drafter",
            f"corpus {path} has version {version}, this program knows {VERSION}: upgrade drafter",
        )
    if not writable:
        raise CorpusError(
            f"语料库 {path} 是旧版本（{version}）且只读，无法升级；请复制到可写的位置",
            f"corpus {path} has the old version {version} and is read-only: copy it to where it can be upgraded",
        )
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while we waited.
        version = _version(connection, path)
        if version == 0:
            _run(connection, _TABLES + _PRICES)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            version = VERSION
        while version < VERSION:
            MIGRATIONS[version](connection)
            version += 1
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION_ID:
        raise CorpusError(
            f"{path} 是别的程序的数据库，不是语料库",
            f"{path} is the database of another program, not a corpus",
        )
    return version
