"""Counts of a batch by rule and by office."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from drafter.writing.report.view import ReportView

_LEVELS = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Tally:
    """One line of a batch summary: a rule or an office, how many filings it has, and its findings by severity."""

    name: str
    filings: int
    errors: int
    warnings: int
    infos: int


def tallies(view: ReportView) -> tuple[list[Tally], list[Tally]]:
    """Counts by rule and by office, those with most errors first. By office only where the filings are at hand."""
    rules: dict[str, Counter[str]] = {}
    offices: dict[str, Counter[str]] = {}
    for _, _, report, filing in view.items():
        office = offices.setdefault(filing.implementer or filing.department or "—", Counter()) if filing else None
        if office is not None:
            office["filings"] += 1
        for finding in report.findings:
            rules.setdefault(f"{finding.code} {view.title(finding.code) or finding.name}", Counter())[
                finding.severity
            ] += 1
            if office is not None:
                office[finding.severity] += 1
        for code in {finding.code for finding in report.findings}:
            title = next(view.title(code) or finding.name for finding in report.findings if finding.code == code)
            rules[f"{code} {title}"]["filings"] += 1
    return _sorted(rules), _sorted(offices)


def _sorted(counts: dict[str, Counter[str]]) -> list[Tally]:
    rows = [Tally(name, count["filings"], *(count[level] for level in _LEVELS)) for name, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.errors, -row.warnings, -row.infos, row.name))
