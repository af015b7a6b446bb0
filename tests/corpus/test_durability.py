"""What was reported as added is there: after kill -9, on a full disk, with two processes adding at once."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from corpus.made import made

from drafter.corpus import CorpusError, Query, Store, search
from drafter.corpus.index import Index
from drafter.corpus.paths import index_folder
from drafter.corpus.store_source import StoreSource
from drafter.corpus.wording import wording

TESTS = Path(__file__).parents[1]
ADD = """
import sys
from pathlib import Path
from corpus.made import made
from drafter.corpus import Store
first, last, size = map(int, sys.argv[2:5])
with Store(Path(sys.argv[1]), create=True) as store:
    for start in range(first, last, size):
        for batch in store.add(made(number) for number in range(start, min(last, start + size))):
            print(*(one.record.id for one in batch), flush=True)
"""
INDEX = """
import sys
from pathlib import Path
from drafter.corpus import Store
from drafter.corpus.index import Index
with Store(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    Index(store).rebuild()
"""


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def is_whole(path: Path) -> bool:
    """The file is sound, and its counts of character pairs are those of the filings in it."""
    with Store(path) as store:
        records = list(store.records())
        counts = Counter(pair for one in records for pair in wording(one.data).grams)
        counted = store.frequencies(["", *counts])
    connection = sqlite3.connect(path)
    try:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
    finally:
        connection.close()
    return sound == "ok" and counted == {"": len(records), **counts}


@pytest.mark.parametrize("round_", range(6))
def test_killed_at_any_point_what_was_reported_is_there(tmp_path: Path, round_: int) -> None:
    path, random_ = tmp_path / "c.sqlite", random.Random(round_)
    process = run(ADD, path, 0, 100_000, random_.choice([1, 7, 50]))
    assert process.stdout is not None and process.stderr is not None
    reported = process.stdout.readline().split()
    time.sleep(random_.uniform(0, 0.4))
    process.send_signal(signal.SIGKILL)
    reported += [one for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")
                 for one in line.split()]  # fmt: skip
    process.wait()
    process.stderr.close()
    process.stdout.close()
    with Store(path) as store:
        assert set(store.get(reported)) == set(reported)
        # And the same command again goes on where it was.
        for _ in store.add(map(made, range(5))):
            pass
    assert is_whole(path)


@pytest.mark.parametrize("round_", range(4))
def test_killed_while_the_index_is_made_searching_makes_it_again(tmp_path: Path, round_: int) -> None:
    path = tmp_path / "c.sqlite"
    with Store(path, create=True) as store:
        for _ in store.add(map(made, range(600))):
            pass
        process = run(INDEX, path)
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        time.sleep(0.06 * round_)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert search(Query("东湖道路保洁"), [StoreSource(store)])
        assert Index(store).documents() == 600
        assert len(list(index_folder(path).glob("words-*"))) == 1, "what was half made is cleared away"


def test_two_processes_add_at_once_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    # The middle third is added by both.
    processes = [run(ADD, path, 0, 200, 3), run(ADD, path, 100, 300, 4)]
    reported: list[str] = []
    for process in processes:
        said, failed = process.communicate(timeout=120)
        assert process.returncode == 0, failed
        reported += said.split()
    with Store(path) as store:
        assert len(store) == 300
        assert set(store.get(reported)) == set(reported)
    assert is_whole(path)


def test_a_reader_sees_whole_batches_while_another_process_adds(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    process = run(ADD, path, 0, 400, 10)
    assert process.stdout is not None
    process.stdout.readline()
    with Store(path) as store:
        while process.poll() is None:
            assert len(list(store.records())) % 10 == 0
            assert search(Query("东湖道路保洁"), [StoreSource(store)])
        process.communicate()
        assert len(store) == 400


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    Store(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Store(path, timeout=0.1) as store, pytest.raises(CorpusError, match="另一个进程") as said:
            list(store.add([made(1)]))
        assert "another process" in said.value.en
    finally:
        other.close()


def test_a_full_file_keeps_what_was_reported(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    reported: list[str] = []
    with Store(path, create=True) as store:
        store._connection.execute("PRAGMA max_page_count = 60")
        with pytest.raises(CorpusError, match="磁盘已满") as said:
            for start in range(0, 5000, 10):
                for batch in store.add(made(number) for number in range(start, start + 10)):
                    reported += [one.record.id for one in batch]
        assert "disk is full" in said.value.en
    assert reported
    with Store(path) as store:
        assert set(store.get(reported)) == set(reported) and len(store) == len(reported)
        for _ in store.add(map(made, range(5000, 5010))):
            pass
    assert is_whole(path)


@pytest.fixture
def small_disk(tmp_path: Path):
    """A file system of three megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, text=True
        )
    except FileNotFoundError:
        pytest.skip("no mount program: the small disk was not tested")
    if done.returncode:
        pytest.skip(f"a small disk cannot be mounted here, so none was tested: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_on_a_full_disk_reported_filings_stay_and_searching_goes_on(small_disk: Path) -> None:
    path = small_disk / "c.sqlite"
    reported: list[str] = []
    with Store(path, create=True) as store:
        with pytest.raises(CorpusError, match="磁盘已满"):
            for start in range(0, 100_000, 20):
                for batch in store.add(made(number) for number in range(start, start + 20)):
                    reported += [one.record.id for one in batch]
        assert len(reported) > 200
        notices: list[str] = []
        hits = search(Query("东湖道路保洁"), [StoreSource(store, lambda zh, en: notices.append(en))])
        assert hits and notices, "the index finds no room, and that is said"
    with Store(path) as store:
        assert set(store.get(reported)) == set(reported)
    assert is_whole(path)
