"""What an amount of money is: a price, a sum, a source, the cost of a thing. One that fits nothing is asked about."""

from __future__ import annotations

import re
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found, Total
from drafter.drafting.free_items import Counted
from drafter.drafting.free_money import CARRIED, OWN, Amount
from drafter.drafting.free_words import noun_of, split_verb

_PEOPLE = ("人", "名", "位", "个")
# 费用8万元 is the cost of what was just named; 宣传费8万元 is a thing of its own.
_COST = re.compile(
    r"^(?:总|合同|服务|采购|委托|所需)?(?:费用|费|租金|价款|金额|报酬|薪酬|花费|造价|合同价|价格|售价|报价|价)$"
)
_PRICE_OF = re.compile(
    r"每|[一1](?=[一-鿿])|人均|户均|均价|单价|标准|租金|费用|补助|补贴|工资|薪酬|待遇|报酬|价格|成本|收费|大约|大概|约|不超过|最高|为|是|按|花|需要|补|付|给|各|才"
)
_GENERIC = re.compile(r"^(?:对象|人员|服务对象|人数|总数|规模|数量|任务|覆盖人数)$")


def paid(found: Found, amount: Amount, clause: str, before: str) -> None:
    """Put an amount where it belongs; `before` are the words between the last number and it."""
    if amount.unsure == "negative":
        zh = f"“{clause}”是负数，没有采用，请确认"
        found.ask("budget_total", zh, f"{clause!r} is negative; it was not used")
        return
    if not amount.unit_written:
        found.bare.append((amount.text.strip(), show(amount.value)))
    if amount.role == "price":
        _price(found, amount, clause)
    elif amount.role == "source":
        words = amount.before.strip("，,：: ￥")
        field = "carryover" if CARRIED.search(words) else "other" if OWN.search(words) else "current_appropriation"
        found.sources.append((field, amount.value, clause))
    elif amount.role in ("budget", "sum"):
        last = len(found.items) - 1 if found.items and amount.role == "sum" else -1
        near = (
            bool(re.fullmatch(r"(?:共|共计|合计|一共|总共|约|花|要|需|总价|￥|，|,|、|\s)*", before))
            and before != clause
        )
        if (
            amount.role == "sum"
            and near
            and last >= 0
            and _open(found.items[last])
            and _same_clause(clause, found.items[last])
        ):
            _cost(found, last, amount)
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


def _same_clause(clause: str, item: dict[str, Any]) -> bool:
    """Whether a clause counts an item itself: 投影仪3台共2.4万."""
    return bool(item.get("unit")) and item["unit"] in clause


def _open(item: dict[str, Any]) -> bool:
    return not {"unit_price", "amount", "_periodic"} & item.keys()


def _cost(found: Found, index: int, amount: Amount) -> None:
    found.items[index]["amount"] = amount.value
    _unsure(found, index, "amount", amount)


def _unsure(found: Found, index: int, field: str, amount: Amount) -> None:
    kinds = {"limit": ("上限", "a limit"), "estimate": ("约数", "an estimate")}
    if amount.unsure in kinds:
        zh, en = kinds[amount.unsure]
        yuan = show(amount.value)
        found.ask(
            f"items[{index}].{field}",
            f"“{amount.before}{amount.text}”是{zh}，暂按 {yuan} 元计，请确认",
            f"{amount.text} is {en}; {yuan} yuan is used",
        )


def _named_amount(found: Found, amount: Amount, clause: str, before: str) -> None:
    verb, own = split_verb(re.split(r"[，,：:（(]", before)[-1])
    noun = noun_of(own)
    last = len(found.items) - 1
    if last >= 0 and _open(found.items[last]) and (not noun or _COST.match(noun)):
        _cost(found, last, amount)
    elif noun and not _COST.match(noun):
        found.items.append({"name": noun, "amount": amount.value, "verb": verb})
        _unsure(found, last + 1, "amount", amount)
    elif noun or verb:
        found.totals.append(Total(amount.value, False, last, clause))
    else:
        found.leave(clause)


def _fits(item: dict[str, Any], unit: str | None) -> bool:
    own = item.get("unit")
    return not unit or own == unit or (unit in _PEOPLE and own in _PEOPLE) or {own, unit} == {"户", "人"}


def _price(found: Found, amount: Amount, clause: str) -> None:
    unit = amount.per
    noun = (
        noun_of(split_verb(re.split(r"[，,：:￥]", amount.before)[-1].split("每")[0])[1])
        if "每" in amount.before
        else ""
    )
    noun = "" if _PRICE_OF.match(noun) else noun
    fitting = [
        index
        for index, item in enumerate(found.items)
        if item.get("quantity") is not None and _open(item) and (_fits(item, unit) or _measured(item, unit) is not None)
    ]
    # Where two fit, the one in hand: 编织袋5万条，每条1.2元.
    exact = [
        index for index in fitting if found.items[index].get("unit") == unit or _measured(found.items[index], unit)
    ]
    if not fitting and (opened := next((one for one in found.open_measures if one.unit == unit), None)) is not None:
        found.items.append({"name": "", "quantity": opened.quantity, "unit": opened.unit, "_measure_name": opened.noun})
        fitting = [len(found.items) - 1]
        found.open_measures.remove(opened)
    if not fitting:
        about = f"（{noun}）" if noun else ""
        said = f"“{clause}”是哪一项的单价{about}，简述没有写清"
        found.ask("items", said, f"{clause!r}: the price of what?")
        found.leave(clause)
        return
    index = (exact or fitting)[-1]
    item = found.items[index]
    if (measured := _measured(item, unit)) is not None and item.get("unit") != unit:
        _by_measure(found, item, measured)
    if noun and _GENERIC.match(item["name"]):
        item["name"] = noun
    if amount.unsure == "range":
        item["note"] = clause
        said = f"“{clause}”是区间，不能作单价；单价暂空，请确认"
        found.ask(f"items[{index}].unit_price", said, f"{clause!r} is a range and no price; the price is left blank")
        return
    _unsure(found, index, "unit_price", amount)
    if amount.period in (None, "年"):
        item["unit_price"] = amount.value
    else:
        item["note"] = clause
        item["_periodic"] = (amount.value, amount.period)


def _measured(item: dict[str, Any], unit: str | None) -> Counted | None:
    return next((one for one in item.get("_measures", []) if one.unit == unit), None)


def _by_measure(found: Found, item: dict[str, Any], measured: Counted) -> None:
    """An item priced by its measure is counted by it; how many there are is a result: 维修校舍3栋，面积4500平方米."""
    item["_measures"].remove(measured)
    name = item["name"] if item["name"].endswith("数量") else f"{item['name']}数量"
    found.targets.append({"name": name, "comparator": "=", "value": item["quantity"], "unit": item["unit"]})
    item["quantity"], item["unit"] = measured.quantity, measured.unit
