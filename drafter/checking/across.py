"""The rules that look at other filings, run once all filings of a run are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from drafter.checking.engine import check_filing, severity_order
from drafter.checking.past import Past, PastFiling, PastPrice, PastRecords
from drafter.checking.report import DocumentReport, FilingReport
from drafter.checking.rule import Rule
from drafter.filing import Filing, ReadDocument
from drafter.profiles import Profile


class PastSeveral:
    """Several pasts as one: the other filings of a run before the corpora."""

    def __init__(self, pasts: Sequence[Past]) -> None:
        self._pasts = pasts

    def similar(self, filing: Filing, limit: int = 20) -> list[PastFiling]:
        """From each in turn."""
        return [one for past in self._pasts for one in past.similar(filing, limit)]

    def previous(self, filing: Filing) -> PastFiling | None:
        """The latest of all."""
        found = [one for past in self._pasts if (one := past.previous(filing)) is not None]
        return max(found, key=lambda one: one.filing.year or 0) if found else None

    def siblings(self, filing: Filing, limit: int | None = 40) -> Sequence[PastFiling]:
        """Of the run the filing belongs to."""
        return next((found for past in self._pasts if (found := past.siblings(filing, limit))), ())

    def prices(self, filing: Filing, item: str) -> list[PastPrice]:
        """From all."""
        return [one for past in self._pasts for one in past.prices(filing, item)]


def compare_run(
    checked: Iterable[tuple[ReadDocument, DocumentReport]],
    rules_for: Callable[[str], Sequence[Rule]],
    *,
    against: Past | None = None,
    profile_for: Callable[[str], Profile | None] | None = None,
    lang: str = "zh",
) -> None:
    """Run the rules that need other filings and enter what they say into the reports.

    Args:
        checked: The documents of the run with their reports, which are completed in place.
        rules_for: The rules chosen for a document; those that need a past are run.
        against: Filings of a corpus, beside the other filings of the run.
        profile_for: The profile chosen for a document; without it each filing's own.
        lang: Language of messages.
    """
    pairs = [
        (document, report, [rule for rule in rules_for(document.document) if "past" in rule.needs])
        for document, report in checked
    ]
    filings = sum(len(document.filings) for document, _, _ in pairs)
    if not any(rules for _, _, rules in pairs) or (filings < 2 and against is None):
        return
    run = PastRecords()
    for document, _, _ in pairs:
        for located in document.filings:
            run.add(PurePath(document.document).name, located.filing)
    past = run if against is None else PastSeveral((run, against))
    for document, report, rules in pairs:
        for located, filing_report in zip(document.filings, report.filings, strict=True):
            _enter(
                filing_report,
                check_filing(
                    located.filing,
                    located.places,
                    rules=rules,
                    profile=profile_for(document.document) if profile_for else None,
                    past=past,
                    lang=lang,
                    reconcile=False,
                ),
            )


def _enter(report: FilingReport, more: FilingReport) -> None:
    report.findings = sorted([*report.findings, *more.findings], key=severity_order)
    report.insufficient += more.insufficient
    report.crashes += more.crashes
    for crash in more.crashes:
        report.outcomes.pop(crash.code, None)
    report.outcomes.update(more.outcomes)
