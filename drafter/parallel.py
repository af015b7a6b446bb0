"""Checking files in several processes, and staying whole when the system ends one of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from drafter.api import CheckOptions
from drafter.checking.report import Crash, DocumentReport
from drafter.filing import ReadDocument
from drafter.single import OptionsFor, check_file
from drafter.spool import Checked

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache

_CHUNK = 10
_AHEAD = 3
"""So many chunks a process are under way: enough to keep it busy, and what waits for its turn stays small."""
_KILLED = (
    "检查这份文件时进程被系统终止（可能内存不足）",
    "the system ended the process checking it (out of memory?)",
)

_Work: TypeAlias = Sequence[tuple[Path, CheckOptions]]
_Result: TypeAlias = "Future[list[list[Checked]]]"


def _work(items: _Work, cache: ReadCache | None) -> list[list[Checked]]:
    return [check_file(path, lambda _, options=options: options, cache) for path, options in items]


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn: a fork would copy whatever threads and locks the embedding program holds.
    return ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))


def check_in_processes(
    files: Sequence[str], options_for: OptionsFor, jobs: int, cache: ReadCache | None = None
) -> Iterator[list[Checked]]:
    """Check files in `jobs` processes, in their order; a file that ends its process twice is reported as crashed."""
    rest = iter(files)
    waiting: deque[tuple[_Work, _Result | None]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (chunk := list(islice(rest, _CHUNK))):
                work = [(Path(file), options_for(str(Path(file)))) for file in chunk]
                waiting.append((work, _submitted(pool, work, cache)))
            if not waiting:
                return
            work, future = waiting.popleft()
            try:
                if future is None:
                    raise BrokenProcessPool
                yield from future.result()
            except BrokenProcessPool:
                # Nobody says whose file it was. The pool is gone with everything it had: begin again without it.
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(work, cache)
                pool = _pool(jobs)
                waiting = deque((left, _again(pool, left, known, cache)) for left, known in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: _Work, cache: ReadCache | None) -> _Result | None:
    try:
        return pool.submit(_work, work, cache)
    except BrokenProcessPool:
        return None


def _again(pool: ProcessPoolExecutor, work: _Work, known: _Result | None, cache: ReadCache | None) -> _Result | None:
    """The result that was ready before the pool broke, or the work once more."""
    ready = known is not None and known.done() and not known.cancelled() and known.exception() is None
    return known if ready else _submitted(pool, work, cache)


def _one_by_one(work: _Work, cache: ReadCache | None) -> Iterator[list[Checked]]:
    """Each file in a process that only it can end."""
    pool = _pool(1)
    try:
        for item in work:
            try:
                yield pool.submit(_work, [item], cache).result()[0]
            except BrokenProcessPool:
                path, options = item
                yield [_killed(path, options.lang)]
                pool.shutdown(wait=False)
                pool = _pool(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _killed(path: Path, lang: str) -> Checked:
    reason = _KILLED[lang == "en"]
    report = DocumentReport(
        document=str(path), status="unreadable", reason=reason, crashes=[Crash(code="process", error=reason)]
    )
    return Checked(ReadDocument(str(path), "unreadable", _KILLED), report)
