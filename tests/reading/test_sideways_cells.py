"""Lists of a project a row with second levels as heads: each cell holds the indicators of its level."""

from __future__ import annotations

from builders import Box, Rows, to_html
from forms import money, rows

from drafter.reading import read_bytes

B = Box

HEADS: Rows = [
    [B("2026年部门预算项目绩效目标公开表", 9)],
    [B("单位：万元", 9)],
    [
        B("序号", 1, 2), B("项目名称", 1, 2), B("预算单位", 1, 2), B("预算金额", 1, 2), B("年度绩效目标", 1, 2),
        B("产出指标", 2), B("效益指标"), B("满意度指标"),
    ],
    [B("数量指标"), B("成本指标"), B("社会效益指标"), B("服务对象满意度指标")],
]  # fmt: skip
TREES = [
    B("1"), B("行道树修剪"), B("某县园林所"), B("26.00"), B("修剪行道树3200株。"),
    B("1.修剪行道树≥3200株；\n2.更换树池盖板180套"), B("单株修剪成本不超过80元"),
    B("24小时倒伏树木清理率≥95%"), B("沿街居民满意度：90%以上"),
]  # fmt: skip
PARKS = [
    B("2"), B("口袋公园管护"), B("某县园林所"), B("14.50"), B("管护口袋公园9座。"),
    B("管护口袋公园=9座"), B(""), B("公园安全事故0起；游园环境持续改善"), B("游园群众满意度≥92%"),
]  # fmt: skip


def test_cells_of_second_levels_are_taken_apart() -> None:
    first, second = (one.filing for one in read_bytes(to_html([*HEADS, TREES, PARKS]), "表.html").filings)
    assert (first.project_name, first.implementer, first.annual_goal) == (
        "行道树修剪",
        "某县园林所",
        "修剪行道树3200株。",
    )
    assert [money(one)["annual_total"] for one in (first, second)] == ["260000.00", "145000.00"]
    assert rows(first) == [
        ("产出指标", "数量指标", "修剪行道树", "≥3200株"),
        ("产出指标", "数量指标", "更换树池盖板", "180套"),
        ("产出指标", "成本指标", "单株修剪成本", "不超过80元"),
        ("效益指标", "社会效益指标", "24小时倒伏树木清理率", "≥95%"),
        ("满意度指标", "服务对象满意度指标", "沿街居民满意度", "90%以上"),
    ]
    assert rows(second) == [
        ("产出指标", "数量指标", "管护口袋公园", "=9座"),
        ("效益指标", "社会效益指标", "公园安全事故", "0起"),
        ("效益指标", "社会效益指标", "游园环境持续改善", None),
        ("满意度指标", "服务对象满意度指标", "游园群众满意度", "≥92%"),
    ]


def test_a_head_that_is_no_level_among_them_makes_it_no_such_list() -> None:
    other = [*HEADS[:3], [B("数量指标"), B("责任科室"), *HEADS[3][2:]]]
    assert not [one for one in read_bytes(to_html([*other, TREES]), "表.html").filings if one.filing.indicators]
