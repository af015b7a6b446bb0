"""JUnit XML: one suite a filing, one case a rule, as CI systems show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.checking.report import DocumentReport, FilingReport, Finding
from drafter.filing import Filing
from drafter.writing.markup import xml_text
from drafter.writing.report.view import ReportView


def render(view: ReportView) -> Iterator[str]:
    """The report. An error finding is a failure, others are printed in their case; crashes and bad files are errors."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="drafter">\n'
    for document, filings in view.documents():
        yield from _suites(view, document, filings)
    yield "</testsuites>\n"


def _suites(
    view: ReportView, document: DocumentReport, filings: Sequence[tuple[FilingReport, Filing | None]]
) -> Iterator[str]:
    if document.status != "read":
        message = xml_text(view.reason(document))
        case = f'    <testcase classname="drafter" name="read"><error message="{message}"/></testcase>\n'
        yield _suite(document.document, [case], failures=0, errors=1, skipped=0)
    if document.notes:
        message = xml_text(view.both("未读取：", "not read: ") + view.both("；", "; ").join(document.notes))
        case = f'    <testcase classname="drafter" name="notes"><skipped message="{message}"/></testcase>\n'
        yield _suite(document.document, [case], failures=0, errors=0, skipped=1)
    for filing, known in filings:
        crashed = {crash.code for crash in filing.crashes}
        errors = {finding.code for finding in filing.findings if finding.severity == "error"}
        skipped = sum(outcome in ("insufficient", "not_applicable") for outcome in filing.outcomes.values())
        yield _suite(
            f"{document.document} {view.name(filing)}",
            [*_cases(view, filing, known), *_crashes(view, filing)],
            failures=len(errors - crashed),
            errors=len(crashed),
            skipped=skipped,
        )


def _suite(name: str, cases: list[str], *, failures: int, errors: int, skipped: int) -> str:
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    return f'  <testsuite name="{xml_text(name)}" {counts}>\n{"".join(cases)}  </testsuite>\n'


def _cases(view: ReportView, filing: FilingReport, known: Filing | None) -> Iterator[str]:
    crashed = {crash.code for crash in filing.crashes}
    for code, outcome in filing.outcomes.items():
        if code in crashed:
            continue
        found = [finding for finding in filing.findings if finding.code == code]
        yield _case(view, code, _body(view, filing, known, code, outcome, found))


def _case(view: ReportView, code: str, body: str) -> str:
    name = f"{code} {view.title(code) or ''}".strip()
    return f'    <testcase classname="drafter.{xml_text(code)}" name="{xml_text(name)}">{body}</testcase>\n'


def _crashes(view: ReportView, filing: FilingReport) -> Iterator[str]:
    for crash in filing.crashes:
        yield _case(view, crash.code, f'<error message="{xml_text(crash.error)}"/>')


def _body(
    view: ReportView, filing: FilingReport, known: Filing | None, code: str, outcome: str, found: list[Finding]
) -> str:
    if outcome == "insufficient":
        reasons = view.both("；", "; ").join(lack.reason for lack in filing.insufficient if lack.code == code)
        return f'<skipped message="{xml_text(view.word("insufficient") + view.colon + reasons)}"/>'
    if outcome == "not_applicable":
        return f'<skipped message="{xml_text(view.word("not_applicable"))}"/>'
    errors = [finding for finding in found if finding.severity == "error"]
    others = [finding for finding in found if finding.severity != "error"]
    body = ""
    if outcome == "finding" and not found:
        explained = [finding.code for finding in filing.findings if code in finding.also]
        told = view.both("已由其他规则说明：", "explained by ") + " ".join(explained)
        body = f"<system-out>{xml_text(told)}</system-out>"
    if errors:
        message = xml_text(errors[0].message)
        details = xml_text("\n".join(_told(view, finding, known) for finding in errors))
        body = f'<failure type="error" message="{message}">{details}</failure>'
    if others:
        body += f"<system-out>{xml_text(chr(10).join(_told(view, finding, known) for finding in others))}</system-out>"
    return body


def _told(view: ReportView, finding: Finding, filing: Filing | None) -> str:
    head = f"{view.word(finding.severity)} {finding.code}{view.colon}{finding.message}"
    lines = [head, view.where(finding.primary, filing)]
    if finding.arithmetic:
        lines.append(finding.arithmetic)
    if finding.suggestion:
        lines.append(view.advice(finding.suggestion, filing))
    return "\n".join(lines)
