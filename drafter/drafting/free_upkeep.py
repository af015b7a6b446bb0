"""What work on a thing costs beside the thing itself: 购置道闸12套，每套年维护费2500元 prices the upkeep."""

from __future__ import annotations

import re
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found
from drafter.drafting.free_money import Amount
from drafter.drafting.free_verbs import WORKS
from drafter.language.patterns import lazy

_EACH = r"每[^\W\da-zA-Z_]{1,3}?"
_PERIOD = r"(?:每年|[一1]年|年均|全年|年|每个?月|月)?"
_WORK = r"(?P<work>维护|运维|管护|养护|维保|保养|维修|检测|检修|保洁|巡检|安装|调试|运输|清洗)(?:服务)?(?:费用?|经费)"
_SIGN = r"(?:为|是|约|要|需|大概|:|：)*$"
_PAID = (
    lazy(f"{_EACH}{_PERIOD}的?{_WORK}{_SIGN}"),
    lazy(f"{_WORK}(?:每年|[一1]年|每个?月)?{_EACH}{_PERIOD}{_SIGN}"),
)
_NAMES_WORK = lazy(f"(?:{'|'.join(sorted(set(WORKS.values()), key=len, reverse=True))})(?:服务)?$|[员工师生人]$")


def work_paid(amount: Amount) -> str:
    """The work a price is paid for by its own words (每套年维护费, 维保费每台每年), or an empty string."""
    said = re.split(r"[，,￥（(]", amount.before)[-1]
    return next((found["work"] for pattern in _PAID if (found := pattern.search(said))), "")


def is_kept_up(item: dict[str, Any], work: str) -> bool:
    """Whether an item nobody buys is what the work is done to: 道闸12套，每套年维护费2500元."""
    return bool(work) and item.get("verb") is None and "unit_price" not in item and not _NAMES_WORK.search(item["name"])


def ends_in_work(item: dict[str, Any], amount: Amount) -> bool:
    """Whether a price names the work an item ends with and nothing else: 审计每个8万, beside 调查每个15万."""
    said = re.split(r"每|单价|均价", re.split(r"[，,：:￥（(]", amount.before)[-1])[0].strip()
    return said in WORKS and item["name"].endswith(said)


def beside(found: Found, amount: Amount, work: str, clause: str) -> dict[str, Any] | None:
    """The work as an item of its own beside the thing bought, or None where no thing bought is counted so."""
    if amount.unsure == "range":
        return None
    for item in reversed(found.items):
        counted = item.get("quantity") is not None and item.get("unit") == amount.per
        bought = item.get("verb") is not None or "unit_price" in item
        if counted and bought and not _NAMES_WORK.search(item["name"].removesuffix("安装")):
            count = f"{show(item['quantity'])}{item['unit']}"
            own = {"name": f"{item['name']}{work}", "quantity": item["quantity"], "unit": item["unit"], "verb": work}
            found.items.append(own)
            place = f"items[{len(found.items) - 1}].quantity"
            zh = f"“{clause}”单列为“{own['name']}”{count}，不作“{item['name']}”的单价，请确认"
            found.ask(place, zh, f"{clause!r} is the price of {work} for {count}, not of {item['name']} itself")
            return own
    return None
