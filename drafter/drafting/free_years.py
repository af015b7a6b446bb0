"""The budget year and the period of a free text. Two years that could both be meant are asked about."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from drafter.drafting.free_found import Found
from drafter.language.patterns import lazy

YEAR = lazy(r"(?<!\d)((?:19|20)\d{2})\s*(?:年度|年|财年)")
RELATIVE = lazy(r"明年|今年|后年|来年|下一?年度|本年度")
PAST = lazy(r"去年|上年(?!结转|度?结余)|往年|上一年|前年")
_SPAN = lazy(
    r"(?P<first>20\d{2})\s*年?\s*(?:(?P<from>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?\s*(?:[-—–~～]+|至|到)\s*"
    r"(?:(?P<last>20\d{2})\s*年)?\s*(?:(?P<to>\d{1,2})月)?(?:(?P<end>\d{1,2})日)?(?:底|末)?"
)
_MONTHS = lazy(
    r"(?:项目|实施|服务|建设|培训|活动)?(?:时间|期限|周期|期)?[:：为是从在]*(?P<from>\d{1,2})月(?:份)?(?:[-—–~～]+|至|到)(?P<to>\d{1,2})月(?:份|底|末)?(?:期间)?(?:开展|实施|进行|举办|执行|完成)?"
)
_SCHOOL = lazy(r"20\d{2}(?:\s*[-—–~～至]\s*20\d{2})?\s*学年(?:度|第?[一二上下]学期)?")
_OLD_SPAN = lazy(
    r"((?:19|20)\d{2})\s{0,2}年?\s{0,2}(?:[-—–~～]{1,2}|至|到)\s{0,2}((?:19|20)\d{2})\s{0,2}年(?:期间|之?间)?(?!度)"
)
_FAR_TOO_MANY = 50
"""Spans of years that no brief names; those behind them stay as they are."""
# What leads up to a period (实施期限2026—2028年, 计划于…, 自…); 组织2023—2026年新入职职工 says which things.
_OF_THE_PERIOD = lazy(r"(?:^|期限?|时间|周期|年度|期间|时限|计划|拟|将|预计|安排|[于在从自为是：:（(]|\s)$")
_MADE_THEN = lazy(
    r"[新已]?(?:建成|建设|修建|新建|竣工|完工|投入使用|投运|投用|安装|购置|采购|配置|改造|入职|毕业|出生|登记|形成|产生|移交|认定|退役|入库)(?:并[^\W\d]{2,6})?的"
)
_DONE = lazy(r"已|累计|曾|了")
_PLANNED = lazy(r"计划|拟|预算|年度|准备|将|安排|申请")


def read_years(found: Found, text: str) -> str:
    """Settle year and period; the text is given back without the period's words."""
    if school := _SCHOOL.search(text):
        # 2027学年 is no budget year; the one it begins in is as good a guess as the next.
        said = school[0]
        text = _SCHOOL.sub("", text)
        if not YEAR.search(text):
            zh = f"“{said}”跨两个预算年度，请用 --year 指明或写进简述"
            found.ask("year", zh, f"{said} is part of two budget years; write the year or give --year")
    # 2027年1-12月: one 月 stands for both.
    text = re.sub(r"(?<=年)(\d{1,2})(?=[-—–~～至到]\d{1,2}月)", r"\1月", text)
    label = re.search(r"(?:预算)?(?:年度|年份)\s*[:：]\s*((?:19|20)\d{2})", text)
    text = _period(found, _old_spans_off(found, text))
    years = {int(match[1]) for match in YEAR.finditer(text)}
    planned = {
        int(match[1])
        for clause in re.split(r"[，,。；;\n]", text)
        for match in YEAR.finditer(clause)
        if _PLANNED.search(clause) and not PAST.search(clause)
    }
    span = {found.fields[name].year for name in ("start_date", "end_date") if name in found.fields}
    if label:
        found.fields["year"] = int(label[1])
    elif len(years) == 1 or len(planned) == 1:
        found.fields["year"] = (planned if len(planned) == 1 else years).pop()
    elif not years and len(span) == 1:
        found.fields["year"] = span.pop()
    elif years or span:
        said = "、".join(f"{year}年" for year in sorted(years | span))
        found.ask("year", f"文中有 {said}，分不清哪个是预算年度", f"{said}: which one is the budget year?")
    elif relative := RELATIVE.search(text):
        found.ask(
            "year",
            f"“{relative[0]}”是哪一年？简述没有写年份，请用 --year 指明或写进简述",
            f"which year is {relative[0]}? write it into the brief or give --year",
        )
    return text


def _old_spans_off(found: Found, text: str) -> str:
    """A text without the years its things are of (馆藏1998—2010年档案), where it names a later one; they are told."""
    if not _OLD_SPAN.search(text):
        return text
    named = [int(match[1]) for match in YEAR.finditer(_OLD_SPAN.sub("", text))]
    latest, kept, end = max(named, default=0), list[str](), 0
    for match in _OLD_SPAN.finditer(text):
        before = re.split(r"[，,。；;、\n]", text[max(0, match.start() - 60) : match.start()])[-1]
        if not int(match[1]) < int(match[2]) < latest or _OF_THE_PERIOD.search(before) or _DONE.search(before):
            continue
        after = re.split(r"[，,。；;、\n\d]", text[match.end() : match.end() + 24])[0]
        if not after or _DONE.search(after):
            continue
        if len(kept) == _FAR_TOO_MANY:
            break
        found.leave(f"{match[0]}{after}")
        kept.append(text[end : match.start()])
        made = _MADE_THEN.match(text, match.end())
        end = made.end() if made else match.end()
    return "".join((*kept, text[end:]))


def _period(found: Found, text: str) -> str:
    for match in _SPAN.finditer(text):
        if not (match["last"] or (match["from"] and match["to"])):
            continue
        first, last = int(match["first"]), int(match["last"] or match["first"])
        start, end = _day(first, match["from"] or "1", match["day"] or "1"), _last_day(last, match["to"], match["end"])
        if start is None or end is None:
            continue
        found.fields["start_date"], found.fields["end_date"] = start, end
        rest = re.sub(r"^(?:实施|执行|开展|期间|三年|两年|[:：，,])+", "", text[match.end() :])
        head = re.sub(
            r"(?:(?:实施期限|项目期限|实施周期|起止时间|时间|期限|周期)?[:：为自从]*|(?:拟|计划|预计|将)[于在])$",
            "",
            text[: match.start()],
        )
        return f"{head}{rest}"
    return text


def says_months(clause: str) -> bool:
    """Whether a clause is a period without its year and nothing else: 6月至9月完成."""
    return _MONTHS.fullmatch(clause) is not None


def months_of(found: Found) -> None:
    """A period without its year (实施时间3月到10月), in the one budget year of the text."""
    year = found.fields.get("year")
    for clause in list(found.left):
        match = _MONTHS.fullmatch(clause)
        if match is None or year is None or "start_date" in found.fields:
            continue
        start, end = _day(year, match["from"], "1"), _last_day(year, match["to"], None)
        if start is not None and end is not None and start < end:
            found.fields["start_date"], found.fields["end_date"] = start, end
            found.left.remove(clause)


def _last_day(year: int, month: str | None, day: str | None) -> dt.date | None:
    number = int(month or 12)
    if not 1 <= number <= 12:
        return None
    return _day(year, str(number), day or str(calendar.monthrange(year, number)[1]))


def _day(year: int, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(year, int(month), int(day))
    except ValueError:
        return None
