"""What a brief leaves open or contradicts, said to the person who wrote it. Nothing is repaired here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.brief import Brief, BriefItem
from drafter.drafting.facts import amounts_of, show, texts_of, total
from drafter.drafting.result import Question
from drafter.language import bigrams, extract, same_dimension
from drafter.language.interval import exact_product

_TEN_THOUSAND = Decimal(10000)


def questions_of(brief: Brief) -> list[Question]:
    """Every question a brief raises, in the order of its fields."""
    return [*_header(brief), *_items(brief), *_budget(brief), *_texts(brief)]


def _header(brief: Brief) -> Iterator[Question]:
    if brief.year is None:
        yield Question(field="year", message="没有写预算年度；年度、起止日期和目标里的年份均空着，请补充")
    start, end = brief.start_date, brief.end_date
    if start and end and start > end:
        yield Question(field="end_date", message=f"完成日期 {end} 早于开始日期 {start}")
    if brief.year and start and end and not start.year <= brief.year <= end.year:
        yield Question(field="year", message=f"预算年度 {brief.year} 不在计划期 {start} 至 {end} 之内")


def _items(brief: Brief) -> Iterator[Question]:
    for index, item in enumerate(brief.items):
        path = f"items[{index}]"
        if item.unit_price is None and item.amount is None:
            yield Question(field=f"{path}.unit_price", message=f"“{item.name}”没有单价，也没有金额")
        if item.quantity is not None and not item.unit:
            yield Question(field=f"{path}.unit", message=f"“{item.name}”的数量 {show(item.quantity)} 没有计量单位")
        yield from _product(path, item)
    seen: dict[str, int] = {}
    for index, item in enumerate(brief.items):
        if item.name in seen:
            first = brief.items[seen[item.name]]
            counts = [f"{show(one.quantity)}{one.unit or ''}" for one in (first, item) if one.quantity is not None]
            detail = f"（{'、'.join(counts)}）" if len(counts) == 2 else ""
            yield Question(field=f"items[{index}].name", message=f"“{item.name}”列了两次{detail}，请确认是否重复")
        seen.setdefault(item.name, index)


def _product(path: str, item: BriefItem) -> Iterator[Question]:
    if item.quantity is None or item.unit_price is None or item.amount is None:
        return
    product = exact_product(item.quantity, item.unit_price)
    if product == item.amount:
        return
    arithmetic = f"{show(item.quantity)} × {show(item.unit_price)} = {show(product)}"
    message = f"“{item.name}”{arithmetic}，与金额 {show(item.amount)} 元不符"
    if product and item.amount == product * 12:
        message += "；恰为 12 倍，单价是否按月计"
    yield Question(field=f"{path}.amount", message=message)


def _budget(brief: Brief) -> Iterator[Question]:
    amounts = amounts_of(brief)
    known = [amount for amount in amounts if amount is not None]
    budget = brief.budget_total
    if budget is None:
        complete = known and len(known) == len(amounts)
        hint = f"，暂按明细合计 {show(total(known))} 元填列，请确认" if complete else "，资金各栏空着，请补充"
        yield Question(field="budget_total", message=f"没有写预算总额{hint}")
        return
    if known and len(known) == len(amounts) and total(known) != budget:
        amount = total(known)
        message = f"明细合计 {show(amount)} 元，预算 {show(budget)} 元，相差 {show(abs(amount - budget))} 元"
        if amount == budget * _TEN_THOUSAND or budget == amount * _TEN_THOUSAND:
            message += "；恰差一万倍，是否把万元写成了元"
        yield Question(field="budget_total", message=message)
    elif known and total(known) > budget:
        message = f"已列明细合计 {show(total(known))} 元，已超过预算 {show(budget)} 元"
        yield Question(field="budget_total", message=message)
    parts = [part for part in (brief.current_appropriation, brief.carryover, brief.other) if part is not None]
    if parts and (total(parts) > budget or (brief.current_appropriation is not None and total(parts) != budget)):
        message = f"当年拨款、结转和其他资金合计 {show(total(parts))} 元，预算 {show(budget)} 元，两者不等"
        yield Question(field="current_appropriation", message=message)


def _texts(brief: Brief) -> Iterator[Question]:
    """Counts in prose that contradict an item: 聘用3名保安 beside 保安 2 人."""
    for path, text in texts_of(brief):
        if not path.startswith(("purpose", "tasks", "notes", "project_name")):
            continue
        for mention in extract(text):
            if mention.comparator != "=" or mention.kind != "count" or not mention.entity:
                continue
            for index, item in enumerate(brief.items):
                alike = bigrams(item.name) & bigrams(mention.entity) or item.name in text
                if item.quantity is None or not alike or not same_dimension(mention.unit, item.unit):
                    continue
                stated = Decimal(mention.number)
                sole = sum(same_dimension(mention.unit, other.unit) for other in brief.items) == 1
                if stated != item.quantity and (sole or item.name in mention.entity):
                    yield Question(
                        field=f"items[{index}].quantity",
                        message=f"“{text}”说的是 {mention.text}，明细里“{item.name}”是 "
                        f"{show(item.quantity)}{item.unit or ''}，两处不一致",
                    )
