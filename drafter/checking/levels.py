"""What a printed level label means, whatever the form calls it."""

from __future__ import annotations

import re
from typing import Literal

from drafter.filing import Indicator
from drafter.language.memory import remembered
from drafter.language.patterns import lazy

Kind = Literal["input", "cost", "output", "benefit", "satisfaction", "influence", "other"]
Kind2 = Literal[
    "quantity", "quality", "timeliness", "cost", "economic", "social", "ecological", "sustainability", "satisfaction",
    "other",
]  # fmt: skip

_TAIL = lazy(r"(类)?(指标|目标)?$")
_LEVEL1: tuple[tuple[str, Kind], ...] = (
    ("满意", "satisfaction"),
    ("成本", "cost"),
    ("产出", "output"),
    # 项目完成指标 and 项目效益指标: forms of Sichuan.
    ("完成", "output"),
    ("投入", "input"),
    ("管理", "input"),
    ("影响力", "influence"),
    ("效益", "benefit"),
    ("效果", "benefit"),
    ("结果", "benefit"),
    ("成效", "benefit"),
)
_LEVEL2: tuple[tuple[str, Kind2], ...] = (
    ("满意", "satisfaction"),
    ("数量", "quantity"),
    ("质量", "quality"),
    ("时效", "timeliness"),
    ("时间", "timeliness"),
    ("进度", "timeliness"),
    ("可持续", "sustainability"),
    ("长效", "sustainability"),
    ("经济成本", "cost"),
    ("社会成本", "cost"),
    ("环境成本", "cost"),
    ("成本", "cost"),
    ("经济", "economic"),
    ("社会", "social"),
    ("生态", "ecological"),
    ("环境", "ecological"),
)


@remembered(1024)
def level1_kind(label: str | None) -> Kind:
    """The meaning of a first-level label: 产出指标, 产出目标 and 产出 are all `output`."""
    if not label:
        return "other"
    core = _TAIL.sub("", re.sub(r"\s", "", label))
    for word, kind in _LEVEL1:
        if word in core:
            return kind
    return "other"


@remembered(1024)
def level2_kind(label: str | None) -> Kind2:
    """The meaning of a second-level label: 时效指标 and 时效 are both `timeliness`."""
    if not label:
        return "other"
    core = _TAIL.sub("", re.sub(r"\s", "", label))
    for word, kind in _LEVEL2:
        if word in core:
            return kind
    return "other"


def kind_of(indicator: Indicator) -> Kind:
    """What an indicator measures. 满意度 under 效益 is satisfaction, 成本指标 under 产出 is cost."""
    second = level2_kind(indicator.level2)
    if second in ("satisfaction", "cost"):
        return second
    return level1_kind(indicator.level1)
