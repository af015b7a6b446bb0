"""Leave one out: withhold a past filing, draft from its name, budget and quantities, compare the indicators.

Run `python tests/drafting/leave_one_out.py` for recall and precision over the 39 published filings, `-v` for each,
`--categories` for each kind of category with its ceiling: the real indicators of which another filing, of any project,
has one alike; what no other filing says cannot be learnt from one. `--apart` withholds with a filing those that share
four fifths of its indicator names (an office that fills two forms from one sheet), so that no copy of it is left.
An indicator counts as proposed when the draft has one of the same kind of category whose name shares at least half of
the content bigrams of the shorter name (generic words such as 完成率 left out), one to one.
"""

import sys
from collections import Counter
from collections.abc import Iterator
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


def proposed(real: Filing, drafted: Filing) -> list[str]:
    """The kind of category of each real indicator that the draft proposes."""
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
    return [kinds[0][i] for i in taken[0]]


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


def twins(record: StarterRecord, pool: list[StarterRecord]) -> set[str]:
    """The filings that share four fifths of a filing's indicator names."""
    names = {row.name for row in record.filing.indicators}
    shared = {one.id: {row.name for row in one.filing.indicators} for one in pool}
    return {name for name, other in shared.items() if 5 * len(names & other) >= 4 * min(len(names), len(other)) > 0}


def drafts(apart: bool = False) -> Iterator[tuple[StarterRecord, Filing]]:
    """Every published filing with what is drafted without it."""
    everything = list(starter_records())
    for record in [one for one in everything if one.kind == "filing"]:
        withheld = twins(record, everything) if apart else {record.id}
        others = [other for other in everything if other.id not in withheld]

        def retrieve(brief: Brief, k: int, pool: list[StarterRecord] = others):
            found = [Precedent(one.id, one.filing, score, one.kind) for one, score in similar(pool, brief, k)]
            return alike(brief, found)

        def office(brief: Brief, pool: list[StarterRecord] = others):
            own = [one for one in pool if brief.implementer and one.filing.implementer == brief.implementer]
            return [Precedent(one.id, one.filing, Decimal(0), one.kind) for one in own]

        result = draft(brief_of(record.filing), retrieve=retrieve, office=office, profile=record.filing.profile)
        yield record, result.filing


def measure(verbose: bool = False, categories: bool = False, apart: bool = False) -> tuple[Decimal, Decimal]:
    """Recall and precision over all published filings."""
    hits, real, drafted = Counter[str](), Counter[str](), Counter[str]()
    for record, filing in drafts(apart):
        found = proposed(record.filing, filing)
        hits.update(found)
        real.update(_kinds(record.filing))
        drafted.update(_kinds(filing))
        if verbose:
            counts = f"{len(found):3} of {len(record.filing.indicators):3} real, {len(filing.indicators):3} drafted"
            print(f"{counts}  {record.id}")
    if categories:
        known = ceiling()
        print("category              proposed  real  drafted  recall  ceiling")
        for kind in sorted(real, key=lambda one: -real[one]):
            recall, most = Decimal(hits[kind]) / real[kind], Decimal(known[kind]) / real[kind]
            print(f"{kind:22}{hits[kind]:8}{real[kind]:6}{drafted[kind]:9}{recall:8.2f}{most:9.2f}")
        print(f"{'all':22}{hits.total():8}{real.total():6}{drafted.total():9}", end="")
        print(f"{Decimal(hits.total()) / real.total():8.2f}{Decimal(known.total()) / real.total():9.2f}")
    return Decimal(hits.total()) / real.total(), Decimal(hits.total()) / drafted.total()


def ceiling() -> Counter[str]:
    """Of each kind of category, the real indicators that another filing has too, under a name alike."""
    rows = [
        (record.id, kind, row)
        for record in starter_records()
        if record.kind == "filing"
        for kind, row in zip(_kinds(record.filing), record.filing.indicators, strict=True)
    ]
    return Counter(
        kind
        for identity, kind, row in rows
        if any(other != identity and same == kind and _alike(row, one) >= Decimal("0.5") for other, same, one in rows)
    )


if __name__ == "__main__":
    recall, precision = measure("-v" in sys.argv, "--categories" in sys.argv, "--apart" in sys.argv)
    print(f"recall {recall:.3f}  precision {precision:.3f}")
