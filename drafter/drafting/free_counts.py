"""What a count becomes: an item, a result, what there is of each item, how large it is, or how long it lasts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_each import for_each_place
from drafter.drafting.free_found import Found
from drafter.drafting.free_prices import open_item, waited
from drafter.drafting.free_things import Counted
from drafter.drafting.free_verbs import WORKS
from drafter.drafting.free_words import doubtful, verb_of_name
from drafter.models.embedded.items import unit_class
from drafter.models.embedded.words import word_lists


def take_count(found: Found, one: Counted, clause: str, topic: str) -> None:
    """Put a count where it belongs; `topic` is what the clause before was about."""
    if one.role == "period":
        found.spans.append((one.quantity or Decimal(0), one.unit, clause))
        return
    if one.role == "per" and for_each_place(found, one, topic):
        return
    if one.role == "per":
        target = next((item for item in reversed(found.items) if item.get("unit") == one.per), None)
        if target is not None:
            target["note"] = "，".join(part for part in (target.get("note"), one.text) if part)
            target.setdefault("_each", []).append((one.unit, one.quantity, one.text))
        else:
            found.leave(clause)
    elif one.role == "result":
        value = one.number if one.quantity is None else one.quantity
        # 参赛人数4800人次 are 参赛人次, no 人数人次.
        heads = one.unit.startswith("人次") and "人次" not in one.noun
        name = f"{one.noun.removesuffix('人数') or one.noun}人次" if heads else one.noun
        found.targets.append({"name": name, "comparator": one.comparator, "value": value, "unit": one.unit or None})
    elif one.role == "item" and doubtful(one.noun):
        found.leave(clause)
        zh = f"“{clause}”没有看懂，没有列入明细和指标，请改写或自行填列"
        found.ask("items", zh, f"{clause!r} was not understood and is no item; say it in other words")
    elif one.role == "measure" and found.items:
        found.items[-1].setdefault("_measures", []).append(one)
    elif one.role == "measure":
        found.open_measures.append(one)
    else:
        _item(found, _of_the_thing_before(found, one), clause)


def _of_the_thing_before(found: Found, one: Counted) -> Counted:
    """新建冷库13座，改造7座: the same thing, other work."""
    last: dict[str, Any] = found.items[-1] if found.items else {}
    work, verb = one.noun, last.get("verb")
    if work not in WORKS.values() or verb not in WORKS.values() or verb == work or last.get("unit") != one.unit:
        return one
    thing = last["name"].removesuffix(verb)
    return one if thing == last["name"] else replace(one, noun=f"{thing}{work}", verb=work)


def _verb_before(found: Found, one: Counted) -> str | None:
    """购买服务器5台，交换机12台: both are bought. What is done to people or held is not carried on."""
    before = found.items[-1].get("verb") if found.items else None
    if before in WORKS.values() and one.unit in ("批次", "家", "户") and one.unit == found.items[-1].get("unit"):
        # 抽检食品1500批次，药品200批次: a list shares its verb.
        return before
    if _acts(one.noun):
        # 采购水带300盘，水罐车大修3辆: what says what is done is not bought.
        return None
    bought = before in ("购买", "购置", "采购", "添置", "配备")
    return before if bought and unit_class(one.unit) in ("goods", "loose") else None


def _acts(noun: str) -> bool:
    """Whether a name ends with what is done (水罐车大修), and is no thing to be had."""
    data = word_lists()
    done = (*data["work"], *data["inverted"], *data["serviced"])
    return any(len(noun) > len(verb) + 1 and noun.endswith(verb) for verb in done)


def _one_name(item: dict[str, Any], one: Counted, whole: bool) -> bool:
    """Whether a count is of an item already counted; 全区共10辆电动车 may be of 巡逻电动车 too."""
    name = item["name"]
    return name == one.noun or (whole and open_item(item) and (name.endswith(one.noun) or one.noun.endswith(name)))


def _item(found: Found, one: Counted, clause: str) -> None:
    whole = "共" in clause or "总" in clause
    same = next((item for item in found.items if item.get("unit") == one.unit and _one_name(item, one, whole)), None)
    if same is not None and one.quantity is not None and same["quantity"] != one.quantity:
        place = f"items[{found.items.index(same)}].quantity"
        counts = f"{show(same['quantity'])}{one.unit} 和 {show(one.quantity)}{one.unit}"
        found.ask(
            place,
            f"“{one.noun}”有两个数：{counts}，请确认；暂用前一个",
            f"{one.noun} has two counts: {counts}; the first one is used",
        )
        found.leave(clause)
    elif same is None or same.get("quantity") != one.quantity:
        hired = re.search("请|聘|找", clause) and one.unit in ("人", "名", "位") and one.noun.endswith("师")
        verb = one.verb or ("聘请" if hired else None) or verb_of_name(one.noun, one.unit) or _verb_before(found, one)
        item = {"name": one.noun, "quantity": one.quantity, "unit": one.unit or None, "verb": verb}
        found.items.append(item | ({"_place": one.place} if one.place else {}))
        waited(found)
        place = f"items[{len(found.items) - 1}].quantity"
        if one.quantity is None:
            found.items[-1]["note"] = one.text
            said = f"“{one.text}”是区间，明细须写准数，请确认；数量暂空"
            found.ask(place, said, f"{one.text} is a range; an item needs the exact count")
        elif one.comparator == "~":
            said = f"“{one.text}”是约数，目标须写准数，请确认"
            found.ask(place, said, f"{one.text} is an estimate; a target needs the exact count")
        elif one.comparator != "=":
            count = f"{show(one.quantity)}{one.unit}"
            said = f"“{clause}”没有给出准数，暂按 {count} 计"
            found.items[-1]["_bound"] = (one.comparator, said)
            found.ask(place, said, f"{clause!r} gives no exact count; {count} is used")
