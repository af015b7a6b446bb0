"""TIM003: the goal sets a target for a year that is over."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.funding import funding_interval
from drafter.checking.lines import agree
from drafter.language.patterns import lazy

_CLAUSE = lazy(r"[^。；;！？\n]+")
_PLAN = lazy(r"预计|计划|拟|将|力争|确保|底前")
_VALUE = lazy(r"实现|完成|达到?|不低于|不超过|不少于|控制在|保持在|为\s*[\d零〇]|率为|杜绝|不发生|不出现")
_WORK = lazy(
    r"^度?(?:全年|内|，|,|将|我[局委中]|本[局委中]心?|区)?(?:开展|组织|举办|印制|印刷|采购|购置|建设|新建|改造|更新|维修|养护|培训|发放|提供"
    r"|安排|配备|继续|推进|落实|做好|保障|招录|聘用|制作|编制|修缮|实施|新增|增加|治理|整治|修复|慰问|救助|资助|检查|抽检"
    r"|监测|巡查|招收|聘请|出版|拍摄|支持|扶持|投放|清运|处置|受理|办理|筛查|接种|全区|全年|[为对在向]\S)"
)
# What happened, what a rule is called, what is paid for a past year, a comparison: a past year belongs there.
_PAST = lazy(
    r"已|了|曾|上年|去年|往年|以来|截至|截止|同比|相比|比较|较|环比|增长|下降|自\s*$|从\s*$|根据|按照|依据|文件|印发|通知|办法|规定|〔|\[|【"
    r"|缴纳|结转|清算|结算|尾款|余款|欠|补缴|补发|兑现|^度?的?[^，。]{0,4}(考核|决算|审计|绩效评价|残疾人|汇算|年报)|验收后|基础上|建成|启动|至今|^起|^的"
)
# How things stood: a fact about a year, not a target for it.
_STATE = lazy(r"共有|现有|户籍|人口|存量|基数|现状|辖区|据统计|显示|发生|存在|取得|成效|累计|实际|平均")
_RANGE = lazy(r"(19|20)\d{2}\s*年?\s*(?:至|到|-|－|—|–|~|～)\s*((?:19|20)\d{2})", needs=("19", "20"))
_YEAR = lazy(r"(?<!\d)((?:19|20)\d{2})\s*年(?!版|修订|第)", needs=("19", "20"))
_DONE = lazy(r"已|了|曾")
# 2025年入学的新生, 2025年9月1日前入园的幼儿: the year says who, not when.
_WHO = lazy(
    r"^[^，。]{0,8}(?:入学|毕业|入园|竣工|建成|购置|采购|签订|录用|招录|认定|评定|登记|参保|出生|退役|退休|发生|投入|改造|下达|申报|立项)的"
)
# What comes to be of it this year: 2023年建成4200盏，今年继续维护.
_THEN = lazy(r"今年|本年|目前|现|继续|基础上|后续|其后|以来|已")
_COMPARED = lazy(r"度?(?:为|是|仅|只|约)+[ ]?\d[^，,。；;]{0,14}$")
_AFTER_A_NUMBER = lazy(r"\d[^，,。；;：:（(\d]{0,8}[，,（(]$")
_NEAR = 120
"""Characters around a year that say what it is about."""
_RECENT = 3
"""A goal copied with its year is a few years old; an older year in it is history."""
_SENTENCE = 40
"""Characters between a year and the money that is said to be its."""


@rule(
    "TIM003",
    "stale-year",
    title_en="The goal sets a target for a past year",
    severity="warning",
    status="stable",
    needs=("annual_goal", "year"),
    explained_by=("TIM002",),
    message=(
        "{year} 年度的目标里写着“{quoted}”，{stale} 年早于申报年度，可能是沿用上年文字时漏改；请改为本年度的安排",
        "the goal for {year} says “{quoted}”: {stale} is over, perhaps left from last year's text; bring it up to date",
    ),
    variants={
        "money": (
            "项目说明里写着“{quoted}”，金额正是 {year} 年度的预算，年份可能是沿用上年文字时漏改；请核对",
            "the explanation says “{quoted}”, which is the budget of {year}: the year may be last year's text",
        )
    },
)
def stale_year(ledger: Ledger) -> Iterator[Emission]:
    """目标中年份陈旧

    ## 检查什么
    年度目标中设定指标、计划或期限的句子，如果写着早于申报年度的年份，就提示。说明往年事实（“2023年完成了……”）、文
    件年份、征缴上年款项（“缴纳2025年的保障金”）、包含本年度的规划期（“2024—2026年”）都不提示。
    写着往年而所写的数正是指标表里本年指标值的（“2023年更换路灯4200盏”，指标“路灯更换数量”4200盏），也提示。
    以年份开头、没有指标值和期限的句子（“2025年为12所小学更新课桌椅”），三年以内的看作漏改，更早的看作背景；判断时看年份
    前后 120 字。三年、120 字是本工具自定的界限。
    项目说明写往年安排而金额正是本年度预算、通篇又没有写本年度的，也提示。

    ## 为什么
    最常见的成因是复制上年目标漏改年份；目标指向已经过去的年度，无法考核。

    ## 依据
    绩效目标与计划期内的任务相匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    annual_goal: 建立健全巡检机制，【2025年】系统重大故障率为0%，服务对象满意度达95%。
    ```

    ```yaml
    annual_goal: 建立健全巡检机制，【2025年】生产安全责任事故为零，服务对象满意度达95%。
    ```
    ```yaml
    annual_goal: 【2025年】为12所小学更新课桌椅2400套，8月25日前全部安装到位，师生满意度达到90%。
    ```

    ```yaml
    annual_goal: 完善服务网络。【2022年】共印制宣传册7000份，居民满意度达90%。
    ```

    ## 正确示例
    ```yaml
    annual_goal: 建立健全巡检机制，2026年系统重大故障率为0%，服务对象满意度达95%。
    ```
    ```yaml
    annual_goal: 中心在2024年完成了体验区建设，2026年继续做好体验区维护，设备完好率达98%。
    ```
    ```yaml
    annual_goal: 落实《2024年便民服务实施方案》，印制宣传册7000份，居民满意度达90%以上。
    ```
    ```yaml
    annual_goal: 按时足额缴纳2025年的残疾人就业保障金。
    ```
    ```yaml
    annual_goal: 2025年全区垃圾分类达标率达到95%，2026年巩固提升至97%。
    ```
    """
    text, year = ledger.text("annual_goal"), ledger.filing.year
    if year is None:
        return
    # 2023年……，2026年……: a goal that goes on to name the year tells the two apart.
    named = max((found.start() for found in re.finditer(rf"{year}\s*年|今年|本年", text)), default=-1)
    for clause in _CLAUSE.finditer(text):
        covered = [found.span() for found in _RANGE.finditer(clause[0]) if int(found[2]) >= year]
        past, then = _PAST.search(clause[0]) is not None, _THEN.search(clause[0]) is not None
        for found in _YEAR.finditer(clause[0]):
            stale = int(found[1])
            before = bisect_right(covered, (found.start(), len(text)))
            inside = before > 0 and found.start() < covered[before - 1][1]
            at, to = clause.start() + found.start(), clause.start() + found.end()
            if stale >= year or inside or _in_title(clause[0], found.start()):
                continue
            sets = _sets_target(clause[0], found.span(), named > at, year - stale) or (
                named < at and not then and _of_this_year(ledger, (at, to))
            )
            looks_after = year - stale <= _RECENT and clause[0].endswith("做好", 0, found.start())
            if not sets and (not looks_after or named > at or past):
                continue
            yield Hit(
                Ref("annual_goal", (at, to)),
                (Ref("year"),),
                arguments={"year": year, "stale": stale, "quoted": _quote(clause[0], found.start())},
                # 做好2024年防汛工作 may be meant: some work of a year is finished in the next one.
                severity=None if sets else "info",
                group=None,
            )
    yield from _money_of_another_year(ledger, year)


def _money_of_another_year(ledger: Ledger, year: int) -> Iterator[Hit]:
    """2024年安排资金842.4万元, in the explanation of 2025 whose budget that is."""
    text, funding = ledger.text("narrative"), ledger.filing.funding
    total = funding.annual_total
    if not text or not total or total in (funding.last_year_budget, funding.last_year_execution):
        return
    if re.search(f"{year}|本年", text):
        return
    annual = funding_interval(ledger.filing, "annual_total")
    years = "|".join(str(year - age) for age in range(1, _RECENT + 1))
    mentions = ledger.mentions("narrative")
    starts = [one.start for one in mentions]
    for found in re.finditer(rf"({years})\s*年度?", text):
        amount = next(iter(mentions[(at := bisect_left(starts, found.end())) : at + 1]), None)
        if amount is None or amount.kind != "money" or amount.interval is None or not agree(amount.interval, annual):
            continue
        between = text[found.end() : amount.start]
        if len(between) <= _SENTENCE and not re.search(r"[。；;\n]", between):
            yield Hit(
                Ref("narrative", (found.start(), found.end())),
                (Ref("year"),),
                arguments={"year": year, "stale": int(found[1]), "quoted": text[found.start() : amount.end]},
                variant="money",
                group=None,
            )


def _in_title(clause: str, at: int) -> bool:
    """《2024年防汛工作方案》 is what a document is called."""
    near = max(0, at - _NEAR)
    return clause.rfind("《", near, at) > clause.rfind("》", near, at)


def _sets_target(clause: str, span: tuple[int, int], contrasted: bool, age: int) -> bool:
    """Whether the words around the year, from the comma before to the next, promise something for it."""
    before = clause[max(0, span[0] - 12) : span[0]].rpartition("，")[2]
    rest = clause[span[1] : span[1] + _NEAR]
    # 就业率达到60%以上（2024年为57.8%）: what the promise is compared with.
    compared = _AFTER_A_NUMBER.search(clause, max(0, span[0] - _NEAR), span[0])
    clause = clause[max(0, span[0] - _NEAR) : span[1] + _NEAR]
    after = re.split(r"[，,]", rest, maxsplit=1)[0] or re.split(r"[，,]", rest[1:], maxsplit=1)[0]
    if compared and _COMPARED.match(after):
        return False
    deadline = re.match(r"\s*(年?底|末|\d{1,2}月\S{0,4})?\s*(之?前|以前)", after)
    if _PAST.search(before) or _DONE.search(after) or _WHO.search(after) or (_PAST.search(after) and not deadline):
        return False
    if deadline or _PLAN.search(after) or _PLAN.search(before):
        return True
    if contrasted or _STATE.search(clause):
        return False
    if _VALUE.search(after) or _VALUE.search(before):
        return True
    # 2025年为12所学校更新课桌椅: work begun with the year, and no other year named.
    return age <= _RECENT and not before.strip() and not _PAST.search(clause) and bool(_WORK.match(after))


def _of_this_year(ledger: Ledger, span: tuple[int, int]) -> bool:
    """2023年更换路灯4200盏 beside 更换路灯数量 4200盏: what the year is said of is what this year's table promises."""
    text = ledger.text("annual_goal")
    part = re.split(r"[，,。；;：:（(\n]", text[span[1] : span[1] + _NEAR], maxsplit=1)[0]
    before = text[max(0, span[0] - 12) : span[0]]
    if not part.strip() or _PAST.search(part) or _WHO.search(part) or _STATE.search(part):
        return False
    if _PAST.search(before):
        return False
    return any(
        pair.sure
        and pair.role == "promise"
        and span[1] <= pair.mention.start < span[1] + len(part)
        and (quantity := ledger.quantities[pair.indicator]) is not None
        and pair.mention.interval is not None
        and agree(pair.mention.interval, quantity.interval)
        for pair in ledger.alignment.pairs
    )


def _quote(clause: str, start: int) -> str:
    part = re.split(r"[，,]", clause[start : start + _NEAR], maxsplit=1)[0]
    return part if len(part) <= 30 else part[:29] + "…"
