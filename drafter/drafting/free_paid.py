"""What an amount of money is: a price, a sum, a source, the cost of a thing. One that fits nothing is asked about."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found, Total
from drafter.drafting.free_money import CARRIED, IN_ALL, PAYS, Amount, is_own
from drafter.drafting.free_prices import open_item, price, unsure
from drafter.drafting.free_words import noun_of, split_verb
from drafter.language.patterns import lazy

# 费用8万元 is the cost of what was just named; 宣传费8万元 is a thing of its own.
_COST = lazy(
    r"^(?:总|合同|服务|采购|委托|所需)?(?:费用|费|租金|价款|金额|报酬|薪酬|花费|造价|合同价|价格|售价|报价|价)$"
)
# 成交额目标500万元 is what comes of the money.
_EARNED = lazy(
    r"[^\W\d]{0,10}(?:(?:成交|销售|营业|交易|签约|投保|带动消费)(?:总?额|金额|收入)|产值|营收)"
    r"(?:目标|达到?|[约超]|不低于)*"
    r"|(?:追回|挽回|节约|节省|增收|撬动|吸引|引进|带动|募集|清缴|收回|追缴|招引)[^\W\d]{0,8}?"
    r"(?:资金|损失|投资|消费|金额|收入|税款|欠款|贷款|成本|经费)(?:目标|达到?|[约超]|不低于|不少于|超过)*"
)
# 尾气处理系统一套35万 is one.
_ONE = lazy(r"(?P<name>[^\W\d]{2,14})[一1](?P<unit>[套批台部辆座项组])")


def paid(found: Found, amount: Amount, clause: str, before: str) -> None:
    """Put an amount where it belongs; `before` are the words between the last number and it."""
    if amount.unsure == "negative":
        zh = f"“{clause}”是负数，没有采用，请确认"
        found.ask("budget_total", zh, f"{clause!r} is negative; it was not used")
        return
    if IN_ALL.fullmatch(amount.before.strip("，, ￥")) and amount.text.strip().isdigit() and not _priced(found):
        found.leave(clause)
        return
    if not amount.unit_written:
        found.bare.append((amount.text.strip(), show(amount.value)))
    if amount.role != "price" and (pays := PAYS.match(clause[amount.end :])):
        found.sources.append(("other" if pays["own"] else "current_appropriation", amount.value, clause))
    elif amount.role == "price":
        price(found, amount, clause)
    elif amount.role == "source":
        words = amount.before.strip("，,：: ￥")
        field = "carryover" if CARRIED.search(words) else "other" if is_own(words) else "current_appropriation"
        found.sources.append((field, amount.value, clause))
    elif amount.role in ("budget", "sum"):
        last = len(found.items) - 1 if found.items and amount.role == "sum" else -1
        near = (
            bool(re.fullmatch(r"(?:共|共计|合计|合|一共|总共|约|花|要|需|总价|￥|，|,|、|\s)*", before))
            and before != clause
        )
        if (
            amount.role == "sum"
            and near
            and last >= 0
            and open_item(found.items[last])
            and _same_clause(clause, found.items[last])
        ):
            _cost(found, last, amount)
            return
        if near and last >= 0 and amount.before.endswith("合") and _same_clause(clause, found.items[last]):
            # 滤芯208支每支120元合2.5万: rounded, maybe; a product that differs is asked about.
            found.items[last].setdefault("amount", amount.value)
            return
        found.totals.append(Total(amount.value, amount.role == "budget", last, clause))
        if amount.unsure in ("range", "estimate"):
            found.ask(
                "budget_total",
                f"“{clause}”不是准数，预算须写准数，请确认",
                f"{clause!r} is not exact; a budget must be",
            )
    else:
        _named_amount(found, amount, clause, before)


def _priced(found: Found) -> bool:
    return any({"unit_price", "amount", "_periodic"} & item.keys() for item in found.items)


def _same_clause(clause: str, item: dict[str, Any]) -> bool:
    """Whether a clause counts an item itself: 投影仪3台共2.4万."""
    return bool(item.get("unit")) and item["unit"] in clause


def _cost(found: Found, index: int, amount: Amount) -> None:
    found.items[index]["amount"] = amount.value
    unsure(found, index, "amount", amount)


def _named_amount(found: Found, amount: Amount, clause: str, before: str) -> None:
    said = re.split(r"[，,：:（(]", before)[-1]
    verb, own = split_verb(said)
    noun = noun_of(own)
    last = len(found.items) - 1
    if _EARNED.fullmatch(said):
        name = noun_of(said).removesuffix("目标")
        name = name if name[-1:] in "额资入收值" or name.endswith("金额") else f"{name}金额"
        found.targets.append({"name": name, "comparator": ">=", "value": amount.value, "unit": "元"})
    elif last >= 0 and open_item(found.items[last]) and (not noun or _COST.match(noun)):
        item = found.items[last]
        glued = (
            not amount.unsure
            and amount.unit_written
            and bool(item.get("unit"))
            and amount.before.endswith(item["unit"])
        )
        if glued and not noun and item.get("quantity") not in (None, 1):
            # 灌木9000株25元: price or sum, as the total says.
            item["_bracket"], item["_glued"] = amount.value, True
        else:
            _cost(found, last, amount)
    elif noun and not _COST.match(noun):
        one = _ONE.fullmatch(noun)
        count = {"name": one["name"], "quantity": Decimal(1), "unit": one["unit"]} if one else {"name": noun}
        found.items.append({**count, "amount": amount.value, "verb": verb})
        unsure(found, last + 1, "amount", amount)
    elif noun or verb:
        found.totals.append(Total(amount.value, False, last, clause))
    else:
        found.leave(clause)
