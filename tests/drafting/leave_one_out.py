"""Leave one out: withhold a past filing, draft from its name, budget and quantities, compare the indicators.

Run `python tests/drafting/leave_one_out.py` for recall and precision over the 39 published filings, `-v` for each.
An indicator counts as proposed when the draft has one of the same kind of category whose name shares at least half of
the content bigrams of the shorter name (generic words such as 完成率 left out), one to one.
"""

import sys
from decimal import Decimal

from drafter.brief import Brief, BriefItem
from drafter.corpus.starter import StarterRecord, similar, starter_records
from drafter.drafting import draft
from drafter.drafting.grounding import alike
from drafter.filing import Filing, Indicator
from drafter.language import bigrams, lookup
from drafter.models.embedded.nouns import stem
from drafter.models.request import Precedent
from drafter.profiles import all_profiles

_COUNTS = ("count", "person")


def brief_of(filing: Filing) -> Brief:
    """What a clerk would know: the name, the year, the money, and how many of what."""
    items = [
        BriefItem(
            name=line.item, quantity=line.quantity, unit=line.unit, unit_price=line.unit_price, amount=line.amount
        )
        for line in filing.budget_lines[:12]
    ]
    if not items:
        for row in filing.indicators:
            target = row.target
            unit = lookup(target.unit) if target else None
            if target and target.value and unit and unit.dimension.startswith(_COUNTS) and Decimal(target.value) > 0:
                name = stem(row.name.removesuffix("数量").removesuffix("人数").removesuffix("件数"))
                items.append(BriefItem(name=name or row.name, quantity=Decimal(target.value), unit=target.unit))
    return Brief(
        project_name=filing.project_name or "",
        implementer=filing.implementer,
        year=filing.year,
        budget_total=filing.funding.annual_total,
        items=items,
    )


def compared(real: Filing, drafted: Filing) -> tuple[int, int, int]:
    """(real indicators proposed, real indicators, drafted indicators)."""
    kinds = _kinds(real), _kinds(drafted)
    pairs = [
        (_alike(one, other), i, j)
        for i, one in enumerate(real.indicators)
        for j, other in enumerate(drafted.indicators)
        if kinds[0][i] == kinds[1][j]
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if score >= Decimal("0.5") and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return len(taken[0]), len(real.indicators), len(drafted.indicators)


def _kinds(filing: Filing) -> list[str]:
    profile = all_profiles()[filing.profile or "generic"]
    kinds = {name: kind for category in profile.categories for name, kind in category.level2.items()}
    coarse = {"economic_benefit": "benefit", "social_benefit": "benefit", "ecological_benefit": "benefit"}
    coarse |= {"economic_cost": "cost", "social_cost": "cost", "ecological_cost": "cost"}
    found = [kinds.get(row.level2 or "", row.level2 or "") for row in filing.indicators]
    return [coarse.get(kind, kind) for kind in found]


def _alike(one: Indicator, other: Indicator) -> Decimal:
    mine, theirs = bigrams(one.name), bigrams(other.name)
    smaller = min(len(mine), len(theirs))
    return Decimal(len(mine & theirs)) / smaller if smaller else Decimal(0)


def measure(verbose: bool = False) -> tuple[Decimal, Decimal]:
    """Recall and precision over all published filings."""
    hits = real = drafted = 0
    published = [record for record in starter_records() if record.kind == "filing"]
    for record in published:
        others = [other for other in starter_records() if other.id != record.id]

        def retrieve(brief: Brief, k: int, pool: list[StarterRecord] = others):
            found = [Precedent(one.id, one.filing, score, one.kind) for one, score in similar(pool, brief, k)]
            return alike(brief, found)

        def office(brief: Brief, pool: list[StarterRecord] = others):
            own = [one for one in pool if brief.implementer and one.filing.implementer == brief.implementer]
            return [Precedent(one.id, one.filing, Decimal(0), one.kind) for one in own]

        result = draft(brief_of(record.filing), retrieve=retrieve, office=office, profile=record.filing.profile)
        one = compared(record.filing, result.filing)
        hits, real, drafted = hits + one[0], real + one[1], drafted + one[2]
        if verbose:
            print(f"{one[0]:3} of {one[1]:3} real, {one[2]:3} drafted  {record.id}")
    return Decimal(hits) / real, Decimal(hits) / drafted


if __name__ == "__main__":
    recall, precision = measure("-v" in sys.argv)
    print(f"recall {recall:.3f}  precision {precision:.3f}")
