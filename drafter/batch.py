"""Checking many files: in path order, one after another or in several processes, and never stopped by a bad one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

from drafter.api import CheckOptions
from drafter.checking.engine import document_report
from drafter.checking.report import Crash, DocumentReport
from drafter.filing import ReadDocument
from drafter.reading import files_of, read_all
from drafter.spool import Checked

SERIAL_BELOW = 50
"""Starting processes costs more than it saves for fewer files than this."""

_CHUNK = 10
_AHEAD = 3
"""So many chunks a process are under way: enough to keep it busy, and what waits for its turn stays small."""
_KILLED = (
    "检查这份文件时进程被系统终止（可能内存不足）",
    "the system ended the process checking it (out of memory?)",
)

OptionsFor: TypeAlias = Callable[[str], CheckOptions]


def check_files(
    paths: Iterable[str | Path],
    options_for: OptionsFor,
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Checked]:
    """Check files, folders and zips.

    A process that the system kills takes no other file along: what it had is checked again one by one, and the file
    that ends a process a second time is reported as crashed.

    Args:
        paths: What to check.
        options_for: The options for a document, by its path.
        jobs: Processes to use; fewer than `SERIAL_BELOW` files are checked in this one.
        progress: Called with the number of files done and of all files.

    Yields:
        The documents in path order, whatever finished first.
    """
    files = list(files_of(paths))
    if jobs <= 1 or len(files) < SERIAL_BELOW:
        checked = (_check_one(path, options_for) for path in files)
    else:
        checked = _in_processes(files, options_for, jobs)
    for done, documents in enumerate(checked, 1):
        yield from documents
        if progress is not None:
            progress(done, len(files))


def _check_one(path: Path, options_for: OptionsFor) -> list[Checked]:
    return [check_document(document, options_for(document.document)) for document in read_all([path])]


def check_document(document: ReadDocument, options: CheckOptions) -> Checked:
    """Check one document that was read."""
    return Checked(
        document, document_report(document, rules=options.rules(), profile=options.form(), lang=options.lang)
    )


_Work: TypeAlias = Sequence[tuple[Path, CheckOptions]]
_Result: TypeAlias = "Future[list[list[Checked]]]"


def _work(items: _Work) -> list[list[Checked]]:
    return [_check_one(path, lambda _, options=options: options) for path, options in items]


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn: a fork would copy whatever threads and locks the embedding program holds.
    return ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))


def _in_processes(files: Sequence[Path], options_for: OptionsFor, jobs: int) -> Iterator[list[Checked]]:
    rest = iter(files)
    waiting: deque[tuple[_Work, _Result | None]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (chunk := list(islice(rest, _CHUNK))):
                work = [(file, options_for(str(file))) for file in chunk]
                waiting.append((work, _submitted(pool, work)))
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
                yield from _one_by_one(work)
                pool = _pool(jobs)
                waiting = deque((left, _again(pool, left, known)) for left, known in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: _Work) -> _Result | None:
    try:
        return pool.submit(_work, work)
    except BrokenProcessPool:
        return None


def _again(pool: ProcessPoolExecutor, work: _Work, known: _Result | None) -> _Result | None:
    """The result that was ready before the pool broke, or the work once more."""
    ready = known is not None and known.done() and not known.cancelled() and known.exception() is None
    return known if ready else _submitted(pool, work)


def _one_by_one(work: _Work) -> Iterator[list[Checked]]:
    """Each file in a process that only it can end."""
    pool = _pool(1)
    try:
        for item in work:
            try:
                yield pool.submit(_work, [item]).result()[0]
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
