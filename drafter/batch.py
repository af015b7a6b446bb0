"""Checking many files: in path order, one after another or in several processes, and never stopped by a bad one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache as cache_calls
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.api import CheckOptions
from drafter.reading import names_of
from drafter.single import OptionsFor, check_file
from drafter.spool import Checked

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache

SERIAL_BELOW = 50
"""Starting processes costs more than it saves for fewer files than this."""


def check_files(
    paths: Iterable[str | Path],
    options_for: OptionsFor,
    *,
    jobs: int = 1,
    cache: ReadCache | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Checked]:
    """Check files, folders and zips.

    A process that the system kills takes no other file along: what it had is checked again one by one, and the file
    that ends a process a second time is reported as crashed.

    Args:
        paths: What to check.
        options_for: The options for a document, by its path.
        jobs: Processes to use; fewer than `SERIAL_BELOW` files are checked in this one.
        cache: Where what was read of slow files is kept; nowhere by default.
        progress: Called with the number of files done and of all files.

    Yields:
        The documents in path order, whatever finished first.
    """
    files = list(names_of(paths))
    alone = jobs <= 1 or len(files) < SERIAL_BELOW
    if alone:
        rules_of = cache_calls(CheckOptions.rules)
        checked = (check_file(Path(name), options_for, cache, rules_of) for name in files)
    else:
        # Processes need sockets, pickles and logging, which a check of some files does not.
        from drafter.parallel import check_in_processes

        checked = check_in_processes(files, options_for, jobs, cache)
    for done, documents in enumerate(checked, 1):
        yield from documents
        if progress is not None:
            progress(done, len(files))
    if cache is not None and (cache.used or not alone):
        cache.trim()
