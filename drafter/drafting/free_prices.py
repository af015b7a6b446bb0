"""Which item a price is for. One that names its item goes to that item; one that fits nothing is asked about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_alone import counted_alone
from drafter.drafting.free_found import Found
from drafter.drafting.free_money import AVERAGED, Amount
from drafter.drafting.free_things import Counted
from drafter.drafting.free_twins import price_label, second_price
from drafter.drafting.free_units import PEOPLE, alike, fits, measured
from drafter.drafting.free_upkeep import beside, ends_in_work, is_kept_up, work_paid
from drafter.drafting.free_verbs import WORKS
from drafter.drafting.free_words import noun_of, split_verb, verb_of_name
from drafter.drafting.free_yearly import year_of
from drafter.language import bigrams
from drafter.language.patterns import lazy

_PRICE_OF = lazy(
    rf"每|[一1](?=[^\W\da-zA-Z_])(?![级等类档])|{AVERAGED}|均价|单价|标准|租金|费用|补助|补贴|工资|薪酬|待遇|报酬|价格|成本|收费|大约|大概|约|不超过|最高|为|是|按|花|需要|补|付|给|各|才|年薪|月薪|日薪|年均|月均|平均"
)
_OF_PRICE = lazy(
    r"(?:的|一次性|人均|年均|月均|户均|平均)*(?:工资|薪酬|薪资|补助|补贴|费用?|价格?|租金|待遇|报酬|津贴|成本|标准|单价|均价|造价)*(?:标准)?(?:为|是|按|约|[:：])*$"
)
_PAID_OUT = lazy(r"(?P<what>[^\W\da-zA-Z_]{2,8}(?:补贴|补助|津贴))(?:每[天日月])+$")
_SESSIONS = ("期", "班", "场", "次", "届", "轮", "批")
_PERIOD_UNITS = {"天": "天", "日": "天", "月": "月", "个月": "月"}
_GENERIC = lazy(r"^(?:对象|人员|服务对象|人数|总数|规模|数量|任务|覆盖人数)$")


def price(found: Found, amount: Amount, clause: str) -> None:
    """Give a price to its item: by name, then by the unit it is for one of, the one in hand first."""
    name, work = thing_priced(amount), work_paid(amount)
    if amount.per and work and (own := beside(found, amount, work, clause)):
        _set(found, found.items.index(own), amount, clause)
    else:
        _give(found, amount, clause, "" if name == work else name)


def _give(found: Found, amount: Amount, clause: str, name: str) -> None:
    unit, allowance = amount.per, _allowance(amount)
    name, fitting = allowance or name, _fitting(found, unit, allowance)
    named = [index for index in fitting if not name and ends_in_work(found.items[index], amount)]
    if len(named) == 1:
        _set(found, named[0], amount, clause)
        return
    if not name and (whole := year_of(found, amount, clause, fitting)):
        # 请律师当法律顾问，一年20万: the year's money of what was just said to be had, and no price of a contract read.
        found.items.append({"name": whole, "amount": amount.value, "_year_sum": True})
        zh = f"“{clause}”按“{whole}”的全年费用计，请确认"
        found.ask("items", zh, f"{clause!r} is taken as what {whole} costs a year")
        unsure(found, len(found.items) - 1, "amount", amount)
        return
    if name and (index := _by_name(found, name)) is not None:
        if index not in fitting:
            _ask_whose(found, clause, name)
        else:
            _set(found, index, amount, clause)
        return
    if name and not fitting and (twin := second_price(found, price_label(amount, name), unit)) is not None:
        _set(found, twin, amount, clause)
        return
    # Where two fit, the one in hand: 编织袋5万条，每条1.2元.
    exact = [index for index in fitting if found.items[index].get("unit") == unit or measured(found.items[index], unit)]
    fitting = fitting or _measure_opened(found, unit) or counted_alone(found, amount)
    if amount.period == "年" and not amount.per and (whole := _whole_name(amount)) and _of_none(found, whole, fitting):
        # 服务费48万元/年 of a brief for one year is what that year costs.
        found.items.append({"name": whole, "amount": amount.value, "_yearly": True})
        unsure(found, len(found.items) - 1, "amount", amount)
        return
    last = found.items[-1] if found.items else {}
    if not (fitting or amount.unsure) and last and open_item(last) and _by_its_parts(last, unit, name):
        # 培训班4期，每期50人，每人每天450元，每期3天: free_settling multiplies when all is read.
        last["_by_head"] = (unit, amount.value, amount.period, clause)
        return
    if not fitting and (unit or allowance) and amount.unsure in ("", "limit") and not found.waiting:
        found.waiting.append((amount, name, clause))
        return
    if not fitting:
        _ask_whose(found, clause, name)
        return
    index = (exact or fitting)[-1]
    item = found.items[index]
    if name and _GENERIC.match(item["name"]):
        item["name"] = name
    elif name and item["name"]:
        if len(exact or fitting) > 1:
            # 保安6人，保洁8人，绿化每人3000元: which of them is no guess to make.
            _ask_whose(found, clause, name)
            return
        item["_priced_as"] = price_label(amount, name)
        said = f"“{clause}”按“{item['name']}”的单价计，请确认"
        found.ask(f"items[{index}].unit_price", said, f"{clause!r} is taken as the price of {item['name']}")
    elif not name:
        run = [one for one in (exact or fitting) if all(other in fitting for other in range(one, index))]
        if len(run) > 1:
            item["_shared"] = run[:-1]
    _set(found, index, amount, clause)


def _measure_opened(found: Found, unit: str | None) -> list[int]:
    """The item made of a measure that stood alone, where a price is for one of its units: 面积5.6万㎡，每平6.5元."""
    opened = next((one for one in found.open_measures if alike(one.unit, unit)), None)
    if opened is None:
        return []
    name = opened.topic or found.fields.get("project_name", "")
    item = {"name": name, "quantity": opened.quantity, "unit": opened.unit, "_measure_name": opened.noun}
    found.items.append(item | {"verb": opened.verb or verb_of_name(name, opened.unit)})
    found.open_measures.remove(opened)
    return [len(found.items) - 1]


def _of_none(found: Found, name: str, fitting: list[int]) -> bool:
    """Whether no item a price may be of shares a word with what it names: 平台服务费一年6万 beside 选调生班1期."""
    if not fitting:
        return True
    pay = re.search(r"薪|工资|报酬|补贴|补助|津贴|待遇|标准", name)
    return not pay and not any(bigrams(name) & bigrams(found.items[index]["name"]) for index in fitting)


def _fitting(found: Found, unit: str | None, allowance: str) -> list[int]:
    """The items a price for one `unit` may be of; of an allowance those alone whose name shares a word with it."""
    return [
        index
        for index, item in enumerate(found.items)
        if item.get("quantity") is not None
        and open_item(item)
        and (fits(item, unit) or measured(item, unit) is not None)
        and (not allowance or bigrams(allowance) & bigrams(item["name"]))
    ]


def _allowance(amount: Amount) -> str:
    """What is handed out by the day or month (生活补贴每天50元), or an empty string: it is no price of a session."""
    paid = _PAID_OUT.search(amount.before) if not amount.per and amount.period else None
    return paid["what"] if paid else ""


def _by_its_parts(item: dict[str, Any], unit: str | None, name: str) -> bool:
    """Whether a price may be of the people or parts each one of an item has: 每期50人, 每座检测2次, 每天2个律师."""
    each = [part for part, _, _ in item.get("_each", [])]
    if name or not unit:
        return False
    return unit in each or (unit in PEOPLE and (bool(set(each) & set(PEOPLE)) or item.get("unit") in _SESSIONS))


def waited(found: Found) -> None:
    """Give a price said before its count to the item that has just been counted: 三千二一台，买10台."""
    if not found.waiting:
        return
    amount, name, clause = found.waiting.pop()
    item = found.items[-1]
    if amount.per == item.get("unit") and open_item(item) and (not name or bigrams(name) & bigrams(item["name"])):
        _set(found, len(found.items) - 1, amount, clause)
    else:
        found.unplaced.append((amount, name, clause))


def still_waiting(found: Found) -> None:
    """Ask about prices nothing was counted for."""
    for _, name, clause in (*found.unplaced, *found.waiting):
        _ask_whose(found, clause, name)
    found.waiting.clear()
    found.unplaced.clear()


_SPENT = lazy(r"花|投入|安排|预算|费用|经费|资金|金额|支出|小计|合计|共|投资|造价")
_EACH_OF = lazy(rf"每|[/／]|单价|均价|标准|补[贴助]?|发放?|奖|工资|薪|{AVERAGED}|[元万](?:一|每)")


def respective(found: Found, amounts: list[Amount], clause: str) -> bool:
    """Prices in the order of the items they are for: 离休23人、退休310人，标准分别2000元/人、1000元/人."""
    if "分别" not in clause or len(amounts) < 2:
        return False
    behind = range(len(found.items) - len(amounts), len(found.items))
    fit = len(found.items) >= len(amounts) and all(
        open_item(found.items[index]) and fits(found.items[index], amount.per)
        for index, amount in zip(behind, amounts, strict=True)
    )
    if not fit:
        _ask_whose(found, clause, "")
        return True
    spent = _SPENT.search(clause) and not _EACH_OF.search(clause)
    first = amounts[0]
    for index, amount in zip(behind, amounts, strict=True):
        if amount.per is None and amount.period is None:
            # 分别每人每月600元、900元: both are by the month.
            amount = replace(amount, per=first.per, period=first.period)
        if spent:
            # 电脑10台、打印机5台，分别花5万元、2万元 says what all ten cost.
            found.items[index]["amount"] = amount.value
            unsure(found, index, "amount", amount)
        else:
            _set(found, index, amount, clause)
    if not spent and not _EACH_OF.search(clause):
        names = "、".join(f"“{found.items[index]['name']}”" for index in behind)
        zh = f"“{clause}”按{names}的单价计，请确认"
        found.ask("items", zh, f"{clause!r} are taken as prices of one, not as sums")
    return True


def _set(found: Found, index: int, amount: Amount, clause: str) -> None:
    item = found.items[index]
    if (large := measured(item, amount.per)) is not None and item.get("unit") != amount.per:
        _by_measure(found, item, large)
    if amount.unsure == "range":
        item["note"] = clause
        said = f"“{clause}”是区间，不能作单价；单价暂空，请确认"
        found.ask(f"items[{index}].unit_price", said, f"{clause!r} is a range and no price; the price is left blank")
        return
    unsure(found, index, "unit_price", amount)
    if amount.unsure == "limit":
        item["_limit"] = (f"每{amount.per or item.get('unit') or ''}", clause)
    if is_kept_up(item, work := work_paid(amount)):
        item["name"], item["verb"] = f"{item['name']}{work}", work
    if amount.period in (None, "年") or amount.period == _PERIOD_UNITS.get(item.get("unit") or ""):
        # 展厅租赁8天，每天4000元: so many days at the price of one.
        item["unit_price"] = amount.value
    else:
        item["note"] = clause
        item["_periodic"] = (amount.value, amount.period)


def unsure(found: Found, index: int, field: str, amount: Amount) -> None:
    """Ask about a limit or an estimate that stands for an exact amount."""
    kinds = {"limit": ("上限", "a limit"), "estimate": ("约数", "an estimate")}
    if amount.unsure in kinds:
        zh, en = kinds[amount.unsure]
        yuan = show(amount.value)
        found.ask(
            f"items[{index}].{field}",
            f"“{amount.before}{amount.text}”是{zh}，暂按 {yuan} 元计，请确认",
            f"{amount.text} is {en}; {yuan} yuan is used",
        )


def open_item(item: dict[str, Any]) -> bool:
    """Whether nothing is known yet of what an item costs."""
    return not {"unit_price", "amount", "_periodic", "_bracket"} & item.keys()


def _whole_name(amount: Amount) -> str:
    """What costs so much a year: 服务费 in 服务费48万元/年, 雷达维保 in 雷达维保一年28万."""
    said = re.split(r"[，,：:￥（(]", amount.before)[-1]
    name = noun_of(split_verb(re.sub(r"(?:每年|[一1]年|年均|全年)(?:约|大概|要|需)?$", "", said))[1])
    return "" if len(name) < 2 or re.search(r"\d", name) else name


def thing_priced(amount: Amount) -> str:
    """The thing a price names before it: 保安 in 保安4800元/人·月, 心理测评 in 心理测评每人100元."""
    said = re.split(r"[，,：:￥（(]", amount.before)[-1]
    said = re.split(rf"每|单价|均价|标准|{AVERAGED}|年均|各(?=$|奖|发)", said)[0]
    verb, own = split_verb(said)
    name = noun_of(_OF_PRICE.sub("", noun_of(own)))
    if len(name) < 2 or _PRICE_OF.match(name) or re.search(r"\d", name):
        return ""
    return "" if verb in ("补贴", "补助", "资助", "奖励") and not noun_of(own) else name


def _by_name(found: Found, name: str) -> int | None:
    """The one item of a name, or the one whose name holds it (大楼保洁员 for 保洁), or None."""
    same = [index for index, item in enumerate(found.items) if item["name"] == name]
    held = [
        index
        for index, item in enumerate(found.items)
        if item["name"] and "amount" not in item and (name in item["name"] or item["name"] in name)
    ]
    # 财政收支审计14个、专项审计调查3个，审计每个8万: the one whose name ends so.
    ends = [index for index in held if found.items[index]["name"].endswith(name)]
    chosen = same or (ends if len(ends) == 1 else held)
    return chosen[0] if len(chosen) == 1 else None


def _ask_whose(found: Found, clause: str, name: str) -> None:
    about = f"（{name}）" if name else ""
    said = f"“{clause}”是哪一项的单价{about}，简述没有写清"
    found.ask("items", said, f"{clause!r}: the price of what?")
    found.leave(clause)


def _by_measure(found: Found, item: dict[str, Any], measured: Counted) -> None:
    """An item priced by its measure is counted by it; how many there are is a result: 维修校舍3栋，面积4500平方米."""
    item["_measures"].remove(measured)
    verb = item.get("verb") or ""
    name = f"{verb}{item['name'].removesuffix(verb)}" if verb in WORKS.values() else item["name"]
    name = name if name.endswith("数量") else f"{name}数量"
    name = f"覆盖{item['_place']}数" if "_place" in item else name
    found.targets.append({"name": name, "comparator": "=", "value": item["quantity"], "unit": item["unit"]})
    item["quantity"], item["unit"] = measured.quantity, measured.unit
