"""One run over many files from reading to counts, in memory that grows little with their number."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from drafter.api import CheckOptions
from drafter.batch import check_files
from drafter.checking.across import Comparison
from drafter.checking.past import Past
from drafter.checking.report import DocumentReport, Summary, count
from drafter.filing import Filing, ReadDocument
from drafter.single import OptionsFor
from drafter.spool import Checked, Spool
from drafter.writing.report.tally import Tallies

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache

Progress = Callable[[str, int, int], None]


class Run:
    """What a run came to. The documents may be gone through more than once, in path order, until it is closed.

    Attributes:
        documents: Every document with its report.
        summary: The counts over all of them.
        tallies: Findings by rule and by office.
    """

    def __init__(self) -> None:
        self.documents = Spool()
        self.summary = Summary()
        self.tallies = Tallies()

    def add(self, checked: Checked) -> None:
        """Keep and count a document whose report is complete."""
        self.documents.append(checked)
        self.count(checked)

    def count(self, checked: Checked) -> None:
        """Count a document whose report is complete."""
        count(checked.report, self.summary)
        self.tallies.add(checked.report, [located.filing for located in checked.document.filings])

    def pairs(self) -> Iterator[tuple[DocumentReport, Sequence[Filing]]]:
        """The documents as report writers take them."""
        for report, document in self.documents.reports():
            yield report, _Filings(document)

    def close(self) -> None:
        """Give back what the run holds on disk."""
        self.documents.close()


def check_run(
    paths: Iterable[str | Path],
    options_for: OptionsFor,
    *,
    jobs: int = 1,
    cache: ReadCache | None = None,
    against: Past | None = None,
    settle: Callable[[DocumentReport], None] | None = None,
    progress: Progress | None = None,
) -> Run:
    """Check files, folders and zips, each filing by itself and then with the others of the run.

    Args:
        paths: What to check.
        options_for: The options for a document, by its path.
        jobs: Processes to use for the first part; what compares filings runs in this one.
        cache: Where what was read of slow files is kept; nowhere by default.
        against: Filings of the past to compare with, beside those of the run.
        settle: Told of each report when it is complete and before it is counted: takes out what people accepted.
        progress: Called with `check` or `compare`, the number done and the number of all.
    """
    run, comparison = Run(), Comparison(against)
    rules_of = functools.cache(CheckOptions.rules)
    try:
        for checked in check_files(paths, options_for, jobs=jobs, cache=cache, progress=_told(progress, "check")):
            comparison.add(checked.document, rules_of(options_for(checked.document.document)))
            run.documents.append(checked)
        tell, total = _told(progress, "compare"), len(run.documents)
        for number, checked in enumerate(run.documents):
            if comparison.needed:
                options = options_for(checked.document.document)
                comparison.complete(checked.document, checked.report, rules_of(options), options.form(), options.lang)
                if tell is not None:
                    tell(number + 1, total)
            if settle is not None:
                settle(checked.report)
            if comparison.needed or settle is not None:
                run.documents.replace(number, checked.report)
            run.count(checked)
    except BaseException:
        run.close()
        raise
    finally:
        comparison.close()
    return run


def _told(progress: Progress | None, step: str) -> Callable[[int, int], None] | None:
    return None if progress is None else lambda done, total: progress(step, done, total)


class _Filings(Sequence[Filing]):
    """The filings of a document, fetched when one is asked for."""

    def __init__(self, document: Callable[[], ReadDocument]) -> None:
        self._fetch = document

    @functools.cached_property
    def _all(self) -> list[Filing]:
        return [located.filing for located in self._fetch().filings]

    @overload
    def __getitem__(self, index: int) -> Filing: ...
    @overload
    def __getitem__(self, index: slice) -> list[Filing]: ...
    def __getitem__(self, index: int | slice) -> Filing | list[Filing]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)
