"""A number that is changed later in the same text: 后来领导说改成6000只. Which of the two holds is asked."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found, Total
from drafter.drafting.free_money import Amount
from drafter.language import extract
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

_LATER = lazy(
    r"(?=[^，。\d]{0,16}?(?:后来|后面|最后|最终|后又|现在|刚才|刚刚|昨天|今天|又|再|领导|局长|主任|书记|科长|会上|开会|要求|通知|说))"
    r"[^，。\d]{0,16}?(?:改成|改为|改到|调整为|调整成|调整到|调到|调成|变成|变为|定成|定为|加到|增加到|增加为|增到|减到|减为|减少到|压到|压减到)"
    r"(?:了|大概|约)?(?P<number>[\d.]+[百千万]?[^\W\d_]{0,3})(?:了|吧)?"
)
_UNCHANGED = lazy(
    r"(?:其[他它余]|预算|总额|金额|资金|经费|钱|单价|价格|数量|时间)+(?:都|也|仍|还是|保持|均)*(?:不变|没变|不动|照旧)"
)


def corrected(found: Found, clause: str, amounts: list[Amount]) -> bool:
    """Take a clause that changes a count or a sum said before, as a question; whether it is one."""
    if _UNCHANGED.fullmatch(clause):
        return True
    said = _LATER.fullmatch(clause)
    if said is None:
        return False
    if len(amounts) == 1 and found.totals and amounts[0].role != "price":
        found.totals.append(Total(amounts[0].value, found.totals[0].sure, -1, clause))
        return True
    counts = [one for one in extract(clause) if one.kind in ("count", "measure")]
    same = [item for item in found.items if counts and item.get("unit") == counts[0].unit and item.get("quantity")]
    if len(counts) != 1 or len(same) != 1 or not re.fullmatch(r"\d+(?:\.\d+)?", counts[0].number):
        found.leave(clause)
        zh = f"“{clause}”改的是哪一项，简述没有写清，没有采用，请确认"
        found.ask("items", zh, f"{clause!r}: what is changed? it was not used")
        return True
    item, value = same[0], Decimal(counts[0].number)
    if value == item["quantity"]:
        return True
    unit, price = item["unit"] or "", item.get("unit_price")
    pair = f"{show(item['quantity'])}{unit} 和 {show(value)}{unit}"
    product = "" if price is None else f"{show(value)} × {show(price)} = {show(exact_product(value, price))} 元"
    zh = f"“{item['name']}”有两个数：{pair}（“{clause}”），请确认；暂用前一个" + (
        f"，按后一个为 {product}" if product else ""
    )
    english = f"{item['name']} has two counts, {pair} ({clause!r}); the first one is used"
    found.ask(
        f"items[{found.items.index(item)}].quantity", zh, english + (f"; by the other {product}" if product else "")
    )
    return True
