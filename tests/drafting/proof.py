"""What a general chat model got wrong, counted on drafts of ours.

Asked to draft 20 briefs, one kept 173 of 174 facts, invented 20 targets, put one price into the wrong line, and told of
a difference that was none. Run `python tests/drafting/proof.py` for the same four counts over the briefs of `briefs/`
(the first 20 by name; `--all` for every one). Exits 1 if any of them is not as it should be.
"""

import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from drafter.brief import Brief
from drafter.drafting import Draft, draft, load_brief
from drafter.filing import Filing, Target
from drafter.language import bigrams, extract

BRIEFS = sorted((Path(__file__).parent / "briefs").glob("*.yaml"))
ASKED = 20
DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Counts:
    """Of one draft, or of several together."""

    facts: int = 0
    kept: int = 0
    proposed: int = 0
    invented: int = 0
    prices: int = 0
    right: int = 0
    false_differences: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        mine, theirs = vars(self), vars(other)
        return Counts(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def flawless(self) -> bool:
        return self.kept == self.facts and self.right == self.prices and not self.invented + self.false_differences


def facts_of(brief: Brief) -> list[tuple[str, Decimal]]:
    """Every number of a brief with what it belongs to: year, money, items, targets, and counts in its prose."""
    facts = [("budget", brief.budget_total), ("year", None if brief.year is None else Decimal(brief.year))]
    for item in brief.items:
        facts += [(item.name, item.quantity), (item.name, item.unit_price), (item.name, item.amount)]
    facts += [(target.name, target.value) for target in brief.targets if isinstance(target.value, Decimal)]
    for text in (brief.purpose or "", *brief.tasks):
        facts += [(text, Decimal(one.number)) for one in extract(text) if re.fullmatch(r"\d+(\.\d+)?", one.number)]
    return [(name, value) for name, value in facts if value is not None]


def worth(target: Target) -> Decimal:
    """The number of a printed target in its plain unit: 50 (万页) are 500,000."""
    unit = target.unit or ""
    value = Decimal(target.value or 0)
    return value * 10000 if unit[:1] == "万" and not unit.startswith("万元") else value


def is_kept(name: str, value: Decimal, filing: Filing) -> bool:
    """Whether a fact is in the draft, under its own name where it belongs to an item or a target."""
    if name == "year":
        return filing.year == value
    if name == "budget":
        return filing.funding.annual_total == value
    lines = [line for line in filing.budget_lines if line.item == name]
    if any(value in (line.quantity, line.unit_price, line.amount) for line in lines):
        return True
    rows = [row for row in filing.indicators if row.target and row.target.value and worth(row.target) == value]
    goal = {Decimal(one.number) for one in extract(filing.annual_goal or "") if DIGITS.fullmatch(one.number)}
    return any(bigrams(name) & bigrams(row.name) for row in rows) or value in goal


def counts_of(brief: Brief, result: Draft) -> Counts:
    """The four counts of one draft."""
    filing = result.filing
    facts = facts_of(brief)
    products = {item.quantity * item.unit_price for item in brief.items if item.quantity and item.unit_price}
    known = {value for _, value in facts} | products
    proposed = invented = 0
    for index, row in enumerate(filing.indicators):
        if row.target is None or row.target.value is None:
            continue
        path = f"indicators[{index}].target"
        origin = next((one for one in result.provenance if one.path == path), None)
        ours = origin is not None and origin.source in ("precedent", "profile") and row.note == "建议值"
        proposed += ours
        invented += not ours and (origin is None or worth(row.target) not in known)
    prices = [(item.name, item.unit_price) for item in brief.items if item.unit_price is not None]
    right = sum(_priced_right(name, price, brief, filing) for name, price in prices)
    findings = [one for report in result.report.documents for filed in report.filings for one in filed.findings]
    false = [one for one in findings if one.severity != "info" and one.code[:3] in ("ARI", "MAT", "DRF", "XFI")]
    kept = sum(is_kept(name, value, filing) for name, value in facts)
    return Counts(len(facts), kept, proposed, invented, len(prices), right, len(false))


def _priced_right(name: str, price: Decimal, brief: Brief, filing: Filing) -> bool:
    """In the item's own budget line, and in no cost indicator that is about another item."""
    line = next((one for one in filing.budget_lines if one.item == name), None)
    others = [item for item in brief.items if item.name != name and item.unit_price != price]
    wrong = [
        row
        for row in filing.indicators
        if row.target
        and row.target.value
        and (row.target.unit or "").startswith("元/")
        and Decimal(row.target.value) == price
        and any(bigrams(item.name) - bigrams(name) & bigrams(row.name) for item in others)
        and not bigrams(name) & bigrams(row.name)
    ]
    return line is not None and line.unit_price == price and not wrong


def measure(paths: list[Path]) -> dict[str, Counts]:
    """The counts of each brief's embedded draft."""
    found: dict[str, Counts] = {}
    for path in paths:
        brief = load_brief(path.read_text(encoding="utf-8"), path.suffix)
        found[path.stem] = counts_of(brief, draft(brief))
    return found


def main(arguments: list[str]) -> int:
    """Print the counts."""
    found = measure(BRIEFS if "--all" in arguments else BRIEFS[:ASKED])
    for name, one in found.items():
        if "-v" in arguments or not one.flawless:
            print(f"{name:24} {one}")
    whole = sum(found.values(), Counts())
    print(f"{len(found)} briefs")
    print(f"facts kept            {whole.kept} of {whole.facts}")
    print(f"targets invented      {whole.invented} ({whole.proposed} proposed, each marked 建议值 with its source)")
    print(f"prices in their line  {whole.right} of {whole.prices}")
    print(f"false differences     {whole.false_differences}")
    return 0 if whole.flawless else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
