"""What a brief leaves open or contradicts, said to the person who wrote it. Nothing is repaired here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.brief import Brief, BriefItem
from drafter.drafting.facts import amounts_of, show, texts_of, total
from drafter.drafting.result import Asked
from drafter.language import Mention, bigrams, extract, same_dimension
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

# Classifiers that tell what kind of thing is counted, and characters that name no thing.
_OF_FEW = frozenset("只头匹羽株棵盏辆艘架尾")
_IN_STOCK = lazy(r"有|总|存量|存栏|登记在册")
_NO_HEAD = "全区县市镇乡村的新老大小费用项目工作数量"
_EVENT = lazy(r"(?:[联恳交洽]\S{0,2}会|[赛展节营]|培训班|演出|讲座|论坛|沙龙|典礼|仪式|晚会|联欢会|运动会|招聘会)$")
_TEN_THOUSAND = Decimal(10000)


def questions_of(brief: Brief) -> list[Asked]:
    """Every question a brief raises, in the order of its fields."""
    return [*_header(brief), *_items(brief), *_targets(brief), *_budget(brief), *_texts(brief)]


def _header(brief: Brief) -> Iterator[Asked]:
    if brief.year is None:
        yield Asked(
            "year",
            "没有写预算年度；年度、起止日期和目标里的年份均空着，请补充",
            "no budget year is given; year, dates and the year in the goal are left blank",
        )
    start, end = brief.start_date, brief.end_date
    if start and end and start > end:
        yield Asked("end_date", f"完成日期 {end} 早于开始日期 {start}", f"the end {end} is before the start {start}")
    if brief.year and start and end and not start.year <= brief.year <= end.year:
        yield Asked(
            "year",
            f"预算年度 {brief.year} 不在计划期 {start} 至 {end} 之内",
            f"the budget year {brief.year} is outside the period {start} to {end}",
        )


def _items(brief: Brief) -> Iterator[Asked]:
    events = "、".join(task for task in brief.tasks if _EVENT.search(task))
    if not brief.items and not brief.targets and events:
        # 河湖巡查 has no end; a fair or a camp is held so many times, for so many people.
        zh = f"“{events}”没有列入明细，场次、人数和单价都没有写，请补充"
        yield Asked("items", zh, f"{events}: how often, for how many, at which price? no item says it")
    seen: dict[str, BriefItem] = {}
    for index, item in enumerate(brief.items):
        path, name = f"items[{index}]", item.name
        if item.unit_price is None and item.amount is None:
            yield Asked(f"{path}.unit_price", f"“{name}”没有单价，也没有金额", f"{name} has neither price nor amount")
        if item.quantity is not None and not item.unit:
            count = show(item.quantity)
            yield Asked(f"{path}.unit", f"“{name}”的数量 {count} 没有计量单位", f"the {count} of {name} has no unit")
        yield from _product(path, item)
        if name in seen:
            counts = [f"{show(one.quantity)}{one.unit or ''}" for one in (seen[name], item) if one.quantity is not None]
            detail, english = (f"（{'、'.join(counts)}）", f" ({', '.join(counts)})") if len(counts) == 2 else ("", "")
            yield Asked(
                f"{path}.name",
                f"“{name}”列了两次{detail}，请确认是否重复",
                f"{name} is listed twice{english}; is it one thing?",
            )
        seen.setdefault(name, item)


def _targets(brief: Brief) -> Iterator[Asked]:
    """Targets that count an item otherwise than its quantity: 应急演练次数不少于6次 beside 应急演练 4 次."""
    for target in brief.targets:
        value = target.value
        for index, item in enumerate(brief.items):
            rest = target.name.removeprefix(item.name) if target.name.startswith(item.name) else None
            if item.quantity is None or not isinstance(value, Decimal) or rest not in ("", "数量", f"{target.unit}数"):
                continue
            less = item.quantity < value and target.comparator in ("=", ">=")
            more = item.quantity > value and target.comparator in ("=", "<=")
            if (less or more) and target.unit and same_dimension(target.unit, item.unit):
                said = f"{target.name}{target.comparator}{show(value)}{target.unit}"
                count = f"{show(item.quantity)}{item.unit or ''}"
                yield Asked(
                    f"items[{index}].quantity",
                    f"明细里“{item.name}”是 {count}，目标写的是“{said}”，两处不一致",
                    f"the items say {item.name} {count}, the targets {said}",
                )


def _product(path: str, item: BriefItem) -> Iterator[Asked]:
    if item.quantity is None or item.unit_price is None or item.amount is None:
        return
    product = exact_product(item.quantity, item.unit_price)
    if product == item.amount:
        return
    monthly = product > 0 and item.amount == product * 12
    arithmetic = f"{show(item.quantity)} × {show(item.unit_price)} = {show(product)}"
    amount = show(item.amount)
    yield Asked(
        f"{path}.amount",
        f"“{item.name}”{arithmetic}，与金额 {amount} 元不符" + ("；恰为 12 倍，单价是否按月计" if monthly else ""),
        f"{item.name}: {arithmetic}, not the amount {amount}"
        + ("; 12 times: is the price by the month?" if monthly else ""),
    )


def _budget(brief: Brief) -> Iterator[Asked]:
    amounts = amounts_of(brief)
    known = [amount for amount in amounts if amount is not None]
    complete = bool(known) and len(known) == len(amounts)
    budget, amount = brief.budget_total, total(known)
    said = show(amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount)
    if budget is None:
        yield Asked(
            "budget_total",
            "没有写预算总额" + (f"，暂按明细合计 {said} 元填列，请确认" if complete else "，资金各栏空着，请补充"),
            "no budget is given; "
            + (f"the items' sum {said} stands for it" if complete else "the funding is left blank"),
        )
        return
    if complete and amount < budget and _unread(brief):
        yield Asked(
            "budget_total",
            f"已列明细合计 {said} 元，预算 {show(budget)} 元；没有归入栏目的内容里还有数字，请补齐明细",
            f"the items given add up to {said}, the budget is {show(budget)}; the notes hold numbers no item takes",
        )
    elif complete and amount != budget:
        apart = show(abs(amount - budget))
        slip = _TEN_THOUSAND in (amount / budget if budget else 0, budget / amount if amount else 0)
        yield Asked(
            "budget_total",
            f"明细合计 {said} 元，预算 {show(budget)} 元，相差 {apart} 元"
            + ("；恰差一万倍，是否把万元写成了元" if slip else ""),
            f"the items add up to {said}, the budget is {show(budget)}: {apart} apart"
            + ("; ten thousand times: yuan for 万元?" if slip else ""),
        )
    elif known and amount > budget:
        yield Asked(
            "budget_total",
            f"已列明细合计 {said} 元，已超过预算 {show(budget)} 元",
            f"the items given add up to {said}, more than the budget {show(budget)}",
        )
    yield from _parts(brief, budget)


def _unread(brief: Brief) -> bool:
    """Whether the notes hold a price or a count that may be the rest of the money."""
    return any(one.kind in ("money", "count", "measure") for one in extract(brief.notes or ""))


def _parts(brief: Brief, budget: Decimal) -> Iterator[Asked]:
    parts = [part for part in (brief.current_appropriation, brief.carryover, brief.other) if part is not None]
    amount = total(parts)
    if parts and (amount > budget or (brief.current_appropriation is not None and amount != budget)):
        yield Asked(
            "current_appropriation",
            f"当年拨款、结转和其他资金合计 {show(amount)} 元，预算 {show(budget)} 元，两者不等",
            f"appropriation, carry-over and other money come to {show(amount)}, the budget is {show(budget)}",
        )


def _same_head(item: BriefItem, mention: Mention, before: str) -> bool:
    """Whether a count in a classifier of few things shares a character with an item: 登记犬3000只, 犬只免疫2800只."""
    unit = item.unit or ""
    if mention.unit != unit or unit not in _OF_FEW or _IN_STOCK.search(before):
        return False
    return bool((set(item.name) & set(mention.entity or "")) - set(f"{unit}{_NO_HEAD}"))


def _texts(brief: Brief) -> Iterator[Asked]:
    """Counts in prose that contradict an item: 聘用3名保安 beside 保安 2 人."""
    for path, text in texts_of(brief):
        if not path.startswith(("purpose", "tasks", "notes", "project_name")):
            continue
        for mention in extract(text):
            if mention.comparator != "=" or mention.kind != "count" or not mention.entity:
                continue
            for index, item in enumerate(brief.items):
                if any(one.text == item.name for one in extract(item.name)):
                    # An item misread as 一台 names nothing that a text could count.
                    continue
                alike = bigrams(item.name) & bigrams(mention.entity) or item.name in text
                alike = alike or _same_head(item, mention, text[: mention.start])
                if item.quantity is None or not alike or not same_dimension(mention.unit, item.unit):
                    continue
                sole = sum(same_dimension(mention.unit, other.unit) for other in brief.items) == 1
                if Decimal(mention.number) != item.quantity and (sole or item.name in mention.entity):
                    count = f"{show(item.quantity)}{item.unit or ''}"
                    yield Asked(
                        f"items[{index}].quantity",
                        f"“{text}”说的是 {mention.text}，明细里“{item.name}”是 {count}，两处不一致",
                        f"{text!r} says {mention.text}, the items say {item.name} {count}",
                    )
