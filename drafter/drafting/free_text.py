"""A brief in free words: who is hired, what is bought, for how much. What the words leave open becomes a question."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found, finish
from drafter.drafting.free_items import Counted, counted_in, noun_of_target, spoken_off, task_of_people, topic_of
from drafter.drafting.free_money import Amount, amounts_in
from drafter.drafting.result import Asked
from drafter.language import extract

_LABELS = {
    "项目名称": "project_name",
    "项目": "project_name",
    "名称": "project_name",
    "实施单位": "implementer",
    "单位": "implementer",
    "填报单位": "implementer",
    "主管部门": "department",
    "年度": "year_text",
    "预算年度": "year_text",
    "目的": "purpose",
    "目标": "purpose",
    "为什么": "purpose",
    "任务": "tasks",
    "工作内容": "tasks",
    "内容": "tasks",
    "项目性质": "project_nature",
    "项目类别": "project_category",
}
_LABEL = re.compile(rf"^[#*\-\s]*({'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*[:：]\s*(.+)$")
_RELATIVE = re.compile(r"明年|今年|后年|来年|下一?年度|本年度")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年度|年|财年)")
_PAST = re.compile(r"去年|上年|往年|上一年|前年")
_CLAUSES = re.compile(r"(?<![0-9０-９])[，,]|[，,](?![0-9０-９]{3}(?![0-9０-９]))|[。；;！!\n]")
_OPENING = re.compile(r"^(?:我们|本单位|单位|中心|街道|学校|社区|明年|今年|计划|拟|准备|打算|想|要|全年)")
_PURPOSE = re.compile(
    r"^(?:主要)?(?:是)?(?:为了|为(?!期)|以便|目的是|旨在)|^(?:更好地?)?(?:维护|保障|提高|提升|缓解|改善|方便|解决|营造|丰富|促进|增强|确保|满足|防止|减少|优化|落实|让)"
)
_TASK = re.compile(
    r"^(?:主要)?(?:负责|用于|开展|做好|组织|完成|包括|内容是?|承担|协助|提供|实施|推进|建设|维修|更新|改造|整理|清理|检查|巡查|走访|发放|举办|购买|委托|对|聘请)"
)
_NAME = re.compile(r"[“《「]?([^，。；“”《》\n]{2,30}?(?:项目|工程))[”》」]?")
_DEADLINE = re.compile(
    r"(?P<when>(?:\d{4}年)?(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?(?:底|初|中旬|上旬|下旬)?"
    r"|年底|上半年|[一二三四]季度末?|春节|国庆|汛期|开学|暑假|寒假|中秋|端午|元旦|供暖季)(?:之?前|以前))"
    r"[^，。；]{0,6}?(?P<done>完成|完工|竣工|发完|发放到位|交付|上线|投入使用|办完|结束|到位|启用|验收)?(?=$|[，。；])"
)


def brief_from_text(text: str) -> tuple[dict[str, Any], list[Asked]]:
    """The fields of a brief that a free text gives, and the questions it leaves."""
    found = Found()
    rest: list[str] = []
    for line in text.splitlines():
        label = _LABEL.match(line.strip())
        if label:
            _labelled(found, _LABELS[label[1]], label[2].strip())
        elif line.strip().startswith("#") and "project_name" not in found.fields:
            found.fields["project_name"] = line.strip("# \t")
        elif line.strip():
            rest.append(line.strip(" \t*-·•"))
    body = "。".join(rest)
    _year(found, text)
    topic = ""
    for clause in _CLAUSES.split(body):
        if clause.strip():
            _clause(found, clause.strip(), topic)
            topic = topic_of(clause.strip()) or topic
    finish(found, body, topic)
    fields = {**found.fields, "items": found.items, "targets": found.targets}
    fields["tasks"] = [*found.fields.get("tasks", []), *found.tasks]
    if found.notes:
        fields["notes"] = "；".join(found.notes)
    return fields, found.questions


def _labelled(found: Found, name: str, value: str) -> None:
    if name == "tasks":
        found.fields["tasks"] = [part.strip() for part in re.split(r"[、；;]", value.rstrip("。")) if part.strip()]
    elif name != "year_text":
        found.fields[name] = value.rstrip("。")


def _year(found: Found, text: str) -> None:
    years = {int(match[1]) for match in _YEAR.finditer(text)}
    planned = {
        int(match[1])
        for clause in re.split(r"[，,。；;\n]", text)
        for match in _YEAR.finditer(clause)
        if re.search(r"计划|拟|预算|年度|准备|将", clause) and not _PAST.search(clause)
    }
    label = re.search(r"(?:预算)?年度\s*[:：]\s*((?:19|20)\d{2})", text)
    if label:
        found.fields["year"] = int(label[1])
    elif len(years) == 1 or len(planned) == 1:
        found.fields["year"] = (planned if len(planned) == 1 else years).pop()
    elif years:
        said = "、".join(f"{year}年" for year in sorted(years))
        found.ask("year", f"文中有 {said}，分不清哪个是预算年度", f"{said}: which one is the budget year?")
    elif relative := _RELATIVE.search(text):
        found.ask(
            "year",
            f"“{relative[0]}”是哪一年？简述没有写年份，请用 --year 指明或写进简述",
            f"which year is {relative[0]}? write it into the brief or give --year",
        )


def _clause(found: Found, clause: str, topic: str) -> None:
    years = {int(match[1]) for match in _YEAR.finditer(clause)}
    if _PAST.search(clause) or (years and found.fields.get("year") not in (None, *years)):
        # What was spent before is no fact of this year.
        found.notes.append(clause)
        return
    amounts = amounts_in(clause)
    masked = clause
    for amount in amounts:
        masked = masked[: amount.start] + "￥" * (amount.end - amount.start) + masked[amount.end :]
    counted = counted_in(masked, topic)
    understood = bool(amounts or counted)
    for one in counted:
        _counted(found, one, clause)
    if counted and (task := task_of_people(clause)):
        found.tasks.append(task)
    for amount in amounts:
        _money(found, amount, clause, topic)
    understood = _rates(found, masked, clause) or understood
    deadline = _DEADLINE.search(masked)
    if deadline and not counted:
        value = f"{deadline['when']}{deadline['done'] or '完成'}"
        found.targets.append({"name": "任务完成时限", "value": value})
        understood = True
    if not understood:
        _words(found, clause)


def _rates(found: Found, masked: str, clause: str) -> bool:
    understood = False
    for mention in extract(masked):
        if mention.kind != "percent" or mention.comparator == "range":
            continue
        understood = True
        name = noun_of_target(masked, mention.start)
        if name:
            value = Decimal(mention.number)
            found.targets.append({"name": name, "comparator": mention.comparator, "value": value, "unit": "%"})
        else:
            found.notes.append(clause)
    return understood


def _words(found: Found, clause: str) -> None:
    clause = re.sub(r"^(?:并且|并|同时|以及|还要|另外|主要是)", "", _YEAR.sub("", clause)).strip()
    if _RELATIVE.fullmatch(clause) or not clause:
        return
    name = _NAME.fullmatch(clause)
    task = re.search(rf"(?:{_TASK.pattern[1:]})[^，。]*$", clause) if _OPENING.match(clause) else _TASK.match(clause)
    if name and "project_name" not in found.fields:
        found.fields["project_name"] = name[1]
    elif _PURPOSE.match(clause) and "purpose" not in found.fields:
        found.fields["purpose"] = re.sub(r"^(?:主要)?(?:是)?(?:目的是|旨在|以便)", "", clause)
    elif task:
        bare = re.sub(r"^(?:主要)?(?:负责|用于|包括|内容是?|承担|全年)", "", clause[task.start() :])
        found.tasks += [part for part in bare.split("、") if part]
    else:
        found.notes.append(clause)


def _counted(found: Found, one: Counted, clause: str) -> None:
    if one.role == "per":
        target = next((item for item in reversed(found.items) if item.get("unit") == one.per), None)
        if target is not None:
            target["note"] = "，".join(part for part in (target.get("note"), one.text) if part)
        else:
            found.notes.append(clause)
    elif one.role == "result":
        found.targets.append(
            {"name": one.noun, "comparator": one.comparator, "value": one.quantity, "unit": one.unit or None}
        )
    else:
        _item(found, one, clause)


def _item(found: Found, one: Counted, clause: str) -> None:
    same = next((item for item in found.items if item["name"] == one.noun and item.get("unit") == one.unit), None)
    if same is not None and same["quantity"] != one.quantity:
        place = f"items[{found.items.index(same)}].quantity"
        counts = f"{show(same['quantity'])}{one.unit} 和 {show(one.quantity)}{one.unit}"
        found.ask(
            place,
            f"“{one.noun}”有两个数：{counts}，请确认；暂用前一个",
            f"{one.noun} has two counts: {counts}; the first one is used",
        )
        found.notes.append(clause)
    elif same is None:
        found.items.append({"name": one.noun, "quantity": one.quantity, "unit": one.unit})
        place = f"items[{len(found.items) - 1}].quantity"
        if one.comparator == "~":
            said = f"“{one.text}”是约数，目标须写准数，请确认"
            found.ask(place, said, f"{one.text} is an estimate; a target needs the exact count")
        elif one.comparator != "=":
            count = f"{show(one.quantity)}{one.unit}"
            said = f"“{clause}”没有给出准数，暂按 {count} 计"
            found.ask(place, said, f"{clause!r} gives no exact count; {count} is used")


def _money(found: Found, amount: Amount, clause: str, topic: str) -> None:
    if not amount.unit_written:
        yuan = show(amount.value)
        said = f"“{amount.text}”没有写元，按 {yuan} 元计"
        found.ask("budget_total", said, f"{amount.text} has no unit of money; taken as {yuan} yuan")
    if amount.total:
        before = found.fields.get("budget_total")
        if before is not None and before != amount.value:
            said = f"有两个总额：{show(before)} 元和 {show(amount.value)} 元，请确认；暂用前一个"
            english = f"two totals, {show(before)} and {show(amount.value)} yuan; the first one is used"
            found.ask("budget_total", said, english)
        found.fields.setdefault("budget_total", amount.value)
    elif amount.per is not None or amount.period is not None:
        _price(found, amount, clause, topic)
    else:
        noun = spoken_off(noun_of_target(clause, amount.start))
        if noun:
            found.items.append({"name": noun, "amount": amount.value})
        else:
            found.notes.append(clause)


def _price(found: Found, amount: Amount, clause: str, topic: str) -> None:
    unit = amount.per
    people = {"人", "名", "位", "户"} if unit == "人" else {unit}
    fitting = [
        item
        for item in found.items
        if item.get("quantity") is not None
        and "unit_price" not in item
        and (not unit or item["unit"] in people or (unit in ("人", "名", "位") and item["unit"] in ("人", "名", "位")))
    ]
    if not fitting:
        about = f"（{topic}）" if topic else ""
        said = f"“{clause}”是哪一项的单价{about}，简述没有写清"
        found.ask("items", said, f"{clause!r}: the price of what?")
        found.notes.append(clause)
        return
    item = fitting[-1]
    if amount.period in (None, "年"):
        item["unit_price"] = amount.value
    else:
        item["note"] = clause
        item["_periodic"] = (amount.value, amount.period)
