"""A brief of which an expense could not be read or priced: its lines are not all, and their sum judges no total."""

from __future__ import annotations

from drafter.checking.report import FilingReport, Insufficient

_SUMS = ("ARI002", "DRF003")


def without_sums(report: FilingReport, lang: str = "zh") -> FilingReport:
    """A report of lines that are not all of them: what the lines do not add up to is no fault of the total.

    For a brief of which an expense could not be read; the questions say which.
    """
    dropped = [one for one in report.findings if one.code in _SUMS]
    if not dropped:
        return report
    codes = {code for one in dropped for code in (one.code, *one.also)}
    why = (
        "简述中有支出没有读懂或没有写费用，明细不全，不能与总额核对",
        "an expense of the brief was not read or has no cost: the lines are not all",
    )
    insufficient = Insufficient(code="ARI002", reason=why[lang == "en"], path="budget_lines")
    return report.model_copy(
        update={
            "findings": [one for one in report.findings if one not in dropped],
            "insufficient": [*report.insufficient, insufficient],
            "outcomes": {**report.outcomes, **dict.fromkeys(codes, "insufficient")},
        }
    )
