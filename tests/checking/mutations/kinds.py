"""The kinds of edits and the rule each must wake."""

from __future__ import annotations

import re

from drafter.checking.words import is_works
from drafter.filing import Filing, Indicator
from tests.checking.mutations.edits import (
    Edit,
    data_of,
    field,
    goal,
    insert,
    is_rate,
    kind,
    kind2,
    named,
    relabel,
    retarget,
    without,
)

_COUNT = re.compile(r"[人名位件份册场台套户家批次期条块座盏辆只]")


def _counts(row: Indicator) -> bool:
    target = row.target
    return (
        kind2(row) == "quantity"
        and target is not None
        and target.value is not None
        and target.unit is not None
        and _COUNT.match(target.unit) is not None
    )


def _satisfied(row: Indicator) -> bool:
    return row.name.endswith("满意度") and is_rate(row)


def _quality(row: Indicator) -> bool:
    return kind2(row) == "quality" and is_rate(row) and row.name.endswith(("合格率", "通过率", "准确率", "达标率"))


def _lasting(row: Indicator) -> bool:
    return kind2(row) == "sustainability"


def _faulty(row: Indicator) -> bool:
    target = row.target
    return (
        target is not None
        and target.comparator == "<="
        and re.search(r"投诉|差错|故障率|跌倒|误差", row.name) is not None
    )


def _swap_dates(filing: Filing) -> Filing:
    return field(filing, start_date=str(filing.end_date), end_date=str(filing.start_date))


def _shift_dates(filing: Filing) -> Filing | None:
    if filing.start_date is None or filing.end_date is None or filing.start_date.year != filing.end_date.year:
        return None
    year = filing.start_date.year - 1
    return field(
        filing, start_date=str(filing.start_date.replace(year=year)), end_date=str(filing.end_date.replace(year=year))
    )


def _second_copy(filing: Filing) -> Filing | None:
    data = data_of(filing)
    rows = data["indicators"]
    position = next((at for at, row in enumerate(filing.indicators) if kind2(row) == "quality" and is_rate(row)), None)
    if position is None or rows[position]["weight"] is not None:
        return None
    rows.insert(position + 1, dict(rows[position]))
    return Filing.model_validate(data)


def _other_copy(filing: Filing) -> Filing | None:
    copied = _second_copy(filing)
    if copied is None:
        return None
    [position] = [
        at for at in range(1, len(copied.indicators)) if copied.indicators[at].name == copied.indicators[at - 1].name
    ]
    data = data_of(copied)
    data["indicators"][position]["target"].update(raw="=61%", comparator="=", value="61", unit="%")
    return Filing.model_validate(data)


def _cost_over(filing: Filing) -> Filing | None:
    total = filing.funding.project_total or filing.funding.annual_total
    if total is None or any(row.weight is not None for row in filing.indicators):
        return None
    over = f"≤{total + 50000}元"
    return retarget(filing, named("总成本$"), lambda _: over) or insert(filing, "cost", "项目总成本", over)


def _weights(filing: Filing) -> Filing | None:
    data = data_of(filing)
    weighted = [row for row in data["indicators"] if row["weight"] is not None]
    if not weighted:
        return None
    weighted[0]["weight"] = str(int(weighted[0]["weight"]) + 5)
    return Filing.model_validate(data)


def _no_cost(filing: Filing) -> Filing | None:
    if filing.profile not in ("shanghai-2025", "shanghai-2026"):
        return None
    return without(filing, lambda row: kind(row) == "cost")


def _no_satisfaction(filing: Filing) -> Filing | None:
    if not (filing.profile or "").startswith("shanghai-202"):
        return None
    return without(filing, lambda row: kind(row) == "satisfaction")


def _truncate(filing: Filing) -> Filing | None:
    text = filing.annual_goal or ""
    at = text.rfind("，")
    return field(filing, annual_goal=text[: at + 1]) if at > 20 else None


def _cut_number(filing: Filing) -> Filing | None:
    text = filing.annual_goal or ""
    found = list(re.finditer(r"\d+(?=%)", text))
    return field(filing, annual_goal=text[: found[-1].end()]) if found else None


def _clip(filing: Filing) -> Filing | None:
    text = filing.annual_goal or ""
    return field(filing, annual_goal=text[:-6]) if text.endswith("。") else None


def _stale(filing: Filing) -> Filing | None:
    if filing.year is None or re.search(r"20\d\d年", filing.annual_goal or ""):
        return None
    return field(filing, annual_goal=f"{filing.year - 1}年计划{filing.annual_goal}")


def _stale_named(filing: Filing) -> Filing | None:
    year = filing.year
    if year is None or f"{year}年" not in (filing.annual_goal or ""):
        return None
    return goal(filing, f"{year}年", f"{year - 1}年")


def _stale_name(filing: Filing) -> Filing | None:
    if filing.year is None or re.search(r"20\d\d", filing.project_name or ""):
        return None
    return field(filing, project_name=f"{filing.year - 1}年{filing.project_name}")


def _works(filing: Filing) -> bool:
    # Which names are works is settled in test_pol.py; here it only says which rule is meant.
    return is_works(filing.project_name or "")


def _future(filing: Filing) -> Filing | None:
    if filing.end_date is None or re.search(r"20\d\d年", filing.annual_goal or ""):
        return None
    return field(filing, annual_goal=f"{filing.end_date.year + 1}年计划{filing.annual_goal}")


def _late(filing: Filing) -> Filing | None:
    end = filing.end_date
    if end is None:
        return None
    return retarget(filing, lambda row: kind2(row) == "timeliness", lambda _: f"{end.year + 1}年3月底前")


def _same_goals(filing: Filing) -> Filing | None:
    if filing.start_date is None or filing.end_date is None or filing.start_date.year == filing.end_date.year:
        return None
    return field(filing, overall_goal=filing.annual_goal)


KINDS: dict[str, tuple[str, Edit]] = {
    # values
    "a value deleted": ("VAL001", lambda f: retarget(f, _satisfied, lambda _: "")),
    "a unit deleted": ("VAL002", lambda f: retarget(f, _counts, lambda raw: re.sub(r"[^\d=≥≤<>.]", "", raw))),
    "a count in percent": ("VAL003", lambda f: retarget(f, named(r"(人数|人次|场次|次数|户数|件数)$"), _in_percent)),
    "a rate in people": ("VAL003", lambda f: retarget(f, _satisfied, lambda raw: re.sub(r"[(（]?%[)）]?", "人", raw))),
    "a percentage of 900": ("VAL004", lambda f: retarget(f, _quality, lambda _: "=900%")),
    "a negative percentage": ("VAL004", lambda f: retarget(f, _quality, lambda _: "=-5%")),
    "half a person": ("VAL005", lambda f: retarget(f, _counts, _and_a_half)),
    "a comparator turned": ("VAL006", lambda f: retarget(f, _satisfied, lambda raw: "≤" + raw.lstrip("≥>=<"))),
    "a ceiling for a fault turned": (
        "VAL006",
        lambda f: retarget(f, _faulty, _turned),
    ),
    "a rate in words": ("VAL007", lambda f: retarget(f, _quality, lambda _: "合格")),
    "a value made vague": (
        "VAL008",
        lambda f: retarget(f, lambda row: kind2(row) == "sustainability", lambda _: "稳步提升"),
    ),
    "the name as value": ("VAL009", lambda f: insert(f, "social", "窗口服务便利性保障", "保障")),
    "satisfaction in words": ("VAL010", lambda f: retarget(f, _satisfied, lambda _: "满意")),
    "an output of zero": ("VAL011", lambda f: retarget(f, _counts, lambda raw: re.sub(r"[\d.]+", "0", raw))),
    "XX for a number": ("VAL012", lambda f: retarget(f, _counts, lambda raw: re.sub(r"[\d.]+", "XX", raw))),
    "某某 in the goal": ("VAL012", lambda f: goal(f, "^", "为某某街道")),
    # structure
    "no benefit": ("STR001", lambda f: without(f, lambda row: kind(row) in ("benefit", "influence"))),
    "no output": ("STR001", lambda f: without(f, lambda row: kind(row) == "output")),
    "no cost": ("STR001", _no_cost),
    "no satisfaction": ("STR001", _no_satisfaction),
    "no quantity": ("STR002", lambda f: without(f, lambda row: kind2(row) == "quantity")),
    "no quality": ("STR002", lambda f: None if _works(f) else without(f, lambda row: kind2(row) == "quality")),
    "works without quality": (
        "POL003",
        lambda f: without(f, lambda row: kind2(row) == "quality") if _works(f) else None,
    ),
    "satisfaction under social benefit": ("STR003", lambda f: insert(f, "social", "服务对象综合满意度", "≥90%")),
    "a quantity under timeliness": ("STR003", lambda f: relabel(f, named(r"(数量|人数|场次|次数)$"), "timeliness")),
    "a quality under quantity": ("STR003", lambda f: relabel(f, named("(合格率|准确率)$"), "quantity")),
    "a price under quality": ("STR003", lambda f: relabel(f, named("单价$"), "quality")),
    "a rate as quantity": ("STR004", lambda f: insert(f, "quantity", "年度工作计划完成率", "=100%")),
    "a row twice": ("STR006", _second_copy),
    "a row twice with two values": ("STR007", _other_copy),
    # policy
    "budget execution as output": ("POL001", lambda f: insert(f, "quantity", "预算资金支出进度", "≥95%")),
    "money paid out in time": ("POL001", lambda f: insert(f, "timeliness", "项目资金拨付及时率", "=100%")),
    "management as quality": ("POL002", lambda f: insert(f, "quality", "预算编制规范性", "规范")),
    "cost above the budget": ("POL005", _cost_over),
    "weights off by five": ("POL006", _weights),
    # dates
    "dates swapped": ("TIM001", _swap_dates),
    "last year's dates": ("TIM002", _shift_dates),
    "last year's goal": ("TIM003", _stale),
    "the year of the goal set back": ("TIM003", _stale_named),
    "next year's goal": ("TIM004", _future),
    "last year in the name": ("TIM004", _stale_name),
    "a deadline next year": ("TIM006", _late),
    # text
    "markup in the goal": ("TXT001", lambda f: goal(f, "^", "<p>")),
    "a goal cut at a comma": ("TXT002", _truncate),
    "a goal cut in a number": ("TXT002", _cut_number),
    "a goal clipped": ("TXT002", _clip),
    "an instruction left in": ("TXT003", lambda f: goal(f, "^", "请填写本年度目标，")),
    "one goal twice": ("TXT004", _same_goals),
    "a quotation mark lost": ("TXT005", lambda f: goal(f, "，", "，打造“服务品牌，")),
    "a doubled comma": ("TXT005", lambda f: goal(f, "，", "，，")),
}


def _in_percent(raw: str) -> str:
    return re.sub(r"[\d.]+.*$", "50%", raw)


def _and_a_half(raw: str) -> str:
    return re.sub(r"(\d+)(\.\d+)?", r"\1.5", raw, count=1)


def _turned(raw: str) -> str:
    return raw.replace("≤", "≥").replace("<=", ">=")
