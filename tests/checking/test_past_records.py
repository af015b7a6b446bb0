"""The filings of a run as each other's past: on disk what in memory, flat, bounded, and nothing left behind."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from benchmarks.synthetic import filings
from typer.testing import CliRunner

from drafter.checking import past_disk, past_far, past_records
from drafter.checking.past_disk import PastDisk
from drafter.checking.past_records import PastRecords
from drafter.checking.unit_prices import unit_prices
from drafter.cli.main import app
from drafter.errors import ScratchError
from drafter.filing import Filing

FILINGS = [Filing.model_validate(record.data) for record in filings(150)]


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run goes to the disk after a few filings."""
    monkeypatch.setattr(past_records, "NEAR", 5)
    monkeypatch.setattr(past_records, "HELD", 500)
    monkeypatch.setattr(past_far, "KNOWN", 4)
    monkeypatch.setattr(past_far, "UNPACKED", 4)


def filled(some: list[Filing]) -> PastRecords:
    past = PastRecords()
    for at, filing in enumerate(some):
        past.add(f"一批/文件{at // 20}.json", filing)
    return past


def answers(past: PastRecords, some: list[Filing]) -> list[tuple[Any, ...]]:
    """What the rules ask about each filing; the filings twice, so that what was forgotten is looked up again."""
    told: list[tuple[Any, ...]] = []
    for filing in (*some, *some):
        before = past.previous(filing)
        told.append((
            [(one.source, one.fact(unit_prices), one.filing) for one in past.similar(filing)],
            [one.source for one in past.siblings(filing)],
            [one.source for one in past.siblings(filing, None)],
            (before.source, before.filing) if before else None,
            [past.prices(filing, one.item) for one in unit_prices(filing)],
        ))  # fmt: skip
    return told


def rolled(some: list[Filing]) -> list[Filing]:
    """The filings and the same a year before."""
    return [*some, *(one.model_copy(update={"year": (one.year or 0) - 1}) for one in some)]


@pytest.mark.usefixtures("little_memory")
def test_the_disk_answers_what_memory_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    some = rolled(FILINGS[:45])
    on_disk = answers(past := filled(some), some)
    past.close()
    monkeypatch.undo()
    in_memory = answers(filled(some), some)
    for *_, mine in on_disk:
        for found in mine:
            found.sort()
    for *_, theirs in in_memory:
        for found in theirs:
            found.sort()
    assert on_disk == in_memory
    assert any(found for *_, prices in on_disk for found in prices)
    assert any(before for *_, before, _ in on_disk)


@pytest.mark.usefixtures("little_memory")
def test_a_filing_more_takes_no_more_memory() -> None:
    def kept(count: int) -> int:
        """Bytes that a run holds after all its filings were remembered and asked about."""
        some = FILINGS[:count]
        gc.collect()
        tracemalloc.start()
        past = filled(some)
        for filing in some:
            past.similar(filing)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        past.close()
        return held

    kept(150)  # what is made once, and caches of names
    few, many = kept(50), kept(150)
    # Two numbers of four bytes in an array that grows ahead, and noise; kept in memory a filing takes thousands.
    assert many - few < 100 * 300


def test_of_a_feature_that_everybody_has_the_first_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past_records, "MOST", 6)
    monkeypatch.setattr(past_disk, "MOST", 6)
    # Names without two characters in common.
    names = ({"project_name": chr(0x5000 + at) + chr(0x6000 + at), "implementer": f"某{at}局"} for at in range(30))
    copies = [FILINGS[0].model_copy(update=name) for name in names]
    found: list[list[str]] = []
    for held in (10**6, 10):
        monkeypatch.setattr(past_records, "HELD", held)
        past = PastRecords()
        for at, one in enumerate(copies):
            past.add(f"{at}.json", one)
        found.append([one.source for one in past.similar(copies[20])])
        past.close()
    assert found[0] == found[1]
    assert 0 < len(found[0]) <= 6
    assert set(found[0]) <= {f"{at}.json #1" for at in range(6)}


def test_two_documents_of_one_name_are_two_documents() -> None:
    past = PastRecords()
    for at, filing in enumerate(FILINGS[:6]):
        past.add(f"{'甲乙'[at // 3]}局/申报表.docx", filing.model_copy(update={"index": at % 3}))
    assert [one.source for one in past.siblings(FILINGS[4])] == ["申报表.docx #1", "申报表.docx #3"]
    assert [one.filing.project_name for one in past.siblings(FILINGS[4])] == [
        FILINGS[3].project_name,
        FILINGS[5].project_name,
    ]


def test_of_a_document_of_many_the_nearest_are_siblings() -> None:
    past = PastRecords()
    for at, filing in enumerate(FILINGS[:60]):
        past.add("a.json", filing.model_copy(update={"index": at}))
    assert [one.source for one in past.siblings(FILINGS[0], 3)] == ["a.json #2", "a.json #3", "a.json #4"]
    assert [one.source for one in past.siblings(FILINGS[30], 4)] == [f"a.json #{at}" for at in (29, 30, 32, 33)]
    assert len(past.siblings(FILINGS[30], None)) == 59


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("year", [None, -5, 10**4, 10**30])
def test_a_number_that_is_no_year_and_half_a_character_go_to_the_disk(year: int | None) -> None:
    odd = FILINGS[0].model_copy(update={"year": year, "implementer": "某\udce9局"})
    past = filled([*FILINGS[:20], odd])
    past.add("\udce9.json", FILINGS[21].model_copy(update={"project_name": "\udce9"}))
    assert past.previous(odd) is None
    assert len(past.similar(odd, 5)) == 5
    past.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "一批"
    folder.mkdir()
    for at, filing in enumerate(FILINGS[:12]):
        data = {"schema": "drafter.filing/1", "filings": [{**filing.model_dump(mode="json"), "index": 0}]}
        (folder / f"{at:02}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def full(disk: PastDisk) -> None:
    """Let the database grow no more."""
    disk._base.execute("PRAGMA max_page_count=1")


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("step", ["add", "_sort", "write_facts"])
def test_a_full_disk_is_one_sentence_and_exit_2(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    method = getattr(PastDisk, step)

    def on_a_full_disk(disk: PastDisk, *arguments: object) -> object:
        full(disk)
        return method(disk, *arguments)

    monkeypatch.setattr(PastDisk, step, on_a_full_disk)
    monkeypatch.setattr(past_disk, "_SETTINGS", (*past_disk._SETTINGS, "page_size=512"))
    result = CliRunner().invoke(app, ["check", str(folder), "--format", "json"])
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "临时文件" in line
    assert "磁盘已满" in line
    assert "TMPDIR" in line


@pytest.mark.usefixtures("little_memory")
def test_no_temporary_folder_is_one_sentence_and_exit_2(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.spool.KEPT", 3)
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "nowhere"))
    result = CliRunner().invoke(app, ["check", str(folder), "--format", "json", "--lang", "en"])
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "temporary files" in line
    assert "no such file or folder" in line


@pytest.mark.usefixtures("little_memory")
def test_what_no_pickle_takes_is_asked_again() -> None:
    past = filled(FILINGS[:30])
    asked = 0

    def unknown(filing: Filing) -> object:
        nonlocal asked
        asked += 1
        return lambda: filing

    for filing in (*FILINGS[:30], *FILINGS[:30]):
        assert all(callable(one.fact(unknown)) for one in past.similar(filing, 5))
    assert asked > 30
    past.close()


class Unpackable:
    """What a plugin may find out about a filing."""

    def __reduce__(self) -> str:
        raise ValueError("not to be packed")


def unpackable(filing: Filing) -> Unpackable:
    return Unpackable()


@pytest.mark.usefixtures("little_memory")
def test_an_answer_that_refuses_to_be_packed_is_asked_again() -> None:
    past = filled(FILINGS[:30])
    for filing in (*FILINGS[:30], *FILINGS[:30]):
        assert all(one.fact(unpackable) for one in past.similar(filing, 5))
    assert past.failure is None
    past.close()


@pytest.mark.usefixtures("little_memory")
def test_a_run_may_be_asked_in_another_thread_than_it_was_told_in() -> None:
    past = filled(FILINGS[:30])
    here = [one.source for one in past.similar(FILINGS[3])]
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: [one.source for one in past.similar(FILINGS[3], 19)]).result() == here[:19]
    assert here
    past.close()


KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from benchmarks.synthetic import filings
from drafter.checking import past_records
from drafter.checking.past_disk import PastDisk
from drafter.filing import Filing
from drafter.spool import Spool
past_records.NEAR, past_records.HELD = 2, 50
past = past_records.PastRecords()
some = [Filing.model_validate(one.data) for one in filings(200)]
for one in some:
    past.add("a.json", one)
past.similar(some[3])
spool = Spool()
for _ in range(10):
    spool._write(b"x" * 1_000_000)
print("here", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_run_that_is_killed_leaves_no_file_behind(tmp_path: Path) -> None:
    places = {name: str(tmp_path) for name in ("TMPDIR", "SQLITE_TMPDIR")}
    tests = str(Path(__file__).parents[1])
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, tests], env={**os.environ, **places}, capture_output=True, check=False
    )
    assert killed.stdout == b"here\n", killed.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_error_says_it_in_both_languages() -> None:
    error = ScratchError("磁盘已满", "the disk is full")
    assert "磁盘已满" in error.zh
    assert "the disk is full" in error.en


@pytest.mark.usefixtures("little_memory")
def test_every_store_of_a_long_run_is_bounded() -> None:
    def stores(count: int) -> dict[str, int]:
        past = filled(FILINGS[:count])
        for filing in FILINGS[:count]:
            for other in past.similar(filing):
                assert other.fact(unit_prices) is not None
        far = past._far
        assert far is not None
        sizes = {
            "near": len(past._near), "index": len(past._index), "prices": len(past._prices),
            "known": len(far._known), "unpacked": len(far._unpacked), "gathered": far.disk._parts.held,
        }  # fmt: skip
        past.close()
        return sizes

    few, many = stores(50), stores(150)
    assert few == many == {"near": 0, "index": 0, "prices": 0, "known": 4, "unpacked": 4, "gathered": 0}
