"""TIM004: a year in the goal or the project's name does not fit the form's year."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.language.patterns import lazy

_COMING = lazy(
    r"(?:^|[。；;，,、\n])\s*((?:19|20)\d{2})\s*年(?:度|全年)?(?:，)?(?:计划|预计|拟|将|安排|力争)", needs=("19", "20")
)
# The goal's first words, a verb of the work, or a deadline: no outlook (2030年底前建成全覆盖网络 stays one).
_LATER_WORK = lazy(
    r"^\s*((?:19|2\d|[3-9]\d)\d{2})\s*年(?:度|全年)?(?![\d底末年前至到\-—–~～]|[、，]?\d{4})"
    r"|(?:^|[。；;，,\n])\s*((?:20|[3-9]\d)\d{2})年度?(?:全年|内)?(?=新建|开展|组织|举办|采购|购置|更换|更新|疏通|维修|培训|发放"
    r"|印制|检查|检测|清理|安排|编制|安装)"
)
_HEADER = lazy(
    r"^[（(]?\s*((?:19|20)\d{2})\s*年?\s*(?:至|到|[-－—–~～]{1,2})\s*((?:19|20)\d{2})\s*年?\s*[）)]", needs=("19", "20")
)
# 2021年至2023年，累计更换…: the years that the whole goal is for, unless it tells what was.
_HEADED = lazy(
    r"^(?:在|自|从)?\s*((?:19|20)\d{2})\s*年?\s*(?:至|到|[-－—–~～]{1,2})\s*((?:19|20)\d{2})\s*年(?:底|末)?(?:期间)?[，,：:]"
    r"(?![^。；;\n]{0,60}(?:已|了|曾|基础上|规划|以来))",
    needs=("19", "20"),
)
_YEARS = lazy(
    r"(?<![\d〔\[【])((?:19|20)\d{2})(?:\s*年?\s*(?:至|到|[-－—–~～]{1,2})\s*((?:19|20)\d{2}))?\s*(?:年|(?=[-－—]))",
    needs=("19", "20"),
)
# 2027年预算编制准备, 启动2027年度参保缴费宣传: work of this year for the next.
_AHEAD = lazy(
    r"[^。；;，,\n]{0,24}?(?:准备|筹备|前期工作|(?:预算|计划|方案)编制|编制(?:预算|计划|方案)|参保缴费|征缴|征订|谋划|储备项目|预下达|摸底)"
)
# Paid later than done: the year in such a name is that of the work.
_LATER = lazy(r"尾款|余款|质保|结转|续建|决算|清算|结算|补助清算|欠|追加|预拨|跨年|学年|届")
# 项目实施计划：项目计划于2020年6月启动: the form's own dates should say the same.
_SCHEDULE = lazy(r"(?:^|\n)[^\n：:]{0,8}(?:实施计划|进度安排|进度计划|实施进度)[：:][^\n]*", needs=("计划", "进度"))
_STEP = lazy(
    r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*(?:至|到|[-－—–~～]))[^，。；、\d\n]{0,10}?(?:(启动|开工|动工|开始)|(完工|竣工|完成|结束))"
)


@rule(
    "TIM004",
    "year-mismatch",
    title_en="A year in goal or name does not fit the form's year",
    severity="warning",
    status="stable",
    needs=("year",),
    explained_by=("TIM002", "TIM003"),
    message=(
        "{year} 年度的申报表里写着“{quoted}”，{named} 年不在计划期 {period} 之内",
        "the form is for {year} and planned for {first} to {last}, yet it says “{quoted}”",
    ),
    variants={
        "schedule": (
            "实施计划写“{quoted}”，与计划开始、完成日期 {start} 至 {end} 不一致，请核对",
            "the schedule says “{quoted}”, the form is planned for {start} to {end}",
        ),
        "late": (
            "实施计划写“{quoted}”，晚于计划开始日期 {start}，请核对以哪个为准",
            "the schedule says “{quoted}”, the planned start is {start}: which is right?",
        ),
        "name": (
            "项目名称写的是 {named} 年，申报年度是 {year} 年，请核对是否沿用了往年名称",
            "the project's name says {named}, the form is for {year}",
        ),
        "header": (
            "总目标标明 {named} 年，与申报年度 {year} 不符",
            "the overall goal is headed {named}, the form is for {year}",
        ),
    },
)
def year_mismatch(ledger: Ledger) -> Iterator[Emission]:
    """表头、文本、期间年份不一

    ## 检查什么
    目标中“某年计划”“某年预计”的年份、目标开头或“某年新建”“某年开展”的年份晚于计划期的（为下一年作准备、编制、
    征缴的除外）；总目标开头标明的起止年份不含申报年度的（“（2021—2023年）”，“2021年至2023年，累计……”）；项目名称里的年份与申报年
    度不同的（只作建议，尾款、质保、结转、学年等除外）。早于申报年度的目标年份见 TIM003。
    实施计划写明的（第一个）启动月份晚于计划完成日期的作警告；启动、完成月份落在计划期之外的其他情形（可能是往年已开工）、启动
    月份晚于计划开始日期的，只作建议。

    ## 为什么
    年份互相矛盾，审核人分不清这笔钱是哪一年的事。

    ## 依据
    绩效目标与一定时期的计划任务相匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    annual_goal: 【2027年计划】印制宣传册7000份，居民满意度达90%以上。
    ```
    ```yaml
    project_name: 【2024年便民服务宣传】
    ```

    ```yaml
    narrative: 项目实施计划：项目【2027年6月启动】，年底前完成。
    ```

    ```yaml
    overall_goal: 【2021年至2023年，】累计印制宣传册2万份，宣传覆盖全部街镇。
    ```

    ## 正确示例
    ```yaml
    overall_goal: 2021年至2023年，已建成服务站点12个；到2027年实现街镇全覆盖。
    ```
    ```yaml
    narrative: 项目实施计划：项目2026年1月启动，2026年11月完成。
    ```
    ```yaml
    project_name: 便民服务宣传（2026年）
    annual_goal: 2026年计划印制宣传册7000份，到2030年形成覆盖全区的宣传网络。
    ```
    ```yaml
    project_name: 便民服务宣传（2025—2027年）
    start_date: 2025-01-01
    end_date: 2027-12-31
    project_nature: 阶段性项目
    annual_goal: 本年印制宣传册7000份，2027年计划覆盖全区。
    ```
    ```yaml
    project_name: 2025年道路大修工程尾款
    ```
    """
    filing = ledger.filing
    year = filing.year
    if year is None:
        return
    first = min(year, filing.start_date.year) if filing.start_date is not None else year
    last = max(year, filing.end_date.year) if filing.end_date is not None else year
    period = f"{first}—{last} 年" if first != last else f"{year} 年"
    ends = {"first": first, "last": last}
    for path in ("annual_goal", "overall_goal"):
        text = ledger.text(path)
        coming = [*_COMING.finditer(text)]
        taken = {found.start(1) for found in coming}
        coming += [found for found in _LATER_WORK.finditer(text) if found.start(found.lastindex or 0) not in taken]
        for found in coming:
            at = found.lastindex or 1
            if int(found[at]) > last and not (int(found[at]) == last + 1 and _AHEAD.match(text, found.end(at))):
                arguments = {
                    "year": year,
                    "named": found[at],
                    "quoted": found[0].lstrip("。；;，,、\n "),
                    "period": period,
                    **ends,
                }
                span = (found.start(at), found.end())
                yield Hit(Ref(path, span), (Ref("year"),), arguments=arguments, group=None)
    yield from _schedule(ledger)
    header = _HEADER.match(ledger.text("overall_goal")) or _HEADED.match(ledger.text("overall_goal"))
    if header is not None and not int(header[1]) <= year <= int(header[2]):
        arguments = {"year": year, "named": f"{header[1]}—{header[2]}"}
        yield Hit(Ref("overall_goal", header.span()), (Ref("year"),), arguments=arguments, variant="header", group=None)
    name = filing.project_name or ""
    named = [(int(found[1]), int(found[2] or found[1])) for found in _YEARS.finditer(name)]
    if named and not _LATER.search(name) and not any(low <= year <= high for low, high in named):
        shown = "、".join(str(low) if low == high else f"{low}—{high}" for low, high in named)
        arguments = {"year": year, "named": shown}
        yield Hit(Ref("project_name"), (Ref("year"),), arguments=arguments, variant="name", severity="info", group=None)


def _schedule(ledger: Ledger) -> Iterator[Hit]:
    """Months of the schedule in the description that the planned dates do not allow, or that begin later."""
    start, end = ledger.filing.start_date, ledger.filing.end_date
    if start is None or end is None or start > end:
        return
    first, last = (start.year, start.month), (end.year, end.month)
    for line in _SCHEDULE.finditer(ledger.text("narrative")):
        begun = False
        for step in _STEP.finditer(line[0]):
            month = (int(step[1]), int(step[2]))
            outside = not first <= month <= last
            # Of several stages only the first is the project's start.
            starts = step[3] is not None and not begun
            begun = begun or step[3] is not None
            late = starts and month > first
            if outside or late:
                yield Hit(
                    Ref("narrative", (line.start() + step.start(), line.start() + step.end())),
                    (Ref("start_date"), Ref("end_date")),
                    arguments={"quoted": step[0], "start": start.isoformat(), "end": end.isoformat()},
                    variant="schedule" if outside else "late",
                    # 2024年5月开工 in a form of one year may be how a longer work began.
                    severity=None if starts and month > last else "info",
                    group=None,
                )
