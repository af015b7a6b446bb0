"""TIM002: the planned period and the budget year do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule


@rule(
    "TIM002",
    "period-year",
    title_en="The planned period does not fit the budget year",
    severity="error",
    status="stable",
    needs=("year", "dates"),
    explained_by=("TIM001",),
    message=(
        "预算年度 {year} 不在计划期 {start} 至 {end} 之内；请核对年度和起止日期",
        "budget year {year} is not within the planned period {start} to {end}; check the year and the dates",
    ),
    variants={
        "long": (
            "{nature}的计划期 {start} 至 {end} 超出 {year} 年度；跨年实施的应为阶段性项目",
            "a project of nature {nature} is planned for {start} to {end}, longer than {year}",
        )
    },
)
def period_year(ledger: Ledger) -> Iterator[Emission]:
    """计划期与年度不符

    ## 检查什么
    申报年度必须落在计划开始和完成日期之间。经常性、一次性项目的计划期超出本年度的，提示核对项目性质；阶段性项目可以跨
    年。

    ## 为什么
    年度资金只能用于本年度的计划，期间与年度不符多为沿用上年表格时漏改。

    ## 依据
    绩效目标与一定时期的计划任务相匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    year: 2026
    start_date: 【2025-01-01】
    end_date: 2025-12-31
    ```
    ```yaml
    year: 2026
    project_nature: 一次性项目
    start_date: 2026-01-01
    end_date: 【2027-06-30】
    ```

    ## 正确示例
    ```yaml
    year: 2026
    start_date: 2026-03-01
    end_date: 2026-11-30
    ```
    ```yaml
    year: 2026
    project_nature: 阶段性项目
    start_date: 2025-01-01
    end_date: 2027-12-31
    ```
    """
    filing = ledger.filing
    year, start, end = filing.year, filing.start_date, filing.end_date
    if year is None or start is None or end is None or start > end:
        return
    arguments = {"year": year, "start": start.isoformat(), "end": end.isoformat()}
    if not start.year <= year <= end.year:
        yield Hit(Ref("start_date"), (Ref("end_date"), Ref("year")), arguments=arguments)
        return
    nature = filing.project_nature or ""
    if re.search(r"经常性|一次性", nature) and (start.year < year or end.year > year):
        path = "end_date" if end.year > year else "start_date"
        yield Hit(Ref(path), (Ref("year"),), arguments={**arguments, "nature": nature}, variant="long", severity="info")
