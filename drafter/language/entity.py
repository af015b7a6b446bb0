"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.carried import leads_on
from drafter.language.data import words
from drafter.language.elsewhere import elsewhere, of_previous
from drafter.language.heads import AFTER_QUANTITY_FIRST, POINTING, certain, is_grade, is_payer, of_grade, with_grade
from drafter.language.noun_behind import noun_after as noun_behind
from drafter.language.nouns import noun_of, verbs
from drafter.language.objects import OCCASIONS, counted_behind, led_to, lets, object_behind, of_them
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry, same_counted

if TYPE_CHECKING:
    from drafter.language.mention import Mention

# 内存条, 前端机, 下水道: words of their own.
_AFTER_QUANTITY = lazy(
    r"^(?:及?[之以]?(?:前(?![端置台]|[一二三四两0-9]个?(?:季度|月))|内(?![部存科镜设容胆饰涝河])|上(?![门网级岗半])|下(?![水属级岗乡沉半]))|后(?![勤备台厨])|起|期间|底前|末|左右)"
)
_CODE_END = lazy(r"^[0-9]+号?")
# Characters that are no noun of their own: 、共30人, 、新建3座.
_PARTS = frozenset(
    "共约近达超为计有各按需由从到至在于含占或及和与均每又再仅只已另余新改扩建购买植修设挖换印办租铺栽补增拆迁加减退引"
)
_OF = 2
# Of so many of these the words before say which they are.
_WAYS = frozenset(("方式", "方面", "形式", "途径", "渠道", "模式", "阶段", "环节", "领域", "层面", "维度"))
_MADE_ADJECTIVE = frozenset("性化")
_SHORT_FORM = lazy(r"[^\W\da-zA-Z_][（(][^\W\da-zA-Z_][)）]")


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
        return _graded(text, own, around, end, entry, unit, previous)
    if kind == "age" and text.startswith("的", end):
        # 3至6周岁的儿童: an age describes what follows.
        noun = noun_behind(text, end)
        if noun is not None:
            return noun
    if entry.leads_bounded if bounded else entry.leads:
        if own and _leads_only(text, own, around[1], end, previous):
            own = ""
        noun = _led(text, own, sure, around, end, entry, unit, previous)
        if noun is not None:
            return noun
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
    if not short and not own and kind == "count" and "一" <= text[end : end + 1] <= "鿿" and lets(run):
        # 打破壁垒，新建3处便民…: what is counted stands behind, known or not, and in no clause before.
        return None
    return short or elsewhere(text, around, entry, unit, previous)


def _again(own: str, entry: Entry, unit: str | None, previous: Mention | None) -> str | None:
    # 新建公厕15座、改造8座: a verb alone, and the same things again.
    if previous is None or own not in verbs().head or entry.people or unit in OCCASIONS:
        return None
    return previous.entity if same_counted(unit, previous.unit) else None


def _graded(
    text: str,
    grade: str,
    around: tuple[str, str, int],
    end: int,
    entry: Entry,
    unit: str | None,
    previous: Mention | None,
) -> str:
    whole = with_grade(previous.entity, grade) if previous is not None and previous.entity is not None else None
    if whole is not None or is_payer(grade, entry.kind):
        return whole or grade
    if entry.kind == "count" and entry.leads and (noun := noun_behind(text, end)) is not None:
        # 选取省级12个试点项目
        return grade + noun
    return of_grade(grade, elsewhere(text, around, entry, unit, previous) or "")


def _leads_only(text: str, own: str, stop: str, end: int, previous: Mention | None) -> bool:
    """Return True if the words before a number only lead to what stands behind it, a noun though they seem."""
    # A run that reaches back to the quantity before is the noun of that one (十个方面二十项举措).
    # 目前这70公里的硬化工程, 改造12个50户以上的村寨.
    return (
        (not stop and previous is not None and own == previous.entity)
        or own[-1] in POINTING
        or (text[end : end + 1].isdecimal() and lets(own) and counted_behind(text, end) is not None)
    )


def _led(
    text: str,
    own: str,
    sure: bool,
    around: tuple[str, str, int],
    end: int,
    entry: Entry,
    unit: str | None,
    previous: Mention | None,
) -> str | None:
    if (
        own
        and entry.kind == "count"
        and text[end : end + 2] in _WAYS
        and text[end + 2 : end + 3] not in _MADE_ADJECTIVE
    ):
        # 采取线上、线下两种方式: the words before say which.
        return text[end : end + 2]
    if own and sure and not leads_on(text, around, end, entry, previous):
        if "一" <= text[end : end + 1] <= "鿿":
            # 调阅六家医院的病案: the verb was taken for a noun.
            return object_behind(text, end, own, entry) or own
        return own
    noun = counted_behind(text, end)
    if noun is not None:
        return (of_them(noun, around[0], unit, previous) if previous is not None else None) or noun
    if own and own[-1] != "的" and own not in verbs().place:
        return _again(own, entry, unit, previous) or own
    return None


def _whole(
    text: str, own: str, around: tuple[str, str, int], entry: Entry, unit: str | None, previous: Mention | None
) -> str | None:
    if previous is not None and around[1] and around[1] in "，," and around[0][:1] in ("为", "是"):
        # 完成投资80亿元，为年计划的95%: of what was named, and not of the plan.
        return of_previous(text, around, entry, unit, previous)
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
    held = entry.name in OCCASIONS and (run[-2:] in words("letting-count") or run[-3:] in words("letting-hold"))
    return noun_behind(text, end) if held else None
