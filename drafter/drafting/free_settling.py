"""What only the whole sum decides: amounts in brackets, one price behind several things, shares of a unit subsidy."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found, Total
from drafter.language.interval import exact_product

_MOST_LINES = 30
"""Items whose sums in a row are compared with a total; nobody adds up more by hand."""


def cost_of(item: dict[str, Any]) -> Decimal | None:
    """The amount of an item, from price and quantity where none is given."""
    if item.get("amount") is not None:
        return item["amount"]
    if item.get("unit_price") is None or item.get("quantity") is None:
        return None
    return exact_product(item["quantity"], item["unit_price"])


def whole_number(value: Decimal) -> Decimal:
    """78.0 as 78: a product has the decimals of its factors."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def brackets(found: Found) -> None:
    """轮椅120辆（800元）: price or amount, as the total says; where it says neither, the clerk is asked."""
    open_items = [item for item in found.items if "_bracket" in item]
    if not open_items:
        return
    by_price = sum((exact_product(item["quantity"], item["_bracket"]) for item in open_items), Decimal(0))
    by_amount = sum((item["_bracket"] for item in open_items), Decimal(0))
    rest = sum((cost for item in found.items if (cost := cost_of(item)) is not None), Decimal(0))
    totals = {total.value for total in found.totals}
    prices, amounts = by_price + rest in totals, by_amount + rest in totals
    for item in open_items:
        value = item.pop("_bracket")
        glued = item.pop("_glued", False)
        # Nothing costs less than a fen; who writes no word between count and money mostly means the sum.
        least = exact_product(item["quantity"] or Decimal(1), Decimal("0.01"))
        if item["quantity"] == 1 or (amounts and not prices) or (glued and not prices and value >= least):
            item["amount"] = value
        elif (prices and not amounts) or (glued and value < least):
            item["unit_price"] = value
        else:
            item["note"] = f"{show(value)}元"
            place = f"items[{found.items.index(item)}].unit_price"
            zh = f"“{item['name']}”后面括号里的 {show(value)} 元是单价还是总价？两栏暂空，请补充"
            found.ask(place, zh, f"{item['name']}: is {show(value)} yuan the price of one or of all?")


def shared_prices(found: Found) -> None:
    """保安2人，保洁3人，每人3.6万元: one price for all of them where the total says so, else it is asked."""
    for item in found.items:
        behind: list[int] = item.pop("_shared", [])
        others = [found.items[index] for index in behind if cost_of(found.items[index]) is None]
        value = item.get("unit_price")
        if value is None or not others:
            continue
        rest = sum((cost for one in found.items if (cost := cost_of(one)) is not None), Decimal(0))
        more = sum((exact_product(one["quantity"], value) for one in others), Decimal(0))
        totals = {total.value for total in found.totals}
        names = "、".join(f"“{one['name']}”" for one in others)
        if rest + more in totals and rest not in totals:
            for one in others:
                one["unit_price"] = value
                if "note" in item:
                    one["note"] = item["note"]
        elif rest not in totals:
            zh = f"{show(value)} 元的单价按“{item['name']}”计；{names}是否也是这个价，请确认"
            place = f"items[{found.items.index(others[0])}].unit_price"
            found.ask(
                place, zh, f"{show(value)} yuan is taken as the price of {item['name']} alone; is it that of all?"
            )


def unit_shares(found: Found) -> None:
    """省补1200元，县补800元 of 每户补助2000元: who pays for each one, no sum of the project and no expense."""
    shares = [source for source in found.sources if source[1] is not None]
    if len(shares) < 2:
        return
    whole = sum((value for _, value, _ in shares if value is not None), Decimal(0))
    item = next(
        (one for one in found.items if one.get("unit_price") == whole and (one.get("quantity") or Decimal(0)) > 1), None
    )
    if item is None:
        return
    said = "，".join(clause for _, _, clause in shares)
    unit = item["unit"] or ""
    if all(field == "current_appropriation" for field, _, _ in shares):
        found.sources = [source for source in found.sources if source not in shares]
        item["note"] = "，".join(part for part in (item.get("note"), said) if part)
    else:
        found.sources = [
            (field, value if value is None else exact_product(value, item["quantity"]), clause)
            for field, value, clause in found.sources
        ]
    zh = f"“{said}”合计 {show(whole)} 元，按每{unit}的资金来源理解，不另列支出，请确认"
    found.ask("current_appropriation", zh, f"{said!r}: who pays the {show(whole)} yuan of each; no expense of its own")


def parts_left(found: Found) -> None:
    """一共52台59.8万，滤芯2.5万，总的62.3万: of several totals, one that is what an item costs is no total.

    Nor are those that add up to the largest: 窗帘一共3万，灯具一共2万，总共5万.
    """
    _subtotals(found)
    sure = [total for total in found.totals if total.sure]
    most = max((total.value for total in sure), default=Decimal(0))
    costs = [cost for item in found.items if (cost := cost_of(item)) is not None]
    less = [total for total in found.totals if total.value < most and (total.sure or total.item < 0)]
    said = sum((total.value for total in less), Decimal(0))
    all_parts = (len(less) > 1 and said == most) or (bool(less and costs) and said + sum(costs, Decimal(0)) == most)
    for total in less:
        if not total.sure and total.item >= 0 and cost_of(found.items[total.item]) is None:
            # 维修泵站6座，费用共48万元 is what the thing before it costs.
            continue
        if all_parts or (total.sure and total.value in costs and len(costs) > 1):
            found.totals.remove(total)


def _subtotals(found: Found) -> None:
    """国控点3个、市控点11个，每个9万，126万: what items in a row cost together, where a larger total is named."""
    costs = [cost_of(item) for item in found.items[:_MOST_LINES]]
    runs = {
        sum((cost or Decimal(0) for cost in costs[first:last]), Decimal(0))
        for first in range(len(costs))
        for last in range(first + 2, len(costs) + 1)
        if None not in costs[first:last] and last - first < len(costs)
    }
    most = max((total.value for total in found.totals), default=Decimal(0))
    found.totals[:] = [total for total in found.totals if total.value == most or total.value not in runs]


def year_sums(found: Found) -> None:
    """一年432万 behind the prices it is the product of: the sum of all, and nothing that costs as much again."""
    for item in [one for one in found.items if one.get("_year_sum")]:
        costs = [cost for one in found.items if one is not item and (cost := cost_of(one)) is not None]
        if item["amount"] not in (*costs, sum(costs, Decimal(0))):
            continue
        found.items.remove(item)
        found.questions[:] = [one for one in found.questions if f"按“{item['name']}”的全年费用计" not in one.zh]
        found.totals.append(Total(item["amount"], False, -1, item["name"]))


def limits(found: Found) -> None:
    """补助额度200万元，企业60家，每家不超过5万元: where all at the limit cost more than there is, it is no price."""
    budget = found.fields.get("budget_total")
    for index, item in enumerate(found.items):
        said, clause = item.pop("_limit", ("", ""))
        cost = cost_of(item)
        if not said or budget is None or cost is None or cost <= budget or item.get("amount") is not None:
            continue
        value = item.pop("unit_price")
        name = f"{item['name']}{said}金额"
        found.targets.append({"name": name, "comparator": "<=", "value": value, "unit": "元"})
        place = f"items[{index}].unit_price"
        found.questions[:] = [one for one in found.questions if one.field != place]
        zh = (
            f"“{clause}”是上限不是单价：都按上限计为 {show(cost)} 元，多于 {show(budget)} 元；单价暂空，上限列入指标，"
            "请补充平均标准"
        )
        found.ask(place, zh, f"{clause!r} is a limit and no price: all at the limit cost {show(cost)} yuan")


def unpriced_topics(found: Found) -> None:
    """请文员3人每人8万，还要做档案整理，预算28万: what the further work costs is asked, the lines are not all."""
    total = found.fields.get("budget_total")
    costs = [cost for item in found.items if (cost := cost_of(item)) is not None]
    if total is None or not costs or sum(costs, Decimal(0)) >= total:
        return
    for clause in found.further:
        zh = f"“{clause}”没有写费用，没有列入明细，请补充"
        found.ask("items", zh, f"{clause!r}: what does it cost? it is no item yet")
