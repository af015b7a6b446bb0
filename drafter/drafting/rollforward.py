"""Last year's filing rolled forward: years, counts, prices and sums moved on, the rest kept and marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from drafter.brief import Brief, BriefItem
from drafter.drafting.conventions import usual_target
from drafter.drafting.facts import Facts, show, total
from drafter.drafting.lastyear import Exchange, Old, alike, exchange
from drafter.drafting.rendering import KEPT
from drafter.drafting.result import Asked
from drafter.filing import Filing
from drafter.language import Mention, extract, sums
from drafter.language.patterns import lazy
from drafter.models.proposal import Proposal, ProposedIndicator
from drafter.models.request import Fact
from drafter.profiles import Profile, all_profiles

_HEADER = ("department", "implementer", "project_nature", "project_category")
_SIGNS = {">=": "≥", "<=": "≤"}
_SAME_NAME = Decimal("0.5")
_TAG = lazy(r"</?(?:p|br|div|span|b|strong|font)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)


class Rolled(NamedTuple):
    """Last year's filing moved to a new brief.

    Attributes:
        basis: Goal and indicators with references to the new facts; None where the old form has no goal or no rows.
        facts: The brief's facts, new totals, and last year's numbers that stay.
        questions: What a person has to look at.
    """

    basis: Proposal | None
    facts: Facts
    questions: tuple[Asked, ...]


def merged(brief: Brief, old: Filing) -> tuple[Brief, dict[str, str]]:
    """The brief with last year's header, budget lines and prices where it says nothing.

    Returns:
        The fuller brief, and for each number filled in: its path and what last year's filing says.
    """
    inherited: dict[str, str] = {}
    items = [_priced(item, f"items[{index}]", old, inherited) for index, item in enumerate(brief.items)]
    names = [item.name for item in items]
    for line in old.budget_lines:
        if any(line.item == name or alike(line.item, name) >= _SAME_NAME for name in names):
            continue
        path = f"items[{len(items)}]"
        values = {"quantity": line.quantity, "unit_price": line.unit_price, "amount": line.amount}
        inherited |= {
            f"{path}.{name}": f"{line.item} {show(value)}" for name, value in values.items() if value is not None
        }
        kept = BriefItem(name=line.item, unit=line.unit, note=KEPT).model_copy(update=values)
        items.append(kept)
    update: dict[str, Any] = {name: getattr(old, name) for name in _HEADER if getattr(brief, name) is None}
    update["items"] = items
    complete = items and all(item.amount is not None or (item.quantity and item.unit_price) for item in items)
    if brief.budget_total is None and not complete and old.funding.annual_total is not None:
        update["budget_total"] = old.funding.annual_total
        inherited["budget_total"] = f"上年年度资金申请总额 {show(old.funding.annual_total)}"
    return brief.model_copy(update=update), inherited


def _priced(item: BriefItem, path: str, old: Filing, inherited: dict[str, str]) -> BriefItem:
    """An item with last year's price, where the brief gives a new count only."""
    if item.unit_price is not None or item.amount is not None or item.quantity is None:
        return item
    line = max(old.budget_lines, key=lambda one: alike(one.item, item.name), default=None)
    if line is not None and line.unit_price is not None and alike(line.item, item.name) >= _SAME_NAME:
        inherited[f"{path}.unit_price"] = f"{line.item} 单价 {show(line.unit_price)}"
        return item.model_copy(update={"unit_price": line.unit_price})
    for row in old.indicators:
        target = row.target
        if target is None or target.value is None or not (target.unit or "").startswith("元") or "~" in target.value:
            continue
        if ("单价" in row.name or "标准" in row.name) and alike(row.name, item.name) >= _SAME_NAME:
            inherited[f"{path}.unit_price"] = f"{row.name} {target.raw}"
            return item.model_copy(update={"unit_price": Decimal(target.value)})
    return item


def roll_forward(facts: Facts, old: Filing, profile: Profile) -> Rolled:
    """Move goal and indicators of a filing to new facts.

    Args:
        facts: The facts of the merged brief.
        old: Last year's filing.
        profile: The form of the new filing; rows of a category it does not have are left out and asked about.
    """
    moved = exchange(old, facts)
    goal, totals = _goal(old, moved, facts)
    moved = _with_totals(moved, totals)
    rows, left_out = _rows(old, moved, facts, profile)
    everything = Facts((*facts.all, *(fact for _, fact in totals), *moved.kept))
    questions = [*_kept_in_goal(moved, goal), *_kept_budget(facts)]
    if left_out:
        names = "、".join(left_out)
        english = f"left out, the new form has no such category: {names}"
        questions.append(Asked("indicators", f"本年表式没有的类别未沿用：{names}", english))
    basis = Proposal(goal=[goal], indicators=rows) if goal and rows else None
    return Rolled(basis, everything, tuple(questions))


def _with_totals(moved: Exchange, totals: Sequence[tuple[Old, Fact]]) -> Exchange:
    """The exchange with the totals that moved: 雇员人数 =13 of the table is the 13人 of the goal that became 15."""
    gone = {(old.value, old.unit) for old, _ in totals}
    kept = tuple(fact for fact in moved.kept if (fact.value, fact.unit) not in gone)
    return Exchange((*moved.replaced, *totals), kept)


def _goal(old: Filing, moved: Exchange, facts: Facts) -> tuple[str, list[tuple[Old, Fact]]]:
    # Tags of the carrier (<p>…</p>) are no words of last year's goal.
    text = _TAG.sub("", old.annual_goal or "")
    mentions = list(extract(text))
    year = next((fact for fact in facts if fact.kind == "year"), None)
    references: dict[int, Fact] = {}
    for mention in mentions:
        fact = None
        if mention.kind == "year":
            fact = year if mention.number == str(old.year) else None
        elif _plain(mention.number):
            fact = moved.fact_for(Decimal(mention.number), mention.unit, mention.entity or "")
        if fact is not None:
            references[mention.start] = fact
    totals = _totals(text, mentions, references)
    template, end = "", 0
    for mention in mentions:
        fact = references.get(mention.start)
        if fact is not None:
            template += f"{text[end : mention.start]}{{{fact.id}}}"
            end = mention.end
        elif mention.kind == "date" and year is not None and mention.text.startswith(f"{old.year}年"):
            template += f"{text[end : mention.start]}{{{year.id}}}"
            end = mention.start + len(f"{old.year}年")
    return template + text[end:], totals


def _totals(text: str, mentions: Sequence[Mention], references: dict[int, Fact]) -> list[tuple[Old, Fact]]:
    """A total that the text says is the sum of its parts moves with them."""
    computed: list[tuple[Old, Fact]] = []
    for claim in sums(text, mentions):
        moved = any(part.start in references for part in claim.parts)
        if not claim.claims_complete or not moved or not all(_plain(part.number) for part in claim.parts):
            continue
        values = [
            references[part.start].value if part.start in references else Decimal(part.number) for part in claim.parts
        ]
        value = total(values)
        quote = f"{' + '.join(show(one) for one in values)} = {show(value)}"
        name, unit = claim.total.entity, claim.total.unit
        fact = Fact(f"T{len(computed) + 1}", "mention", name, value, unit, "=", "items", quote, "computed")
        references[claim.total.start] = fact
        before = Decimal(claim.total.number)
        computed.append((Old("mention", before, unit, name or "", "annual_goal", claim.total.text), fact))
    return computed


def _rows(old: Filing, moved: Exchange, facts: Facts, profile: Profile) -> tuple[list[ProposedIndicator], list[str]]:
    year = next((fact for fact in facts if fact.kind == "year"), None)
    rows: list[ProposedIndicator] = []
    left_out: list[str] = []
    for row in old.indicators:
        category = _category(row.level2, old, profile)
        if category is None:
            left_out.append(row.name)
            continue
        target = row.target
        printed = target.raw if target else _blank(row.name, moved, facts)
        fact = None
        if target and target.value and _plain(target.value):
            fact = moved.fact_for(Decimal(target.value), target.unit, row.name)
        if fact is not None and target is not None:
            comparator = fact.comparator if fact.kind == "target" else target.comparator or "="
            printed = f"{_SIGNS.get(comparator, comparator)}{{{fact.id}}}"
        name = row.name
        if year is not None and old.year is not None:
            printed = printed.replace(f"{old.year}年", f"{{{year.id}}}")
            name = name.replace(f"{old.year}年", f"{year.value}年")
        rows.append(ProposedIndicator(category=category, name=name, target=printed or "按年度工作计划完成"))
    return rows, left_out


def _blank(name: str, moved: Exchange, facts: Facts) -> str:
    """A target for a row that had none last year: the number the goal gives it, else the convention of its sort."""
    usual = usual_target(name)
    if usual is not None:
        return usual
    totals = [fact for _, fact in moved.replaced if fact.source == "computed" and fact.kind == "mention"]
    counted = [
        fact
        for fact in (*totals, *moved.kept, *facts)
        if fact.kind in ("mention", "quantity") and fact.entity and fact.unit not in (None, "%", "％", "元")
    ]
    best = max(counted, key=lambda fact: alike(fact.entity or "", name), default=None)
    # 综合窗口雇员 15人 in the goal is what 雇员人数 counts; between other names it takes more likeness.
    least = Decimal("0.1") if best in totals else _SAME_NAME
    if best is not None and alike(best.entity or "", name) >= least:
        return f"={{{best.id}}}"
    return "按年度工作计划完成"


def _category(level2: str | None, old: Filing, profile: Profile) -> str | None:
    """The second-level name in the new form: the same one, or one of the same meaning (长效管理 → 可持续影响指标)."""
    names = {name.removesuffix("指标"): name for category in profile.categories for name in category.level2}
    by_kind = {kind: name for category in profile.categories for name, kind in category.level2.items()}
    if level2 is None:
        return None
    if level2.removesuffix("指标") in names:
        return names[level2.removesuffix("指标")]
    former = all_profiles().get(old.profile or "")
    kinds = {name: kind for category in former.categories for name, kind in category.level2.items()} if former else {}
    return by_kind.get(kinds.get(level2, ""))


def _kept_in_goal(moved: Exchange, goal: str) -> list[Asked]:
    told = [fact.quote for fact in moved.kept if fact.path.startswith("annual_goal") and fact.quote in goal]
    if not told:
        return []
    quotes = "、".join(dict.fromkeys(told))
    return [
        Asked(
            "annual_goal", f"目标里的 {quotes} 沿用上年，请核对", f"kept from last year's goal, please check: {quotes}"
        )
    ]


def _kept_budget(facts: Facts) -> list[Asked]:
    """A budget that stays while counts change is asked about."""
    budget = next((fact for fact in facts if fact.kind == "budget" and fact.source == "precedent"), None)
    if budget is None:
        return []
    said = show(budget.value)
    return [
        Asked("budget_total", f"预算总额 {said} 元沿用上年，请核对", f"the budget {said} is last year's, please check")
    ]


def _plain(number: str) -> bool:
    return number.replace(".", "", 1).isdigit()
