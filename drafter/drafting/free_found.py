"""What a free text has given so far, and how its loose ends are tied: periods, the budget, the project's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.result import Asked
from drafter.language import extract
from drafter.language.interval import exact_product

_NAMED = re.compile(r"[“《「]?([^，。；“”《》\n]{2,30}?(?:项目|工程))[”》」]?")


@dataclass(slots=True)
class Found:
    """What has been understood so far."""

    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    items: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    targets: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    tasks: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    questions: list[Asked] = field(default_factory=list[Asked])

    def ask(self, name: str, zh: str, en: str) -> None:
        """Add a question, once."""
        if all(one.zh != zh for one in self.questions):
            self.questions.append(Asked(name, zh, en))


def finish(found: Found, body: str, topic: str) -> None:
    """Settle what needs the whole text: prices by the month, a single amount, a name."""
    _periods(found, body)
    _single_amount(found)
    _project_name(found, body, topic)


def _periods(found: Found, body: str) -> None:
    months = next(
        (int(one.number) for one in extract(body) if one.unit in ("个月", "月") and one.number.isdigit()), None
    )
    budget = found.fields.get("budget_total")
    for index, item in enumerate(found.items):
        value, period = item.pop("_periodic", (None, None))
        if value is None:
            continue
        per = f"{show(value)} 元/{item['unit']}·{period}"
        year = exact_product(exact_product(value, Decimal(12)), item["quantity"])
        times = months if period == "月" else None
        if times is None and period == "月" and ("全年" in body or budget == year):
            times = 12
        if times is None:
            counted = "个月" if period == "月" else "天"
            message = f"“{item['name']}”的单价按{period}计（{per}），没有写计多少{counted}"
            english = f"the price of {item['name']} is by the {period} ({per}); for how many?"
        else:
            item["unit_price"] = exact_product(value, Decimal(times))
            price = f"{per} × {times} 个月 = {show(item['unit_price'])} 元"
            message, english = f"“{item['name']}”的单价按 {price}计，请确认", f"price of {item['name']}: {price}"
        found.ask(f"items[{index}].unit_price", message, english)


def _single_amount(found: Found) -> None:
    """The only money of a text is its budget: 法律顾问费20万元，聘请律师4名."""
    lumps = [item for item in found.items if "amount" in item]
    priced = [item for item in found.items if "unit_price" in item]
    if "budget_total" in found.fields or len(lumps) != 1 or priced:
        return
    lump = lumps[0]
    found.items.remove(lump)
    found.fields["budget_total"] = lump["amount"]
    found.fields.setdefault("project_name", lump["name"])
    said = f"“{lump['name']}”{show(lump['amount'])} 元按预算总额填列，请确认"
    found.ask("budget_total", said, f"{lump['name']} {show(lump['amount'])} yuan is taken as the budget")


def _project_name(found: Found, body: str, topic: str) -> None:
    if "project_name" in found.fields:
        return
    name = _NAMED.search(body)
    if name:
        found.fields["project_name"] = re.sub(r"^.*(?:年度?|开展|实施|申请|关于)", "", name[1])
        return
    task = re.sub(r"^(?:开展|做好|组织|完成|举办|实施|提供)", "", found.tasks[0]) if found.tasks else ""
    first = next((item["name"] for item in found.items), "")
    # People are hired for a service: 保安服务, not the duty they are given.
    if found.items and found.items[0].get("unit") in ("名", "人", "位") and found.items[0]["name"] == first:
        first = task = f"{first}服务"
    short = task if 3 < len(task) <= 14 else first or topic or (found.notes or ["未命名"])[0][:20]
    found.fields["project_name"] = f"{short}项目"
    said = f"没有写项目名称，暂以“{short}项目”为名，请改为正式名称"
    found.ask("project_name", said, f"no project name is given; {short}项目 stands for it")
