"""What a batch comes to: findings by rule and by office, and the codes of all rules that had a say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.checking.report import DocumentReport
from drafter.checking.rule import Severity
from drafter.filing import Filing


class Tally(NamedTuple):
    """One line of a batch summary: a rule or an office, how many filings it has, and its findings by severity.

    `accepted` counts what a baseline or waivers took out of the findings of an office.
    """

    name: str
    filings: int
    errors: int
    warnings: int
    infos: int
    accepted: int = 0


NAMELESS = "—"
"""The key of filings without an office."""


class Counts:
    """Filings, what was accepted in them, and findings by severity: in a run there may be as many as filings."""

    __slots__ = ("accepted", "error", "filings", "info", "warning")

    def __init__(self) -> None:
        self.filings = self.accepted = self.error = self.warning = self.info = 0

    def add(self, severity: Severity) -> None:
        """Count a finding."""
        setattr(self, severity, getattr(self, severity) + 1)


class Tallies:
    """Counts over documents, added one by one.

    Attributes:
        rules: Code → counts of findings by severity, and of filings with any.
        offices: Office → the same over all its filings; empty where the filings are not at hand.
        names: Code → kebab-case name, for rules that are not installed.
        codes: Every code with an outcome or a finding.
    """

    def __init__(self) -> None:
        self.rules: dict[str, Counts] = {}
        self.offices: dict[str, Counts] = {}
        self.names: dict[str, str] = {}
        self.codes: set[str] = set()

    def add(self, document: DocumentReport, filings: Sequence[Filing] | None) -> None:
        """Count one document."""
        for position, report in enumerate(document.filings):
            office = Counts()
            if filings is not None and position < len(filings):
                filing = filings[position]
                office = self.offices.setdefault(filing.implementer or filing.department or NAMELESS, office)
            office.filings += 1
            office.accepted += len(report.suppressed)
            self.codes.update(report.outcomes)
            for finding in report.findings:
                self.codes.add(finding.code)
                self.names[finding.code] = finding.name
                self.rules.setdefault(finding.code, Counts()).add(finding.severity)
                office.add(finding.severity)
            for code in {finding.code for finding in report.findings}:
                self.rules[code].filings += 1

    def by_rule(self, titles: Mapping[str, str]) -> list[Tally]:
        """The rules that found something, those with most errors first."""
        return _sorted({f"{code} {titles.get(code) or self.names[code]}": one for code, one in self.rules.items()})

    def by_office(self, nameless: str = NAMELESS) -> list[Tally]:
        """The offices, those with most errors first; `nameless` stands for filings that name none."""
        return _sorted({nameless if name == NAMELESS else name: one for name, one in self.offices.items()})


def _sorted(counts: Mapping[str, Counts]) -> list[Tally]:
    rows = [Tally(name, one.filings, one.error, one.warning, one.info, one.accepted) for name, one in counts.items()]
    return sorted(rows, key=lambda row: (-row.errors, -row.warnings, -row.infos, row.name))
