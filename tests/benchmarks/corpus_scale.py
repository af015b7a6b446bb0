"""A large corpus: build, size, search, adding one, memory; beside SQLite FTS5 and bm25s on the same texts.

    PYTHONPATH=tests python tests/benchmarks/corpus_scale.py --filings 200000    # bm25s is left out if not installed

Each engine runs in a process of its own, so that memory is its own. Times are wall-clock, with CPU time beside them,
which other work on the machine changes less. The texts are synthetic (`synthetic.py`): good for sizes and
times, not for judging what is found.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from heapq import nlargest
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.synthetic import filings, queries

from drafter.corpus import Query, Store, search
from drafter.corpus.index import Index
from drafter.corpus.retrieval import compare
from drafter.corpus.store_source import StoreSource
from drafter.corpus.wording import wording, words

QUERIES = 300
AGREED = 20
ENGINES = ("drafter", "fts5", "bm25s")


def main() -> None:
    """Run the engines one after another."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--filings", type=int, default=200_000)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--corpus", type=Path, help="measure drafter on this corpus, built before")
    arguments = parser.parse_args()
    if arguments.corpus:
        measure(arguments.corpus)
        return
    if arguments.engine:
        with tempfile.TemporaryDirectory() as folder:
            {"drafter": ours, "fts5": fts5, "bm25s": bm25s}[arguments.engine](arguments.filings, Path(folder))
        return
    for engine in ENGINES:
        if importlib.util.find_spec(engine) is None and engine == "bm25s":
            say("bm25s is not installed, so it was not measured")
            continue
        command = [sys.executable, __file__, "--filings", str(arguments.filings), "--engine", engine]
        subprocess.run(command, check=True)


def ours(count: int, folder: Path) -> None:
    """The product as shipped."""
    build(count, folder / "corpus.sqlite")
    measure(folder / "corpus.sqlite")


def build(count: int, path: Path) -> None:
    """Add so many filings to a new corpus, and index them."""
    store = Store(path, create=True)
    with Clock() as clock:
        kept = sum(one.status != "duplicate" for batch in store.add(filings(count)) for one in batch)
    say(f"drafter: {kept} filings added in {clock} (generating them included)")
    with Clock() as clock:
        Index(store).refresh()
    index = path.with_name(path.name + ".index")
    say(f"  index in {clock}; {size(path)} records, {size(index)} index; {memory()} peak while building")
    store.close()


def measure(path: Path) -> None:
    """Search a corpus, and add to it."""
    store = Store(path)
    say(f"{len(store)} filings")
    source = StoreSource(store)
    _search("drafter", lambda name, purpose: search(Query(name, purpose), [source], 10))
    say(f"  of the ten most like {AGREED} queries by comparing all filings, the index gives {agreement(source):.0%}")
    with_year = [Query(name, purpose, office="某区教育局", year=2027) for name, purpose in queries(QUERIES)]
    percentiles("with office and year", [timed(lambda one=one: search(one, [source], 10)) for one in with_year])
    # Nobody waits for the index when one is added: the search that finds too many newer ones brings it up to date.
    # The first addition of a process loads the checker, which finds the prices.
    add_one(store, next(filings(1, seed=98)))
    adding: list[tuple[float, float]] = []
    searching: list[tuple[float, float]] = []
    for record, (name, purpose) in zip(filings(200, seed=99), queries(200), strict=True):
        adding.append(timed(lambda record=record: add_one(store, record)))
        searching.append(timed(lambda name=name, purpose=purpose: search(Query(name, purpose), [source], 10)))
    percentiles("adding one", adding)
    percentiles("a search after each", searching)
    percentiles("a price", [timed(lambda: store.prices("保洁")) for _ in range(20)])
    store.close()
    say(f"  {memory()} peak in all")
    fresh = [sys.executable, "-c", _FRESH, str(path)]
    say("  " + subprocess.run(fresh, check=True, capture_output=True, text=True).stdout.strip())


def agreement(source: StoreSource) -> float:
    """How many of the ten most like a query, found by comparing all filings, are among the candidates of the index."""
    asked = [Query(name, purpose) for name, purpose in queries(AGREED, seed=11)]
    best: list[list[tuple[float, str]]] = [[] for _ in asked]
    seen = 0
    while batch := source.store.since(seen, 1000):
        seen = batch[-1].revision
        pool = [("", source.candidate(one)) for one in batch]
        for query, held in zip(asked, best, strict=True):
            held += [(one.likeness, one.candidate.id) for one in compare(query, pool, [source])[0]]
            held[:] = nlargest(20, held)
    shares: list[float] = []
    for query, held in zip(asked, best, strict=True):
        # Of several equally like at the tenth place any will do.
        among = {one.id for one in source.candidates(query)}
        found = sum(one in among for likeness, one in held if likeness >= held[9][0])
        shares.append(min(10, found) / 10)
    return fmean(shares)


_FRESH = """
import resource, sys, time
from pathlib import Path
begun = time.perf_counter()
from drafter.corpus import Query, Store, search
from drafter.corpus.store_source import StoreSource
with Store(Path(sys.argv[1])) as store:
    search(Query("道路保洁"), [StoreSource(store)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"a fresh process: imports, open and first search {time.perf_counter() - begun:.2f} s, {peak} MB")
"""


def add_one(store: Store, record: Any) -> None:
    """What `corpus add` does for one filing that was read."""
    for _ in store.add([record]):
        pass


def fts5(count: int, folder: Path) -> None:
    """SQLite's own full-text search over the same words."""
    connection = sqlite3.connect(folder / "fts.sqlite")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (words, content='', tokenize='unicode61')")
    with Clock() as clock:
        rows = ((" ".join(words(wording(one.data).text)),) for one in filings(count))
        connection.executemany("INSERT INTO texts (words) VALUES (?)", rows)
        connection.commit()
    say(f"fts5: built in {clock}; {size(folder / 'fts.sqlite')} (no records)")

    def ask(name: str, purpose: str) -> Any:
        said = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(f"{name} {purpose}")))
        ranked = "SELECT rowid FROM texts WHERE words MATCH ? ORDER BY bm25(texts) LIMIT 10"
        return connection.execute(ranked, (said,)).fetchall()

    _search("fts5", ask, QUERIES // 10)
    say(f"  {memory()} peak")


def bm25s(count: int, folder: Path) -> None:
    """bm25s in memory; it cannot add to an index."""
    import bm25s as library

    with Clock() as clock:
        engine = library.BM25()
        engine.index([words(wording(one.data).text) for one in filings(count)], show_progress=False)
        engine.save(str(folder / "bm25s"))
    say(f"bm25s: built in {clock}; {size(folder / 'bm25s')} (no records, nothing can be added)")

    def ask(name: str, purpose: str) -> Any:
        return engine.retrieve([words(f"{name} {purpose}")], k=10, show_progress=False)

    _search("bm25s", ask)
    say(f"  {memory()} peak")


def _search(name: str, ask: Callable[[str, str], Any], count: int = QUERIES) -> None:
    asked = queries(count)
    for one in asked[:10]:
        ask(*one)
    percentiles("name and purpose", [timed(lambda one=one: ask(*one)) for one in asked])
    percentiles("name alone", [timed(lambda one=one: ask(one[0], "")) for one in asked])


def timed(work: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds of wall-clock and of CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def percentiles(what: str, measured: list[tuple[float, float]]) -> None:
    """Print p50 and p95 of both clocks."""
    walls, cpus = (sorted(column) for column in zip(*measured, strict=True))
    at50, at95 = len(measured) // 2, len(measured) * 95 // 100
    say(
        f"  {what}: p50 {walls[at50]:.1f} ms, p95 {walls[at95]:.1f} ms, worst {walls[-1]:.1f} ms"
        f" (CPU {cpus[at50]:.1f}, {cpus[at95]:.1f}, {cpus[-1]:.1f})"
    )


class Clock:
    """Seconds of wall-clock and CPU of a block."""

    def __enter__(self) -> Clock:
        self.wall, self.cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall, self.cpu = time.perf_counter() - self.wall, time.process_time() - self.cpu

    def __str__(self) -> str:
        return f"{self.wall:.1f} s (CPU {self.cpu:.1f})"


def size(path: Path) -> str:
    """Of a file with its journal, or of all files of a folder."""
    files = [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.0f} MB"


def memory() -> str:
    """The most this process has held."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def say(line: str) -> None:
    """Print at once: a run takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
