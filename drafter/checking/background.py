"""Numbers of a goal that say how things stand or stood, told by the year of their sentence or by its place."""

from __future__ import annotations

import re

from drafter.checking.words.clauses import SENTENCE
from drafter.language import Mention
from drafter.language.patterns import lazy

_YEAR = lazy(r"(?<!\d)((?:19|20)\d{2})\s*年度?(?!底|末|前)", needs=("19", "20"))
# 2024年毕业的198名学生: the year says who.
_WHO = lazy(r"[^，,。；;：:\d]{0,8}的")
_NOW = lazy(r"计划|拟|预计|将|确保|力争|今年|本年|年内|新增|在此基础上|底前")
_DONE = lazy(r"已|截至|截止|上年|去年|(?:19|20)\d{2}年")
# Work is promised with a verb: a sentence that has none of them says how things are.
_WORK = lazy(
    r"计划|拟|预计|将|确保|力争|保证|完成|新[增建装设开]|开展|举办|组织|达|实现|[购添]置|采购|印[制刷]|制作|建设|改造|更[新换]|维[修护]|养护|修[缮复]|招[录聘收]|[聘雇]用"
    r"|今年|本年|年内|全年|提[高升供]|降低|巡查|巡检|检查|检测|监测|走访|慰问|发放|补[助贴]|救助|资助|奖励|支持|扶持|安[排装]|覆盖率?达|培训|培育"
    r"|受理|办理|印发|编制|清运|清理|派[驻遣]|评审|评估|落实|推进|推广|做好|保障|配[备置送发]|治理|整治|处置|筛查|接种|出版|拍摄|投放|实施|服务|宣传"
    r"|租[赁用]|订阅|引进|创建|打造|每[年月季周日]|确定|控制|不[低少高超]于?"
)


def says_how_it_was(text: str, mention: Mention, year: int | None) -> bool:
    """Whether a number belongs to a past year, or to the state of things told before the plan of the year begins.

    2024年抽检4025批次，问题发现率为2.3%。2025年计划…; 就业率达到60%以上（2024年为57.8%）; 森林面积86万亩。2026年聘用….

    Args:
        text: The goal.
        mention: The number.
        year: The year of the filing.
    """
    if year is None or mention.comparator not in ("=", "~", ">"):
        return False
    ends = [found.end() for found in SENTENCE.finditer(text, 0, mention.start)]
    start = ends[-1] if ends else 0
    return _of_past_year(text, mention, start, year) or _before_the_plan(text, mention, start, year)


def _of_past_year(text: str, mention: Mention, start: int, year: int) -> bool:
    years = list(_YEAR.finditer(text, start, mention.start))
    if not years or int(years[-1][1]) >= year:
        return False
    since = text[years[-1].end() : mention.start]
    if re.search(r"[）)]", since) and not re.search(r"[（(]", since):
        # （2025年救助98名）。为105名: the year ends with its bracket.
        return False
    if _NOW.search(since) or _WHO.match(since):
        return False
    if text[years[-1].start() - 1 : years[-1].start()] in ("（", "("):
        return True
    # A goal copied from last year with its year names no other: what it says may well be meant.
    return _names(text, year) or (start > 0 and not _WORK.search(since))


def _before_the_plan(text: str, mention: Mention, start: int, year: int) -> bool:
    """森林面积86.5万亩，覆盖率62.3%。2026年聘用…: a sentence without a verb of work before the year's own begins."""
    stop = SENTENCE.search(text, mention.end)
    if stop is None or _names(text[: stop.start()], year):
        return False
    # 馆藏档案26.8万卷，截至2025年底已完成数字化18.5万卷: what is done is no plan.
    clauses = re.split(r"[，,]", text[start : stop.start()])
    if any(_WORK.search(clause) and not _DONE.search(clause) for clause in clauses):
        return False
    opens = rf"\s*(?:(?:计划|预计|本?项目)?(?:{year}\s*年|今年|本年)|(?:20\d{{2}}年)?(?:计划|拟))"
    return re.match(opens, text[stop.end() :]) is not None


def _names(text: str, year: int) -> bool:
    return re.search(rf"(?<!\d){year}\s*年|今年|本年", text) is not None
