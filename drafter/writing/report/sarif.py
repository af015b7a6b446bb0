"""SARIF 2.1.0, for code scanning and review tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from drafter.checking.report import DocumentReport, FilingReport, Finding, PlaceRef
from drafter.filing import Filing
from drafter.writing.report.view import ReportView, line_number

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_HELD = "held"

_Filings: TypeAlias = "Sequence[tuple[FilingReport, Filing | None]]"


def render(view: ReportView) -> Iterator[str]:
    """One run with all documents; what could not be read or judged is a notification, never silence."""
    codes = sorted(view.tallies().codes)
    index = {code: position for position, code in enumerate(codes)}
    empty: dict[str, Any] = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(view, codes)]}
    # The two long lists are written document by document into the places held for them.
    before, between, after = json.dumps(empty, ensure_ascii=False, indent=2).split(f'"{_HELD}"')
    yield before
    yield from _listed((note for one in view.documents() for note in _notifications(view, *one)), 12)
    yield between
    yield from _listed((result for one in view.documents() for result in _results(view, *one, index)), 8)
    yield after + "\n"


def _listed(items: Iterable[dict[str, Any]], indent: int) -> Iterator[str]:
    margin, separator = "\n" + " " * indent, "["
    for item in items:
        yield separator + margin + json.dumps(item, ensure_ascii=False, indent=2).replace("\n", margin)
        separator = ","
    yield "[]" if separator == "[" else margin[:-2] + "]"


def _run(view: ReportView, codes: Sequence[str]) -> dict[str, Any]:
    from drafter import __version__

    summary = view.report.summary
    return {
        "tool": {
            "driver": {
                "name": "drafter",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(view, code) for code in codes],
            }
        },
        "language": "en" if view.lang == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not (summary.unreadable or summary.crashed),
                "toolExecutionNotifications": _HELD,
            }
        ],
        "results": _HELD,
        "properties": {"ruleset": view.report.ruleset, "summary": summary.model_dump()},
    }


def _rule(view: ReportView, code: str) -> dict[str, Any]:
    rule = view.rules.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title_en if view.lang == "en" else rule.title},
        "fullDescription": {"text": rule.title_en if view.lang == "en" else rule.title},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"kebabName": rule.name, "status": rule.status, "since": rule.since},
    }


def _results(
    view: ReportView, document: DocumentReport, filings: _Filings, index: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    for report, filing in filings:
        where = _Where(view, document, report, filing)
        for finding in report.findings:
            yield _result(view, where, finding, index)


def _result(view: ReportView, where: _Where, finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    text = finding.message
    if finding.suggestion:
        text += f"\n{view.word('suggestion')}{view.colon}{view.advice(finding.suggestion, where.filing)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [where.location(finding.primary)],
        "properties": {
            "name": finding.name,
            "projectName": where.report.project_name,
            "arguments": finding.arguments,
            "arithmetic": finding.arithmetic,
            "also": finding.also,
            "suggestion": finding.suggestion.model_dump() if finding.suggestion else None,
        },
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"drafterContent/v1": finding.fingerprint}
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": place.text or view.where(place, where.filing)}} | where.location(place)
            for number, place in enumerate(finding.related)
        ]
    return result


@dataclass(frozen=True, slots=True)
class _Where:
    """The filing that places belong to."""

    view: ReportView
    document: DocumentReport
    report: FilingReport
    filing: Filing | None

    def location(self, place: PlaceRef) -> dict[str, Any]:
        """A place as a location: the document and, where it has lines, the line; the field by name and by path."""
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(self.document.document)}}
        if line := line_number(place.location):
            physical["region"] = {"startLine": line, "snippet": {"text": place.text}}
        logical: dict[str, Any] = {
            "name": self.view.where(place, self.filing),
            "fullyQualifiedName": f"filings[{self.report.index}].{place.path}",
            "kind": "member",
        }
        if place.span is not None:
            logical["properties"] = {"span": list(place.span), "text": place.text}
        return {"physicalLocation": physical, "logicalLocations": [logical]}


def uri(name: str) -> str:
    """A document's path as a URI reference: absolute paths become file URIs, spaces and Chinese are escaped."""
    path = Path(name)
    if path.is_absolute():
        return path.as_uri()
    # Without it a first part such as "a:b" would read as a scheme.
    return quote(path.as_posix(), safe="/") or "unknown"


def _notifications(view: ReportView, document: DocumentReport, filings: _Filings) -> Iterator[dict[str, Any]]:
    place = [{"physicalLocation": {"artifactLocation": {"uri": uri(document.document)}}}]

    def note(level: str, text: str) -> dict[str, Any]:
        return {"level": level, "message": {"text": text}, "locations": place}

    if document.status != "read":
        yield note("error", view.reason(document))
    for unread in document.notes:
        yield note("note", f"{view.both('未读取', 'not read')}{view.colon}{unread}")
    for filing, _ in filings:
        about = view.name(filing) + view.colon
        for crash in filing.crashes:
            yield note("error", f"{about}{crash.code} {view.word('crashed')}{view.colon}{crash.error}")
        for lack in filing.insufficient:
            yield note("note", f"{about}{lack.code} {view.word('insufficient')}{view.colon}{lack.reason}")
        unsure = sum(row.status == "unsure" for row in filing.reconciliation)
        if unsure:
            yield note("note", f"{about}{view.word('unsure')} {unsure}")
