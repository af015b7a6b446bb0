"""Checking many files: in path order, one after another or in several processes, and never stopped by a bad one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from drafter.api import CheckOptions
from drafter.checking.engine import document_report
from drafter.checking.past import Past
from drafter.checking.report import DocumentReport
from drafter.filing import ReadDocument
from drafter.reading import files_of, read_all

SERIAL_BELOW = 50
"""Starting processes costs more than it saves for fewer files than this."""

_CHUNK = 25


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, what was read of it and what the rules say."""

    document: ReadDocument
    report: DocumentReport


def check_files(
    paths: Iterable[str | Path],
    options_for: Callable[[str], CheckOptions],
    *,
    jobs: int = 1,
    past: Past | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Checked]:
    """Check files, folders and zips.

    Args:
        paths: What to check.
        options_for: The options for a document, by its path.
        jobs: Processes to use; fewer than `SERIAL_BELOW` files are checked in this one.
        past: Other filings, for rules that compare.
        progress: Called with the number of files done and of all files.

    Yields:
        The documents in path order, whatever finished first.
    """
    files = list(files_of(paths))
    if jobs <= 1 or len(files) < SERIAL_BELOW:
        checked = (_check_one(path, options_for, past) for path in files)
    else:
        checked = _in_processes(files, options_for, jobs, past)
    for done, documents in enumerate(checked, 1):
        yield from documents
        if progress is not None:
            progress(done, len(files))


def _check_one(path: Path, options_for: Callable[[str], CheckOptions], past: Past | None) -> list[Checked]:
    return [_checked(document, options_for(document.document), past) for document in read_all([path])]


def _checked(document: ReadDocument, options: CheckOptions, past: Past | None) -> Checked:
    report = document_report(document, rules=options.rules(), profile=options.form(), past=past, lang=options.lang)
    return Checked(document, report)


def _in_processes(
    files: list[Path], options_for: Callable[[str], CheckOptions], jobs: int, past: Past | None
) -> Iterator[list[Checked]]:
    work = [(file, options_for(str(file)), past) for file in files]
    # spawn: a fork would copy whatever threads and locks the embedding program holds.
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_work, work, chunksize=_CHUNK)


def _work(item: tuple[Path, CheckOptions, Past | None]) -> list[Checked]:
    path, options, past = item
    return _check_one(path, lambda _document: options, past)
