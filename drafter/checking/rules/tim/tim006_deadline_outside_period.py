"""TIM006: a deadline or a period of the indicators lies outside the plan."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.words import bare
from drafter.checking.words.clauses import WORDS, said_before
from drafter.language import Mention, extract
from drafter.language.patterns import lazy

_TIME_NAME = lazy(r"时间|日期|时限|期限|节点|时点|进度|时效|及时")
# Recurring days, days of another year and days counted from an event say nothing about the plan's dates.
_RELATIVE = lazy(
    r"每|次|下一?年|翌年|明年|上年|去年|后|起|逐|按[月季]|当[月季]|学年|汛|工作日",
    needs=("每", "次", "下", "年", "后", "起", "逐", "月", "季", "汛", "工作日"),
)
# What ends a project; 2030年底前建成全覆盖网络 may be an outlook.
_DONE = lazy(
    r"(?:年?[底末]|之)?前?(?:[^\W\da-zA-Z_]{0,6}?)(?:竣工|完工|交付|投用|投入使用|通车|验收|印刷|出版|上线运行|全部完成|全面完成)"
)
_OUTLOOK = lazy(r"到|至|规划|远期|展望|力争|争取|后续|质保|运营|续建|二期|三期")
_BEFORE = 16
_LATE = 2
"""Years behind the plan's end that a slip of the year makes; what is further off is an outlook."""
_SERVICE = lazy(
    r"(服务|租赁|租用|实施|建设|合同|运维|运行|维护|托管|外包|保洁|养护|管护|值守|保障|发放|补助|补贴)[^，。]{0,4}"
    r"(期|期限|时间|时长|周期|工期|月数|月份数)$|工期$|租期$",
    needs=("期", "时间", "时长", "月"),
)


@rule(
    "TIM006",
    "deadline-outside-period",
    title_en="A deadline or period outside the plan",
    severity="warning",
    status="stable",
    needs=("indicators", "dates"),
    explained_by=("TIM001", "TIM002"),
    message=(
        "“{indicator}”的期限“{value}”晚于计划完成日期 {end}；请核对期限",
        "the deadline “{value}” of “{indicator}” is after the plan's end, {end}; check the date",
    ),
    variants={
        "early": (
            "“{indicator}”的期限“{value}”早于计划开始日期 {start}，可能是沿用往年的表格",
            "the deadline “{value}” of “{indicator}” is before the plan's start, {start}",
        ),
        "goal": (
            "目标写“{value}”，晚于计划完成日期 {end}；请核对时间",
            "the goal says “{value}”, which is after the plan's end, {end}; check the date",
        ),
        "long": (
            "“{indicator}”为 {value}，长于计划期 {start} 至 {end}（{months} 个月）；请核对",
            "“{indicator}” is {value}, longer than the plan {start} to {end} ({months} months)",
        ),
    },
)
def deadline_outside_period(ledger: Ledger) -> Iterator[Emission]:
    """时限取值越出年度

    ## 检查什么
    指标的完成期限（如“2026年11月底前”“10月31日前”）应在计划开始与完成日期之间；没有写年份的按计划所在的那一年看，
    跨年计划不判断。目标写明年份的竣工、交付、验收、印刷等时间晚于计划完成日期（两年以内）的也是；“力争到某年”
    一类的展望不判断。服务期、工期、租赁时间不应长于整个计划期。“第四季度前”含义两可，“每月10日前”“次年1月”“验收
    后30日”另有起点，都不判断。

    ## 为什么
    期限落在计划期之外，到年底考核时还没有到期，或者早已过去。

    ## 依据
    时效指标反映计划期内的完成时间（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 【2027年3月底前】}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 【2025年11月30日前】}
    ```
    ```yaml
    start_date: 2026-03-01
    end_date: 2026-08-31
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 设备改造完成时间, target: 【10月底前】}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 线路租赁时间, target: "【=24(个月)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 2026年11月底前}
      - {level1: 产出指标, level2: 时效指标, name: 信息报送时间, target: 每月10日前}
      - {level1: 产出指标, level2: 时效指标, name: 款项结清时间, target: 次年1月底前}
      - {level1: 产出指标, level2: 数量指标, name: 线路租赁时间, target: "=12个月"}
      - {level1: 效益指标, level2: 可持续影响指标, name: 设备质保期限, target: "≥3(年)"}
    ```
    """
    start, end = ledger.filing.start_date, ledger.filing.end_date
    if start is None or end is None or start > end:
        return
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    concerned = False
    for position, row in enumerate(ledger.filing.indicators):
        if row.target is None:
            continue
        variant: str | None = None
        timely = ledger.kinds2[position] == "timeliness" or _TIME_NAME.search(row.name) is not None
        if row.target.value is None and timely and not _RELATIVE.search(row.target.raw):
            concerned = True
            variant = _misses(row.target.raw, start, end)
        elif _SERVICE.search(bare(row.name)):
            concerned = True
            variant = "long" if _longer(ledger, position, months) else None
        if variant is not None:
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref("start_date" if variant == "early" else "end_date"), Ref(f"indicators[{position}].name")),
                arguments={
                    "indicator": row.name,
                    "value": row.target.raw,
                    "start": start.isoformat(),
                    "end": end.isoformat(),
                    "months": months,
                },
                variant=variant,
                group=None,
            )
    for path in ("overall_goal", "annual_goal"):
        for mention, value in _ended(ledger, path):
            concerned = True
            first, _ = _days(mention, start, end)
            if first is not None and first > end and first.year - end.year <= _LATE:
                yield Hit(
                    Ref(path, (mention.start, mention.end)),
                    (Ref("end_date"),),
                    arguments={"value": value, "end": end.isoformat()},
                    variant="goal",
                    group=None,
                )
    if not concerned:
        yield NotApplicable()


def _ended(ledger: Ledger, path: str) -> Iterator[tuple[Mention, str]]:
    """The dates with a year by which a goal ends the work, with the words: 2027年10月底前竣工, 2028年底前印刷."""
    text = ledger.text(path)
    for mention in ledger.mentions(path):
        if mention.kind == "date" and not mention.number.startswith("-"):
            done = _DONE.match(text, mention.end)
            clause = said_before(text, mention.start, WORDS, _BEFORE)
            if done is not None and not _OUTLOOK.search(clause) and not _OUTLOOK.search(done[0]):
                yield mention, text[mention.start : done.end()]


def _misses(text: str, start: dt.date, end: dt.date) -> str | None:
    """Whether the last date of a text lies outside the plan: "" after it, "early" before it."""
    dates = [mention for mention in extract(text) if mention.kind == "date"]
    if not dates:
        return None
    first, last = _days(dates[-1], start, end)
    if first is not None and first > end:
        return ""
    if last is not None and last < start:
        return "early"
    return None


def _days(mention: Mention, start: dt.date, end: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day a date may mean; None where the text does not say."""
    found = re.fullmatch(r"(\d{4}|-)-(\d{2})(?:-(\d{2}))?", mention.number.rpartition("~")[2])
    if found is None:
        return None, None
    if found[1] == "-" and start.year != end.year:
        return None, None
    year = end.year if found[1] == "-" else int(found[1])
    month = int(found[2])
    try:
        if found[3] is not None:
            return dt.date(year, month, int(found[3])), dt.date(year, month, int(found[3]))
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None, None


def _longer(ledger: Ledger, position: int, months: int) -> bool:
    """Whether a service or construction period is longer than the plan."""
    quantity = ledger.quantities[position]
    if quantity is None or quantity.comparator in ("<", "<=", "~", "range"):
        return False
    return quantity.dimension == "duration:month" and quantity.interval.low > months
