"""Whose noun a quantity has when the one before its number is not it: that of the quantity before, or one behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.noun_behind import noun_after
from drafter.language.nouns import verbs
from drafter.language.objects import OCCASIONS, is_thing
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry

if TYPE_CHECKING:
    from drafter.language.mention import Mention

# 占累计人数的9% is a share of a total and none.
_TOTAL = lazy(r"(?<!占)(?:[共合总累小]计|一共|总共)")
_CHANGE = lazy(r"同比|环比|[较比]|增长|提高|提升|上升|下降|降低|减少|增加|压缩|缩短|涨|降")
_SENTENCE_END = lazy(r"[。；;！？!?\n]")
_AMOUNTS = frozenset(("count", "money", "measure"))
_RATES = frozenset(("percent", "multiple"))
_DIVIDED = frozenset(("分成", "分为"))
_REACHING = ("达", "突破")
_CHANGED_BY = lazy(r"，(?:[同环]比|[较比](?:上年|去年)(?:同期)?)?(?:增加|减少|增长|下降|上升|多|少)了?")


def leads_on(text: str, around: tuple[str, str, int], end: int, entry: Entry, previous: Mention | None) -> bool:
    """Return True if a noun stands behind a count and before it only where that is, or the names of those counted.

    Args:
        text: the whole text.
        around: the words before the number, the mark that stops them and where they begin.
        end: where the quantity ends.
        entry: its unit as read.
        previous: the quantity before it.
    """
    run, stop, begin = around
    if entry.kind != "count" or not "一" <= text[end : end + 1] <= "鿿":
        return False
    if run[-1:] == "在" or (entry.name == "个" and run[-2:] in _DIVIDED):
        # 联合在6个派出所设点, 队员分成4个小组
        return True
    # 包括宣传部、财务部5个部室: names side by side, none with a number of its own.
    if stop != "、" or entry.name in OCCASIONS or (previous is not None and previous.end == begin - 1):
        return False
    noun = noun_after(text, end)
    if noun is None or not text.startswith(noun, end) or noun[:2] in verbs().parting:
        return False
    # 抓好东山、西山两个重点县建设
    return is_thing(noun.removesuffix("建设"))


def changed(text: str, between: str, at: int, kind: str, previous: Mention) -> bool:
    """Return True if an amount says by how much or to what a rate changed what that is of.

    Args:
        text: the whole text.
        between: what stands between the rate and the amount or its comparator.
        at: where that ends.
        kind: the kind of the amount.
        previous: the rate.
    """
    if kind == "count" and previous.kind == kind and previous.unit is None:
        # 诊疗人次1.3亿，比上年增加900万人次
        return _CHANGED_BY.fullmatch(between) is not None
    if kind not in _AMOUNTS or previous.kind not in _RATES:
        return False
    # 同比下降4%，同比减少3件; 基地增加一倍，达到80家
    return _CHANGED_BY.fullmatch(between) is not None or (between == "，" and text.startswith(_REACHING, at))


def grows(text: str, between: str, kind: str, previous: Mention) -> bool:
    """Return True if a rate is a growth behind a share of something, and so not of what that is the share of.

    税收5亿元，完成年度任务的54%，同比增长24%: of the taxes.

    Args:
        text: the whole text.
        between: what stands between the share and the rate or its comparator.
        kind: the kind of the second.
        previous: the share.
    """
    # 漏损率由现状的14%降至9% is one rate.
    shared = kind == "percent" == previous.kind and between[:1] == "，" and text[previous.start - 1] == "的"
    return shared and _CHANGE.search(between) is not None


def continues(between: str, run: str, stop: str, kind: str, *, again: bool) -> bool:
    """Return True if a quantity without a noun of its own speaks of the noun of the quantity before it."""
    if _TOTAL.search(between) or _SENTENCE_END.search(between):
        return False
    if again or not stop or stop == "、" or between in ("，", ",", ", "):
        # 由20个工作日压缩至5个工作日, 3批、150人次.
        return again or ("，" not in between and "," not in between) or kind == "percent"
    return kind in ("percent", "multiple", "fraction") and (_CHANGE.search(between) is not None or bool(run))
