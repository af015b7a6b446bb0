"""The report as text for a clerk: what contradicts what, both places quoted, the arithmetic, what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator

from drafter.checking.report import FilingReport, Finding, PlaceRef, Reconciled, Summary
from drafter.filing import Filing
from drafter.writing.report.tally import Tally
from drafter.writing.report.view import ReportView, plural, quoted, visible

_COLORS = {
    "error": "1;31", "warning": "1;33", "info": "1;36", "dim": "2", "bold": "1", "mark": "1;4",
    "agrees": "32", "contradicts": "31", "uncovered": "33", "unsure": "35",
}  # fmt: skip
_MANY = 6
"""So many related places are quoted; a grouped finding may have hundreds."""
_TOP = 20
"""Lines of a batch summary."""


def render(view: ReportView) -> Iterator[str]:
    """The whole report, document by document."""
    for line in _Text(view).lines():
        yield line + "\n"


class _Text:
    def __init__(self, view: ReportView) -> None:
        self._view = view
        # https://no-color.org: any value that is not empty.
        self._color = view.color and not os.environ.get("NO_COLOR")

    def lines(self) -> Iterator[str]:
        """The report line by line."""
        view = self._view
        for document, filings in view.documents():
            if document.document:
                yield self._paint("bold", visible(document.document))
            if document.status != "read":
                yield f"  {self._paint('error', '✗')} {view.reason(document)}"
            yield from (f"  {self._paint('warning', '!')} {visible(note)}" for note in document.notes)
            for position, (report, filing) in enumerate(filings):
                yield from self._filing(position, report, filing)
            yield ""
        if view.report.summary.filings > 1:
            yield from self._batch()
        yield from self._waivers()
        yield self._summary(view.report.summary)

    def _paint(self, style: str, text: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self._color else text

    def _filing(self, position: int, report: FilingReport, filing: Filing | None) -> Iterator[str]:
        view = self._view
        judged = sum(outcome in ("clean", "finding") for outcome in report.outcomes.values())
        state = "" if report.findings or report.crashes else f"  {view.clean(len(report.suppressed))}"
        note = view.aside(view.both(f"判断了 {judged} 条规则", f"{judged} rules judged"))
        yield f"  {position + 1}. {self._paint('bold', view.name(report))}{state}{note if state else ''}"
        for finding in report.findings:
            yield from self._finding(finding, filing)
        for crash in report.crashes:
            yield f"     {self._paint('error', view.word('crashed'))} {crash.code} {visible(crash.error)}"
        for accepted in report.suppressed:
            by = view.word(accepted.by) + (view.colon + visible(accepted.reason) if accepted.reason else "")
            yield self._paint("dim", f"     {view.word('suppressed')} {accepted.code}{view.aside(by)}")
        reasons: dict[str, list[str]] = {}
        for lack in report.insufficient:
            reasons.setdefault(lack.reason, []).append(lack.code)
        for reason, codes in reasons.items():
            listed = " ".join(sorted(set(codes)))
            yield self._paint("dim", f"     {view.word('not_judged')} {listed}{view.colon}{visible(reason)}")
        if view.reconcile:
            yield from self._reconciliation(report, filing)

    def _finding(self, finding: Finding, filing: Filing | None) -> Iterator[str]:
        view = self._view
        severity = self._paint(finding.severity, view.word(finding.severity))
        title = view.title(finding.code) or finding.name
        yield f"     {severity} {finding.code} {self._paint('bold', title)} [{finding.name}]"
        yield f"        {visible(finding.message)}"
        yield self._labelled("where", self._place(finding.primary, filing, mark=True))
        for number, place in enumerate(finding.related[:_MANY]):
            yield self._labelled(
                "compare" if number == 0 else "", self._place(place, filing, mark=place.span is not None)
            )
        if len(finding.related) > _MANY:
            more = len(finding.related) - _MANY
            yield self._labelled("", view.both(f"……另有 {more} 处", f"… and {more} more"))
        if finding.arithmetic:
            yield self._labelled("arithmetic", visible(finding.arithmetic))
        if finding.suggestion:
            yield self._labelled("suggestion", view.advice(finding.suggestion, filing))
        if finding.also:
            yield self._labelled("also", " ".join(finding.also))

    def _labelled(self, key: str, text: str) -> str:
        width = 12 if self._view.lang == "en" else 4
        label = self._view.word(key) if key else ""
        used = len(label) if self._view.lang == "en" else 2 * len(label)
        return f"        {self._paint('dim', label)}{' ' * max(2, width + 2 - used)}{text}"

    def _place(self, place: PlaceRef, filing: Filing | None, *, mark: bool) -> str:
        before, words, after = quoted(place, filing)
        if not words:
            words = self._view.word("nothing")
        shown = f"{before}【{self._paint('mark', words)}】{after}" if mark else words
        return f"{self._view.where(place, filing)}{self._view.colon}{shown}"

    def _reconciliation(self, report: FilingReport, filing: Filing | None) -> Iterator[str]:
        view = self._view
        rows = report.reconciliation
        counts = {status: sum(row.status == status for row in rows) for status in _STATUSES}
        told = view.both("，", ", ").join(f"{view.word(status)} {count}" for status, count in counts.items())
        yield f"     {self._paint('bold', view.word('reconciliation'))}{view.aside(told)}"
        for row in rows:
            yield from self._row(row, filing)

    def _row(self, row: Reconciled, filing: Filing | None) -> Iterator[str]:
        status = self._view.word(row.status)
        width = 12 if self._view.lang == "en" else 6
        used = len(status) if self._view.lang == "en" else 2 * len(status)
        padded = self._paint(row.status, status) + " " * max(1, width + 2 - used)
        yield f"        {padded}{self._place(row.primary, filing, mark=row.primary.span is not None)}"
        indent = " " * (8 + width + 2)
        for place in row.related[:_MANY]:
            yield f"{indent}↔ {self._place(place, filing, mark=place.span is not None)}"
        if len(row.related) > _MANY:
            more = len(row.related) - _MANY
            yield f"{indent}↔ {self._view.both(f'……另有 {more} 处', f'… and {more} more')}"
        if row.arithmetic:
            yield f"{indent}{visible(row.arithmetic)}"

    def _batch(self) -> Iterator[str]:
        tallies = self._view.tallies()
        both = self._view.both
        for key, rows, of in (
            ("by_rule", tallies.by_rule(self._view.titles()), both("条规则", "rules")),
            ("by_unit", tallies.by_office(both("未填单位", "no office named")), both("个单位", "offices")),
        ):
            if rows:
                yield f"{self._paint('bold', self._view.word(key))}"
                yield from (self._tally(row) for row in rows[:_TOP])
                if len(rows) > _TOP:
                    more = len(rows) - _TOP
                    yield f"  {both(f'……另有 {more} {of}', f'… and {more} more {of}')}"
        yield ""

    def _tally(self, row: Tally) -> str:
        view = self._view
        counts = (
            (view.word("error"), row.errors),
            (view.word("warning"), row.warnings),
            (view.word("info"), row.infos),
        )
        told = view.both("，", ", ").join(f"{name} {count}" for name, count in counts if count) or view.clean(
            row.accepted
        )
        filings = view.both(f"{row.filings} 个项目", plural(row.filings, "filing"))
        return f"  {visible(row.name)}{view.colon}{told}{view.aside(filings)}"

    def _waivers(self) -> Iterator[str]:
        """Waivers that did nothing: a person should take them out, or renew them."""
        for waiver in self._view.report.waivers:
            if waiver.status != "used":
                view = self._view
                why = view.aside(f"{waiver.reason}{view.both('，', ', ')}{waiver.expires}")
                told = view.both("豁免" + view.word(waiver.status), f"{view.word(waiver.status)} waiver")
                about = visible(f"{waiver.rule} {waiver.project}{why}")
                yield self._paint("warning", f"{told}{view.colon}{about}")

    def _summary(self, summary: Summary) -> str:
        told = self._view.both(
            f"共检查 {summary.documents} 个文件、{summary.filings} 个项目：错误 {summary.errors}，"
            f"警告 {summary.warnings}，提示 {summary.infos}；信息不足 {summary.insufficient} 条，"
            f"待核 {summary.unsure} 处，无法读取 {summary.unreadable} 个文件，规则出错 {summary.crashed} 处"
            f"{f'，已接受 {summary.suppressed} 处' if summary.suppressed else ''}"
            f"{f'，未读取 {summary.notes} 处' if summary.notes else ''}。",
            f"Checked {plural(summary.documents, 'document')}, {plural(summary.filings, 'filing')}: "
            f"{plural(summary.errors, 'error')}, {plural(summary.warnings, 'warning')}, "
            f"{plural(summary.infos, 'info')}; {summary.insufficient} insufficient, "
            f"{summary.unsure} unsure, {summary.unreadable} unreadable, {summary.crashed} crashed"
            f"{f', {summary.suppressed} accepted before' if summary.suppressed else ''}"
            f"{f', {summary.notes} not read' if summary.notes else ''}.",
        )
        worst = "error" if summary.errors or summary.unreadable or summary.crashed else "bold"
        return self._paint(worst, told)


_STATUSES = ("agrees", "contradicts", "uncovered", "unsure")
