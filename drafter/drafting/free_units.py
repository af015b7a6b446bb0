"""Units of prices and of the items they are for: 每站8000元 prices 微站35个, 每平420元 an area of 平方米."""

from __future__ import annotations

from typing import Any

from drafter.drafting.free_things import Counted

PEOPLE = ("人", "名", "位", "个", "生")
"""Units of people."""
_SQUARE = {
    "人份": "份",
    "场次": "场",
    "班次": "班",
    "㎡": "平方米",
    "平米": "平方米",
    "平": "平方米",
    "方": "立方米",
    "里": "公里",
}


def fits(item: dict[str, Any], unit: str | None) -> bool:
    """Whether a price for one `unit` can be of an item, as it is counted or named."""
    own, unit = _SQUARE.get(item.get("unit") or "", item.get("unit")), _SQUARE.get(unit or "", unit)
    # 自动站57个，每站5000元; 岗位230个，每岗2190元; 空气微站运维35个，每站8000元.
    thing = item["name"].removesuffix(item.get("verb") or "?").removesuffix("位")
    named = len(unit or "") == 1 and thing.endswith(unit or "?") and unit not in PEOPLE
    return (
        not unit
        or own == unit
        or named
        or (unit in PEOPLE and own in PEOPLE)
        or {own, unit} in ({"户", "人"}, {"户", "名"}, {"户", "位"}, {"人次", "人"}, {"人次", "次"})
    )


def measured(item: dict[str, Any], unit: str | None) -> Counted | None:
    """How large an item is, where that is said in a unit."""
    return next((one for one in item.get("_measures", []) if alike(one.unit, unit)), None)


def alike(one: str, other: str | None) -> bool:
    """Whether two units are one: 平 and 平方米."""
    return _SQUARE.get(one, one) == _SQUARE.get(other or "", other)
