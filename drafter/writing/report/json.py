"""The report as the contract's JSON."""

from __future__ import annotations

import json

from drafter.writing.report.view import ReportView


def render(view: ReportView) -> str:
    """The report, one field a line, Chinese unescaped."""
    return json.dumps(view.report.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"
