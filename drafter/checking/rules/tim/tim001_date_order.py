"""TIM001: a date cannot be read, or the plan ends before it starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule


@rule(
    "TIM001",
    "date-order",
    title_en="A date cannot be read, or the plan ends before it starts",
    severity="error",
    status="stable",
    message=(
        "计划开始日期 {start} 晚于计划完成日期 {end}",
        "the plan starts on {start}, after it ends on {end}",
    ),
    variants={"unreadable": ("日期“{printed}”不是有效日期", "“{printed}” is not a valid date")},
)
def date_order(ledger: Ledger) -> Iterator[Emission]:
    """日期无法解析或先后颠倒

    ## 检查什么
    计划开始日期不能晚于计划完成日期；印出的日期必须是日历上存在的日期。写法不限：2026-01-01、2026/1/1、2026年1月1日都
    可以；只写到月、年或写“长期”的不判断。

    ## 为什么
    起止日期决定预算年度和支付进度，颠倒或不存在的日期无法执行。

    ## 依据
    申报表必填项，格式规范、无错项（财预〔2015〕88号 审核要点“完整性”）。

    ## 错误示例
    ```yaml
    start_date: 【2026-12-31】
    end_date: 2026-01-01
    ```
    ```yaml
    start_date: 【】
    printed: {start_date: 2026年2月30日}
    ```

    ## 正确示例
    ```yaml
    start_date: 2026-01-01
    end_date: 2026-12-31
    ```
    """
    filing = ledger.filing
    wrong = False
    for path in ("start_date", "end_date"):
        printed = filing.printed.get(path, "").strip()
        if getattr(filing, path) is None and printed and not _whole_month().fullmatch(printed):
            wrong = True
            yield Hit(Ref(path), arguments={"printed": printed}, variant="unreadable", severity="warning")
    if filing.start_date is None or filing.end_date is None:
        if not wrong:
            yield Lacking("没有读到计划开始或完成日期", "no start or end date was read", "start_date")
        return
    if filing.start_date > filing.end_date:
        yield Hit(
            Ref("start_date"),
            (Ref("end_date"),),
            arguments={"start": filing.start_date.isoformat(), "end": filing.end_date.isoformat()},
            arithmetic=f"{filing.start_date.isoformat()} > {filing.end_date.isoformat()}",
        )


@cache
def _whole_month() -> re.Pattern[str]:
    """A period printed to the month or the year, or open: no day is named, so none can be wrong."""
    return re.compile(
        r"(?:19|20)\d{2}\s*(?:年度?|[-/.年]\s*(?:1[0-2]|0?[1-9])\s*月?[底末初份]?)|长期|持续.{0,4}|常年|每年"
    )
