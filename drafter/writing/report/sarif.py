"""SARIF 2.1.0, for code scanning and review tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from drafter.checking.report import DocumentReport, FilingReport, Finding, PlaceRef
from drafter.writing.report.view import ReportView, line_number

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(view: ReportView) -> str:
    """One run with all documents; what could not be read or judged is a notification, never silence."""
    from drafter import __version__

    codes = sorted(
        {finding.code for _, _, filing, _ in view.items() for finding in filing.findings}
        | {code for _, _, filing, _ in view.items() for code in filing.outcomes}
    )
    index = {code: position for position, code in enumerate(codes)}
    results = [
        _result(view, document, filing, finding, index)
        for _, document, filing, _ in view.items()
        for finding in filing.findings
    ]
    summary = view.report.summary
    run: dict[str, Any] = {
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
                "toolExecutionNotifications": _notifications(view),
            }
        ],
        "results": results,
        "properties": {"ruleset": view.report.ruleset, "summary": summary.model_dump()},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


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


def _result(
    view: ReportView, document: DocumentReport, filing: FilingReport, finding: Finding, index: dict[str, int]
) -> dict[str, Any]:
    text = finding.message
    if finding.suggestion:
        text += f"\n{view.word('suggestion')}：{view.advice(finding.suggestion)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(view, document, filing, finding.primary)],
        "properties": {
            "name": finding.name,
            "projectName": filing.project_name,
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
            {"id": number, "message": {"text": place.text or view.where(place)}}
            | _location(view, document, filing, place)
            for number, place in enumerate(finding.related)
        ]
    return result


def _location(view: ReportView, document: DocumentReport, filing: FilingReport, place: PlaceRef) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(document.document)}}
    if line := line_number(place.location):
        physical["region"] = {"startLine": line, "snippet": {"text": place.text}}
    logical: dict[str, Any] = {
        "name": view.where(place),
        "fullyQualifiedName": f"filings[{filing.index}].{place.path}",
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


def _notifications(view: ReportView) -> list[dict[str, Any]]:
    notes: list[dict[str, Any]] = []
    for document in view.report.documents:
        place = [{"physicalLocation": {"artifactLocation": {"uri": uri(document.document)}}}]
        if document.status != "read":
            notes.append({"level": "error", "message": {"text": view.reason(document)}, "locations": place})
        for filing in document.filings:
            about = f"{view.name(filing)}："
            for crash in filing.crashes:
                text = f"{about}{crash.code} {view.word('crashed')}：{crash.error}"
                notes.append({"level": "error", "message": {"text": text}, "locations": place})
            for lack in filing.insufficient:
                text = f"{about}{lack.code} {view.word('insufficient')}：{lack.reason}"
                notes.append({"level": "note", "message": {"text": text}, "locations": place})
            unsure = sum(row.status == "unsure" for row in filing.reconciliation)
            if unsure:
                text = f"{about}{view.word('unsure')} {unsure}"
                notes.append({"level": "note", "message": {"text": text}, "locations": place})
    return notes
