"""The report as published JSON: findings with places, the reconciliation table, outcomes, counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import field
from typing import Literal

from drafter.shape import Shape

Severity = Literal["error", "warning", "info"]
Outcome = Literal["clean", "finding", "insufficient", "not_applicable"]
Status = Literal["agrees", "contradicts", "uncovered", "unsure"]

RULESET = "2026.1"


class PlaceRef(Shape):
    """A place in a filing: field path, what is printed there, offsets in a goal or narrative, where it stands."""

    path: str
    text: str
    span: tuple[int, int] | None = None
    location: str | None = None


class Suggestion(Shape):
    """A value that would silence the finding."""

    path: str
    value: str


class Finding(Shape):
    """One thing a reviewer should act on.

    `code` is the rule's (`drafter rule CODE` explains it); `primary` is the place to look at, `related` what it was
    compared with, `arithmetic` the sum written out, `suggestion` a value that would silence it. `also` names findings
    explained by this one and not listed. `fingerprint` stays the same from run to run.
    """

    code: str
    name: str
    severity: Severity
    message: str
    primary: PlaceRef
    related: list[PlaceRef] = field(default_factory=list[PlaceRef])
    arguments: dict[str, str] = field(default_factory=dict[str, str])
    arithmetic: str | None = None
    suggestion: Suggestion | None = None
    also: list[str] = field(default_factory=list[str])
    fingerprint: str = ""


class Reconciled(Shape):
    """One row of the reconciliation table (勾稽表)."""

    status: Status
    primary: PlaceRef
    related: list[PlaceRef] = field(default_factory=list[PlaceRef])
    arithmetic: str | None = None


class Insufficient(Shape):
    """Why a rule could not judge."""

    code: str
    reason: str
    path: str | None = None


class Crash(Shape):
    """Something that raised: a defect of drafter or of a plugin, never of the filing.

    `code` is that of the rule, or the step that failed: `explanation`, `reconciliation`, `comparison`, `check` for the
    rest of a filing, `process` where the operating system ended the process that had the file.
    """

    code: str
    error: str


class Suppressed(Shape):
    """A finding that people accepted before, by a waiver or the baseline."""

    code: str
    fingerprint: str
    by: Literal["waiver", "baseline"]
    reason: str | None


class WaiverUse(Shape):
    """What became of one waiver in this run."""

    rule: str
    project: str
    reason: str
    expires: dt.date
    status: Literal["used", "unused", "expired"]


class FilingReport(Shape):
    """Everything said about one filing."""

    index: int
    project_name: str | None
    year: int | None
    findings: list[Finding] = field(default_factory=list[Finding])
    suppressed: list[Suppressed] = field(default_factory=list[Suppressed])
    reconciliation: list[Reconciled] = field(default_factory=list[Reconciled])
    insufficient: list[Insufficient] = field(default_factory=list[Insufficient])
    crashes: list[Crash] = field(default_factory=list[Crash])
    outcomes: dict[str, Outcome] = field(default_factory=dict[str, Outcome])


class DocumentReport(Shape):
    """The filings of one document, or why it has none; `crashes` are those that no filing can be named for."""

    document: str
    status: Literal["read", "unreadable", "no_form"] = "read"
    reason: str | None = None
    filings: list[FilingReport] = field(default_factory=list[FilingReport])
    crashes: list[Crash] = field(default_factory=list[Crash])
    notes: list[str] = field(default_factory=list[str])
    """What of the document was not read, one sentence each."""


class Summary(Shape):
    """Counts over all documents of a run."""

    documents: int = 0
    unreadable: int = 0
    filings: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    insufficient: int = 0
    unsure: int = 0
    crashed: int = 0
    suppressed: int = 0
    notes: int = 0
    """Parts of documents that were not read."""


class Report(Shape):
    """The result of a check: what `drafter check --format json` prints.

    `summary` counts; `documents` says of each whether it was read, and of each filing its findings, its reconciliation
    table, what crashed, and one of four outcomes for every rule. Spans are character offsets. Shape: `drafter schema
    report`.
    """

    schema_: Literal["drafter.report/1"] = "drafter.report/1"
    ruleset: str = RULESET
    summary: Summary = field(default_factory=Summary)
    documents: list[DocumentReport] = field(default_factory=list[DocumentReport])
    waivers: list[WaiverUse] = field(default_factory=list[WaiverUse])


def summarise(documents: Iterable[DocumentReport]) -> Summary:
    """Count what document reports hold. Documents without a form count as unreadable."""
    summary = Summary()
    for document in documents:
        count(document, summary)
    return summary


def count(document: DocumentReport, summary: Summary) -> None:
    """Add one document to the counts."""
    summary.documents += 1
    summary.unreadable += document.status != "read"
    summary.filings += len(document.filings)
    summary.crashed += len(document.crashes)
    summary.notes += len(document.notes)
    for filing in document.filings:
        severities = [finding.severity for finding in filing.findings]
        summary.errors += severities.count("error")
        summary.warnings += severities.count("warning")
        summary.infos += severities.count("info")
        summary.insufficient += list(filing.outcomes.values()).count("insufficient")
        summary.unsure += sum(row.status == "unsure" for row in filing.reconciliation)
        summary.crashed += len(filing.crashes)
        summary.suppressed += len(filing.suppressed)
