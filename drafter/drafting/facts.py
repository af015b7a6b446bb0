"""The facts of a brief: every number it gives, with id and place. A draft may use these and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from drafter.brief import Brief, BriefItem
from drafter.drafting.large_numbers import as_written
from drafter.drafting.mention_nouns import noun_of_mention
from drafter.filing import Comparator
from drafter.language import convert, extract, same_dimension
from drafter.language.interval import exact_product
from drafter.models.request import Fact, FactKind

FUNDING = ("current_appropriation", "carryover", "other")


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one brief, in order: first the brief's own, then computed ones."""

    all: tuple[Fact, ...]

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.all)

    def get(self, identity: str) -> Fact | None:
        """The fact of that id."""
        return next((fact for fact in self.all if fact.id == identity), None)

    def at(self, path: str) -> Fact | None:
        """The fact that a field of the brief gives ("items[0].quantity")."""
        return next((fact for fact in self.all if fact.path == path), None)

    def allows(self, value: Decimal, unit: str | None = None) -> Fact | None:
        """The fact that vouches for a literal number, or None: the value lock."""
        return next(iter(self.vouching(value, unit)), None)

    def vouching(self, value: Decimal, unit: str | None = None) -> list[Fact]:
        """Every fact of that value.

        A number with a unit needs a fact of the same dimension: 66,000 元 vouches for 6.6 万元, never for 66,000 人.
        A price is money: 66,000 元/人 vouches for 66,000 元 as well.
        """
        return [fact for fact in self.all if says(fact, value, unit)]


def says(fact: Fact, value: Decimal, unit: str | None) -> bool:
    """Whether a number is the fact's: 6 人 is 6 名, no 6 万人, and 30 分钟 is no 30 小时."""
    if unit is None or fact.unit is None or unit == fact.unit:
        return fact.value == value
    own = "元" if fact.kind == "unit_price" and same_dimension("元", unit) else fact.unit
    return same_dimension(own, unit) and convert(value, unit, own) == fact.value


def facts_of(brief: Brief, inherited: Mapping[str, str] | None = None) -> Facts:
    """Every number of a brief as a fact, and the sums and products a draft needs.

    Args:
        brief: The brief.
        inherited: Fields filled from last year's filing, by path, with what that filing says.
    """
    kept = inherited or {}
    stated = [_numbered(index, "F", draft, kept) for index, draft in enumerate(_stated(brief), start=1)]
    computed = [_numbered(index, "C", draft, {}) for index, draft in enumerate(_computed(brief), start=1)]
    return Facts((*stated, *computed))


class _Bare(NamedTuple):
    """A fact without its id."""

    kind: FactKind
    entity: str | None
    value: Decimal
    unit: str | None
    path: str
    quote: str
    comparator: Comparator = "="


def _numbered(index: int, letter: str, bare: _Bare, kept: Mapping[str, str]) -> Fact:
    source: Literal["brief", "computed", "precedent"] = "brief" if letter == "F" else "computed"
    if bare.path in kept:
        source = "precedent"
    quote = kept.get(bare.path, bare.quote)
    return Fact(
        f"{letter}{index}", bare.kind, bare.entity, bare.value, bare.unit, bare.comparator, bare.path, quote, source
    )


def _stated(brief: Brief) -> Iterator[_Bare]:
    if brief.year is not None:
        yield _Bare("year", None, Decimal(brief.year), "年", "year", f"{brief.year}年")
    if brief.budget_total is not None:
        yield _Bare("budget", "预算总额", brief.budget_total, "元", "budget_total", f"{show(brief.budget_total)}元")
    for name in FUNDING:
        amount: Decimal | None = getattr(brief, name)
        if amount is not None:
            yield _Bare("funding", name, amount, "元", name, f"{show(amount)}元")
    written: Sequence[str] = getattr(brief, "written", ())
    for index, item in enumerate(brief.items):
        yield from _item(index, item, written)
    for index, target in enumerate(brief.targets):
        if isinstance(target.value, Decimal):
            digits = as_written(target.value, target.unit, written) or show(target.value)
            quote = f"{target.name}{target.comparator}{digits}{target.unit or ''}"
            path = f"targets[{index}].value"
            yield _Bare("target", target.name, target.value, target.unit, path, quote, target.comparator)
    for path, text in texts_of(brief):
        yield from _mentions(path, text)


def _item(index: int, item: BriefItem, written: Sequence[str]) -> Iterator[_Bare]:
    path = f"items[{index}]"
    unit = item.unit or ""
    if item.quantity is not None:
        digits = as_written(item.quantity, item.unit, written) or show(item.quantity)
        yield _Bare("quantity", item.name, item.quantity, item.unit, f"{path}.quantity", f"{digits}{unit}")
    if item.unit_price is not None:
        per = f"元/{unit}" if unit else "元"
        yield _Bare(
            "unit_price", item.name, item.unit_price, per, f"{path}.unit_price", f"{show(item.unit_price)}{per}"
        )
    if item.amount is not None:
        yield _Bare("amount", item.name, item.amount, "元", f"{path}.amount", f"{show(item.amount)}元")


def texts_of(brief: Brief) -> list[tuple[str, str]]:
    """The fields of a brief that are prose, by path: numbers inside them are facts too."""
    texts = [("project_name", brief.project_name), ("purpose", brief.purpose), ("notes", brief.notes)]
    texts += [(f"tasks[{index}]", task) for index, task in enumerate(brief.tasks)]
    texts += [(f"items[{index}].name", item.name) for index, item in enumerate(brief.items)]
    texts += [(f"items[{index}].note", item.note) for index, item in enumerate(brief.items)]
    texts += [(f"targets[{index}].name", target.name) for index, target in enumerate(brief.targets)]
    texts += [
        (f"targets[{index}].value", target.value)
        for index, target in enumerate(brief.targets)
        if isinstance(target.value, str)
    ]
    return [(path, text) for path, text in texts if text]


def _mentions(path: str, text: str) -> Iterator[_Bare]:
    for mention in extract(text):
        if re.fullmatch(r"\d+(\.\d+)?", mention.number):
            noun = noun_of_mention(text, mention)
            yield _Bare("mention", noun, Decimal(mention.number), mention.unit, path, mention.text, "=")


def _computed(brief: Brief) -> Iterator[_Bare]:
    for index, item in enumerate(brief.items):
        if item.amount is None and item.quantity is not None and item.unit_price is not None:
            amount = exact_product(item.quantity, item.unit_price)
            quote = f"{show(item.quantity)} × {show(item.unit_price)} = {show(amount)}"
            yield _Bare("amount", item.name, amount, "元", f"items[{index}].amount", quote)
    budget = brief.budget_total
    amounts = amounts_of(brief)
    known = [amount for amount in amounts if amount is not None]
    if budget is None and known and len(known) == len(amounts):
        budget = total(known)
        quote = f"{' + '.join(show(amount) for amount in known)} = {show(budget)}"
        yield _Bare("budget", "预算总额", budget, "元", "budget_total", quote)
    if budget is not None and brief.current_appropriation is None:
        yield from _appropriation(brief, budget)
    yield from _heads(brief)
    if len(brief.tasks) > 1:
        quote = f"简述列出 {len(brief.tasks)} 项任务"
        yield _Bare("mention", "工作任务", Decimal(len(brief.tasks)), "项", "tasks", quote)


def _appropriation(brief: Brief, budget: Decimal) -> Iterator[_Bare]:
    carryover, other = brief.carryover or Decimal(0), brief.other or Decimal(0)
    rest = budget - carryover - other
    if rest >= 0:
        quote = f"{show(budget)} - {show(carryover)} - {show(other)} = {show(rest)}"
        yield _Bare("funding", "current_appropriation", rest, "元", "current_appropriation", quote)


def _heads(brief: Brief) -> Iterator[_Bare]:
    # 保安 2 人 and 保洁 3 人 are 5 人: a sentence about all of them needs the sum.
    by_unit: dict[str, list[Decimal]] = {}
    for item in brief.items:
        if item.quantity is not None and item.unit:
            by_unit.setdefault(item.unit, []).append(item.quantity)
    for unit, quantities in by_unit.items():
        if len(quantities) > 1:
            quote = f"{' + '.join(show(quantity) for quantity in quantities)} = {show(total(quantities))}"
            yield _Bare("mention", "合计", total(quantities), unit, "items", quote)


def amounts_of(brief: Brief) -> list[Decimal | None]:
    """The amount of each item, computed from price and quantity where it is not given; None where it is open."""
    amounts: list[Decimal | None] = []
    for item in brief.items:
        if item.amount is None and item.quantity is not None and item.unit_price is not None:
            amounts.append(exact_product(item.quantity, item.unit_price))
        else:
            amounts.append(item.amount)
    return amounts


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum."""
    result = Decimal(0)
    for amount in amounts:
        result += amount
    return result


def show(number: Decimal) -> str:
    """A number for people: thousands separators, printed decimals kept (66000.00 → 66,000.00)."""
    return format(number, ",f")
