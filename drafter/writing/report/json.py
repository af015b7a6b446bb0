"""The report as the contract's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from drafter.writing.report.view import ReportView


def render(view: ReportView) -> Iterator[str]:
    """The report, one field a line, Chinese unescaped; the documents one by one."""
    report = view.report
    head = {"schema": report.schema_, "ruleset": report.ruleset, "summary": report.summary.model_dump(mode="json")}
    waivers = [waiver.model_dump(mode="json") for waiver in report.waivers]
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}") + ',\n  "documents": ['
    separator = "\n"
    for document in view.reports():
        # No string of JSON holds a line break, so what stands at the beginning of a line may move.
        yield separator + "    " + document.model_dump_json(by_alias=True, indent=2).replace("\n", "\n    ")
        separator = ",\n"
    yield ("\n  ]" if separator == ",\n" else "]") + f',\n  "waivers": {_indented(waivers)}\n}}\n'


def _indented(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
