"""A brief in free words: who is hired, what is bought, for how much. What the words leave open becomes a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_items import Counted, counted_in, noun_of_target
from drafter.drafting.free_money import Amount, amounts_in
from drafter.drafting.result import Question
from drafter.language import extract
from drafter.language.interval import exact_product

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
_PURPOSE = re.compile(
    r"^(?:主要)?(?:是)?(?:为了|为(?!期)|以便|目的是|旨在)|^(?:更好地?)?(?:维护|保障|提高|提升|缓解|改善|方便|解决|营造|丰富|促进|增强|确保|满足|防止|减少|优化|落实|让)"
)
_TASK = re.compile(
    r"^(?:主要)?(?:负责|用于|开展|做好|组织|完成|包括|内容是?|承担|协助|提供|实施|推进|建设|维修|更新|改造|整理|清理|检查|巡查|走访|发放|举办|购买|委托|对|聘请)"
)
_NAME = re.compile(r"[“《「]?([^，。；“”《》\n]{2,30}?(?:项目|工程))[”》」]?")
_DEADLINE = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?(?:底|初|中旬|上旬|下旬)?|年底|上半年"
    r"|[一二三四]季度末?|春节|国庆|汛期|开学)(?:之?前|以前)"
)


@dataclass(slots=True)
class _Found:
    """What has been understood so far."""

    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    items: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    targets: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    tasks: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    questions: list[Question] = field(default_factory=list[Question])

    def ask(self, name: str, message: str) -> None:
        if all(one.message != message for one in self.questions):
            self.questions.append(Question(field=name, message=message))


def brief_from_text(text: str) -> tuple[dict[str, Any], list[Question]]:
    """The fields of a brief that a free text gives, and the questions it leaves."""
    found = _Found()
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
    for clause in re.split(r"(?<![0-9０-９])[，,]|[，,](?![0-9０-９]{3}(?![0-9０-９]))|[。；;！!\n]", body):
        if clause.strip():
            _clause(found, clause.strip())
    _finish(found, body)
    fields = {**found.fields, "items": found.items, "targets": found.targets}
    fields["tasks"] = [*found.fields.get("tasks", []), *found.tasks]
    if found.notes:
        fields["notes"] = "；".join(found.notes)
    return fields, found.questions


def _labelled(found: _Found, name: str, value: str) -> None:
    if name == "tasks":
        found.fields["tasks"] = [part.strip() for part in re.split(r"[、；;]", value.rstrip("。")) if part.strip()]
    elif name != "year_text":
        found.fields[name] = value.rstrip("。")


def _year(found: _Found, text: str) -> None:
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
        found.ask("year", f"文中有 {'、'.join(f'{year}年' for year in sorted(years))}，分不清哪个是预算年度")
    elif relative := _RELATIVE.search(text):
        found.ask("year", f"“{relative[0]}”是哪一年？简述没有写年份，请用 --year 指明或写进简述")


def _clause(found: _Found, clause: str) -> None:
    if _PAST.search(clause):
        found.notes.append(clause)
        return
    amounts = amounts_in(clause)
    masked = clause
    for amount in amounts:
        masked = masked[: amount.start] + "￥" * (amount.end - amount.start) + masked[amount.end :]
    counted = counted_in(masked)
    understood = bool(amounts or counted)
    for one in counted:
        _item(found, one, clause)
    for amount in amounts:
        _money(found, amount, clause)
    for mention in extract(masked):
        if mention.kind == "percent" and mention.comparator != "range":
            name = noun_of_target(masked, mention.start)
            understood = True
            if name:
                found.targets.append(
                    {"name": name, "comparator": mention.comparator, "value": Decimal(mention.number), "unit": "%"}
                )
            else:
                found.notes.append(clause)
    deadline = _DEADLINE.search(masked)
    if deadline and not counted:
        found.targets.append({"name": "任务完成时限", "value": f"{deadline[0]}完成"})
        understood = True
    if not understood:
        _words(found, clause)


def _words(found: _Found, clause: str) -> None:
    clause = re.sub(r"^(?:并且|并|同时|以及|还要|另外|主要是)", "", _YEAR.sub("", clause)).strip()
    if _RELATIVE.fullmatch(clause) or not clause:
        return
    name = _NAME.fullmatch(clause)
    if name and "project_name" not in found.fields:
        found.fields["project_name"] = name[1]
    elif _PURPOSE.match(clause) and "purpose" not in found.fields:
        found.fields["purpose"] = re.sub(r"^(?:主要)?(?:是)?(?:目的是|旨在|以便)", "", clause)
    elif _TASK.match(clause):
        bare = re.sub(r"^(?:主要)?(?:负责|用于|包括|内容是?|承担)", "", clause)
        found.tasks += [part for part in bare.split("、") if part]
    else:
        found.notes.append(clause)


def _item(found: _Found, one: Counted, clause: str) -> None:
    if one.per:
        target = next((item for item in reversed(found.items) if item.get("unit") == one.per), None)
        if target is not None:
            target["note"] = "，".join(part for part in (target.get("note"), one.text) if part)
        else:
            found.notes.append(clause)
        return
    same = next((item for item in found.items if item["name"] == one.noun and item.get("unit") == one.unit), None)
    if same is not None and same["quantity"] != one.quantity:
        found.ask(
            f"items[{found.items.index(same)}].quantity",
            f"“{one.noun}”有两个数：{show(same['quantity'])}{one.unit} 和 {show(one.quantity)}{one.unit}，"
            "请确认；暂用前一个",
        )
        found.notes.append(clause)
    elif same is None:
        found.items.append({"name": one.noun, "quantity": one.quantity, "unit": one.unit})
        if one.about:
            found.ask(f"items[{len(found.items) - 1}].quantity", f"“{one.text}”是约数，目标须写准数，请确认")


def _money(found: _Found, amount: Amount, clause: str) -> None:
    if not amount.unit_written:
        found.ask("budget_total", f"“{amount.text}”没有写元，按 {show(amount.value)} 元计")
    if amount.total:
        before = found.fields.get("budget_total")
        if before is not None and before != amount.value:
            message = f"有两个总额：{show(before)} 元和 {show(amount.value)} 元，请确认；暂用前一个"
            found.ask("budget_total", message)
        found.fields.setdefault("budget_total", amount.value)
    elif amount.per is not None or amount.period is not None:
        _price(found, amount, clause)
    else:
        noun = noun_of_target(clause, amount.start)
        if noun:
            found.items.append({"name": noun, "amount": amount.value})
        else:
            found.notes.append(clause)


def _price(found: _Found, amount: Amount, clause: str) -> None:
    open_items = [item for item in found.items if item.get("quantity") is not None and "unit_price" not in item]
    unit = amount.per
    fitting = [
        item for item in open_items if not unit or item["unit"] == unit or {item["unit"], unit} <= {"人", "名", "位"}
    ]
    if not fitting:
        found.ask("items", f"“{clause}”是哪一项的单价，简述没有写清")
        found.notes.append(clause)
        return
    item = fitting[-1]
    if amount.period in (None, "年"):
        item["unit_price"] = amount.value
        return
    item["note"] = clause
    item["_monthly"] = (amount.value, amount.period)


def _finish(found: _Found, body: str) -> None:
    months = next(
        (int(one.number) for one in extract(body) if one.unit in ("个月", "月") and one.number.isdigit()), None
    )
    budget = found.fields.get("budget_total")
    for index, item in enumerate(found.items):
        value, period = item.pop("_monthly", (None, None))
        if value is None:
            continue
        per = f"{show(value)} 元/{item['unit']}·{period}"
        year = exact_product(value, Decimal(12))
        times = months if period == "月" else None
        if times is None and period == "月" and budget == exact_product(year, item["quantity"]):
            times = 12
        if times is None:
            message = f"“{item['name']}”的单价按{period}计（{per}），没有写计多少{'个月' if period == '月' else '天'}"
        else:
            item["unit_price"] = exact_product(value, Decimal(times))
            message = f"“{item['name']}”的单价按 {per} × {times} 个月 = {show(item['unit_price'])} 元计，请确认"
        found.ask(f"items[{index}].unit_price", message)
    if "project_name" not in found.fields:
        name = _NAME.search(body)
        if name:
            found.fields["project_name"] = re.sub(r"^.*(?:年度?|开展|实施|申请|关于)", "", name[1])
        else:
            stem = found.items[0]["name"] if found.items else (found.tasks or found.notes or ["未命名"])[0][:20]
            found.fields["project_name"] = f"{stem}项目"
            found.ask("project_name", f"没有写项目名称，暂以“{stem}项目”为名，请改为正式名称")
