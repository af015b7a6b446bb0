"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.carried import changed, continues, leads_on
from drafter.language.data import words
from drafter.language.heads import AFTER_QUANTITY_FIRST, RUN, WINDOW, certain, is_grade, is_payer, of_grade, with_grade
from drafter.language.nouns import noun_after as noun_behind
from drafter.language.nouns import noun_of, people_in, verbs
from drafter.language.objects import AMOUNTS, OCCASIONS, behind_age, led_to, object_behind, of_them, opened_at
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry, same_counted

if TYPE_CHECKING:
    from drafter.language.mention import Mention

_HAN = r"一-鿿"
# 内存条, 前端机, 下水道: words of their own.
_AFTER_QUANTITY = lazy(
    r"^(?:及?[之以]?(?:前(?![端置台])|内(?![部存科镜设容胆饰涝河])|上(?![门网级岗半])|下(?![水属级岗乡沉半]))|后(?![勤备台厨])|起|期间|底前|末|左右)"
)
_SUMMED = lazy(r"[，,](?:全年)?(?:[共合总累]计|一共|总共|共|全年)")
# An amount for each of what was just named; a total (每月监测1次，共30点次) may be of something else.
_EACH = lazy(r"[，,（(][ ]?(?:[人户亩月年场次套台件]均|每[^\W\da-zA-Z_]{1,3})")
_ATTRIBUTE = lazy(r"(?<=..)(?:厚度|功率|长度|宽度|面积|间距|单价|价格|金额|费用|补贴|工期)$")
_YEAR_FIRST = lazy(r"^[0-9零〇一二三四五六七八九]{4}年度?")
# 按年利率3%计算，最高50万元; 增长5%，达到300万元: the amount is of what the rate is of.
_OF_RATE = lazy(r"[^\W\da-zA-Z_]{0,4}[，,](?:最[高低多])?")
_CODE_END = lazy(r"^[0-9]+号?")
# Characters that are no noun of their own: 、共30人, 、新建3座.
_PARTS = frozenset(
    "共约近达超为计有各按需由从到至在于含占或及和与均每又再仅只已另余新改扩建购买植修设挖换印办租铺栽补增拆迁加减退引"
)
_CALLED = frozenset(("，计", "，共", ",计", ",共"))
_PAID = lazy(r"(?:工资|薪酬|补贴|补助|津贴|优待金|慰问金|救助金|抚恤金|保费)$")
_PERSONS = ("员", "者", "生", "民", "人", "户", "家庭", "师", "兵", "对象")
_COUNTED = frozenset(("count", "measure", "duration"))
_TIMES = frozenset(("×", "*", "x", "X", " × ", " x ", "＊", "@"))
# Between the cells of a table that was made plain text.
_CELLS = frozenset("|｜\t")
_OR = frozenset("/／（(")
_CLOSED = lazy(r"(?:[及含]?以[上下内])?[)）]")
_HEADED = 60
_COSTS = frozenset("费金款贴助资")
_ZERO = lazy(r"零(?![售星件部食钱用工])")
_OF = 2
_SHORT_FORM = lazy(r"[^\W\da-zA-Z_][（(][^\W\da-zA-Z_][)）]")
_SENTENCE_END = lazy(r"[。；;！？!?\n]")
# Read backwards from the number: blanks, a short bracket or a title, the run of words, what stops it.
_BACK = lazy(
    rf"[ \u3000\xa0]*(?:[)）][^()（）]{{0,12}}[(（])?(?:》(?P<title>[^《》]{{1,24}})《)?"
    rf"([{_HAN}A-Za-z0-9.·&]*(?:”[^“”]{{1,10}}“[{_HAN}A-Za-z0-9.·&]*)*)(.?)",
    re.DOTALL,
)


def words_before(text: str, left: int, start: int) -> tuple[str, str | None, str, int]:
    """Return what stands before ``start`` in the same clause, not reaching over ``left``.

    Returns:
        The run of words, the title in 《》 behind it if there is one, the mark that stops the run (empty at
        ``left``), and where the run begins.
    """
    low = start - WINDOW
    backwards = text[low if low > left else left : start][::-1]
    match = RUN.match(backwards)
    if match is not None:
        size = match.end()
        stop = backwards[size : size + 1]
        if stop != "”":
            begin = start - size
            return text[begin:start], None, stop, begin
    match = _BACK.match(backwards)
    if match is None:
        return "", None, "", start
    title, run, stop = match.groups()
    return run[::-1], title and title[::-1], stop, start - match.end(2)


def entity_of(
    text: str,
    before: tuple[str, str | None, str, int],
    end: int,
    entry: Entry,
    unit: str | None,
    bounded: bool,
    previous: Mention | None,
) -> str | None:
    """Return the noun phrase a quantity belongs to, or None if none stands beside it.

    Args:
        text: the whole text.
        before: what :func:`words_before` found before the quantity and its comparator.
        end: where the quantity or the comparator after it ends.
        entry: its unit as read.
        unit: its unit as reported.
        bounded: whether a comparator stands behind it.
        previous: the quantity before it, for 同比增长8% and for 3批、150人次.
    """
    run, title, stop, begin = before
    if not stop and run[:1] in AFTER_QUANTITY_FIRST and previous is not None:
        run = _AFTER_QUANTITY.sub("", run, 1)
    if stop and stop in "-－" and run[:1].isdecimal():
        # 400-810-1234接通率, CG-2026-018号金额: the end of a code is no part of the name.
        run = _CODE_END.sub("", run, 1)
    own = title or (noun_of(run, entry.people, entry.rate) if len(run) > 1 else "")
    sure = bool(own) and certain(own, run)
    return chosen(text, own, sure, (run, stop, begin), end, entry, unit, bounded, previous)


def chosen(
    text: str,
    own: str,
    sure: bool,
    around: tuple[str, str, int],
    end: int,
    entry: Entry,
    unit: str | None,
    bounded: bool,
    previous: Mention | None,
) -> str | None:
    """Return the noun of a quantity: the one that the words before it name, or one behind it or further away.

    Args:
        text: the whole text.
        own: the noun that the words before it name, "" if they name none.
        sure: whether that is a noun beyond doubt; asked of units only that lead to a noun behind them.
        around: those words, the mark that stops them and where they begin.
        end: as for :func:`entity_of`, like all that follows.
        entry: its unit as read.
        unit: its unit as reported.
        bounded: whether a comparator stands behind it.
        previous: the quantity before it.
    """
    run, kind = around[0], entry.kind
    if not entry.rate and is_grade(own):
        graded = with_grade(previous.entity, own) if previous is not None and previous.entity is not None else None
        if graded is not None or is_payer(own, kind):
            return graded or own
        return of_grade(own, _elsewhere(text, around, entry, unit, previous) or "")
    if kind == "age" and text.startswith("的", end):
        # 3至6周岁的儿童: an age describes what follows.
        noun = noun_behind(text, end)
        if noun is not None:
            return noun
    if entry.leads_bounded if bounded else entry.leads:
        # A run that reaches back to the quantity before is the noun of that one (十个方面二十项举措).
        if own and not around[1] and previous is not None and own == previous.entity:
            own = ""
        if own and sure and not leads_on(text, around, end, entry, previous):
            if "一" <= text[end : end + 1] <= "鿿":
                # 调阅六家医院的病案: the verb was taken for a noun.
                return object_behind(text, end, own, entry) or own
            return own
        noun = noun_behind(text, end) or (behind_age(text, end) if text[end : end + 1].isdecimal() else None)
        if noun is not None:
            return (of_them(noun, run, unit, previous) if previous is not None else None) or noun
        if own and own[-1] != "的" and own not in verbs().place:
            return own
    elif (noun := led_to(text, own, around, end, kind, previous)) is not None:
        return noun
    elif own and own[-1] != "的":
        return (object_behind(text, end, own, entry) if kind == "money" else None) or own
    if run[-2:-1] == "一" and text.startswith("的", end):
        # 组建一支30人的队伍
        return noun_behind(text, end)
    short = _short(text, around, end, entry, previous) if not own and (run or kind == "money") else None
    if kind in ("percent", "fraction") and len(own) > _OF and own[-1] == "的" and own[:-1] not in words("former"):
        return _whole(text, own, around, entry, unit, previous)
    return short or _elsewhere(text, around, entry, unit, previous)


def _whole(
    text: str, own: str, around: tuple[str, str, int], entry: Entry, unit: str | None, previous: Mention | None
) -> str | None:
    if previous is not None and around[1] and around[1] in "，," and around[0][:1] in ("为", "是"):
        # 完成投资80亿元，为年计划的95%: of what was named, and not of the plan.
        return _of_previous(text, around, entry, unit, previous)
    # 完成总工程量的60%, 支付至合同价的70%: what it is the share of, where nothing is said to have it.
    return own[:-1].rpartition("支付至")[2]


def _short(text: str, around: tuple[str, str, int], end: int, entry: Entry, previous: Mention | None) -> str | None:
    # 羊12万只、牛1.8万头: one character in a list; 开展2次应急演练: what is held so often stands behind; 给予500元补贴.
    if entry.kind == "money":
        return object_behind(text, end, "", entry)
    run, stop, begin = around
    if len(run) == 1:
        # 村（居）256个
        if (named := _SHORT_FORM.match(text, begin)) is not None:
            return named[0]
        listed = stop and stop in "、（(" and previous and previous.kind == entry.kind and run not in _PARTS
        return run if listed else None
    return noun_behind(text, end) if entry.name in OCCASIONS and run[-2:] in words("letting-count") else None


def _elsewhere(
    text: str, around: tuple[str, str, int], entry: Entry, unit: str | None, previous: Mention | None
) -> str | None:
    """Return the noun of a quantity that has none beside it: before a mark, a date, or the quantity before it."""
    (run, stop, begin), kind = around, entry.kind
    if stop and stop in "（(" and (not run or is_grade(run)):
        # 取证率较上年（76.3%）提高, 护理补贴（一级300元）: the noun stands before the bracket.
        left = previous.end if previous is not None and previous.kind not in ("date", "year") else 0
        noun = _noun_before(text, begin - 1, entry, left)
        return noun or _of_previous(text, around, entry, unit, previous)
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
    return (_noun_before(text, opened, entry) if opened else None) or _of_previous(text, around, entry, unit, previous)


def _of_previous(
    text: str, around: tuple[str, str, int], entry: Entry, unit: str | None, previous: Mention | None
) -> str | None:
    """Return the noun of a quantity that shares the one of the quantity before it, or has it further away."""
    run, stop, begin = around
    kind = entry.kind
    if previous is None or _SENTENCE_END.search(text, previous.end, begin) is not None:
        return _further(text, stop, begin, entry) or (_headed(text, begin, entry) if kind == "money" else None)
    if not stop and previous.kind in ("date", "year"):
        # 支付进度6月末不低于50%, 用电量较2025年下降2%: the noun stands before the date.
        return _noun_before(text, previous.start, entry)
    if previous.entity is not None:
        between = text[previous.end : begin + len(run)]
        if (between in _OR and stop) or (kind == "count" and previous.kind != "money" and _CLOSED.fullmatch(between)):
            # 危桥13座/486延米, 志书260种（1030册）, 儿童（3—6岁）1200名: the same things, counted otherwise.
            return previous.entity
        # 新增床位180张，改建60张: the same unit again and no noun of its own.
        again = same_counted(unit, previous.unit) and kind in ("count", "money", "measure") and len(between) < 12
        if continues(between, run, stop, kind, again=again):
            # 印刷费：海报1000张×6元，计6000元 is of the cost that heads it.
            return (_headed(text, begin, entry) if between in _CALLED else None) or previous.entity
        if kind == "count" and previous.kind in _COUNTED and previous.unit != unit and _SUMMED.fullmatch(between):
            # 飞防作业两期，累计46架次; behind a list (桌20张、椅5把，共25件) it is of more than the last name.
            listed = "、" in text[max(0, previous.start - _HEADED) : previous.end] or entry.name in OCCASIONS
            # 每月监测1次，全年216点次: of what is monitored.
            listed = listed or previous.unit == "次"
            return None if listed else previous.entity
        if entry.people and previous.kind == "money" and _SENTENCE_END.search(between) is None:
            # 护理补贴300元，惠及2170人: those the allowance is for.
            people = people_in(previous.entity)
            if people == previous.entity:
                if between in _TIMES and people.endswith(_PERSONS):
                    # 困难党员每人1000元×120人
                    return people
                people = _PAID.sub("", people)
                return people if people != previous.entity and people.endswith(_PERSONS) else None
            return people
        if between[:1] not in "，,计收付（(":
            if between in _TIMES:
                # 海报1000张×6元
                return previous.entity
            return _headed(text, begin, entry) if kind == "money" else None
        if changed(text, between, begin + len(run), kind, previous):
            return previous.entity
        if kind == "money" and previous.kind == "percent" and _OF_RATE.fullmatch(between):
            return previous.entity.split("按", 1)[0] or None
        if _EACH.fullmatch(between):
            # 无障碍改造92户，户均4500元.
            return previous.entity if previous.kind == kind else _ATTRIBUTE.sub("", previous.entity) or None
    return _headed(text, begin, entry) if kind == "money" else None


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
