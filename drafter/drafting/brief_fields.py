"""Fields of a brief as people write them: 13.2万元, 66,000元/人, 两名, 1.5万份. Read exactly, or refused by name."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, cast

from drafter.drafting.brief_errors import Problems
from drafter.drafting.brief_values import day_of, in_unit
from drafter.errors import InputError
from drafter.language import bounds, extract, parse_money, parse_target
from drafter.language.interval import exact_product
from drafter.language.numerals import chinese_value, fold_digits

MONEY = ("budget_total", "current_appropriation", "carryover", "other", "unit_price", "amount")
KEYS = {
    "": {
        "project_name": "项目名称",
        "department": "主管部门",
        "implementer": "实施单位",
        "project_nature": "项目性质",
        "project_category": "项目类别",
        "year": "年度",
        "start_date": "开始日期",
        "end_date": "完成日期",
        "budget_total": "预算总额",
        "current_appropriation": "当年财政拨款",
        "carryover": "上年结转",
        "other": "其他资金",
        "purpose": "目的",
        "tasks": "任务",
        "items": "明细",
        "targets": "目标值",
        "notes": "备注",
    },
    "items": {
        "name": "名称",
        "verb": "做法",
        "quantity": "数量",
        "unit": "单位",
        "unit_price": "单价",
        "amount": "金额",
        "note": "备注",
    },
    "targets": {"name": "名称", "comparator": "比较符", "value": "目标值", "unit": "单位"},
}
"""The keys of a brief and its parts, with the Chinese names that are understood for them."""
_ALIASES = {
    "计划开始日期": "start_date",
    "计划完成日期": "end_date",
    "预算": "budget_total",
    "预算年度": "year",
    "工作内容": "tasks",
    "值": "value",
}


def resolved(data: dict[str, Any], problems: Problems) -> dict[str, Any]:
    """The fields of a brief with their values read.

    Unknown keys, and values that are not what their field holds, become problems; field and value are named. Such a
    value is left out.

    Raises:
        InputError: The data are no mapping.
    """
    fields = _known(data, "", "", problems)
    for name in MONEY:
        if name in fields:
            fields[name] = problems.of(money, fields[name], name)
    if "year" in fields:
        fields["year"] = problems.of(_year, fields["year"])
    for name in ("start_date", "end_date"):
        if fields.get(name) is not None:
            fields[name] = problems.of(_date, fields[name], name)
    for name, read, refused in (("items", _item, {"name": ""}), ("targets", _target, {"name": "", "value": ""})):
        entries = problems.of(_list, fields.get(name), name) or []
        # What is refused already stands as something that is not refused a second time.
        fields[name] = [problems.of(read, entry, index, problems) or refused for index, entry in enumerate(entries)]
    fields["tasks"] = [str(task) for task in problems.of(_list, fields.get("tasks"), "tasks") or ()]
    return {name: value for name, value in fields.items() if value is not None}


def money(value: Any, field: str) -> Decimal | None:
    """An amount in yuan. A bare number is yuan; 万元 and 亿元 are converted exactly; 66,000元/人 is 66000."""
    if value is None or isinstance(value, Decimal):
        return value
    text = str(value).strip()
    plain = re.sub(r"[/／每](?:[^/／\d]{1,8})$", "", text)
    # 一万 is ten thousand yuan as 10000 is.
    spelt = chinese_value(plain) if re.fullmatch(r"[零〇一二两三四五六七八九十百千万亿点]+", plain) else None
    parsed = parse_money(spelt or plain)
    if parsed is None or isinstance(value, bool):
        raise InputError(
            f"{field} 的值“{text[:40]}”不是金额；写成 132000、13.2万元 或 66,000元",
            f"{field}: {text[:40]!r} is no amount; write 132000, 13.2万元 or 66,000元",
        )
    if parsed.amount < 0:
        raise InputError(
            f"{field} 的值“{text[:40]}”是负数；资金和单价不能为负",
            f"{field}: {text[:40]!r} is negative; amounts of a brief are not",
        )
    amount = Decimal(format(parsed.amount, "f"))
    # 58.5万元 is 585,000 元 and not 585,000.0; cents that somebody wrote stay.
    scaled = re.search("[十百千万亿]", text) and amount == amount.to_integral_value()
    return amount.quantize(Decimal(1)) if scaled else amount


def _known(data: Any, group: str, path: str, problems: Problems) -> dict[str, Any]:
    if not isinstance(data, dict):
        where = path or "brief"
        raise InputError(
            f"{where} 应为键值对，实为“{str(data)[:40]}”", f"{where}: a mapping is needed, not {str(data)[:40]!r}"
        )
    keys = KEYS[group]
    names = {**{zh: key for key, zh in keys.items()}, **(_ALIASES if not group else {})}
    known: dict[str, Any] = {}
    unknown: list[tuple[str, str | None]] = []
    for key, value in cast("dict[Any, Any]", data).items():
        name = names.get(str(key), str(key))
        if name not in keys:
            close = get_close_matches(name, [*keys, *names], 1, 0.4)
            unknown.append((f"{path}.{key}" if path else str(key), close[0] if close else None))
        elif name in known:
            problems.append(InputError(f"{name} 写了两次", f"{name} is given twice"))
        else:
            known[name] = value
    if unknown:
        zh = "；".join(f"{where}，是否指 {close}" if close else where for where, close in unknown)
        en = "; ".join(f"{where}, did you mean {close}?" if close else where for where, close in unknown)
        problems.append(
            InputError(f"不认识的键 {zh}；可用：{'、'.join(keys)}", f"unknown key {en}; known: {', '.join(keys)}")
        )
    return known


def _list(value: Any, field: str) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, list):
        return cast("list[Any]", value)
    if field == "tasks" and isinstance(value, str):
        return [part.strip() for part in re.split(r"[、；;\n]", value) if part.strip()]
    raise InputError(f"{field} 应为列表", f"{field}: a list is needed")


def _item(entry: Any, index: int, problems: Problems) -> dict[str, Any]:
    path = f"items[{index}]"
    fields = _known({"name": entry} if isinstance(entry, str) else entry, "items", path, problems)
    for name in ("unit_price", "amount"):
        if name in fields:
            if fields.get("unit") is None and isinstance(fields[name], str) and name == "unit_price":
                per = re.search(r"元\s*[/／]\s*([^\s/／\d]{1,6})$", fields[name].strip())
                fields["unit"] = per[1] if per else None
            fields[name] = problems.of(money, fields[name], f"{path}.{name}")
    if fields.get("quantity") is not None:
        count, unit = problems.of(quantity, fields["quantity"], f"{path}.quantity") or (None, None)
        given = fields.get("unit")
        if count is not None:
            count, unit = problems.of(in_unit, f"{count:f}", unit, given, f"{path}.quantity") or (None, None)
        fields["quantity"], fields["unit"] = count, unit or given
    return _named(fields, path, problems)


def quantity(value: Any, field: str) -> tuple[Decimal, str | None]:
    """A count and the unit written with it: "两名" → (2, 名), "1.5万份" → (15000, 份), 2 → (2, None)."""
    text = str(value).strip()
    digits = fold_digits(text)
    if not isinstance(value, bool):
        if re.fullmatch(r"\d{1,24}(\.\d{1,12})?", digits):
            return Decimal(digits), None
        multiplied = re.fullmatch(r"(\d{1,12}(?:\.\d{1,8})?)\s*(万|亿)", digits)
        if multiplied:
            scale = Decimal(10000 if multiplied[2] == "万" else 100000000)
            return Decimal(f"{exact_product(Decimal(multiplied[1]), scale).normalize():f}"), None
        if re.fullmatch(r"[零〇一二两三四五六七八九十百千万亿]+", text) and (spelt := chinese_value(text)) is not None:
            return Decimal(spelt), None
        mentions = extract(text)
        if len(mentions) == 1 and mentions[0].text == text and re.fullmatch(r"\d+(\.\d+)?", mentions[0].number):
            return Decimal(mentions[0].number), mentions[0].unit
    raise InputError(f"{field} 的值“{text[:40]}”不是数量", f"{field}: {text[:40]!r} is no quantity")


def _target(entry: Any, index: int, problems: Problems) -> dict[str, Any]:
    path = f"targets[{index}]"
    fields = _known(entry, "targets", path, problems)
    given = problems.of(_comparator, fields.pop("comparator", None), path)
    value = str(fields.get("value") if fields.get("value") is not None else "").strip()
    parsed = parse_target(value)
    number = re.fullmatch(r"(\d{1,24}(?:\.\d{1,12})?)\s*([^\d\s.~～-]{0,8})", fold_digits(value))
    if parsed.value is not None and re.fullmatch(r"\d{1,24}(\.\d{1,12})?", parsed.value):
        # 90%以上, 不少于两场: bound, number and unit in one.
        fields["value"], fields["unit"] = problems.of(
            in_unit, parsed.value, parsed.unit, fields.get("unit"), f"{path}.value"
        ) or (Decimal(0), None)
        given = given or parsed.comparator
    elif number and not re.search(r"[年月天日周]一[遇次]|\d[年月日].*[前后底初末旬季期]", value):
        # 2027年汛前 and 6月底前 say when.
        fields["value"], fields["unit"] = problems.of(
            in_unit, number[1], number[2] or None, fields.get("unit"), f"{path}.value"
        ) or (Decimal(0), None)
    else:
        fields["value"] = value or None
    if given is not None:
        fields["comparator"] = given
    if fields["value"] is None:
        problems.append(InputError(f"{path} 没有 value（目标值）", f"{path} has no value"))
        fields["value"] = ""
    return _named(fields, path, problems)


def _comparator(value: Any, path: str) -> str | None:
    """The sign of a comparator, or of a word for one: 大于, 不少于, 至多."""
    text = str(value if value is not None else "").strip()
    if not text or text in ("~", "range"):
        return text or None
    sign, end = bounds.leading(text)
    if sign is None or end != len(text):
        raise InputError(
            f"{path} 的 comparator（比较符）“{text[:40]}”不认识；"
            "写成 =、>=、<=、>、<，或 不低于、不超过、大于、小于、等于",
            f"{path}: {text[:40]!r} is no comparator; write =, >=, <=, > or <",
        )
    return sign


def _named(fields: dict[str, Any], path: str, problems: Problems) -> dict[str, Any]:
    if not str(fields.get("name") or "").strip():
        problems.append(InputError(f"{path} 没有 name（名称）", f"{path} has no name"))
    return {**fields, "name": str(fields.get("name") or "").strip()}


def _year(value: Any) -> int | None:
    if value is None:
        return None
    match = re.fullmatch(r"(\d{4})\s*年?度?", fold_digits(str(value).strip()))
    if match is None:
        raise InputError(
            f"year 的值“{str(value)[:40]}”不是年份；写成 2027", f"year: {str(value)[:40]!r} is no year; write 2027"
        )
    return int(match[1])


def _date(value: Any, field: str) -> dt.date:
    last = field == "end_date"
    day = value if isinstance(value, dt.date) else day_of(str(value), last)
    if day is None:
        text, example = str(value)[:40], "2027-12-31" if last else "2027-01-01"
        raise InputError(
            f"{field} 的值“{text}”不是日期；写成 {example}", f"{field}: {text!r} is no date; write {example}"
        )
    return day
