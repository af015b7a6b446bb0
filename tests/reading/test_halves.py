"""Of indicators side by side those of the year are read, on whichever side they stand; where it is unknown, none."""

from __future__ import annotations

import layouts
import pytest
from builders import Box as B
from builders import Rows
from forms import one, rows, unsure

from drafter.filing import Filing
from drafter.reading.content import Content
from drafter.reading.forms import recognise
from drafter.reading.text import content_of


def _form(heads: tuple[str, str], left: str, right: str, *, weight: bool = False) -> Rows:
    """A form whose indicators stand side by side below two heads, with the numbers of the left and the right half."""
    extra = [B("权重")] if weight else []
    half = [B("二级指标"), B("三级指标"), B("指标值"), *extra]

    def row(level1: str, level2: str, name: str, unit: str) -> list[B]:
        parts = [[B(level2), B(name), B(f"{number}{unit}"), *([B("10")] if weight else [])] for number in (left, right)]
        return [B(level1), *parts[0], *parts[1]]

    return [
        [B("项目支出绩效目标申报表", 7)],
        [B("（2025年度）", 7)],
        [B("项目名称"), B("农村公路养护", 6)],
        [B("绩效目标"), B(heads[0], 3), B(heads[1], 3)],
        [B(""), B(f"养护农村公路{left}公里。", 3), B(f"养护农村公路{right}公里。", 3)],
        [B("一级指标"), *half, *half],
        row("产出指标", "数量指标", "养护里程", "公里"),
        row("效益指标", "社会效益指标", "受益村数", "个"),
        row("满意度指标", "服务对象满意度指标", "群众满意度", "%"),
    ]


def _values(filing: Filing) -> list[str]:
    return [value for *_, value in rows(filing)]


def _read(form: Rows, carrier: str) -> str | Content:
    return getattr(layouts, carrier)(form)


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes", "lines"])
@pytest.mark.parametrize("weight", [False, True])
@pytest.mark.parametrize(
    ("heads", "year"),
    [
        (("年度目标", "中期目标（2025年—2027年）"), "48"),
        (("当年绩效目标", "长期绩效目标"), "48"),
        (("实施期目标", "年度目标"), "95"),
        (("项目总目标", "年度绩效目标"), "95"),
    ],
)
def test_the_half_of_the_year_is_told_by_the_labels_above(
    heads: tuple[str, str], year: str, weight: bool, carrier: str
) -> None:
    filing = one(_read(_form(heads, "48", "95", weight=weight), carrier))
    assert _values(filing) == [f"{year}公里", f"{year}个", f"{year}%"]
    assert [row.level1 for row in filing.indicators] == ["产出指标", "效益指标", "满意度指标"]
    assert unsure(filing) == []


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes", "lines"])
def test_where_no_label_tells_the_side_no_value_is_taken(carrier: str) -> None:
    form = _read(_form(("中期目标", "绩效目标"), "48", "95"), carrier)
    found = recognise(form if isinstance(form, Content) else content_of(form))
    targets = [row.target for located in found.filings for row in located.filing.indicators]
    assert targets == [None] * len(targets)
    assert "左右两栏的指标（分不清哪一栏是年度的" in "".join(note for note, _ in found.notes)
