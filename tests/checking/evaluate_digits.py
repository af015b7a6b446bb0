"""Change one digit and look whether the checker says so: `python -m tests.checking.evaluate_digits [all]`.

Every digit of every amount, of every line, and of every number of goal and table that is sure to be one promise or is
multiplied out, in the published filings, our models and the clean ones. One new finding is what should be seen.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from drafter.checking import check_filing
from drafter.checking.ledger import Ledger
from drafter.checking.mend import mended
from drafter.checking.report import FilingReport
from drafter.checking.rules import catalogue
from drafter.filing import Filing
from drafter.profiles import generic_profile
from tests.checking.cleanly import clean_filings

CORPUS = Path(__file__).parents[2] / "corpus"
RULES = [rule for rule in catalogue() if rule.code.startswith(("ARI", "MAT"))]
_NOT_OF_THE_YEAR = ("last_year_budget", "last_year_execution")


@dataclass
class Figures:
    """Edits by kind: how many were found, found more than once, missed."""

    found: Counter[str] = field(default_factory=Counter)
    twice: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        total = sum(self.found.values()) + len(self.missed)
        return f"{total} edits, {sum(self.found.values())} found, {sum(self.twice.values())} of them more than once"


def flips(printed: str) -> Iterator[str]:
    """The print with each of its digits one higher."""
    for position, char in enumerate(printed):
        if char.isdigit():
            yield f"{printed[:position]}{(int(char) + 1) % 10}{printed[position + 1 :]}"


def edits(filing: Filing) -> Iterator[tuple[str, dict[str, str]]]:
    """Each edit: what it changes, and the change."""
    for name in vars(filing.funding):
        value = getattr(filing.funding, name)
        if value is not None and name not in _NOT_OF_THE_YEAR:
            for new in flips(format(value, "f")):
                yield "funding", {f"funding.{name}": new}
    for position, line in enumerate(filing.budget_lines):
        for name in ("unit_price", "quantity", "amount"):
            value = getattr(line, name)
            if value is not None:
                for new in flips(format(value, "f")):
                    yield "line", {f"budget_lines[{position}].{name}": new}
    ledger = Ledger(filing, generic_profile())
    sure = [pair for pair in ledger.alignment.pairs if pair.sure]
    priced = {row for pair in ledger.prices.pairs for row in (pair.price, pair.count)}
    for row in sorted(priced | {pair.indicator for pair in sure}):
        target = filing.indicators[row].target
        if target is not None and target.value is not None:
            for new in flips(target.value):
                yield "indicator", {f"indicators[{row}].target": target.raw.replace(target.value, new, 1)}
    goal = filing.annual_goal or ""
    for pair in sure:
        mention = pair.mention
        for new in flips(mention.text):
            yield "goal", {"annual_goal": goal[: mention.start] + new + goal[mention.end :]}


def evaluate(filings: dict[str, Filing]) -> Figures:
    """Apply every edit to every filing."""
    figures = Figures()
    for name, filing in filings.items():
        before = _findings(check_filing(filing, rules=RULES))
        for what, change in edits(filing):
            new = _findings(check_filing(mended(filing, change), rules=RULES)) - before
            count = sum(new.values())
            if count:
                figures.found[what] += 1
                figures.twice[what] += count > 1
            else:
                figures.missed.append(f"{name}: {what} {change if 'annual_goal' not in change else ''}")
    return figures


def _findings(report: FilingReport) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.primary.path) for finding in report.findings)


def corpus_filings(*folders: str) -> dict[str, Filing]:
    """The published filings (`filings`) and our models (`models`); both by default."""
    files = [file for folder in folders or ("filings", "models") for file in sorted((CORPUS / folder).glob("*.yaml"))]
    return {
        file.stem: Filing.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))["filing"]) for file in files
    }


if __name__ == "__main__":
    result = evaluate({**(corpus_filings() if "all" in sys.argv else {}), **clean_filings()})
    print(result)
    for line in result.missed:
        print("  missed", line)
