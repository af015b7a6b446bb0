"""Reports for people and for programs: text, JSON, SARIF, JUnit, GitHub annotations, one HTML page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module

from drafter.checking.report import Report
from drafter.checking.rule import Rule
from drafter.errors import UsageError
from drafter.filing import Filing
from drafter.writing.report.view import ReportView

_RENDERERS: Mapping[str, str] = {
    "text": "text",
    "json": "json",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "html": "html",
}

__all__ = ["REPORT_FORMATS", "ReportView", "render_report"]

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
    if format not in _RENDERERS:
        known = " ".join(REPORT_FORMATS)
        raise UsageError(f"没有 {format} 这种报告格式；可用：{known}", f"no report format {format!r}; known: {known}")
    if rules is None:
        from drafter.checking.selection import all_rules

        rules = all_rules(preview=True)
    view = ReportView(report, lang, reconcile, color, {rule.code: rule for rule in rules}, filings)
    render: Callable[[ReportView], str] = import_module(f"{__name__}.{_RENDERERS[format]}").render
    return render(view)
