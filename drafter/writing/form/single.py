"""The single-sheet form of Shanghai's districts since 2021, which most provinces use in their own words."""

from __future__ import annotations

from drafter.filing import Filing
from drafter.profiles import Profile
from drafter.writing.form.grid import FormCell, FormPage, Grid, label, long_text, value
from drafter.writing.form.narrative import narrative_sections
from drafter.writing.form.printed import money_cell, year_line
from drafter.writing.form.tables import budget_grid, indicator_grid

_WIDTHS = (25, 29, 29, 25, 22, 18, 24)

_FUNDING = (
    (("project_total", "项目资金总额："), ("annual_total", "年度资金申请总额：")),
    (("fiscal_total", "其中：财政资金"), ("current_appropriation", "其中：当年财政拨款")),
    (None, ("carryover", "上年结转资金")),
    (("project_other", "其他资金"), ("other", "其他资金")),
)
# Only some forms ask for these; they are printed where the filing has them.
_RARE_FUNDING = (
    ("upper_level", "上级财政拨款"),
    ("own_level", "本级财政安排"),
    ("lower_level", "下级财政配套"),
    ("last_year_budget", "同名项目上年预算额"),
    ("last_year_execution", "同名项目上年预算执行数"),
)


def single_pages(filing: Filing, profile: Profile, *, stacked: bool = False) -> tuple[FormPage, ...]:
    """The form on one sheet; the cost breakdown follows where there is one.

    Args:
        filing: The filing.
        profile: Gives the printed words.
        stacked: Print one goal below the other, for carriers without columns wide enough for both.
    """
    goals = _stacked_goals if stacked else _goals
    rows = _project_rows(filing, profile) + _funding_rows(filing, profile) + goals(filing, profile)
    grids = [Grid(_WIDTHS, tuple(rows))]
    if filing.indicators:
        grids.append(indicator_grid(filing, profile))
    if filing.budget_lines:
        grids.append(budget_grid(filing))
    title = filing.form or profile.title
    return (FormPage("绩效目标申报表", title, year_line(filing.year), "", "", tuple(grids)),)


def _project_rows(filing: Filing, profile: Profile) -> list[tuple[FormCell, ...]]:
    words = profile.labels
    start, end = filing.start_date, filing.end_date
    rows: list[tuple[FormCell, ...]] = [
        (
            label(words.get("project_name", "项目名称")),
            value(filing.project_name, 2),
            label(words.get("project_nature", "项目性质")),
            value(filing.project_nature),
            label(words.get("project_category", "项目类别")),
            value(filing.project_category),
        ),
        (
            label(words.get("department", "主管部门")),
            value(filing.department, 2),
            label(words.get("implementer", "实施单位")),
            value(filing.implementer, 3),
        ),
        (
            label(words.get("start_date", "计划开始日期")),
            value(start.isoformat() if start else "", 2),
            label(words.get("end_date", "计划完成日期")),
            value(end.isoformat() if end else "", 3),
        ),
    ]
    rows += [(label(name), long_text(text, 6)) for name, text in narrative_sections(filing.narrative)]
    return rows


def _funding_rows(filing: Filing, profile: Profile) -> list[tuple[FormCell, ...]]:
    sides = list(_FUNDING)
    sides += [(None, rare) for rare in _RARE_FUNDING if getattr(filing.funding, rare[0]) is not None]
    rows: list[tuple[FormCell, ...]] = []
    for position, (left, right) in enumerate(sides):
        head = (label("项目资金（元）", 1, len(sides)),) if position == 0 else ()
        if left is None:
            project = (label(""), FormCell(kind="number"))
        else:
            project = (label(_word(profile, *left)), _amount(filing, left[0], 1))
        rows.append((*head, *project, label(_word(profile, *right), 2), _amount(filing, right[0], 2)))
    return rows


def _word(profile: Profile, name: str, usual: str) -> str:
    return profile.labels.get(name, usual)


def _amount(filing: Filing, name: str, colspan: int) -> FormCell:
    return money_cell(filing, f"funding.{name}", getattr(filing.funding, name), colspan)


def _goals(filing: Filing, profile: Profile) -> list[tuple[FormCell, ...]]:
    # Many filings leave the overall goal blank; the room then goes to the annual one.
    left, right = (3, 3) if filing.overall_goal else (2, 4)
    return [
        (
            label("项目绩效目标", 1, 2),
            label(profile.labels.get("overall_goal", "项目总目标"), left),
            label(profile.labels.get("annual_goal", "年度总体目标"), right),
        ),
        (long_text(filing.overall_goal, left), long_text(filing.annual_goal, right)),
    ]


def _stacked_goals(filing: Filing, profile: Profile) -> list[tuple[FormCell, ...]]:
    return [
        (
            label("项目绩效目标", 1, 2),
            label(profile.labels.get("overall_goal", "项目总目标")),
            long_text(filing.overall_goal, 5),
        ),
        (label(profile.labels.get("annual_goal", "年度总体目标")), long_text(filing.annual_goal, 5)),
    ]
