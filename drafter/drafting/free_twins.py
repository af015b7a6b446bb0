"""Two prices for the same people or things: 筛查5000人，宫颈癌每人49元、乳腺癌每人79元."""

from __future__ import annotations

import re

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found
from drafter.drafting.free_money import Amount
from drafter.drafting.free_units import fits
from drafter.drafting.free_verbs import WORKS
from drafter.models.embedded.items import doing_to


def price_label(amount: Amount, name: str) -> str:
    """What a price names, an allowance in full: 社保补贴每人每月700."""
    paid = re.search(r"([^\W\da-zA-Z_]{2,8}(?:补贴|补助|津贴))每", amount.before)
    return paid[1] if paid and paid[1].startswith(name) else name


def second_price(found: Found, name: str, unit: str | None) -> int | None:
    """A second price for the same people: 筛查5000人，宫颈癌每人49元、乳腺癌每人79元 are two items.

    Returns:
        The place of the second item, or None where nothing has been priced under another name.
    """
    for item in reversed(found.items):
        if (first := item.get("_priced_as")) and fits(item, unit) and {"unit_price", "_periodic"} & item.keys():
            work = item["name"] if item["name"] in WORKS.values() else (item.get("verb") or "")
            work = work if work in WORKS.values() else ""
            found.questions[:] = [one for one in found.questions if f"按“{item['name']}”的单价计" not in one.zh]
            if not work and item["name"] not in WORKS.values():
                # 培训学员200人，教材每人50元: who they are is kept.
                item["note"] = f"{item['name']}{show(item['quantity'])}{item['unit'] or ''}"
                if doing_to(item["name"]):
                    # 安置失业人员60人，社保补贴每人每月700，岗位补贴每人每月500: what is done for them is no allowance.
                    found.targets.append(
                        {
                            "name": f"{item['name']}数量",
                            "comparator": "=",
                            "value": item["quantity"],
                            "unit": item["unit"],
                        }
                    )
            item["name"] = f"{first}{work}"
            twin = {key: item[key] for key in ("quantity", "unit", "verb") if key in item}
            found.items.append({"name": f"{name}{work}", **twin, "_priced_as": name})
            return len(found.items) - 1
    return None
