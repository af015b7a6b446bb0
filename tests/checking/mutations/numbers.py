"""Edits of one number, and what must say so. Which number of a goal a row repeats is told here by its print alone.

A number with its unit that stands once in the goal and in one row of the table only is one promise, whatever the
names are; nothing of the checker's own alignment is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from drafter.checking.mend import target_data
from drafter.filing import Filing, Indicator
from tests.checking.mutations.edits import Edit, data_of

Edits = Callable[[Filing], Iterator[Filing]]
"""Every filing that one such edit makes."""


def each(edit: Edit) -> Edits:
    """An edit that makes one filing or none, as one that makes several."""

    def edits(filing: Filing) -> Iterator[Filing]:
        changed = edit(filing)
        if changed is not None:
            yield changed

    return edits


_UNIT = r"个工作日|人次|家次|亩次|人份|平方米|公里|小时|分钟|万元|[一-鿿%]"
_NUMBER = re.compile(rf"(?<![\d.年月第:：-])(?P<digits>\d+(?:\.\d+)?)(?P<wan>万?)(?P<unit>{_UNIT})(?![日号]|\d*日)")
_NO_ROW = ("元", "万元", "小时", "分钟", "天", "个工作日")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_PLAIN = re.compile(r"[=≥≤<>]*(\d+(?:\.\d+)?)[(（]?(万?)([^()（）]*)[)）]?")


def _row_number(row: Indicator) -> tuple[str, str, str] | None:
    found = _PLAIN.fullmatch(row.target.raw) if row.target is not None else None
    if found is None:
        return None
    digits = found[1].rstrip("0").rstrip(".") if "." in found[1] else found[1]
    return digits, found[2], found[3]


def _twice(filing: Filing) -> Iterator[tuple[re.Match[str], int]]:
    """The numbers of the goal that one row repeats, and that row."""
    rows = [_row_number(row) for row in filing.indicators]
    goal = filing.annual_goal or ""
    found = [(match, (match["digits"], match["wan"], match["unit"])) for match in _NUMBER.finditer(goal)]
    said = [number for _, number in found]
    for match, number in found:
        if said.count(number) == 1 and rows.count(number) == 1:
            yield match, rows.index(number)


def _percent(unit: str) -> bool:
    return unit == "%"


def _higher(digits: str, at: int = 0) -> str:
    """The number with one digit one higher; 9 becomes 8."""
    at %= len(digits)
    new = "8" if digits[at] == "9" else str(int(digits[at]) + 1)
    return digits[:at] + new + digits[at + 1 :]


def _said(change: Callable[[str], str], wanted: Callable[[str], bool]) -> Edits:
    def edits(filing: Filing) -> Iterator[Filing]:
        goal = filing.annual_goal or ""
        for match, _ in _twice(filing):
            if wanted(match["unit"]):
                new = goal[: match.start("digits")] + change(match["digits"]) + goal[match.end("digits") :]
                yield filing.model_copy(update={"annual_goal": new})

    return edits


def _printed(change: Callable[[str], str], wanted: Callable[[str], bool]) -> Edits:
    def edits(filing: Filing) -> Iterator[Filing]:
        for match, row in _twice(filing):
            target = filing.indicators[row].target
            if wanted(match["unit"]) and target is not None:
                yield _retargeted(filing, row, _DIGITS.sub(lambda one: change(one[0]), target.raw, count=1))

    return edits


def _retargeted(filing: Filing, row: int, raw: str) -> Filing:
    data = data_of(filing)
    data["indicators"][row]["target"] = target_data(raw)
    return Filing.model_validate(data)


def _points_less(digits: str) -> str:
    return str(int(float(digits)) - 7)


def _tenfold(digits: str) -> str:
    return str(int(digits) * 10) if "." not in digits else digits.replace(".", "")


def _goal_ten_thousand(filing: Filing) -> Iterator[Filing]:
    goal = filing.annual_goal or ""
    for match, _ in _twice(filing):
        if match["wan"]:
            yield filing.model_copy(update={"annual_goal": goal[: match.start("wan")] + goal[match.end("wan") :]})


def _goal_percent_lost(filing: Filing) -> Iterator[Filing]:
    """The sign behind a rate said as such: of 95% of the pupils nothing is known without it."""
    goal = filing.annual_goal or ""
    for match, _ in _twice(filing):
        said = re.search(r"(率|满意度|比例)\D{0,4}$", goal[: match.start()])
        if match["unit"] == "%" and said is not None:
            yield filing.model_copy(update={"annual_goal": goal[: match.start("unit")] + goal[match.end("unit") :]})


def _row_ten_thousand(filing: Filing) -> Iterator[Filing]:
    for match, row in _twice(filing):
        target = filing.indicators[row].target
        if target is not None and (match["wan"] or match["unit"] == "万元"):
            yield _retargeted(filing, row, target.raw.replace("万", ""))


def _bound(filing: Filing) -> Iterator[Filing]:
    goal = filing.annual_goal or ""
    for match, row in _twice(filing):
        target = filing.indicators[row].target
        before = goal[: match.start()]
        for word, turned in (("不低于", "不超过"), ("不少于", "不超过"), ("不超过", "不少于")):
            if before.endswith(word) and target is not None and target.comparator in (">=", "<="):
                yield filing.model_copy(update={"annual_goal": before[:-3] + turned + goal[match.start() :]})


def _ceiling(filing: Filing) -> Iterator[Filing]:
    for match, row in _twice(filing):
        target = filing.indicators[row].target
        if target is not None and target.comparator == ">=" and not _percent(match["unit"]):
            yield _retargeted(filing, row, re.sub("≥|>=", "≤", target.raw))


def _swapped(filing: Filing) -> Iterator[Filing]:
    """The values of two rows of one unit in each other's place."""
    rows = [(row, match["unit"]) for match, row in _twice(filing)]
    for (one, unit), (other, its) in pairwise(rows):
        if unit == its:
            data = data_of(filing)
            targets = [data["indicators"][at]["target"] for at in (one, other)]
            data["indicators"][one]["target"], data["indicators"][other]["target"] = reversed(targets)
            yield Filing.model_validate(data)


def _dropped(filing: Filing) -> Iterator[Filing]:
    if any(row.weight is not None for row in filing.indicators):
        return
    for match, row in _twice(filing):
        # Parts of a sum, times and amounts of money need no row of their own.
        if "其中" in (filing.annual_goal or "")[max(0, match.start() - 30) : match.start()] or match["unit"] in _NO_ROW:
            continue
        level2 = filing.indicators[row].level2
        if sum(one.level2 == level2 for one in filing.indicators) > 1:
            yield filing.model_copy(update={"indicators": filing.indicators[:row] + filing.indicators[row + 1 :]})


def _money(field: str, *present: str) -> Edits:
    """One digit of an amount of the funding, where the amounts it adds up with are printed."""

    def edits(filing: Filing) -> Iterator[Filing]:
        amounts = filing.funding.model_dump(mode="json")
        value = amounts[field]
        if value is None or not value.strip("0.") or any(amounts[one] is None for one in present):
            return
        for at in (0, 1):
            yield Filing.model_validate(
                {**data_of(filing), "funding": {**amounts, field: _higher(value, at)}},
            )

    return edits


def _line(field: str) -> Edits:
    def edits(filing: Filing) -> Iterator[Filing]:
        for at in range(len(filing.budget_lines)):
            data = data_of(filing)
            value = data["budget_lines"][at][field]
            if value is not None:
                data["budget_lines"][at][field] = _higher(value)
                yield Filing.model_validate(data)

    return edits


def _line_away(filing: Filing) -> Iterator[Filing]:
    for at in range(len(filing.budget_lines)):
        if len(filing.budget_lines) > 1:
            lines = filing.budget_lines[:at] + filing.budget_lines[at + 1 :]
            yield filing.model_copy(update={"budget_lines": lines})


def _total_slip(filing: Filing) -> Iterator[Filing]:
    """The ceiling of the whole cost in 元 for 万元, or the other way round."""
    for row, one in enumerate(filing.indicators):
        if re.search(r"总(成本|费用|造价)$", one.name) and one.target is not None:
            raw = one.target.raw
            yield _retargeted(filing, row, raw.replace("万元", "元") if "万元" in raw else raw.replace("元", "万元"))


def _price_slip(filing: Filing) -> Iterator[Filing]:
    for row, one in enumerate(filing.indicators):
        raw = one.target.raw if one.target is not None else ""
        if "单价" in one.name and "元/" in raw and "万元" not in raw:
            yield _retargeted(filing, row, raw.replace("元/", "万元/"))


def _no_percent(filing: Filing) -> Iterator[Filing]:
    for row, one in enumerate(filing.indicators):
        raw = one.target.raw if one.target is not None else ""
        if raw.rstrip(")）").endswith("%"):
            yield _retargeted(filing, row, re.sub(r"[(（]?%[)）]?", "", raw))


def _over_full(filing: Filing) -> Iterator[Filing]:
    for row, one in enumerate(filing.indicators):
        if one.name.endswith(("满意度", "合格率")) and one.target is not None and one.target.unit == "%":
            yield _retargeted(filing, row, _DIGITS.sub("190", one.target.raw, count=1))


def _project_less(filing: Filing) -> Iterator[Filing]:
    amounts = filing.funding.model_dump(mode="json")
    if amounts["project_total"] is not None and amounts["fiscal_total"] is None:
        amounts["project_total"] = str(int(float(amounts["annual_total"])) // 2)
        yield Filing.model_validate({**data_of(filing), "funding": amounts})


def _sum_part(filing: Filing) -> Iterator[Filing]:
    """A part of a list after a colon, a bracket or 其中 whose parts add up to the number before it."""
    goal = filing.annual_goal or ""
    numbers = list(_NUMBER.finditer(goal))
    for at, whole in enumerate(numbers):
        parts = [one for one in numbers[at + 1 : at + 6] if one["unit"] == whole["unit"]]
        for size in range(2, len(parts) + 1):
            if sum(int(one["digits"]) for one in parts[:size] if "." not in one["digits"]) == _whole(whole):
                if "其中" in goal[whole.end() : parts[0].start()]:
                    for part in parts[:size]:
                        new = _higher(part["digits"])
                        yield filing.model_copy(
                            update={"annual_goal": goal[: part.start()] + new + goal[part.end("digits") :]}
                        )
                break


def _whole(match: re.Match[str]) -> int:
    return int(match["digits"]) if "." not in match["digits"] else -1


def _count(unit: str) -> bool:
    return not _percent(unit) and "元" not in unit


_PARTS = ("current_appropriation", "carryover", "other")
_LEVELS = ("upper_level", "own_level", "other")

_GOAL = ("MAT001", "ARI008", "ARI009")
"""A number of the goal is read as a promise, as a part or total of a sum, and as a factor of an amount."""
_TABLE = ("MAT001", "ARI003")
"""A number of the table is compared with the goal and multiplied by its price."""

NUMBER_KINDS: dict[str, tuple[tuple[str, ...], Edits]] = {
    "first digit of a count in the goal": (_GOAL, _said(_higher, _count)),
    "last digit of a count in the goal": (_GOAL, _said(lambda digits: _higher(digits, -1), _count)),
    "a percentage in the goal": (("MAT001",), _said(_points_less, _percent)),
    "a percent sign of the goal lost": (("VAL002",), _goal_percent_lost),
    "a count of the goal tenfold": (_GOAL, _said(_tenfold, _count)),
    "first digit of a count in the table": (_TABLE, _printed(_higher, _count)),
    "last digit of a count in the table": (_TABLE, _printed(lambda digits: _higher(digits, -1), _count)),
    "a percentage in the table": (("MAT001",), _printed(_points_less, _percent)),
    "a count of the table tenfold": (_TABLE, _printed(_tenfold, _count)),
    "an amount in the goal": (("MAT001", "ARI009", "ARI012"), _said(_higher, lambda unit: "元" in unit)),
    "万 lost in the goal": ((*_GOAL, "ARI012"), _goal_ten_thousand),
    "万 lost in the table": ((*_TABLE, "ARI012"), _row_ten_thousand),
    "a bound of the goal turned": (("MAT001",), _bound),
    "a floor of the table made a ceiling": (("MAT001",), _ceiling),
    "two values in each other's row": (_TABLE, _swapped),
    "a promised row dropped": (("MAT002",), _dropped),
    "the total of the year": (("ARI004",), _money("annual_total", *_PARTS[:2])),
    "the appropriation of the year": (("ARI004",), _money(_PARTS[0], "annual_total", _PARTS[1])),
    "the money carried over": (("ARI004",), _money(_PARTS[1], "annual_total", _PARTS[0])),
    "the total above its levels": (("ARI007", "ARI004"), _money("annual_total", *_LEVELS[:2])),
    "the money from above": (("ARI007",), _money(_LEVELS[0], "annual_total", _LEVELS[1])),
    "the money of its own level": (("ARI007",), _money(_LEVELS[1], "annual_total", _LEVELS[0])),
    "a price of a line": (("ARI001",), _line("unit_price")),
    "a count of a line": (("ARI001",), _line("quantity")),
    "an amount of a line": (("ARI001",), _line("amount")),
    "a line dropped": (("ARI002",), _line_away),
    "the whole cost in the wrong unit": (("POL005", "ARI012"), _total_slip),
    "a price in 万元": (("POL005", "ARI003"), _price_slip),
    "a percent sign lost": (("VAL002",), _no_percent),
    "a share above the whole": (("VAL004",), _over_full),
    "a project smaller than its year": (("ARI006",), _project_less),
    "a part of a sum": (("ARI008", "MAT001"), _sum_part),
}
"""What is edited: the rules of which one must say so, and the edits."""
