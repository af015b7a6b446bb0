"""What an edit may do to a filing: helpers that change one thing and leave the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from drafter.checking.levels import kind_of, level2_kind
from drafter.checking.mend import target_data
from drafter.filing import Filing, Indicator

Edit = Callable[[Filing], "Filing | None"]
"""The filing with the edit, or None where it has nothing to edit."""


def data_of(filing: Filing) -> dict[str, Any]:
    """A copy to write in."""
    return filing.model_dump(mode="json")


def without(filing: Filing, drop: Callable[[Indicator], bool]) -> Filing | None:
    """The filing without some rows, if that leaves any and takes any. Printed weights would no longer add up."""
    if any(row.weight is not None for row in filing.indicators):
        return None
    kept = [row for row in filing.indicators if not drop(row)]
    return filing.model_copy(update={"indicators": kept}) if 0 < len(kept) < len(filing.indicators) else None


def first(filing: Filing, wanted: Callable[[Indicator], bool]) -> int | None:
    """The position of the first row wanted."""
    return next((position for position, row in enumerate(filing.indicators) if wanted(row)), None)


def retarget(filing: Filing, wanted: Callable[[Indicator], bool], new: Callable[[str], str]) -> Filing | None:
    """Another target for the first row wanted: `new` gets the print and gives the new one."""
    position = first(filing, wanted)
    if position is None:
        return None
    data = data_of(filing)
    row = filing.indicators[position]
    data["indicators"][position]["target"] = target_data(new(row.target.raw if row.target else ""))
    return Filing.model_validate(data)


def insert(filing: Filing, like: str, name: str, target: str) -> Filing | None:
    """A new row behind the first one of a second-level kind, with its labels."""
    position = first(filing, lambda row: level2_kind(row.level2) == like)
    if position is None:
        return None
    data = data_of(filing)
    beside = data["indicators"][position]
    row = {**beside, "name": name, "target": target_data(target), "weight": None}
    if beside["weight"] is not None:
        return None
    data["indicators"].insert(position + 1, row)
    return Filing.model_validate(data)


def relabel(filing: Filing, wanted: Callable[[Indicator], bool], like: str) -> Filing | None:
    """The first row wanted under the labels of another row's second level."""
    position = first(filing, wanted)
    other = first(filing, lambda row: level2_kind(row.level2) == like)
    if position is None or other is None or not _others(filing, position):
        return None
    data = data_of(filing)
    for label in ("level1", "level2"):
        data["indicators"][position][label] = data["indicators"][other][label]
    return Filing.model_validate(data)


def _others(filing: Filing, position: int) -> bool:
    """Whether the row's own level keeps another row, so that the move is the only defect."""
    mine = filing.indicators[position]
    return sum(row.level2 == mine.level2 for row in filing.indicators) > 1


def goal(filing: Filing, pattern: str, new: str) -> Filing | None:
    """The annual goal with one match of a pattern replaced."""
    text = filing.annual_goal or ""
    if len(re.findall(pattern, text)) < 1:
        return None
    return filing.model_copy(update={"annual_goal": re.sub(pattern, new, text, count=1)})


def field(filing: Filing, **changes: Any) -> Filing:
    """The filing with other fields."""
    return Filing.model_validate({**data_of(filing), **changes})


def is_rate(row: Indicator) -> bool:
    """A row whose target is a percentage."""
    return row.target is not None and row.target.unit == "%"


def kind(row: Indicator) -> str:
    """What the row measures."""
    return kind_of(row)


def kind2(row: Indicator) -> str:
    """What its second level means."""
    return level2_kind(row.level2)


def named(pattern: str) -> Callable[[Indicator], bool]:
    """Rows whose name matches."""
    return lambda row: re.search(pattern, row.name) is not None and row.target is not None
