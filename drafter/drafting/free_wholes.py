"""A whole and its parts: 抽检2600批次，其中农产品1400批次、餐饮1200批次，每批次650元 is one expense in parts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drafter.drafting.free_found import Found
from drafter.drafting.free_verbs import WORKS

_PRICES = ("unit_price", "_periodic", "_limit")
_PRICED = {"unit_price", "amount", "_periodic", "_bracket"}
_NAMES = {"人次": "人次", "批次": "批次", "场": "场次", "期": "期数", "户": "户数", "人": "人数", "名": "人数"}


def begin(found: Found) -> None:
    """其中: what is counted next in the same unit may be parts of the last item."""
    last = found.items[-1] if found.items else None
    found.whole = last if last is not None and last.get("quantity") and last.get("unit") else None
    if last is None and found.targets and isinstance(found.targets[-1]["value"], Decimal):
        # 家庭医生签约1.8万人，其中重点人群9000人: the whole is a result.
        found.whole = found.targets[-1]


def mark(found: Found, before: int) -> None:
    """Mark the items counted since `before` as parts, while they are no more than the whole."""
    whole = found.whole
    if whole is None:
        return
    if "value" in whole:
        _parts_of_a_result(found, whole, before)
        return
    for item in found.items[before:]:
        said = sum((part["quantity"] for part in _parts(found, whole)), Decimal(0))
        quantity = item.get("quantity")
        if item.get("unit") != whole["unit"] or quantity is None or said + quantity > whole["quantity"]:
            found.whole = None
            return
        item["_part_of"] = id(whole)


def _parts_of_a_result(found: Found, whole: dict[str, Any], before: int) -> None:
    for item in list(found.items[before:]):
        quantity = item.get("quantity")
        if whole.get("unit") == item.get("unit") and quantity is not None and quantity <= whole["value"]:
            _as_result(found, item, item["name"])


def _as_result(found: Found, item: dict[str, Any], named: str) -> None:
    name = f"{named}{_NAMES.get(item['unit'], '数量')}"
    found.items.remove(item)
    found.targets.append({"name": name, "comparator": "=", "value": item["quantity"], "unit": item["unit"]})


def _parts(found: Found, whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in found.items if item.get("_part_of") == id(whole)]


def _wholes(found: Found) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    marked = {item["_part_of"] for item in found.items if "_part_of" in item}
    return [(item, _parts(found, item)) for item in found.items if id(item) in marked]


def price_of_the_whole(found: Found) -> None:
    """A price that names none of the parts and stands behind them all is that of the whole."""
    for whole, parts in _wholes(found):
        priced = [part for part in parts if _PRICED & part.keys()]
        if len(priced) == 1 and priced[0] is parts[-1] and not _PRICED & whole.keys() and "_priced_as" not in priced[0]:
            for key in _PRICES:
                if key in priced[0]:
                    whole[key] = priced[0].pop(key)
            priced[0].pop("_shared", None)
            priced = []
        if priced and len(priced) == len(parts) and not _PRICED & whole.keys():
            found.main = whole
        if not priced:
            at, gone = found.items.index(whole), [found.items.index(part) for part in parts]
            for total in found.totals:
                total.item = at if total.item in gone else total.item


def parts_as_results(found: Found) -> None:
    """Parts without a price of their own are counted, and are no expense beside the whole."""
    for whole, parts in _wholes(found):
        if any(_PRICED & part.keys() for part in parts):
            continue
        for part in parts:
            verb = whole.get("verb") or ""
            verb = verb if verb in WORKS.values() else ""
            named = part["name"] if not verb or verb in part["name"] else f"{part['name']}{verb}"
            _as_result(found, part, named)
