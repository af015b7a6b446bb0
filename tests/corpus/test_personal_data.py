"""No name and no telephone of a real document gets into a corpus: the test reads the bytes."""

from __future__ import annotations

import re
import sqlite3
import zlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from drafter.cli.main import app

# Written without the product's own rules: label, separator, what follows up to the next blank or tab.
_PEOPLE = re.compile(r"(?:负责人|联系人|填表人|审核人)[：:]?[ \t　]*([一-鿿]{2,4})(?=[\s\d：:，,]|$)", re.M)
_CALLS = re.compile(r"电话[：:]?[ \t　]*(\d[\d\-]{6,})")
_LABELS = re.compile(r"联系|负责|填表|电话|日期|单位|审核")


@pytest.fixture(scope="module")
def added(filings_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A corpus with minhang_2020 in it, indexed, and the names and telephones its forms print."""
    document = filings_folder / "minhang_2020.txt"
    text = document.read_text(encoding="utf-8")
    people = {name for name in _PEOPLE.findall(text) if not _LABELS.search(name)}
    secrets = sorted(people | set(_CALLS.findall(text)))
    assert len(people) > 5 and len(secrets) > len(people), "the document prints names and telephones"
    corpus = tmp_path_factory.mktemp("personal") / "c.sqlite"
    result = CliRunner().invoke(app, ["corpus", "add", str(document), "--corpus", str(corpus)])
    assert result.exit_code == 0, result.output
    from drafter.corpus import Store
    from drafter.corpus.index import Index

    with Store(corpus) as store:
        assert len(store) == 13
        Index(store).rebuild()
    return corpus, secrets


def holds(data: bytes, secrets: list[str]) -> list[str]:
    """Positions in the list, not the names: a failing test must not print them."""
    return [f"secret {at}" for at, one in enumerate(secrets) if one.encode() in data or one.encode("utf-16-le") in data]


def test_the_file_holds_none(added: tuple[Path, list[str]]) -> None:
    corpus, secrets = added
    for file in (corpus, corpus.with_name(corpus.name + "-wal")):
        assert not file.exists() or holds(file.read_bytes(), secrets) == []


def test_the_packed_records_hold_none(added: tuple[Path, list[str]]) -> None:
    corpus, secrets = added
    with sqlite3.connect(corpus) as connection:
        rows = connection.execute("SELECT record FROM filings").fetchall()
    connection.close()
    assert len(rows) == 13
    for (packed,) in rows:
        assert holds(zlib.decompress(packed), secrets) == []


def test_the_index_holds_none(added: tuple[Path, list[str]]) -> None:
    corpus, secrets = added
    files = [file for file in corpus.with_name(corpus.name + ".index").rglob("*") if file.is_file()]
    assert any(file.suffix == ".term" for file in files)
    for file in files:
        assert holds(file.read_bytes(), secrets) == []


@pytest.mark.parametrize("format", ["jsonl", "yaml", "csv"])
def test_an_export_holds_none(added: tuple[Path, list[str]], format: str) -> None:
    corpus, secrets = added
    result = CliRunner().invoke(app, ["corpus", "export", "--format", format, "--corpus", str(corpus)])
    assert result.exit_code == 0
    assert "医疗救助" in result.stdout
    assert holds(result.stdout.encode(), secrets) == []


def test_what_is_searched_and_shown_holds_none(added: tuple[Path, list[str]]) -> None:
    corpus, secrets = added
    for arguments in (["list"], ["search", "医疗救助"], ["stats"], ["prices", "保安"]):
        result = CliRunner().invoke(app, ["corpus", *arguments, "--corpus", str(corpus)])
        assert result.exit_code == 0
        assert holds(result.output.encode(), secrets) == []


def test_a_prompt_grounded_in_it_holds_none(added: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, secrets = added
    from drafter.corpus import Store

    with Store(corpus) as store:
        names = [record.data["project_name"] for record in store.records()]
    grounded = 0
    for name in filter(None, names):
        said: list[str] = []
        for place in (corpus, corpus.with_name("none.sqlite")):
            monkeypatch.setenv("DRAFTER_CORPUS", str(place))
            result = CliRunner().invoke(app, ["prompt", "-"], input=f"project_name: {name}\nyear: 2027\n")
            assert result.exit_code == 0, result.output
            said.append(result.output)
        grounded += said[0] != said[1]
        assert holds(said[0].encode(), secrets) == []
    assert grounded, "the corpus gave a precedent to at least one prompt"
