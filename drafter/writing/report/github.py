"""GitHub workflow commands: findings as annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.report import DocumentReport, Finding
from drafter.filing import Filing
from drafter.writing.report.view import ReportView, line_number, visible

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(view: ReportView) -> Iterator[str]:
    """One command a line."""
    empty = True
    for line in _lines(view):
        empty = False
        yield line + "\n"
    if empty:
        yield "\n"


def _lines(view: ReportView) -> Iterator[str]:
    for document, filings in view.documents():
        if document.status != "read":
            yield _command("error", view.reason(document), file=document.document, title=view.word("unreadable"))
        for note in document.notes:
            title = view.both("未读取", "not read")
            yield _command("notice", visible(note), file=document.document, title=title)
        for filing, known in filings:
            for finding in filing.findings:
                yield _finding(view, document, finding, known)
            for crash in filing.crashes:
                title = f"{crash.code} {view.word('crashed')}"
                yield _command("error", visible(crash.error), file=document.document, title=title)
    summary = view.report.summary
    if summary.insufficient or summary.unsure:
        yield _command(
            "notice",
            view.both(
                f"信息不足 {summary.insufficient} 条，待核 {summary.unsure} 处",
                f"{summary.insufficient} insufficient, {summary.unsure} unsure",
            ),
            title="drafter",
        )


def _finding(view: ReportView, document: DocumentReport, finding: Finding, filing: Filing | None) -> str:
    line = line_number(finding.primary.location)
    parts = [f"{view.where(finding.primary, filing)}{view.colon}{visible(finding.message)}"]
    if finding.arithmetic and finding.arithmetic not in finding.message:
        parts.append(f"{view.word('arithmetic')}{view.colon}{visible(finding.arithmetic)}")
    if finding.suggestion:
        parts.append(f"{view.word('suggestion')}{view.colon}{view.advice(finding.suggestion, filing)}")
    return _command(
        _COMMANDS[finding.severity],
        "\n".join(parts),
        file=document.document,
        line=str(line) if line else "",
        title=f"{finding.code} {view.title(finding.code) or finding.name}",
    )


def _command(name: str, message: str, **properties: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name}{' ' if told else ''}{told}::{_data(message)}"


def _data(text: str) -> str:
    # Unescaped, a line break in a hostile project name would start a workflow command of its own.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
