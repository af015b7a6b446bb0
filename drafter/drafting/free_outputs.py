"""What is counted beside items that are the whole budget: done with the money, and no expense of its own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found
from drafter.drafting.free_places import PLACE
from drafter.drafting.free_settling import cost_of
from drafter.drafting.free_verbs import WORKS

_LAND = dict.fromkeys(("亩", "平方米", "公顷", "平方公里"), "面积")
_COUNTS = (
    {"期": "期数", "场": "场次", "次": "次数", "届": "届数", "人次": "人次", "批次": "批次"}
    | _LAND
    | dict.fromkeys(("公里", "千米", "米", "延米"), "长度")
)
"""How a form calls a count of sessions, visits, land or roads; of anything else 数量."""


def outputs(found: Found) -> None:
    """Counts without a price beside items that are the whole budget are what is done, not what is bought.

    审计下属单位16家 beside 会计师事务所2家，每家15万元 of a budget of 300,000: nobody should be asked for its price.
    """
    open_items = [item for item in found.items if cost_of(item) is None and item.get("quantity") is not None]
    costs = [cost for item in found.items if (cost := cost_of(item)) is not None]
    budget = found.fields.get("budget_total")
    if not costs or not open_items or len(costs) + len(open_items) != len(found.items):
        return
    whole = sum(costs, Decimal(0))
    works = all(item.get("verb") in WORKS.values() or _place(item) for item in open_items)
    if whole != budget and not (budget is None and works):
        return
    for item in open_items:
        place = f"items[{found.items.index(item)}].unit_price"
        if any(one.field == place for one in found.questions):
            continue
        if item is found.items[0] and not any(one.get("quantity") for one in found.items[1:]) and len(item["name"]) > 4:
            # 水库除险加固3座，其中红旗水库300万元、东沟水库260万元: the parts do not name the project.
            found.fields.setdefault("project_name", item["name"])
        found.items.remove(item)
        count = f"{show(item['quantity'])}{item['unit'] or ''}"
        name, served = f"{item['name']}{_COUNTS.get(item['unit'] or '', '数量')}", _place(item)
        name = f"覆盖{served}数" if served else name
        sign, exact = item.get("_bound", ("=", ""))
        found.questions[:] = [one for one in found.questions if one.zh != exact]
        found.targets.append({"name": name, "comparator": sign, "value": item["quantity"], "unit": item["unit"]})
        zh = f"“{item['name']}”{count}没有单价，按产出数量填列，不列支出，请确认"
        found.ask("items", zh, f"{item['name']} {count} has no price; it is a result, not an expense")


def _place(item: dict[str, Any]) -> str:
    """The place a count is of (给8个小区加装, 18个小区), or an empty string."""
    alone = item.get("verb") is None and PLACE.fullmatch(item["name"])
    return item.get("_place") or (item["name"] if alone else "")
