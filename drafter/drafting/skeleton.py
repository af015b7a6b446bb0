"""The part of a draft that no model touches: header, dates, funding and budget lines, straight from the brief."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from drafter.brief import Brief
from drafter.drafting.facts import FUNDING, Facts, amounts_of
from drafter.drafting.result import Provenance
from drafter.filing import BudgetLine, Filing, Funding
from drafter.models.request import Fact
from drafter.profiles import Profile

_CENT = Decimal("0.01")


def skeleton(brief: Brief, facts: Facts, profile: Profile) -> tuple[Filing, list[Provenance]]:
    """A filing without goal and indicators, and the provenance of its money and quantities."""
    provenance: list[Provenance] = []

    def put(path: str, fact: Fact | None) -> Decimal | None:
        if fact is None:
            return None
        number = fact.value if fact.kind == "quantity" else cents(fact.value)
        provenance.append(_origin(path, number, fact))
        return number

    budget = next((fact for fact in facts if fact.kind == "budget"), None)
    funding = Funding(
        annual_total=put("funding.annual_total", budget),
        **{name: put(f"funding.{name}", facts.at(name)) for name in FUNDING},
    )
    lines: list[BudgetLine] = []
    for index, (item, amount) in enumerate(zip(brief.items, amounts_of(brief), strict=True)):
        path, own = f"budget_lines[{index}]", f"items[{index}]"
        lines.append(
            BudgetLine(
                item=item.name,
                amount=put(f"{path}.amount", facts.at(f"{own}.amount")) if amount is not None else None,
                unit_price=put(f"{path}.unit_price", facts.at(f"{own}.unit_price")),
                quantity=put(f"{path}.quantity", facts.at(f"{own}.quantity")),
                unit=item.unit,
                note=item.note,
            )
        )
    start, end = dates(brief)
    filing = Filing(
        form=profile.title,
        profile=profile.id,
        year=brief.year,
        project_name=brief.project_name,
        project_nature=brief.project_nature,
        project_category=brief.project_category,
        department=brief.department,
        implementer=brief.implementer,
        start_date=start,
        end_date=end,
        funding=funding,
        budget_lines=lines,
    )
    return filing, provenance


def dates(brief: Brief) -> tuple[dt.date | None, dt.date | None]:
    """Start and end of the project: the brief's, else the first and the last day of its year."""
    first = dt.date(brief.year, 1, 1) if brief.year is not None else None
    last = dt.date(brief.year, 12, 31) if brief.year is not None else None
    return brief.start_date or first, brief.end_date or last


def cents(amount: Decimal) -> Decimal:
    """An amount as forms print it: two decimals, more only where the brief gave more."""
    exponent = amount.as_tuple().exponent
    return amount.quantize(_CENT) if isinstance(exponent, int) and exponent > -2 else amount


def _origin(path: str, number: Decimal, fact: Fact) -> Provenance:
    return Provenance(path=path, number=format(number, "f"), source=fact.source, reference=fact.path, quote=fact.quote)
