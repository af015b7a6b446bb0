"""Reports for people and for programs: text, JSON, SARIF, JUnit, GitHub annotations, one HTML page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module

from drafter.checking.report import Report
from drafter.checking.rule import Rule
from drafter.errors import UsageError
from drafter.filing import Filing
from drafter.writing.report.tally import Tallies
from drafter.writing.report.view import ReportView, Source

_RENDERERS: Mapping[str, str] = {
    "text": "text",
    "json": "json",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "html": "html",
}

__all__ = ["REPORT_FORMATS", "ReportView", "Source", "Tallies", "render_report", "report_pieces"]

REPORT_FORMATS: tuple[str, ...] = tuple(_RENDERERS)


def render_report(
    report: Report,
    format: str = "text",
    *,
    lang: str = "zh",
    reconcile: bool = False,
    color: bool = False,
    rules: Iterable[Rule] | None = None,
    filings: Sequence[Sequence[Filing]] | None = None,
) -> str:
    """A report in one of `REPORT_FORMATS`.

    Args:
        report: The report.
        format: Name of the format.
        lang: Language of the words around the findings (`zh` or `en`).
        reconcile: Show the reconciliation table in text; HTML and JSON always have it.
        color: Use terminal colours in text, unless the environment sets NO_COLOR.
        rules: Rules whose titles to print; by default those installed.
        filings: The filings checked, one sequence a document of the report, so that goals can be quoted.

    Raises:
        UsageError: No such format; the message lists those there are.
    """
    view = ReportView(report, lang, reconcile, color, _by_code(rules), filings)
    return "".join(_renderer(format)(view))


def report_pieces(
    report: Report,
    source: Source,
    format: str = "text",
    *,
    lang: str = "zh",
    reconcile: bool = False,
    color: bool = False,
    rules: Iterable[Rule] | None = None,
    tallies: Tallies | None = None,
) -> Iterator[str]:
    """A report too large for memory, piece by piece.

    Args:
        report: Summary and waivers; its list of documents is not looked at.
        source: Goes through the documents with their filings; called once for each time they are needed.
        format: Name of the format.
        lang: As for `render_report`, like all that follow.
        reconcile: Show the reconciliation table in text.
        color: Use terminal colours in text.
        rules: Rules whose titles to print.
        tallies: The counts over all documents, where they are known already.

    Raises:
        UsageError: No such format.
    """
    render = _renderer(format)
    return render(ReportView(report, lang, reconcile, color, _by_code(rules), None, source, tallies))


def _renderer(format: str) -> Callable[[ReportView], Iterator[str]]:
    if format not in _RENDERERS:
        known = " ".join(REPORT_FORMATS)
        raise UsageError(f"没有 {format} 这种报告格式；可用：{known}", f"no report format {format!r}; known: {known}")
    return import_module(f"{__name__}.{_RENDERERS[format]}").render


def _by_code(rules: Iterable[Rule] | None) -> dict[str, Rule]:
    if rules is None:
        from drafter.checking.selection import all_rules

        rules = all_rules(preview=True)
    return {rule.code: rule for rule in rules}
