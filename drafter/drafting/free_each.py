"""What there is for each of something: 每期50人、每人每天450元 make a price, 80个村、每村2个垃圾桶 a count."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found
from drafter.drafting.free_places import PLACE
from drafter.drafting.free_settling import cost_of
from drafter.drafting.free_things import SESSIONS, Counted
from drafter.drafting.free_units import PEOPLE
from drafter.language.interval import exact_product


def for_each_place(found: Found, one: Counted, topic: str) -> bool:
    """Count things put up in every place: 11所学校每所装8个 are 88, of what the text is about.

    The places become a result; what there is of each is multiplied and asked about, since a clerk may have meant that
    some places have none.
    """
    if (place := _places(found)) is None or one.quantity is None:
        return False
    name, places, unit, counted = place
    # 为12个社区配AED，每个社区1台: the places were counted with what is put up there.
    put: dict[str, Any] = found.items[-1] if counted and "_place" in found.items[-1] else {}
    schools = bool(put) and one.per == "校" and name.endswith(("学", "幼儿园"))
    if one.per != unit and not schools and not name.endswith(one.per or "?"):
        return False
    project = re.sub(r"(?:项目|工程)$", "", found.fields.get("project_name", ""))
    thing = one.noun or put.get("name", "").removeprefix(name) or topic or re.split(r"[“”《》「」的]", project)[-1]
    if len(thing) < 2:
        return False
    quantity = exact_product(places, one.quantity)
    said = f"{show(places)}{unit}{name}，{one.text}"
    if counted:
        found.items.pop()
        found.targets.append({"name": f"覆盖{name}数", "comparator": "=", "value": places, "unit": unit})
    verb = one.verb or put.get("verb")
    found.items.append({"name": thing, "quantity": quantity, "unit": one.unit, "verb": verb, "note": said})
    arithmetic = f"{show(places)} × {show(one.quantity)} = {show(quantity)}{one.unit}"
    where = f"items[{len(found.items) - 1}].quantity"
    found.ask(where, f"“{said}”按 {arithmetic}计，请确认", f"{said!r} is taken as {arithmetic}")
    return True


def _places(found: Found) -> tuple[str, Decimal, str, bool] | None:
    """The places just counted: name, how many, unit, and whether they were taken for an item."""
    item: dict[str, Any] = found.items[-1] if found.items else {}
    place = item.get("_place", item.get("name", ""))
    if PLACE.search(place) and item.get("quantity") is not None and cost_of(item) is None:
        return place, item["quantity"], item["unit"], True
    target: dict[str, Any] = found.targets[-1] if found.targets else {}
    name = target.get("name", "").removeprefix("覆盖").removesuffix("数")
    if f"覆盖{name}数" == target.get("name") and PLACE.search(name) and isinstance(target["value"], Decimal):
        return name, target["value"], target["unit"], False
    return None


def heads_of_sessions(found: Found, item: dict[str, Any], each: list[tuple[str, Decimal | None, str]]) -> None:
    """Say how many come to all the sessions: 培训4期，每期50人 are two hundred, unless the text says how many."""
    heads = [(count, text) for part, count, text in each if part in PEOPLE and count is not None]
    sessions = item.get("quantity")
    if len(heads) != 1 or sessions is None or item.get("unit") not in SESSIONS or "，" in item["name"]:
        return
    (count, text), people = heads[0], ("人", "人次", "名")
    if any(one.get("unit") in people for one in (*found.items, *found.targets)):
        return
    whole = exact_product(sessions, count)
    noun = "参训人次" if re.search("训|班|课", item["name"]) else "参与人次"
    limit = re.search(r"(?P<least>不少于|不低于|至少|以上)|(?P<most>不超过|不多于|以内)", text)
    sign = "=" if limit is None else ">=" if limit["least"] else "<="
    found.targets.append({"name": noun, "comparator": sign, "value": whole, "unit": "人次"})
    arithmetic = f"{show(sessions)} × {show(count)} = {show(whole)}"
    zh = f"“{item['name']}”{show(sessions)}{item['unit']}、{text}，{noun}按 {arithmetic} 计，请确认"
    found.ask(f"targets[{len(found.targets) - 1}].value", zh, f"{item['name']}: {arithmetic} ({text})")


def _one_of(part: str, unit: str | None) -> bool:
    people = ("人", "名", "位", "个")
    return part == unit or (part in people and unit in people)


def by_head(found: Found) -> None:
    """培训班4期，每期50人，每人每天450元，每期3天，27万元: heads and days make the price where the total says so."""
    totals = {total.value for total in found.totals}
    for index, item in enumerate(found.items):
        each: list[tuple[str, Decimal | None, str]] = item.pop("_each", [])
        heads_of_sessions(found, item, each)
        unit, value, period, clause = item.pop("_by_head", (None, None, None, ""))
        said = "、".join(text for _, _, text in each)
        if value is None:
            if any(part not in PEOPLE or item.get("unit") not in SESSIONS for part, _, _ in each):
                zh = f"“{item['name']}”的{said}没有单列指标，请看是否要列"
                found.ask(f"items[{index}].note", zh, f"{item['name']}: {said} is no indicator of its own")
            continue
        heads = [count for part, count, _ in each if _one_of(part, unit) and count is not None]
        days = [count for part, count, _ in each if part in ("天", "日") and count is not None]
        daily = period == "天" and item.get("unit") in ("天", "日")
        known = len(heads) == 1 and (period is None or daily or (period == "天" and len(days) == 1))
        factors = [heads[0], *(days if period and not daily else [])] if known else []
        price = value
        for factor in factors:
            price = exact_product(price, factor)
        place = f"items[{index}].unit_price"
        rest = sum((cost for one in found.items if one is not item and (cost := cost_of(one)) is not None), Decimal(0))
        cost = exact_product(price, item["quantity"]) if item.get("quantity") else Decimal(-1)
        if known and (cost in totals or cost + rest in totals):
            item["unit_price"] = price
            sum_of = " × ".join(show(one) for one in (value, *factors))
            zh = f"“{item['name']}”的单价按 {sum_of} = {show(price)} 元/{item['unit']} 计（{said}，{clause}），请确认"
            found.ask(place, zh, f"price of {item['name']}: {sum_of} = {show(price)} ({said}, {clause})")
        else:
            zh = f"“{item['name']}”{said}，{clause}：单价怎样计算，简述没有写清"
            if not said:
                zh = f"“{clause}”是哪一项的单价，简述没有写清"
            found.ask(place, zh, f"{item['name']}: {said}, {clause}: how is its price made up?")
            found.leave(clause)
