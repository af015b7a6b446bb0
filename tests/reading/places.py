"""Forms as departments of other provinces publish them, in our own words; `<` is merged left, `^` upwards."""

from __future__ import annotations

from builders import Box, Rows


def rows_of(text: str) -> Rows:
    """The boxes of a form drawn with bars."""
    drawn = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for at, line in enumerate(drawn):
        for column, cell in enumerate(line):
            left, above = owner.get((at, column - 1)), owner.get((at - 1, column))
            owner[at, column] = (left if cell == "<" else above if cell == "^" else None) or (at, column)
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for place, head in owner.items():
        ends[head] = max(ends.get(head, place), place)
    return [
        [
            Box(cell, ends[at, column][1] - column + 1, ends[at, column][0] - at + 1)
            for column, cell in enumerate(line)
            if owner[at, column] == (at, column)
        ]
        for at, line in enumerate(drawn)
    ]


SIDE_BY_SIDE = rows_of("""
2025年部门预算项目绩效目标表 | < | < | < | < | < | < | <
单位：万元 | < | < | < | < | < | < | <
单位（项目名称） | 项目金额 | 绩效目标 | 成本指标 | < | 产出指标 | < | 满意度指标
^ | 资金总额 | ^ | 三级指标 | 指标值 | 三级指标 | 指标值 | 三级指标
某县司法局 | 62.0 | | | | | |
法律援助办案补贴 | 40.0 | 办理援助案件400件。 | 每案补贴标准 | ≤1000元 | 办理案件数 | ≥400件 | 受援人满意
人民调解以案定补 | 22.0 | 调解纠纷1100件。 | 每件补贴标准 | ≤200元 | 调解纠纷数 | ≥1100件 | 当事人满意
""")

YEARS_BEFORE = rows_of("""
某县2024年部门预算项目申报表（绩效部分） | < | < | < | < | < | <
项目名称 | 农村公路养护 | < | < | < | < | <
主管部门 | 某县交通运输局 | < | 项目执行单位 | 某县公路事业中心 | < | <
年度绩效目标 | 养护县乡道路310公里。 | < | < | < | < | <
一级指标 | 二级指标 | 指标名称 | 指标值 | < | < | 指标值确定依据
^ | ^ | ^ | 前年 | 上年 | 预计当年实现 | ^
产出指标 | 数量指标 | 养护里程 | 280公里 | 300公里 | 310公里 | 计划标准
产出指标 | 质量指标 | 优良路率 | 80% | 82% | ≥83% | 行业标准
满意度指标 | 满意度指标 | 沿线群众满意度 | 88% | 89% | ≥90% | 历史标准
""")

KIND_BESIDE_LEVEL = rows_of("""
项目支出绩效目标表 | < | < | < | < | < | < | <
（2022年度） | < | < | < | < | < | < | 单位：万元
项目名称 | 热线话务外包 | < | < | 项目单位 | 某市热线服务中心 | < | <
年度总体目标 | 配备话务座席60个，按时办结率98%以上。 | < | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标类型 | 计算符号 | 指标值 | 计量单位 | 指标说明
产出指标 | 数量指标 | 话务座席数 | 定量指标 | ＝ | 60 | 个 | 日均
产出指标 | 质量指标 | 按时办结率 | 定量指标 | ≥ | 98 | % | 按月
满意度指标 | 服务对象满意度指标 | 来电人满意率 | 定量指标 | ≥ | 92 | % | 抽样
""")

SOURCES = rows_of("""
2022年项目支出绩效目标表 | < | < | <
项目名称 | 食品抽检经费 | 项目主管部门 | 某市市场监管局
项目总预算 | 240万元 | 项目当年预算 | 80万元
项目资金来源 | 资金来源 | < | 金额（万元）
^ | 合计 | < | 80
^ | 1.一般公共预算财政拨款 | < | 70
^ | 2.其他资金 | < | 10
年度绩效目标 | 完成食品抽检2000批次。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 1.食品抽检批次 | 2000批次
效益指标 | 社会效益指标 | 1.不合格产品处置率 | 100%
注：1.指标值应当量化。 | < | < | <
""")

MONITORING = rows_of("""
项目名称 | 校园安保服务 | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 偏差原因分析
产出指标 | 数量指标 | 配备保安人数 | 12人 | 12人 | 12人 |
""")
