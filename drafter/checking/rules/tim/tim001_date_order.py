"""TIM001: a date cannot be read, or the plan ends before it starts."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.checking.slips import one_slip
from drafter.language.patterns import lazy

# 22月15日, 6月35日, 3027年9月; 24个月 and 36月龄 are no dates.
_DATED = lazy(
    r"(?:(?<!\d)(?P<year>\d{4})年)?(?<![\d.])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|[份]?[底末初前]|[上中下]旬)"
    r"|(?<!\d)(?P<far>\d{4})年(?=\d{1,2}月)",
    needs=("月",),
)
# 3026年, 2205—2027年, 2027—2025年; 5000年文明 and 距今5300—4300年 are no dates.
_YEARS = lazy(
    r"(?<![\d.])(?P<first>\d{4})(?:年?[—–~～至-]{1,2}(?P<last>\d{4}))?年(?!历史|文明|以[上前])", needs=("年",)
)
_EVERY_MONTH = lazy(r"每月(?P<day>\d{1,2})[日号]", needs=("每月",))
_TEXTS = ("annual_goal", "overall_goal", "narrative")
_CENTURY, _FUTURE, _DAYS = 100, 2100, 31
_NEAR = 5
"""Years before and after the one of the form that a plan speaks of."""


@rule(
    "TIM001",
    "date-order",
    title_en="A date cannot be read, or the plan ends before it starts",
    severity="error",
    status="stable",
    message=(
        "计划开始日期 {start} 晚于计划完成日期 {end}；请核对两个日期",
        "the plan starts on {start}, after it ends on {end}; check both dates",
    ),
    variants={"unreadable": ("日期“{printed}”不是有效日期，请改正", "“{printed}” is not a valid date: put it right")},
)
def date_order(ledger: Ledger) -> Iterator[Emission]:
    """日期无法解析或先后颠倒

    ## 检查什么
    计划开始日期不能晚于计划完成日期；印出的日期必须是日历上存在的日期。写法不限：2026-01-01、2026/1/1、2026年1月1日都
    可以；只写到月、年或写“长期”的不判断。目标和指标值里的期限也必须存在：“13月底前”“6月31日前”“每月35日前”为警告；
    各段文字里不可能的年份（3026年、2027—2025年）也一样。

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

    ```yaml
    annual_goal: 年内印制宣传册7000份，【6月31日】前完成投放，居民满意度达90%以上。
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
    for hit in _impossible(ledger):
        wrong = True
        yield hit
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


def _impossible(ledger: Ledger) -> Iterator[Hit]:
    """Dates of the goal and of the targets that no calendar has."""
    for path in _TEXTS:
        for found in _YEARS.finditer(ledger.text(path)):
            if not _plausible(found, ledger.filing.year):
                yield _unreadable(Ref(path, found.span()), found[0])
    goal = ledger.text("annual_goal")
    for found in _EVERY_MONTH.finditer(goal):
        if not 1 <= int(found["day"]) <= _DAYS:
            yield _unreadable(Ref("annual_goal", found.span()), found[0])
    for found in _DATED.finditer(goal):
        if not _exists(found):
            yield _unreadable(Ref("annual_goal", found.span()), found[0])
    for at, row in enumerate(ledger.filing.indicators):
        raw = row.target.raw if row.target is not None and "月" in row.target.raw else ""
        if (wrong := next((found for found in _DATED.finditer(raw) if not _exists(found)), None)) is not None:
            yield _unreadable(Ref(f"indicators[{at}].target"), wrong[0])


def _unreadable(place: Ref, printed: str) -> Hit:
    return Hit(place, arguments={"printed": printed}, variant="unreadable", severity="warning", group=None)


def _plausible(found: re.Match[str], year: int | None) -> bool:
    """Whether years may be meant: those far off are an age (距今4350年) unless one slip makes them a year near by."""
    years = [int(one) for one in found.groups() if one is not None]
    if years != sorted(years) and years[0] < _FUTURE:
        return False
    near = range(year - _NEAR, year + _NEAR + 1) if year is not None else ()
    far = [one for one in years if one >= _FUTURE and one % _CENTURY]
    return not any(one_slip(Decimal(one), Decimal(other)) for one in far for other in near)


def _exists(found: re.Match[str]) -> bool:
    if found["far"]:
        return 1900 <= int(found["far"]) < 2100
    year, month = int(found["year"] or 2024), int(found["month"])
    if not 1900 <= year < 2100 or not 1 <= month <= 12:
        return False
    return found["day"] is None or 1 <= int(found["day"]) <= monthrange(year, month)[1]


@cache
def _whole_month() -> re.Pattern[str]:
    """A period printed to the month or the year, or open: no day is named, so none can be wrong."""
    return re.compile(
        r"(?:19|20)\d{2}\s*(?:年度?|[-/.年]\s*(?:1[0-2]|0?[1-9])\s*月?[底末初份]?)|长期|持续.{0,4}|常年|每年"
    )
