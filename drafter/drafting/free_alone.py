"""A count that stands alone behind the title, priced by the next words: 档案数字化扫描，150万页，0.28元/页."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.drafting.free_found import Found
from drafter.drafting.free_money import Amount
from drafter.drafting.free_units import alike
from drafter.drafting.free_words import verb_of_name
from drafter.language import extract
from drafter.language.patterns import lazy

_LEAD = lazy(r"(?:大约|大概|约|共计|合计|一共|总共|共|计|数量|规模|总量|[为是:：\s])*")
_PRICED_ONE = lazy(r"(?:单价|均价)(?:为|是|约|[:：])*$")
_NO_PART = lazy(r"(?:项目|经费|资金)+$")


def keep_alone(found: Found, clause: str) -> None:
    """Remember a clause that is a count and nothing else; what it counts, the price behind it decides."""
    mentions = extract(clause)
    if len(mentions) != 1 or mentions[0].kind not in ("count", "measure") or "~" in mentions[0].number:
        return
    one = mentions[0]
    if one.comparator in ("=", "~") and _LEAD.fullmatch(clause[: one.start]) and not clause[one.end :].strip():
        found.alone.append((Decimal(one.number), one.unit or "", one.comparator, clause))


def counted_alone(found: Found, amount: Amount) -> list[int]:
    """The project itself as the item a price is for, where its count stood alone and no other item is there.

    The unit of price and count is one (150万页，0.28元/页), or the words call it 单价 and there is one count only.
    """
    name = _NO_PART.sub("", found.fields.get("project_name", ""))
    units = [one for one in found.alone if amount.per and alike(one[1], amount.per)]
    if not amount.per and len(found.alone) == 1 and _PRICED_ONE.search(amount.before):
        units = found.alone
    if found.items or not name or len(units) != 1:
        return []
    quantity, unit, comparator, clause = units[0]
    found.alone.remove(units[0])
    found.left[:] = [one for one in found.left if one != clause]
    found.items.append({"name": name, "quantity": quantity, "unit": unit, "verb": verb_of_name(name, unit)})
    if comparator == "~":
        estimate = re.sub(r"^[\s，,]+", "", clause)
        said = f"“{estimate}”是约数，目标须写准数，请确认"
        found.ask("items[0].quantity", said, f"{estimate} is an estimate; a target needs the exact count")
    return [0]
