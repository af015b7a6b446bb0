"""Work of several years of which a brief pays for one: 用两年时间把12万卷档案数字化，2027年先做7万卷."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found
from drafter.drafting.free_years import YEAR
from drafter.language import extract
from drafter.language.patterns import lazy

_SEVERAL = lazy(
    r"(?:用|分|花|在|计划|拟)[^\d，。]{0,2}(?:[两二三四五]|[2-5])年(?!级)|(?:[两二三四五]|[2-5])年(?:时间|之?内|完成|计划)|分(?:[两二三]|[23])[批期]"
)
_THIS_YEAR = lazy(
    r"(?:其中|今年|明年|本年度?|当年|首年|第一年|本次|首批|第一批|先期?|计划|拟|安排|要|想|完成|做|搞|弄|实施|开展|改造|约|度|的|，)*"
)


def several_years(clause: str) -> bool:
    """Whether a clause says what is to be done in more than one year."""
    return bool(_SEVERAL.search(clause))


def this_year(found: Found, clause: str) -> bool:
    """Whether a clause says this year's share of work whose whole was said before; the share is what is counted."""
    planned = [item for item in found.items if "_several" in item] if found.several else []
    if not planned:
        return False
    mentions = [one for one in extract(clause) if one.kind in ("count", "measure")]
    if len(mentions) != 1 or len(planned) != 1 or not re.fullmatch(r"\d+(?:\.\d+)?", mentions[0].number):
        return False
    share, item = mentions[0], planned[0]
    around = YEAR.sub("", clause[: share.start] + clause[share.end :])
    value = Decimal(share.number)
    if share.unit != item.get("unit") or value > item["quantity"] or not _THIS_YEAR.fullmatch(around):
        return False
    unit = item["unit"] or ""
    place = f"items[{found.items.index(item)}].quantity"
    zh = f"“{item['_several']}”是几年的总量，“{item['name']}”按本年度 {show(value)}{unit} 计，请确认"
    found.ask(place, zh, f"{item['name']}: {show(value)}{unit} of this year, of {show(item['quantity'])} in several")
    item["note"] = item.pop("_several")
    item["quantity"] = value
    return True
