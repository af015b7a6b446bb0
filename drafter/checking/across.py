"""The rules that look at other filings, run once all filings of a run are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing

from drafter.checking.engine import check_filing, crash_of, severity_order
from drafter.checking.past import Past, PastFiling, PastPrice
from drafter.checking.past_records import PastRecords
from drafter.checking.report import Crash, DocumentReport, FilingReport
from drafter.checking.rule import Rule
from drafter.errors import ScratchError
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


class Comparison:
    """The rules that look at other filings: first told of every filing of a run, then asked about each."""

    def __init__(self, against: Past | None = None) -> None:
        self._run = PastRecords()
        self._against = against
        self._unknown: dict[tuple[str, int], Crash] = {}
        self._wanted = False

    def add(self, document: ReadDocument, rules: Sequence[Rule]) -> None:
        """Remember the filings of a document that is checked by `rules`."""
        self._wanted = self._wanted or bool(_comparing(rules))
        for located in document.filings:
            try:
                self._run.add(document.document, located.filing)
            except ScratchError:
                raise
            except Exception as error:
                self._unknown[document.document, located.filing.index] = crash_of("comparison", error)

    @property
    def needed(self) -> bool:
        """Whether any rule would look, and there is anything to look at."""
        return self._wanted and (len(self._run) > 1 or self._against is not None or bool(self._unknown))

    def complete(
        self,
        document: ReadDocument,
        report: DocumentReport,
        rules: Sequence[Rule],
        profile: Profile | None = None,
        lang: str = "zh",
    ) -> None:
        """Enter what the comparing ones of `rules` say into a document's report."""
        past = self._run if self._against is None else PastSeveral((self._run, self._against))
        chosen = _comparing(rules)
        if not chosen:
            return
        for located, filing_report in zip(document.filings, report.filings, strict=True):
            crash = self._unknown.get((document.document, located.filing.index))
            try:
                more = check_filing(
                    located.filing,
                    located.places,
                    rules=chosen,
                    profile=profile,
                    past=past,
                    lang=lang,
                    reconcile=False,
                )
            except Exception as error:
                crash = crash or crash_of("comparison", error)
            else:
                _enter(filing_report, more)
            if self._run.failure is not None:
                # Not a crash of each rule that met it: nothing of this run is to be believed.
                raise self._run.failure
            if crash is not None:
                filing_report.crashes.append(crash)

    def close(self) -> None:
        """Give back what the comparison holds on disk."""
        self._run.close()


def compare_run(
    checked: Sequence[tuple[ReadDocument, DocumentReport]],
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
    comparison = Comparison(against)
    with closing(comparison):
        for document, _ in checked:
            comparison.add(document, rules_for(document.document))
        for document, report in checked if comparison.needed else ():
            profile = profile_for(document.document) if profile_for else None
            comparison.complete(document, report, rules_for(document.document), profile, lang)


def _comparing(rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if "past" in rule.needs]


def _enter(report: FilingReport, more: FilingReport) -> None:
    report.findings = sorted([*report.findings, *more.findings], key=severity_order)
    report.insufficient += more.insufficient
    report.crashes += more.crashes
    for crash in more.crashes:
        report.outcomes.pop(crash.code, None)
    report.outcomes.update(more.outcomes)
