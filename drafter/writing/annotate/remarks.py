"""What to write into a document, and where: one remark a finding, and a summary at the title of each filing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.checking.report import DocumentReport, FilingReport, Finding, PlaceRef, Report, Severity
from drafter.checking.wording import field_text
from drafter.filing import Filing, LocatedFiling, Place, ReadDocument
from drafter.writing.report.view import ReportView, quoted


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark.

    Attributes:
        anchor: Where, as the carrier's reader numbers places; empty for the beginning of the document.
        field: The whole text of the field there, without which words in a long cell cannot be told apart.
        span: Character offsets of the words in `field`; None for the whole field.
        text: What to say, in several lines.
        severity: Severity of the finding; None for a summary.
    """

    anchor: tuple[str | int | float, ...]
    field: str
    span: tuple[int, int] | None
    text: str
    severity: Severity | None = None


def remarks_of(document: ReadDocument, report: DocumentReport, *, lang: str = "zh") -> list[Remark]:
    """The remarks on a document: for each filing its summary, then its findings in order of the report."""
    from drafter.checking.selection import all_rules

    rules = {rule.code: rule for rule in all_rules(preview=True)}
    view = ReportView(Report(documents=[report]), lang=lang, rules=rules)
    remarks: list[Remark] = []
    for located, filing in zip(document.filings, report.filings, strict=False):
        remarks.append(_summary(view, located.places, filing))
        remarks += [_remark(view, located, finding) for finding in filing.findings]
    return remarks


def _summary(view: ReportView, places: Mapping[str, Place], filing: FilingReport) -> Remark:
    severities = [finding.severity for finding in filing.findings]
    counts = "，".join(f"{view.word(level)} {severities.count(level)}" for level in ("error", "warning", "info"))
    judged = sum(outcome in ("clean", "finding") for outcome in filing.outcomes.values())
    lacking = sum(outcome == "insufficient" for outcome in filing.outcomes.values())
    unsure = sum(row.status == "unsure" for row in filing.reconciliation)
    lines = [
        view.both(f"drafter 检查意见：{view.name(filing)}", f"drafter: {view.name(filing)}"),
        counts,
        view.both(
            f"判断规则 {judged} 条，信息不足 {lacking} 条，待核 {unsure} 处，规则版本 {view.report.ruleset}",
            f"{judged} rules judged, {lacking} insufficient, {unsure} unsure, rule set {view.report.ruleset}",
        ),
        *(f"{view.word('crashed')} {crash.code}" for crash in filing.crashes),
    ]
    title = next((places[path] for path in ("form", "project_name") if path in places), None)
    title = title or next(iter(places.values()), None)
    return Remark(title.anchor if title else (), title.text if title else "", None, "\n".join(lines))


def _remark(view: ReportView, located: LocatedFiling, finding: Finding) -> Remark:
    filing = located.filing
    title = view.title(finding.code) or finding.name
    lines = [f"【{view.word(finding.severity)} {finding.code}】{title}", finding.message]
    lines += [f"{view.word('compare')}：{_told(view, place, filing)}" for place in finding.related[:4]]
    if len(finding.related) > 4:
        more = len(finding.related) - 4
        lines.append(view.both(f"……另有 {more} 处", f"… and {more} more"))
    if finding.arithmetic:
        lines.append(f"{view.word('arithmetic')}：{finding.arithmetic}")
    if finding.suggestion:
        lines.append(f"{view.word('suggestion')}：{view.advice(finding.suggestion, filing)}")
    text = "\n".join(lines)
    for place in (finding.primary, *finding.related):
        found = _place(located.places, place.path)
        if found is None:
            continue
        if place.span is not None:
            return Remark(found.anchor, field_text(filing, place.path), place.span, text, finding.severity)
        return Remark(found.anchor, found.text, None, text, finding.severity)
    return Remark((), "", None, text, finding.severity)


def _told(view: ReportView, place: PlaceRef, filing: Filing) -> str:
    before, words, after = quoted(place, filing)
    marked = f"{before}【{words}】{after}" if before or after else words
    return f"{view.where(place, filing)} {marked or view.word('nothing')}"


def _place(places: Mapping[str, Place], path: str) -> Place | None:
    """The place of a field; for a blank one that has none, that of the name of its row, else of any cell of it."""
    if path in places:
        return places[path]
    row = path.partition("].")[0] + "]" if "]" in path else path
    for name in (f"{row}.name", f"{row}.item", row):
        if name in places:
            return places[name]
    return next((place for name, place in places.items() if name.startswith(f"{row}.")), None)
