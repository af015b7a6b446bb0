"""Corpus files of other versions, and files that are none: upgraded, or refused in one sentence."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from drafter.cli.main import app
from drafter.corpus import Corpus, CorpusError, Query, Store
from drafter.corpus.schema import APPLICATION_ID, MIGRATIONS, VERSION

VERSION_1 = Path(__file__).parent / "data" / "version_1.sql"


def old(path: Path, version: int = 1) -> Path:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path


def test_every_older_version_has_a_way_forward() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_version_1_gets_its_price_book_and_keeps_its_filings(tmp_path: Path) -> None:
    path = old(tmp_path / "c.sqlite")
    with Corpus([path]) as corpus:
        (range_,) = corpus.prices("宣传册")
        assert (range_.unit, range_.low, range_.median, range_.high) == (
            "份", Decimal("2.00"), Decimal("2.20"), Decimal("3.00"),
        )  # fmt: skip
        assert next(hit.record.year for hit in corpus.search(Query("便民宣传"))) == 2025
    with Store(path) as store:
        assert len(store) == 3
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_an_upgrade_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = old(tmp_path / "c.sqlite")

    def failing(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE prices (x)")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("drafter.corpus.schema.MIGRATIONS", {1: failing})
    with pytest.raises(CorpusError, match="磁盘已满"):
        Store(path)
    monkeypatch.undo()
    with Store(path) as store:
        assert len(store) == 3 and store.prices("宣传册")


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = old(tmp_path / "c.sqlite", VERSION + 1)
    with pytest.raises(CorpusError, match="请升级"):
        Store(path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"not a database, whatever its name says" * 40, "不是语料库文件或已损坏"), (None, "别的程序的数据库")],
)
def test_a_file_that_is_no_corpus_is_refused(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    path = tmp_path / "c.sqlite"
    if content is None:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()
        connection.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    result = CliRunner().invoke(app, ["corpus", "list", "--corpus", str(path)])
    assert result.exit_code == 2
    assert sentence in result.stderr and len(result.stderr.splitlines()) == 1
    assert path.read_bytes() == before


def test_a_truncated_corpus_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = old(tmp_path / "c.sqlite")
    path.write_bytes(path.read_bytes()[:5000])
    result = CliRunner().invoke(app, ["corpus", "search", "便民宣传", "--corpus", str(path)])
    assert result.exit_code == 2
    assert "已损坏" in result.stderr and len(result.stderr.splitlines()) == 1
