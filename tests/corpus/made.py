"""Records for tests: any number, all different."""

from __future__ import annotations

from drafter.corpus import Record

_WORK = (
    "道路保洁",
    "窗口服务",
    "课桌椅采购",
    "河道巡查",
    "档案整理",
    "路灯维护",
    "送餐到户",
    "森林防火",
    "疫苗接种",
    "图书采购",
)
_PLACE = ("东湖", "西山", "南桥", "北塘", "新城", "古渡", "长岭", "平川")


def made(number: int) -> Record:
    """The record of that number; its goal holds the number, so that no two are the same."""
    work, place = _WORK[number % len(_WORK)], _PLACE[number // len(_WORK) % len(_PLACE)]
    data = {
        "project_name": f"{place}{work}",
        "year": 2000 + number % 27,
        "implementer": f"{place}区第{number}中心",
        "annual_goal": f"在{place}开展{work}，全年完成{number + 1}次，群众满意度达90%。",
        "indicators": [{"name": f"{work}次数", "target": {"raw": f"={number + 1}(次)"}}],
    }
    return Record(id="", kind="filing", data=data, document=f"{place}.xlsx", index=number)
