"""The three-sheet form of Shanghai's districts up to 2020: situation, targets with cost breakdown, safeguards."""

from __future__ import annotations

from drafter.filing import Filing
from drafter.language.patterns import lazy
from drafter.profiles import Profile
from drafter.writing.form.grid import FormCell, FormPage, Grid, label, long_text, value
from drafter.writing.form.narrative import narrative_by_label
from drafter.writing.form.printed import money_cell, number_cell, year_line
from drafter.writing.form.tables import indicator_grid, total_cell

_NATURES = ("一次性项目", "经常性项目", "中期预算试点项目")
_FUNDING = (
    ("annual_total", "二、当年预算："),
    ("current_appropriation", "（一）财政拨款："),
    ("upper_level", "1. 上级财政拨款："),
    ("own_level", "2. 本级财政安排："),
    ("lower_level", "3. 下级财政配套："),
    ("other", "（二）其他资金："),
)
# The form has no line for these; they are printed where the filing has them.
_RARE_PROJECT = (("fiscal_total", "其中：财政资金"), ("project_other", "其他资金"))
_RARE_ANNUAL = (
    ("carryover", "上年结转资金："),
    ("last_year_budget", "同名项目上年预算额："),
    ("last_year_execution", "同名项目上年预算执行数："),
)
_SHEET_NAME = lazy(r"[（(](?:项目总体情况|绩效目标|制度保障)[）)]$")
_SITUATION = "项目概况"
_REASONS = ("依据", "必要性", "可行性")
_RESOURCES = "项目相关资源投入和制度建设情况"
_REMARKS = "需要说明的其他问题"
_ACTIVITY = "主体活动"
_PHASES = "立项和计划阶段 □\n实施阶段 □\n收尾和完成阶段 □"


def three_sheet_pages(filing: Filing, profile: Profile) -> tuple[FormPage, ...]:
    """The three sheets. Names and telephone numbers of people stay blank: they are no part of a filing."""
    title = _SHEET_NAME.sub("", filing.form or profile.title)
    year = year_line(filing.year, "年")
    project = f"项目名称：{filing.project_name or ''}"
    return (
        FormPage(
            "项目总体情况",
            f"{title}（项目总体情况）",
            year,
            f"填报单位（盖章）：{filing.implementer or ''}",
            "金额单位：元",
            (_overall(filing, profile),),
            "填报单位负责人：　　　　　　填表人：　　　　　　填报日期：",
        ),
        FormPage("绩效目标", f"{title}（绩效目标）", year, project, "金额单位：元", _targets(filing, profile)),
        FormPage("制度保障", f"{title}（制度保障）", year, project, "", (_safeguards(),)),
    )


def _overall(filing: Filing, profile: Profile) -> Grid:
    start, end = filing.start_date, filing.end_date
    sections = narrative_by_label(filing.narrative)
    rows: list[tuple[FormCell, ...]] = [
        (label("项目名称"), value(filing.project_name, 5)),
        (label("项目类别"), value(_nature(filing.project_nature), 5)),
    ]
    if filing.department:
        rows.append((label("主管部门"), value(filing.department, 5)))
    if filing.project_category:
        rows.append((label("支出类别"), value(filing.project_category, 5)))
    rows += [
        (label("项目负责人"), value(""), label("联系人："), value(""), label("联系电话："), value("")),
        (
            label("起始日期："),
            value(start.isoformat() if start else "", 2),
            label("结束日期："),
            value(end.isoformat() if end else "", 2),
        ),
    ]
    rows += _situation(sections)
    rows += _funding(filing)
    rows += [
        (label(_RESOURCES), long_text(sections.get(_RESOURCES), 5)),
        (label(profile.labels.get("overall_goal", "项目总目标")), long_text(filing.overall_goal, 5)),
        (label(profile.labels.get("annual_goal", "年度绩效目标")), long_text(filing.annual_goal, 5)),
        (label(_REMARKS), long_text(sections.get(_REMARKS), 5)),
    ]
    return Grid((30, 30, 26, 30, 26, 30), tuple(rows))


def _situation(sections: dict[str, str]) -> list[tuple[FormCell, ...]]:
    """项目概况, 项目立项情况 with its parts, and whatever else the filing tells."""
    rows: list[tuple[FormCell, ...]] = [(label(_SITUATION), long_text(sections.get(_SITUATION), 5))]
    reasons = [(label(f"{name}："), long_text(sections.get(name), 4)) for name in _REASONS]
    rows += [((label("项目立项情况", 1, len(reasons)), *row) if row is reasons[0] else row) for row in reasons]
    known = {_SITUATION, _RESOURCES, _REMARKS, _ACTIVITY, *_REASONS}
    rows += [(label(name), long_text(text, 5)) for name, text in sections.items() if name not in known]
    return rows


def _nature(nature: str | None) -> str:
    if nature is not None and nature not in _NATURES:
        return nature
    return "　".join(f"{'☑' if name == nature else '□'}{name}" for name in _NATURES)


def _funding(filing: Filing) -> list[tuple[FormCell, ...]]:
    given = {name for name, amount in vars(filing.funding).items() if amount is not None}
    lines = [("project_total", "一、项目总预算：")]
    lines += [rare for rare in _RARE_PROJECT if rare[0] in given]
    lines += [*_FUNDING, *(rare for rare in _RARE_ANNUAL if rare[0] in given)]
    rows: list[tuple[FormCell, ...]] = []
    for position, (name, word) in enumerate(lines):
        head = (label("项目资金", 1, len(lines)),) if position == 0 else ()
        amount = money_cell(filing, f"funding.{name}", getattr(filing.funding, name), 3)
        rows.append((*head, label(word, 2), amount))
    return rows


def _targets(filing: Filing, profile: Profile) -> tuple[Grid, ...]:
    activity = narrative_by_label(filing.narrative).get(_ACTIVITY)
    grids = [Grid((30, 30, 112), ((label("项目构成"), label(_ACTIVITY), long_text(activity)),))]
    if filing.indicators:
        grids.append(indicator_grid(filing, profile, note=True))
    if filing.budget_lines:
        grids.append(_breakdown(filing))
    return tuple(grids)


def _breakdown(filing: Filing) -> Grid:
    with_unit = any(line.unit for line in filing.budget_lines)
    heads = ["", "项目名称", "项目内容", "项目明细", "明细金额", "单价", "依据", "数量", "依据", "备注"]
    widths = [17, 20, 14, 28, 25, 20, 10, 14, 10, 14]
    if with_unit:
        heads.insert(8, "单位")
        widths = [16, 18, 12, 26, 24, 20, 9, 13, 11, 9, 14]
    rows = [tuple(map(label, heads))]
    for position, line in enumerate(filing.budget_lines):
        path = f"budget_lines[{position}]"
        row = [label("项目构成分解", 1, len(filing.budget_lines))] if position == 0 else []
        row += [
            value(filing.project_name),
            value(""),
            value(line.item),
            money_cell(filing, f"{path}.amount", line.amount),
            money_cell(filing, f"{path}.unit_price", line.unit_price),
            value(""),
            number_cell(line.quantity),
        ]
        if with_unit:
            row.append(value(line.unit))
        row += [value(""), value(line.note)]
        rows.append(tuple(row))
    rest = len(heads) - 5
    rows.append((label("金额合计", 4), total_cell(filing), *(label("----") for _ in range(rest))))
    return Grid(tuple(widths), tuple(rows), header_rows=1)


def _safeguards() -> Grid:
    heads = (label("制度保障"), label("文件名称"), label("具体措施"), label("保障阶段"))
    names = ("项目管理制度", "预算管理制度", "财务管理制度")
    rows = [heads, *((label(name), value(""), value(""), value(_PHASES)) for name in names)]
    return Grid((30, 46, 50, 46), tuple(rows), header_rows=1)
