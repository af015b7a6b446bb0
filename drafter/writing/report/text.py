"""The report as text for a clerk: what contradicts what, both places quoted, the arithmetic, what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator

from drafter.checking.report import FilingReport, Finding, PlaceRef, Reconciled, Summary
from drafter.filing import Filing
from drafter.writing.report.tally import Tally, tallies
from drafter.writing.report.view import ReportView, quoted, visible

_COLORS = {
    "error": "1;31", "warning": "1;33", "info": "1;36", "dim": "2", "bold": "1", "mark": "1;4",
    "agrees": "32", "contradicts": "31", "uncovered": "33", "unsure": "35",
}  # fmt: skip
_MANY = 6
"""So many related places are quoted; a grouped finding may have hundreds."""
_TOP = 20
"""Lines of a batch summary."""


def render(view: ReportView) -> str:
    """The whole report."""
    return _Text(view).render()


class _Text:
    def __init__(self, view: ReportView) -> None:
        self._view = view
        # https://no-color.org: any value that is not empty.
        self._color = view.color and not os.environ.get("NO_COLOR")

    def render(self) -> str:
        view = self._view
        lines: list[str] = []
        for number, document in enumerate(view.report.documents):
            if document.document:
                lines.append(self._paint("bold", visible(document.document)))
            if document.status != "read":
                lines += [f"  {self._paint('error', '✗')} {view.reason(document)}", ""]
                continue
            for position, filing in enumerate(document.filings):
                lines += self._filing(position, filing, view.filing(number, position))
            lines.append("")
        if view.report.summary.filings > 1:
            lines += self._batch()
        lines += self._waivers()
        lines += self._summary(view.report.summary)
        return "\n".join(lines) + "\n"

    def _paint(self, style: str, text: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self._color else text

    def _filing(self, position: int, report: FilingReport, filing: Filing | None) -> Iterator[str]:
        view = self._view
        judged = sum(outcome in ("clean", "finding") for outcome in report.outcomes.values())
        state = "" if report.findings or report.crashes else f"  {view.word('clean')}"
        note = view.both(f"（判断了 {judged} 条规则）", f" ({judged} rules judged)")
        yield f"  {position + 1}. {self._paint('bold', view.name(report))}{state}{note if state else ''}"
        for finding in report.findings:
            yield from self._finding(finding, filing)
        for crash in report.crashes:
            yield f"     {self._paint('error', view.word('crashed'))} {crash.code} {visible(crash.error)}"
        for accepted in report.suppressed:
            by = f"{view.word(accepted.by)}：{visible(accepted.reason)}" if accepted.reason else view.word(accepted.by)
            yield self._paint("dim", f"     {view.word('suppressed')} {accepted.code}（{by}）")
        reasons: dict[str, list[str]] = {}
        for lack in report.insufficient:
            reasons.setdefault(lack.reason, []).append(lack.code)
        for reason, codes in reasons.items():
            listed = " ".join(sorted(set(codes)))
            yield self._paint("dim", f"     {view.word('not_judged')} {listed}：{visible(reason)}")
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
        return f"{self._view.where(place, filing)}：{shown}"

    def _reconciliation(self, report: FilingReport, filing: Filing | None) -> Iterator[str]:
        view = self._view
        rows = report.reconciliation
        counts = {status: sum(row.status == status for row in rows) for status in _STATUSES}
        told = "，".join(f"{view.word(status)} {count}" for status, count in counts.items())
        yield f"     {self._paint('bold', view.word('reconciliation'))}（{told}）"
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
            yield f"{indent}↔ …… +{len(row.related) - _MANY}"
        if row.arithmetic:
            yield f"{indent}{visible(row.arithmetic)}"

    def _batch(self) -> Iterator[str]:
        rules, offices = tallies(self._view)
        for key, rows in (("by_rule", rules), ("by_unit", offices)):
            if rows:
                yield f"{self._paint('bold', self._view.word(key))}"
                yield from (self._tally(row) for row in rows[:_TOP])
                if len(rows) > _TOP:
                    yield f"  …… +{len(rows) - _TOP}"
        yield ""

    def _tally(self, row: Tally) -> str:
        view = self._view
        counts = (
            (view.word("error"), row.errors),
            (view.word("warning"), row.warnings),
            (view.word("info"), row.infos),
        )
        told = "，".join(f"{name} {count}" for name, count in counts if count) or view.word("clean")
        filings = view.both(f"{row.filings} 个项目", f"{row.filings} filings")
        return f"  {visible(row.name)}：{told}（{filings}）"

    def _waivers(self) -> Iterator[str]:
        """Waivers that did nothing: a person should take them out, or renew them."""
        for waiver in self._view.report.waivers:
            if waiver.status != "used":
                about = f"{waiver.rule} {waiver.project}（{waiver.reason}，{waiver.expires}）"
                status = self._view.word(waiver.status)
                yield self._paint("warning", f"{self._view.word('waiver')}{status}：{visible(about)}")

    def _summary(self, summary: Summary) -> Iterator[str]:
        told = self._view.both(
            f"共检查 {summary.documents} 个文件、{summary.filings} 个项目：错误 {summary.errors}，"
            f"警告 {summary.warnings}，提示 {summary.infos}；信息不足 {summary.insufficient} 条，"
            f"待核 {summary.unsure} 处，无法读取 {summary.unreadable} 个文件，规则出错 {summary.crashed} 处"
            f"{f'，已接受 {summary.suppressed} 处' if summary.suppressed else ''}。",
            f"Checked {summary.documents} documents, {summary.filings} filings: {summary.errors} errors, "
            f"{summary.warnings} warnings, {summary.infos} infos; {summary.insufficient} insufficient, "
            f"{summary.unsure} unsure, {summary.unreadable} unreadable, {summary.crashed} crashed"
            f"{f', {summary.suppressed} accepted before' if summary.suppressed else ''}.",
        )
        worst = "error" if summary.errors or summary.unreadable or summary.crashed else "bold"
        yield self._paint(worst, told)


_STATUSES = ("agrees", "contradicts", "uncovered", "unsure")
