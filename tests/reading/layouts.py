"""Declaration forms of several places in our own words, as grids, and the carriers' view of them.

Each form is a list of rows of `Box(text, columns, rows)`; `exact`, `tabs`, `pipes`, `lines` and `wrapped` give what a
document, text with tabs, Markdown, text with one cell a line and a PDF's text make of it.
"""

from __future__ import annotations

from builders import Box, Rows

from drafter.reading.content import Cell, Content, Table

B = Box


def grid(rows: Rows) -> list[list[tuple[Box, int, int]]]:
    """The boxes with their row and column, merged cells of earlier rows kept free."""
    taken: set[tuple[int, int]] = set()
    placed: list[list[tuple[Box, int, int]]] = []
    for at, boxes in enumerate(rows):
        column = 0
        line: list[tuple[Box, int, int]] = []
        for box in boxes:
            while (at, column) in taken:
                column += 1
            line.append((box, at, column))
            taken |= {(at + down, column + right) for down in range(box.rows) for right in range(box.columns)}
            column += box.columns
        placed.append(line)
    return placed


def exact(rows: Rows) -> Content:
    """The form as a document's table."""
    cells = [
        tuple(
            Cell(box.text, at, column, box.rows, box.columns, f"表1 第{at + 1}行第{column + 1}列")
            for box, at, column in line
        )
        for line in grid(rows)
    ]  # fmt: skip
    return Content((Table(tuple(cells), exact=True, location="表1"),), "docx")


def tabs(rows: Rows) -> str:
    """The form as text, a tab for every grid column: only the head of a merged cell keeps its text."""
    width = max(column + box.columns for line in grid(rows) for box, _, column in line)
    text: list[str] = []
    for line in grid(rows):
        parts = [""] * width
        for box, _, column in line:
            parts[column] = box.text
        text.append("\t".join(parts))
    return "\n".join(text)


def lines(rows: Rows) -> str:
    """The form as text with one cell a line; empty cells leave no line."""
    return "\n".join(box.text for line in rows for box in line if box.text)


def pipes(rows: Rows) -> str:
    """The form as a Markdown table."""
    table = [f"| {' | '.join(part.split(chr(9)))} |" for part in tabs(rows).split("\n")]
    rule = "|" + "---|" * (table[0].count("|") - 1)
    return "\n".join([table[0], rule, *table[1:]])


def wrapped(rows: Rows, width: int = 12) -> str:
    """The form as a PDF's text: cells broken at their width, short cells of one row on one line."""
    text: list[str] = []
    for line in rows:
        parts = [_broken(box.text, width * box.columns) for box in line if box.text]
        run: list[str] = []
        for part in parts:
            if len(part) == 1:
                run.append(part[0])
                continue
            text += [" ".join(run), *part] if run else part
            run = []
        text += [" ".join(run)] if run else []
        text.append("")
    return "\n".join(text)


def _broken(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


NATIONAL_TWO_PERIODS: Rows = [
    [B("项目支出绩效目标申报表", 8)],
    [B("（2024年度）", 8)],
    [B("项目名称", 2), B("社区图书角建设", 6)],
    [B("主管部门及代码", 2), B("某市文化局", 2), B("实施单位", 2), B("某市图书馆", 2)],
    [B("项目属性", 2), B("□新增项目 ☑延续项目", 2), B("项目期", 2), B("2024年1月1日至2026年12月31日", 2)],
    [B("项目资金（万元）", 2, 3), B("中期资金总额：", 2), B("90.00"), B("年度资金总额：", 2), B("30.00")],
    [B("其中：财政拨款", 2), B("75.00"), B("其中：财政拨款", 2), B("25.00")],
    [B("其他资金", 2), B("15.00"), B("其他资金", 2), B("5.00")],
    [B("总体目标", 1, 2), B("中期目标（2024年—2026年）", 4), B("年度目标", 3)],
    [B("三年内建成社区图书角45个，居民步行十分钟可以借书。", 4), B("年内建成社区图书角15个，配书6000册。", 3)],
    [B("绩效指标", 1, 5), B("一级指标"), B("二级指标"), B("三级指标"), B("指标值"),
     B("二级指标"), B("三级指标"), B("指标值")],
    [B("产出指标", 1, 2), B("数量指标"), B("建成图书角"), B("45个"), B("数量指标"),
     B("建成图书角"), B("15个")],
    [B("质量指标"), B("图书验收合格率"), B("100%"), B("质量指标"), B("图书验收合格率"), B("≥98%")],
    [B("效益指标"), B("社会效益指标"), B("受益居民"), B("9万人"), B("社会效益指标"), B("受益居民"), B("≥3万人")],
    [B("满意度指标"), B("服务对象满意度指标"), B("读者满意度"), B("90%"),
     B("服务对象满意度指标"), B("读者满意度"), B("≥90%")],
]  # fmt: skip

SIGN_VALUE_UNIT_WEIGHT: Rows = [
    [B("项目支出绩效目标表", 8)],
    [B("（2025年度）", 8)],
    [B("项目名称", 2), B("农村道路养护", 6)],
    [B("主管部门", 2), B("某县交通运输局", 2), B("实施单位", 2), B("某县公路养护中心", 2)],
    [B("项目资金（万元）", 2, 3), B("年度资金总额：", 2), B("1,280.50", 4)],
    [B("其中：财政拨款", 2), B("1,200.50", 4)],
    [B("其他资金", 2), B("80.00", 4)],
    [B("总体目标", 2), B("养护农村道路320公里，优良路率达到85%以上。", 6)],
    [B("绩效指标", 1, 6), B("一级指标"), B("二级指标"), B("三级指标"), B("指标性质"),
     B("指标值"), B("度量单位"), B("权重")],
    [B("成本指标"), B("经济成本指标"), B("每公里养护成本"), B("≤"), B("4"), B("万元/公里"), B("20")],
    [B("产出指标", 1, 2), B("数量指标"), B("养护里程"), B("="), B("320"), B("公里"), B("20")],
    [B("质量指标"), B("优良路率"), B("≥"), B("85"), B("%"), B("20")],
    [B("效益指标"), B("社会效益指标"), B("群众出行条件"), B("定性"), B("明显改善"), B(""), B("20")],
    [B("满意度指标"), B("服务对象满意度指标"), B("沿线群众满意度"), B("≥"), B("90"), B("%"), B("10")],
]  # fmt: skip

WITHOUT_LEVELS: Rows = [
    [B("2025年项目绩效目标表（一级项目）", 6)],
    [B("编制单位：某区水务局", 6)],
    [B("项目名称"), B("雨水管网清淤", 2), B("业务主管部门"), B("某区水务局", 2)],
    [B("当年预算（元）"), B("860000.00"), B("本级支出（元）"), B("860000.00"),
     B("上级补助（元）"), B("0.00")],
    [B("项目概述"), B("汛期前清理辖区雨水管网。", 5)],
    [B("立项依据"), B("区政府年度工作安排。", 5)],
    [B("当年绩效目标"), B("清淤管网43公里，汛期不发生大面积积水。", 5)],
    [B("绩效指标", 1, 4), B("指标名称"), B("指标权重"), B("计量单位"), B("指标性质"), B("指标值")],
    [B("清淤长度"), B("40"), B("公里"), B("="), B("43")],
    [B("积水点位"), B("30"), B("处"), B("≤"), B("2")],
    [B("居民满意度"), B("30"), B("%"), B("≥"), B("90")],
]  # fmt: skip

TWO_VALUES: Rows = [
    [B("项目支出绩效目标申报表", 6)],
    [B("项目名称"), B("数字档案馆", 2), B("预算单位"), B("某市档案馆", 2)],
    [B("项目类型"), B("其他运转类", 2), B("项目期限"), B("2025-01-01至2027-12-31", 2)],
    [B("实施期资金总额（元）"), B("3600000", 2), B("年度资金总额（元）"), B("1200000", 2)],
    [B("实施期总目标"), B("建成全市统一的数字档案馆。", 5)],
    [B("年度绩效目标"), B("完成馆藏档案数字化120万页。", 5)],
    [B("一级指标"), B("二级指标"), B("三级指标"), B("实施周期指标值"), B("当年度指标值"), B("备注")],
    [B("产出指标", 1, 2), B("数量指标"), B("数字化页数"), B("360万页"), B("120万页"), B("")],
    [B("时效指标"), B("完成时间"), B("2027年12月"), B("2025年12月底前"), B("分批")],
    [B("效益指标"), B("社会效益指标"), B("查档等候时间"), B("≤5分钟"), B("≤10分钟"), B("")],
]  # fmt: skip

FLAT: Rows = [
    [B("部门预算项目绩效目标表", 10)],
    [B("（2026年度）", 10)],
    [B("金额单位：万元", 10)],
    [B("单位名称"), B("项目名称"), B("预算金额"), B("年度目标"), B("一级指标"),
     B("二级指标"), B("三级指标"), B("指标性质"), B("指标值"), B("度量单位")],
    [B("某县民政局", 1, 5), B("养老助餐", 1, 3), B("46.80", 1, 3), B("为全县老人提供助餐服务。", 1, 3),
     B("产出指标", 1, 2), B("数量指标"), B("助餐点"), B("＝"), B("12"), B("个")],
    [B("质量指标"), B("食品抽检合格率"), B("≥"), B("99"), B("%")],
    [B("满意度指标"), B("服务对象满意度指标"), B("老人满意度"), B("≥"), B("92"), B("%")],
    [B("殡葬惠民", 1, 2), B("15.00", 1, 2), B("减免基本殡葬费用。", 1, 2),
     B("产出指标"), B("数量指标"), B("减免人次"), B("≥"), B("500"), B("人次")],
    [B("效益指标"), B("社会效益指标"), B("家庭负担"), B("定性"), B("减轻"), B("")],
]  # fmt: skip

LONG_AND_ANNUAL_TABLES: Rows = [
    [B("财政支出项目绩效目标申报表", 6)],
    [B("（2023年度）", 6)],
    [B("项目名称"), B("乡村卫生室改造", 2), B("项目属性"), B("新增项目 □ 延续项目 √", 2)],
    [B("主管部门"), B("某县卫生健康局", 2), B("项目实施单位"), B("某县卫生健康局", 2)],
    [B("项目负责人"), B("甲某", 2), B("联系电话"), B("01000000000", 2)],
    [B("项目资金申请（万元）"), B("资金总额：210 其中：财政拨款：180 自有资金：30", 5)],
    [B("项目概况"), B("改造年久失修的村卫生室。", 5)],
    [B("项目绩效目标", 1, 2), B("长期目标", 2), B("年度目标", 3)],
    [B("三年完成全县村卫生室改造。", 2), B("年内改造村卫生室21所。", 3)],
    [B("长期绩效指标", 1, 3), B("一级指标"), B("二级指标"), B("指标内容"), B("指标值"), B("备注")],
    [B("产出指标"), B("数量指标"), B("改造卫生室"), B("63所"), B("")],
    [B("……"), B(""), B(""), B(""), B("")],
    [B("年度绩效指标", 1, 4), B("一级指标"), B("二级指标"), B("指标内容"), B("指标值"), B("备注")],
    [B("产出指标", 1, 2), B("数量指标"), B("改造卫生室"), B("21所"), B("")],
    [B("成本指标"), B("每所改造成本"), B("≤10万元"), B("含设备")],
    [B("满意度指标"), B("服务对象满意度指标"), B("村民满意度"), B("≥90%"), B("")],
    [B("其他说明的问题"), B("无", 5)],
    [B("填报人：甲某", 3), B("填报日期：2022年11月", 3)],
]  # fmt: skip

SELF_EVALUATION: Rows = [
    [B("项目支出绩效自评表", 8)],
    [B("（2023年度）", 8)],
    [B("项目名称"), B("社区图书角建设", 7)],
    [B("项目资金（万元）", 1, 2), B(""), B("年初预算数"), B("全年预算数"),
     B("全年执行数"), B("分值"), B("执行率"), B("得分")],
    [B("年度资金总额"), B("30"), B("30"), B("29"), B("10"), B("96.7%"), B("9.7")],
    [B("一级指标"), B("二级指标"), B("三级指标"), B("年度指标值"), B("实际完成值"),
     B("分值"), B("得分"), B("偏差原因分析及改进措施")],
    [B("产出指标"), B("数量指标"), B("建成图书角"), B("15个"), B("15个"), B("20"), B("20"), B("")],
]  # fmt: skip

LEVELS_OF_GOVERNMENT: Rows = [
    [B("项目支出绩效目标申报表", 4)],
    [B("（2025年）", 4)],
    [B("项目名称"), B("中小学校舍加固"), B("实施单位"), B("某市某区教育局")],
    [B("年度资金总额（万元）"), B("500.00"), B("中央资金"), B("0.00")],
    [B("市级财政资金"), B("200.00"), B("区级财政资金"), B("300.00")],
    [B("年度总体目标"), B("完成6所学校校舍加固。", 3)],
    [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值")],
    [B("产出指标"), B("数量指标"), B("加固学校"), B("6所")],
]  # fmt: skip

WITH_BREAKDOWN: Rows = [
    [B("项目绩效目标申报表", 6)],
    [B("（2026年度）", 6)],
    [B("金额单位：万元", 6)],
    [B("项目名称"), B("森林防火瞭望设备", 2), B("申报单位"), B("某林场", 2)],
    [B("预算总额"), B("23.60", 5)],
    [B("年度绩效目标"), B("购置瞭望设备并完成安装。", 5)],
    [B("一级指标"), B("二级指标"), B("三级指标", 2), B("目标值"), B("权重")],
    [B("产出指标", 1, 2), B("数量指标"), B("购置摄像机", 2), B("8台"), B("40")],
    [B("时效指标"), B("安装完成时间", 2), B("6月底前"), B("60")],
    [B("序号"), B("支出明细"), B("单价"), B("数量"), B("金额"), B("备注")],
    [B("1"), B("云台摄像机"), B("2.45"), B("8台"), B("19.60"), B("")],
    [B("2"), B("安装调试"), B("4.00"), B("1项"), B("4.00"), B("含运输")],
    [B("合计", 4), B("23.60"), B("")],
]  # fmt: skip

NO_HEAD: Rows = [
    [B("项目名称"), B("敬老院消防改造", 3)],
    [B("实施单位"), B("某镇敬老院", 3)],
    [B("项目总金额"), B("18万元"), B("年度目标"), B("完成消防改造并通过验收。")],
    [B("产出指标", 1, 2), B("数量指标"), B("改造楼栋"), B("2栋")],
    [B("质量指标"), B("消防验收"), B("合格")],
    [B("满意度指标"), B("服务对象满意度指标"), B("老人满意度"), B("≥95%")],
]  # fmt: skip
