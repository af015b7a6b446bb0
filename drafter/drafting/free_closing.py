"""The loose ends of a free text, tied when all of it is read: periods, totals, who pays, the name."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_each import by_head
from drafter.drafting.free_found import Found, Total
from drafter.drafting.free_late import late_prices
from drafter.drafting.free_naming import GRADE, name_project
from drafter.drafting.free_outputs import outputs
from drafter.drafting.free_prices import still_waiting
from drafter.drafting.free_settling import (
    brackets,
    cost_of,
    limits,
    parts_left,
    shared_prices,
    unit_shares,
    unpriced_topics,
    whole_number,
    year_sums,
)
from drafter.drafting.free_verbs import WORKS
from drafter.drafting.free_wholes import parts_as_results, price_of_the_whole
from drafter.drafting.free_words import topic_of
from drafter.drafting.free_years import YEAR, months_of
from drafter.language import bigrams
from drafter.language.interval import exact_product


def finish(found: Found, topic: tuple[str, str | None]) -> None:
    """Settle what needs the whole text; every assumption is a question."""
    if found.bare:
        zh = "、".join(f"“{text}”按 {yuan} 元" for text, yuan in found.bare)
        en = ", ".join(f"{text} is taken as {yuan} yuan" for text, yuan in found.bare)
        found.ask("budget_total", f"金额没有写元：{zh}计", f"amounts have no unit of money: {en}")
    for clause in found.uncounted:
        found.ask("items", f"“{clause}”没有写准数，数量请补充", f"{clause!r} gives no number; how many?")
    _measures(found, topic)
    _breakdowns(found)
    budget = _explicit(found)
    _periods(found)
    late_prices(found)
    still_waiting(found)
    by_head(found)
    unit_shares(found)
    price_of_the_whole(found)
    brackets(found)
    shared_prices(found)
    year_sums(found)
    _totals(found, budget)
    limits(found)
    unpriced_topics(found)
    parts_as_results(found)
    outputs(found)
    _sources(found)
    months_of(found)
    name_project(found, topic)
    _topic_done(found)
    project = re.sub(r"(?:项目|经费|资金)+$", "", found.fields.get("project_name", ""))
    for item in found.items:
        # 非遗传承人补助，国家级3人: a grade of what the project is about.
        if project and len(project) <= 14 and GRADE.fullmatch(item["name"]) and not GRADE.fullmatch(project):
            item["name"] = f"{item['name']}{project}"
    # What names an item is no second task: 为老人发放高龄津贴，约1.2万人.
    found.tasks[:] = [task for task in found.tasks if topic_of(task)[0] not in {item["name"] for item in found.items}]
    for item in found.items:
        for key in [key for key in item if key.startswith("_") or item[key] is None]:
            del item[key]
    if found.left:
        said = "；".join(found.left)
        found.fields["notes"] = said
        zh = f"没有归入任何栏目的内容，请自行处理：{said[:200]}"
        found.ask("notes", zh, f"not used, see for yourself: {said[:200]}")


def _topic_done(found: Found) -> None:
    """要做艾滋病哨点检测，采样3200份: work no item is named after is done too, and a goal should say so."""
    name = topic_of(found.topics[0])[0] if found.topics and found.items else ""
    if len(name) < 4 or not name.endswith(tuple(WORKS.values())) or "project_name" not in found.fields:
        return
    said = {pair for item in found.items for pair in bigrams(item["name"])}
    if not said & bigrams(name) and all(not bigrams(task) & bigrams(name) for task in found.tasks):
        found.tasks.insert(0, name)


def _measures(found: Found, topic: tuple[str, str | None]) -> None:
    name = found.fields.get("project_name") or topic[0]
    for item in found.items:
        if not item["name"]:
            item["name"] = re.sub(r"(?:项目|服务|经费)$", "", topic[0] or name or "") or item["_measure_name"]
        for one in item.pop("_measures", []):
            found.targets.append(
                {
                    "name": f"{item['name']}{one.noun}",
                    "comparator": one.comparator,
                    "value": one.quantity,
                    "unit": one.unit,
                }
            )
    for one in found.open_measures:
        project = found.fields.get("project_name", "")
        work = next((verb for verb in sorted(WORKS.values(), key=len) if project.endswith(verb)), None)
        if work and one.comparator == "=" and not (found.items and one.topic):
            # 老旧校舍维修, 维修面积4500平方米: so much of the project's own work.
            found.items.append({"name": project, "quantity": one.quantity, "unit": one.unit, "verb": work})
        elif one.topic or topic[0]:
            found.items.append(
                {"name": one.topic or topic[0], "quantity": one.quantity, "unit": one.unit, "verb": topic[1]}
            )
        else:
            found.targets.append({"name": one.noun, "comparator": "=", "value": one.quantity, "unit": one.unit})


def _breakdowns(found: Found) -> None:
    """运维费50万元，其中线路20万元、人员30万元: the parts are the items, the whole is their sum."""
    for parent in [item for item in found.items if item.get("_parts")]:
        at = found.items.index(parent)
        parts = [cost for item in found.items[at + 1 :] if (cost := cost_of(item)) is not None]
        if len(parts) < 2:
            continue
        if sum(parts, Decimal(0)) == parent["amount"]:
            found.items.remove(parent)
            if at == 0 and len(parent["name"]) > 3:
                found.fields.setdefault("project_name", parent["name"])
            found.totals.append(Total(parent["amount"], at == 0 and not _sure(found), -1, parent["name"]))
        else:
            said = f"{' + '.join(show(part) for part in parts)} = {show(sum(parts, Decimal(0)))}"
            zh = f"“{parent['name']}”{show(parent['amount'])} 元，其中各项 {said}，两者不等"
            found.ask(f"items[{at}].amount", zh, f"{parent['name']} is {show(parent['amount'])}, its parts {said}")
            found.items.remove(parent)


def _sure(found: Found) -> list[Total]:
    return [total for total in found.totals if total.sure]


def _explicit(found: Found) -> Decimal | None:
    sure = _sure(found)
    return sure[0].value if sure else None


def _periods(found: Found) -> None:
    if not any("_periodic" in item for item in found.items):
        # Nothing is paid by the month: how long it lasts is a fact no field takes.
        for _, _, clause in found.spans:
            found.leave(clause)
    for index, item in enumerate(found.items):
        value, period = item.pop("_periodic", (None, None))
        if value is None:
            continue
        per = f"{show(value)} 元/{item['unit']}·{period}"
        year = exact_product(exact_product(value, Decimal(12)), item["quantity"])
        times = _times(found, period)
        sums = {total.value for total in found.totals}
        if times is None and period == "月" and (year in sums or found.whole_year):
            times = Decimal(12)
        counted = "个月" if period == "月" else "天"
        if times is None:
            message = f"“{item['name']}”的单价按{period}计（{per}），没有写计多少{counted}"
            english = f"the price of {item['name']} is by the {period} ({per}); for how many?"
        else:
            item["unit_price"] = whole_number(exact_product(value, times))
            price = f"{per} × {show(times)} {counted} = {show(item['unit_price'])} 元"
            message, english = f"“{item['name']}”的单价按 {price}计，请确认", f"price of {item['name']}: {price}"
        found.ask(f"items[{index}].unit_price", message, english)


def _times(found: Found, period: str) -> Decimal | None:
    """For how many months or days a price is paid, where the text says it once."""
    said: set[Decimal] = set()
    start, end = found.fields.get("start_date"), found.fields.get("end_date")
    if period == "月" and start and end and start.year == end.year and start.day == 1 and end.day >= 28:
        # 2027年1月至12月.
        said.add(Decimal(end.month - start.month + 1))
    for number, unit, _ in found.spans:
        if period == "月" and unit in ("个月", "月"):
            said.add(Decimal(number))
        elif period == "月" and unit == "年":
            said.add(exact_product(Decimal(number), Decimal(12)))
        elif period == "天" and unit in ("天", "日", "个工作日", "工作日"):
            said.add(Decimal(number))
    return said.pop() if len(said) == 1 else None


def _totals(found: Found, budget: Decimal | None) -> None:
    parts_left(found)
    loose = [total for total in found.totals if not total.sure]
    for total in list(loose):
        item = found.items[total.item] if 0 <= total.item < len(found.items) else None
        priced = any(cost_of(other) is not None for other in found.items if other is not item)
        others = len(loose) > 1 or budget is not None or (priced and not re.search("[合总]计|共", total.clause))
        if item is None or total.value == budget:
            continue
        if cost_of(item) == total.value and others:
            loose.remove(total)
        elif (
            cost_of(item) is None
            and others
            and total.value != _rest(found, item)
            and not re.search("[合总]计|一共", total.clause)
        ):
            item["amount"] = total.value
            loose.remove(total)
    costs = [cost for item in found.items if (cost := cost_of(item)) is not None]
    whole = sum(costs, Decimal(0))
    candidates = _sure(found) or sorted(loose, key=lambda one: one.value == whole, reverse=True)
    year = found.fields.get("year")
    ours = [one for one in candidates if year and YEAR.search(one.clause) and str(year) in one.clause]
    candidates = ours if len({one.value for one in candidates}) > 1 and ours and ours[0].sure else candidates
    if not candidates:
        _single_amount(found)
        return
    first = candidates[0].value
    found.fields["budget_total"] = first
    for other in [*_sure(found), *loose]:
        if other.value != first:
            said = f"有两个总额：{show(first)} 元和 {show(other.value)} 元，请确认；"
            used = "取本年度的一个" if ours and ours[0].sure else "暂用前一个"
            english = f"two totals, {show(first)} and {show(other.value)} yuan; the first one is used"
            found.ask("budget_total", said + used, english)


def _rest(found: Found, item: dict[str, Any]) -> Decimal:
    """What all other items cost: a sum of that much is theirs, and not the price of what stands before it."""
    return sum((cost for one in found.items if one is not item and (cost := cost_of(one)) is not None), Decimal(0))


def _single_amount(found: Found) -> None:
    """The only money of a text is its budget: 法律顾问费20万元，聘请律师4名."""
    lumps = [item for item in found.items if "amount" in item and "quantity" not in item and "_yearly" not in item]
    if len(lumps) != 1 or any(cost_of(item) is not None for item in found.items if item is not lumps[0]):
        return
    lump = lumps[0]
    found.items.remove(lump)
    found.fields["budget_total"] = lump["amount"]
    found.fields.setdefault("project_name", lump["name"])
    found.questions[:] = [one for one in found.questions if f"按“{lump['name']}”的全年费用计" not in one.zh]
    said = f"“{lump['name']}”{show(lump['amount'])} 元按预算总额填列，请确认"
    found.ask("budget_total", said, f"{lump['name']} {show(lump['amount'])} yuan is taken as the budget")


def _sources(found: Found) -> None:
    total = found.fields.get("budget_total")
    sums: dict[str, Decimal] = {}
    for field, value, _ in found.sources:
        if value is not None:
            sums[field] = sums.get(field, Decimal(0)) + value
    rests = [(field, clause) for field, value, clause in found.sources if value is None]
    if len(rests) == 1 and total is not None:
        field, clause = rests[0]
        rest = total - sum(sums.values(), Decimal(0))
        if rest > 0:
            sums[field] = sums.get(field, Decimal(0)) + rest
            if len(found.sources) > 1:
                zh = f"“{clause}”按 {show(rest)} 元计，请确认"
                found.ask("current_appropriation", zh, f"{clause!r} is taken as {show(rest)} yuan")
    fiscal = [clause for field, _, clause in found.sources if field == "current_appropriation"]
    levels = [clause for clause in fiscal if re.search(r"中央|上级|[省市区县镇]级|[省市区县]财政", clause)]
    if "current_appropriation" in sums and (len(fiscal) > 1 or levels):
        said = show(sums["current_appropriation"])
        zh = f"“{'、'.join(fiscal)}”是财政资金，当年财政拨款按 {said} 元填列；各级次的金额请在表中另填"
        found.ask(
            "current_appropriation", zh, f"the public purse pays {said} yuan in all; its levels are not told apart"
        )
    found.fields.update(sums)
