"""Which numbers of last year's filing the brief replaces, and which stay.

Numbers that are equal in value and unit are one quantity wherever they stand (保安2人 in the goal, 辅助用工人数 =2(人)
in the table, 2.00 in a budget line): if the brief's 保安 fits one of their names, it replaces them all. Rates are not:
half of the rates of a form are 100%, and each is its own (验收合格率, 按期完工率).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.drafting.facts import Facts, show
from drafter.drafting.same_noun import verdict
from drafter.filing import Filing
from drafter.language import bigrams, extract, lookup, same_dimension
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy
from drafter.models.request import Fact, FactKind

_NUMBER = lazy(r"\d{1,24}(\.\d{1,12})?")
_YUAN = ("元", "万元", "亿元")
_FACTORS = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_LIKE = Decimal("0.34")
_RATE = Decimal("0.75")


class Old(NamedTuple):
    """A number of last year's filing: what it is, where it stands, what it is called there."""

    kind: FactKind
    value: Decimal
    unit: str | None
    name: str
    path: str
    quote: str


class Exchange(NamedTuple):
    """What becomes of last year's numbers.

    Attributes:
        replaced: Old number → the brief's fact that takes its place.
        kept: Old numbers the brief does not mention, as facts of source `precedent`.
    """

    replaced: tuple[tuple[Old, Fact], ...]
    kept: tuple[Fact, ...]

    def fact_for(self, value: Decimal, unit: str | None, name: str = "") -> Fact | None:
        """The brief's fact for an old number; where two old ones were equal, the one of the closer name.

        A rate has the fact of its own name or none: 按期完工率 100% stays when 验收合格率 100% moves.
        """
        fitting = [(old, fact) for old, fact in self.replaced if _equal(old, value, unit)]
        if _dimension(unit) == "percent":
            fitting = [pair for pair in fitting if pair[0].name == name]
        return max(fitting, key=lambda pair: alike(pair[0].name, name), default=(None, None))[1]


def exchange(old: Filing, facts: Facts) -> Exchange:
    """Match last year's numbers with the facts of the brief, best names first, one to one by quantity."""
    numbers = list(_numbers(old))
    groups: dict[tuple[str, Decimal, str], list[Old]] = {}
    for number in numbers:
        groups.setdefault(
            (_family(number.kind), _in_ones(number.value, number.unit), _dimension(number.unit)), []
        ).append(number)
    wanted = [fact for fact in facts if fact.kind in ("quantity", "unit_price", "amount", "target")]
    scored: list[tuple[Decimal, int, int, int]] = []
    keys = list(groups)
    for at, fact in enumerate(wanted):
        for position, key in enumerate(keys):
            score = _score(fact, key, groups[key], wanted, keys)
            if score >= _LIKE:
                scored.append((score, _shared(fact, groups[key]), at, position))
    # 专技雇员 is all of 雇员 13人 and of 专技雇员转来 10人: the longer agreement says which is meant.
    scored.sort(key=lambda entry: (-entry[0], -entry[1], entry[2], entry[3]))
    by_fact: dict[int, int] = {}
    for _, _, at, position in scored:
        if at not in by_fact and position not in by_fact.values():
            by_fact[at] = position
    replaced: list[tuple[Old, Fact]] = []
    for at, position in by_fact.items():
        replaced += [(number, wanted[at]) for number in _moved(wanted[at], groups[keys[position]])]
    replaced += _budget(old, facts)
    gone = {number for number, _ in replaced}
    year = old.year
    kept = [number for number in numbers if number not in gone and not (number.kind == "year" and number.value == year)]
    return Exchange(tuple(replaced), tuple(_fact(index, number) for index, number in enumerate(kept, start=1)))


def _moved(fact: Fact, group: Sequence[Old]) -> Sequence[Old]:
    """The equal numbers that a fact takes the place of: all of them; of rates those of its name."""
    if _dimension(group[0].unit) != "percent":
        return group
    best = max(alike(fact.entity or "", one.name) for one in group)
    named = [one for one in group if one.name and _one_rate(one.name, fact.entity or "", best)]
    # 达到100% says no name: it moves where no other rate of that number could be meant.
    return group if all(one in named or not one.name for one in group) else named


def _one_rate(name: str, entity: str, best: Decimal) -> bool:
    shared = alike(entity, name)
    return shared == best or (shared >= _RATE and verdict(name, entity) == "same")


def _numbers(old: Filing) -> Iterator[Old]:
    for mention in extract(old.annual_goal or ""):
        if _NUMBER.fullmatch(mention.number):
            kind: FactKind = "year" if mention.kind == "year" else "mention"
            yield Old(kind, Decimal(mention.number), mention.unit, mention.entity or "", "annual_goal", mention.text)
    for index, row in enumerate(old.indicators):
        target = row.target
        if target and target.value and _NUMBER.fullmatch(target.value):
            money = (target.unit or "").startswith("元")
            kind = "unit_price" if money else "mention"
            path = f"indicators[{index}].target"
            yield Old(kind, Decimal(target.value), target.unit, row.name, path, f"{row.name} {target.raw}")
    for index, line in enumerate(old.budget_lines):
        values: tuple[tuple[str, FactKind, Decimal | None, str | None], ...] = (
            ("quantity", "mention", line.quantity, line.unit),
            ("unit_price", "unit_price", line.unit_price, "元"),
            ("amount", "amount", line.amount, "元"),
        )
        for name, kind, value, unit in values:
            if value is not None:
                yield Old(kind, value, unit, line.item, f"budget_lines[{index}].{name}", f"{line.item} {show(value)}")


def _budget(old: Filing, facts: Facts) -> Iterator[tuple[Old, Fact]]:
    fact = next((one for one in facts if one.kind == "budget"), None)
    total = old.funding.annual_total
    if fact is None or total is None:
        return
    for row in old.indicators:
        target = row.target
        if target is None or target.value is None or not _NUMBER.fullmatch(target.value) or target.unit not in _YUAN:
            continue
        value = Decimal(target.value)
        if _in_ones(value, target.unit) == total:
            yield Old("unit_price", value, target.unit, row.name, "", target.raw), fact
    yield Old("mention", total, "元", "预算", "funding.annual_total", show(total)), fact


def _score(
    fact: Fact,
    key: tuple[str, Decimal, str],
    group: Sequence[Old],
    wanted: Sequence[Fact],
    keys: Sequence[tuple[str, Decimal, str]],
) -> Decimal:
    family, _, dimension = key
    own = _family(fact.kind)
    if own != family or (family == "count" and not _fits(fact.unit, group)):
        return Decimal(0)
    score = max(alike(fact.entity or "", number.name) for number in group)
    if family == "count" and dimension != "percent":
        # The only persons of both years are the same persons, whatever they are called.
        sole = sum(one.kind == "quantity" and same_dimension(one.unit, fact.unit) for one in wanted) == 1
        alone = sum(other == family and same == dimension for other, _, same in keys) == 1
        if sole and alone and fact.kind == "quantity":
            score = max(score, Decimal("0.4"))
    return score


def _shared(fact: Fact, group: Sequence[Old]) -> int:
    return max(len(bigrams(fact.entity or "") & bigrams(number.name)) for number in group)


def _fits(unit: str | None, group: Sequence[Old]) -> bool:
    return any(number.unit is None or unit is None or same_dimension(unit, number.unit) for number in group)


def _family(kind: FactKind) -> str:
    return {"unit_price": "price", "amount": "amount"}.get(kind, "count")


def _dimension(unit: str | None) -> str:
    known = lookup(unit)
    return known.dimension if known else unit or ""


def _same_unit(one: str | None, other: str | None) -> bool:
    return one is None or other is None or same_dimension(one, other) or (one or "").partition("/")[0] == other


def _equal(old: Old, value: Decimal, unit: str | None) -> bool:
    return _in_ones(old.value, old.unit) == _in_ones(value, unit) and _same_unit(old.unit, unit)


def _in_ones(value: Decimal, unit: str | None) -> Decimal:
    """A number in the unit without its 万 or 亿: a table's 1.2万亩 is the goal's 12,000亩."""
    ones = (unit or "").lstrip("万亿")
    if not unit or ones == unit or not same_dimension(ones, unit):
        return value
    for sign in unit[: len(unit) - len(ones)]:
        value = exact_product(value, _FACTORS[sign])
    return value


def alike(one: str, other: str) -> Decimal:
    """How much two names share, 0 to 1: common bigrams over those of the shorter name."""
    mine, theirs = bigrams(one), bigrams(other)
    smaller = min(len(mine), len(theirs))
    return Decimal(len(mine & theirs)) / Decimal(smaller) if smaller else Decimal(0)


def _fact(index: int, number: Old) -> Fact:
    return Fact(
        f"L{index}",
        number.kind,
        number.name or None,
        number.value,
        number.unit,
        "=",
        number.path,
        number.quote,
        "precedent",
    )
