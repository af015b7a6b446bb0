"""The report as one self-contained page: nothing is loaded, nothing can run but the page's own few lines of script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafter.checking.report import FilingReport, PlaceRef
from drafter.filing import Filing
from drafter.writing.markup import legal
from drafter.writing.report.fields import BUDGET_COLUMNS, Fields, anchor, is_shown
from drafter.writing.report.view import ReportView, quoted
from drafter.writing.words import path_words

_FOLDER = Path(__file__).parent / "page"
_OPEN_UP_TO = 20
"""In a larger batch filings without findings are folded."""


def render(view: ReportView) -> Iterator[str]:
    """The page, document by document."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "report.css").read_text(encoding="utf-8")
    script = (_FOLDER / "report.js").read_text(encoding="utf-8")
    tallies = view.tallies()
    counted = (
        ("by_rule", tallies.by_rule(view.titles())),
        ("by_unit", tallies.by_office(view.both("未填单位", "no office named"))),
    )
    stream = environment.get_template("report.html.j2").stream(
        view=view,
        word=view.word,
        summary=view.report.summary,
        documents=_documents(view),
        tallies=[(key, rows) for key, rows in counted if len(rows) > 1],
        style=style,
        script=script,
        policy=_policy(style, script),
    )
    # A template yields word by word.
    stream.enable_buffering(500)
    yield from map(legal, stream)


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'; img-src data:"
    )


def _hash(source: str) -> str:
    # Browsers normalise line breaks before they hash.
    digest = hashlib.sha256(source.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _documents(view: ReportView) -> Iterator[dict[str, Any]]:
    for number, (document, filings) in enumerate(view.documents()):
        shown = [
            _filing(view, f"d{number}f{position}", report, filing) for position, (report, filing) in enumerate(filings)
        ]
        reason = None if document.status == "read" else view.reason(document)
        yield {"name": document.document or "—", "reason": reason, "notes": document.notes, "filings": shown}


def _filing(view: ReportView, key: str, report: FilingReport, filing: Filing | None) -> dict[str, Any]:
    fields = Fields(view.lang, key, report, filing)
    severities = [finding.severity for finding in report.findings]
    lacks: dict[str, list[str]] = {}
    for lack in report.insufficient:
        lacks.setdefault(lack.reason, []).append(lack.code)
    return {
        "key": key,
        "name": view.name(report),
        "clean": view.clean(len(report.suppressed)),
        "counts": [(level, severities.count(level)) for level in ("error", "warning", "info") if level in severities],
        "open": bool(severities or report.crashes) or view.report.summary.filings <= _OPEN_UP_TO,
        "findings": [_finding(view, key, number, report, filing) for number in range(len(report.findings))],
        "crashes": report.crashes,
        "suppressed": report.suppressed,
        "lacks": [(" ".join(sorted(set(codes))), reason) for reason, codes in lacks.items()],
        "rows": [_row(view, key, number, report, filing) for number in range(len(report.reconciliation))],
        "statuses": [
            (status, sum(row.status == status for row in report.reconciliation))
            for status in ("agrees", "contradicts", "uncovered", "unsure")
        ],
        "texts": fields.texts(),
        "funding": fields.funding(),
        "indicators": fields.indicators(),
        "budget": fields.budget(),
        "columns": [path_words(name, view.lang) for name in BUDGET_COLUMNS],
        "judged": sum(outcome in ("clean", "finding") for outcome in report.outcomes.values()),
        "rules": len(report.outcomes),
    }


def _quote(view: ReportView, key: str, place: PlaceRef, filing: Filing | None) -> dict[str, Any]:
    before, words, after = quoted(place, filing)
    return {
        "where": view.where(place, filing),
        "href": anchor(key, place.path) if filing is not None and is_shown(place.path) else None,
        "before": before,
        "words": words or view.word("nothing"),
        "after": after,
    }


def _finding(view: ReportView, key: str, number: int, report: FilingReport, filing: Filing | None) -> dict[str, Any]:
    finding = report.findings[number]
    return {
        "id": f"{key}-n{number}",
        "finding": finding,
        "title": view.title(finding.code) or finding.name,
        "primary": _quote(view, key, finding.primary, filing),
        "related": [_quote(view, key, place, filing) for place in finding.related],
        "advice": view.advice(finding.suggestion, filing) if finding.suggestion else None,
    }


def _row(view: ReportView, key: str, number: int, report: FilingReport, filing: Filing | None) -> dict[str, Any]:
    row = report.reconciliation[number]
    return {
        "id": f"{key}-r{number}",
        "status": row.status,
        "primary": _quote(view, key, row.primary, filing),
        "related": [_quote(view, key, place, filing) for place in row.related],
        "arithmetic": row.arithmetic,
    }
