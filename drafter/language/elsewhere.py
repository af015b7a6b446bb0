"""The noun of a quantity that stands further away: before a mark, a date or a bracket, or at the quantity before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.carried import changed, continues, grows
from drafter.language.heads import is_grade, words_before
from drafter.language.nouns import noun_of, people_in
from drafter.language.objects import AMOUNTS, OCCASIONS, opened_at
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry, same_counted

if TYPE_CHECKING:
    from drafter.language.mention import Mention

_SUMMED = lazy(r"[，,](?:全年)?(?:[共合总累]计|一共|总共|共|全年)")
# An amount for each of what was just named; a total (每月监测1次，共30点次) may be of something else.
_EACH = lazy(r"[，,（(][ ]?按?(?:[人户亩月年场次套台件]均|每[^\W\da-zA-Z_]{1,3})")
_EACH_OF = lazy(r"(?:每[^\W\da-zA-Z_]{1,3}){1,2}")
_RATES_OF_PAY = ("标准", "单价", "均价")
_ATTRIBUTE = lazy(r"(?<=..)(?:厚度|功率|长度|宽度|面积|间距|单价|价格|金额|费用|补贴|工期)$")
_YEAR_FIRST = lazy(r"^[0-9零〇一二三四五六七八九]{4}年度?")
# 按年利率3%计算，最高50万元; 增长5%，达到300万元: the amount is of what the rate is of.
_OF_RATE = lazy(r"[^\W\da-zA-Z_]{0,4}[，,](?:最[高低多])?")
_CALLED = frozenset(("，计", "，共", ",计", ",共"))
_PAID = lazy(r"(?:工资|薪酬|补贴|补助|津贴|优待金|慰问金|救助金|抚恤金|保费)$")
_PERSONS = ("员", "者", "生", "民", "人", "户", "家庭", "师", "兵", "对象")
_COUNTED = frozenset(("count", "measure", "duration"))
_COMMAS = frozenset("，,")
_SINCE = "以来"
_TOTALS = frozenset(("共", "共计", "合计", "总计", "累计", "一共", "总共"))
_TIMES = frozenset(("×", "*", "x", "X", " × ", " x ", "＊", "@"))
# Between the cells of a table that was made plain text.
_CELLS = frozenset("|｜\t")
_OR = frozenset("/／（(")
_CLOSED = lazy(r"(?:[及含]?以[上下内])?[)）]")
_HEADED = 60
_COSTS = frozenset("费金款贴助资")
_ZERO = lazy(r"零(?![售星件部食钱用工])")
_IN_ALL = lazy(r"[，,（(]?(?:为期|总?共计?|合?计|历时)")
_WHEN = frozenset(("date", "year"))
_REST = frozenset(("其余", "余下", "余", "其他", "其它"))
_SENTENCE_END = lazy(r"[。；;！？!?\n]")


def elsewhere(
    text: str, around: tuple[str, str, int], entry: Entry, unit: str | None, previous: Mention | None
) -> str | None:
    """Return the noun of a quantity that has none beside it: before a mark, a date, or the quantity before it."""
    (run, stop, begin), kind = around, entry.kind
    if stop and stop in "（(" and (not run or is_grade(run)):
        # 取证率较上年（76.3%）提高, 护理补贴（一级300元）: the noun stands before the bracket.
        left = previous.end if previous is not None and previous.kind not in ("date", "year") else 0
        noun = _noun_before(text, begin - 1, entry, left)
        return noun or of_previous(text, around, entry, unit, previous)
    if stop and stop in "：:" and kind == "money" and (not run or _EACH_OF.fullmatch(run)):
        # 补贴标准：每人500元
        noun = _noun_before(text, begin - 1, entry)
        if noun is not None and noun.endswith(_RATES_OF_PAY):
            return noun
    if stop and not run and (stop in _CELLS or (stop in "：:" and kind in ("count", "money"))):
        noun = _noun_before(text, begin - 1, entry)
        if kind == "money" and stop in "：:":
            return noun if noun is not None and noun.endswith(AMOUNTS) else _headed(text, begin, entry)
        # 会议费：150人: the cost is not what is counted.
        return None if stop in "：:" and noun is not None and noun[-1] in _COSTS else noun
    if stop and stop == "》" and kind == "count":
        # 《一线见闻》推送52篇: only a verb stands between.
        title = text.rfind("《", max(0, begin - _HEADED), begin)
        return text[title + 1 : begin - 1] or None if title >= 0 else None
    opened = opened_at(text, previous, stop, begin + len(run))
    return (_noun_before(text, opened, entry) if opened else None) or of_previous(text, around, entry, unit, previous)


def of_previous(
    text: str, around: tuple[str, str, int], entry: Entry, unit: str | None, previous: Mention | None
) -> str | None:
    """Return the noun of a quantity that shares the one of the quantity before it, or has it further away."""
    run, stop, begin = around
    kind = entry.kind
    if run in _REST:
        # 技术人员120人，其余60人: others than those just named.
        return None
    if previous is None or _SENTENCE_END.search(text, previous.end, begin) is not None:
        return _further(text, stop, begin, entry) or (_headed(text, begin, entry) if kind == "money" else None)
    if previous.kind in _WHEN and (not stop or _lasts(text, previous, begin + len(run), kind)):
        # 支付进度6月末不低于50%, 用电量较2025年下降2%: the noun stands before the date.
        return _noun_before(text, previous.start, entry)
    if previous.kind == "year" and kind == "count" and stop in _COMMAS and run in _TOTALS:
        # 2024年以来实施的项目，共计11个
        since = _SINCE if text.startswith(_SINCE, previous.end) else ""
        return _noun_before(text, begin - 1, entry, previous.end + len(since))
    if previous.entity is not None:
        between = text[previous.end : begin + len(run)]
        if (between in _OR and stop) or (kind == "count" and previous.kind != "money" and _CLOSED.fullmatch(between)):
            # 危桥13座/486延米, 志书260种（1030册）, 儿童（3—6岁）1200名: the same things, counted otherwise.
            return previous.entity
        # 新增床位180张，改建60张: the same unit again and no noun of its own.
        again = same_counted(unit, previous.unit) and kind in ("count", "money", "measure") and len(between) < 12
        if continues(between, run, stop, kind, again=again):
            # 印刷费：海报1000张×6元，计6000元 is of the cost that heads it.
            of_cost = _headed(text, begin, entry) if between in _CALLED else None
            return of_cost or (None if grows(text, between, kind, previous) else previous.entity)
        if kind == "count" and previous.kind in _COUNTED and previous.unit != unit and _SUMMED.fullmatch(between):
            # 飞防作业两期，累计46架次; behind a list (桌20张、椅5把，共25件) it is of more than the last name.
            listed = "、" in text[max(0, previous.start - _HEADED) : previous.end] or entry.name in OCCASIONS
            # 每月监测1次，全年216点次: of what is monitored.
            listed = listed or previous.unit == "次"
            return None if listed else previous.entity
        if entry.people and previous.kind == "money" and _SENTENCE_END.search(between) is None:
            return _those_paid(previous.entity, between)
        of_rate = kind == "money" and previous.kind == "percent"
        if between[:1] not in "，,计收付（(" and not of_rate:
            if between in _TIMES:
                # 海报1000张×6元
                return previous.entity
            return _headed(text, begin, entry) if kind == "money" else None
        if changed(text, between, begin + len(run), kind, previous):
            return previous.entity
        if of_rate and _OF_RATE.fullmatch(between):
            return previous.entity.split("按", 1)[0] or None
        if _EACH.fullmatch(between):
            # 无障碍改造92户，户均4500元.
            paid = kind == "money" and _PAID.search(previous.entity)
            return previous.entity if previous.kind == kind or paid else _ATTRIBUTE.sub("", previous.entity) or None
    return _headed(text, begin, entry) if kind == "money" else None


def _those_paid(paid: str, between: str) -> str | None:
    # 护理补贴300元，惠及2170人: those the allowance is for.
    people = people_in(paid)
    if people != paid or (between in _TIMES and people.endswith(_PERSONS)):
        # 困难党员每人1000元×120人
        return people
    people = _PAID.sub("", people)
    return people if people != paid and people.endswith(_PERSONS) else None


def _lasts(text: str, previous: Mention, start: int, kind: str) -> bool:
    # 建设工期为2026年4月—2027年10月，共19个月
    lasting = kind == "duration" and previous.comparator == "range"
    return lasting and _IN_ALL.fullmatch(text, previous.end, start) is not None


def _noun_before(text: str, at: int, entry: Entry, left: int = 0) -> str | None:
    run, _, stop, begin = words_before(text, left, at)
    if not run and stop and stop in "：:":
        # 预算执行率：6月底达到50%.
        run, _, _, _ = words_before(text, 0, begin - 1)
    run = _YEAR_FIRST.sub("", run.rstrip("较比"), 1)
    return (noun_of(run, entry.people, entry.rate) or None) if run else None


def _headed(text: str, begin: int, entry: Entry) -> str | None:
    # 会议费：150人，会期2天，合计13.5万元: the name of the cost heads its calculation.
    at = max(text.rfind(colon, max(0, begin - _HEADED), begin) for colon in "：:")
    if at < 0 or _SENTENCE_END.search(text, at, begin) is not None:
        return None
    noun = _noun_before(text, at, entry)
    return noun if noun is not None and noun[-1] in _COSTS else None


def _further(text: str, stop: str, begin: int, entry: Entry) -> str | None:
    # 提供居家照护，每周不少于3小时; 未成年人（未满16周岁）: the noun stands before the mark.
    if stop and stop in "，,（(":
        noun = _noun_before(text, begin - 1, entry)
        # 做到零投诉，争取半年内: a result said for itself, with a zero of its own.
        return None if noun is not None and _ZERO.match(noun) else noun
    return None
