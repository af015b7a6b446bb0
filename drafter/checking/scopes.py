"""Numbers of a goal that say where, for whom or with what the work is done, and not how much of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.checking.dimensions import relation
from drafter.checking.words.clauses import CLAUSE, SENTENCE, said_before, said_behind
from drafter.language import Interval, Mention, bigrams
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.alignment import Pair
    from drafter.checking.ledger import Ledger
    from drafter.checking.quantities import TargetQuantity

_FOR = lazy(r"(?:在|为|对|向|给|面向|针对|围绕|依托|借助|利用|通过)(?:全[区县市镇乡校]|辖区内?的?|本[区县市]的?)?$")
# 在石桥、永丰等4个镇新建农田: some of them are named.
_FOR_NAMED = lazy(r"(?<![正现存])(?:在|为|对|向|给|面向|针对)[^，,。；;：:\d（(）)]{1,30}等$", needs=("等",))
# 为12所学校（初中4所、小学8所）60间教室更换桌椅, 在镇区30个小区、15家单位推行分类: whose they are, and others beside.
_FOR_ALSO = lazy(
    r"(?:在|为|对|向|给|面向|针对|围绕)[^，,。；;：:\d（(）)、]{0,6}"
    r"(?:\d+[^，,。；;：:\d（(）)、]{1,14}(?:[（(][^（()）]{1,40}[）)])?[、和及]?)?$"
)
# 购置冰箱18台，配发至9个乡镇: where what was counted before goes.
_TO = lazy(
    r"(?:配发|发放|分发|配送|下发|投放|安装|布设|部署|派驻|派遣|送达|供应|配备|分配|分布|应用)(?:至|到|给|往|于|在)"
    r"(?:全[区县市镇乡校]|辖区内?的?|本[区县市]的?|各)?$"
)
_CLAUSE_END = lazy(r"[，,。；;：:！!？?\n]")
# The clause behind the places, and the next one.
_FAR = lazy(r"[。；;：:！!？?\n]|[，,][^，,]*[，,]")
_IN = lazy(r"(?:^|[^正现存])在[^，,。；;：:]{0,22}$")
_AND = lazy(r"[^\d]{2,}(?:和|及|与|以及)$")
_WITH = lazy(r"(?:使用|利用|运用|借助|依托|采用|调用|出动|投入)(?=[\d一二两三四五六七八九十])")
# 投入打捞船24艘; what is 投入使用 is what was to be had.
_SENT_IN = lazy(
    r"(?:出动|投入|调集|抽调|调派)(?!使用|运[行营]|生产|试)[^\W\da-zA-Z_]{1,10}$",
    needs=("出动", "投入", "调集", "抽调", "调派"),
)
# 以…为支撑、为依托: what there is.
_RESTING = lazy(r"以(?![上下内外及来后前])[^，,。；;]{0,40}$", needs=("以",))
_RESTS_ON = lazy(
    r"^[^，,。；;]{0,40}?(?<![成作])为(?:支撑|依托|基础|骨干|主体|补充|载体|纽带|节点|网底|阵地)", needs=("为",)
)
_DONE = lazy(r"(?:开展|进行|实施|完成|执行|从事|承担|保障)[^\W\d]{2,}")
# A place and what is done there behind it: 渔港感知设备安装, 社区监控探头更换.
_PLACES = lazy(
    r"(?:行政村|村|社区|小区|街道|乡镇|街镇|镇|乡|县区|学校|校区|院校|园区|景区|片区|灌区|库区|医院|卫生院|公园|渔港|港|码头|"
    r"车站|泵站|水厂|路口|路段|楼宇|窗口|站点|点位|场馆|场所|农场|林场|牧场|企业|单位|家庭)[^\W\d]{3,}"
)
# 12家分馆和38个流通点: one noun and what links it to the next.
_LINKED = lazy(r"[^，,。；;：:\d（(）)、和及与\n]{1,14}(?:[、和及与]|以及)")
_OTHERS = lazy(r"[（(]?[^，,。；;、\d]{0,6}?(?:由[^，,。；;、\d]{1,10}(?:承担|负担|解决)|另[有行]|不[列纳]入)")
_NAMED = 16
_LISTED = 12
_OF_PLACES = frozenset(f"count:{unit}" for unit in "个家所处座户")
_OF_THINGS = frozenset(f"count:{unit}" for unit in ("台套", *"台套件架具只块部辆把组"))


def counts_places(ledger: Ledger, pair: Pair) -> bool:
    """3个渔港感知设备安装 beside 安装感知设备 ≥165台套: the number counts the ports and the row what is put there.

    The units tell, with a place in the noun; so does a row that has the very number: 接入渔港数量 3个.
    """
    mention, quantity = pair.mention, ledger.quantities[pair.indicator]
    if pair.relation != "near" or quantity is None:
        return False
    noun = said_behind(ledger.text("annual_goal"), mention.end, CLAUSE, 24)
    if mention.dimension in _OF_PLACES and quantity.dimension in _OF_THINGS and _PLACES.search(noun):
        return True
    rows = ledger.filing.indicators
    return any(
        at != pair.indicator
        and relation(mention, rows[at], ledger.quantities[at]) == "same"
        and bool(bigrams(rows[at].name) & bigrams(noun))
        for at in ledger.rows_of(mention.interval)
    )


def amount_there(goal: str, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The amount of work in the places of a number: 在4个乡镇新建农田2.4万亩, 为20所学校配置图书5.2万册.

    Of places in the narrow sense it may stand in the next clause (在30个小区推行分类，配置垃圾桶3000组), or before the
    number, where that says where things go (购置冰箱18台，配发至9个乡镇).
    """
    if mention.kind != "count":
        return None
    at, start = _place(mentions, mention), max(0, mention.start - 8)
    if mention.dimension in _OF_PLACES and at and _TO.search(goal, max(0, mention.start - 14), mention.start):
        before = mentions[at - 1]
        return before if before.kind in ("count", "measure") and not SENTENCE.search(goal, before.end, start) else None
    direct = _FOR.search(goal, start, mention.start) or _FOR_NAMED.search(goal, max(0, start - 30), mention.start)
    if not direct and _FOR_ALSO.search(said_before(goal, mention.start, _CLAUSE_END, 70)) is None:
        return None
    # 为47个社区60周岁以上老人服务1200人次: whom it is for lies between.
    behind = next((one for one in mentions[at + 1 :] if one.start >= mention.end and one.kind != "age"), None)
    listed = not direct or mention.dimension in _OF_PLACES
    if behind is not None and listed and behind.dimension in _OF_PLACES and goal[behind.start - 1] in "、和及":
        behind = next((one for one in mentions[at + 2 :] if one.start >= behind.end), None)
    if behind is None or behind.kind not in ("count", "measure"):
        return None
    if CLAUSE.search(goal, mention.end, behind.start) is None:
        return behind
    in_places = mention.dimension in _OF_PLACES and _FAR.search(goal, mention.end, behind.start) is None
    return behind if in_places and _IN.search(goal, max(0, mention.start - 24), mention.start) else None


def parts_behind(goal: str, mention: Mention, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The numbers behind one in its sentence that come to it: 站点12个，其中国控2个另有经费，市控6个、乡镇4个."""
    if mention.kind not in ("count", "measure") or mention.interval is None:
        return ()
    parts: list[Mention] = []
    total = Interval.point(0)
    for one in mentions[_place(mentions, mention) + 1 :][:_LISTED]:
        if one.dimension != mention.dimension or one.interval is None:
            continue
        if SENTENCE.search(goal, mention.end, one.start) is not None:
            break
        parts.append(one)
        total += one.interval
        if total == mention.interval and len(parts) > 1:
            return parts
    return ()


def others_pay(goal: str, mention: Mention) -> bool:
    """国控站2个由上级承担运维费用, 转移任务500批次（经费另行下达）: what the money of the project is not for."""
    return _OTHERS.match(goal, mention.end) is not None


def counts_the_rest(goal: str, mention: Mention, quantity: TargetQuantity) -> bool:
    """县文化馆、县图书馆和18个文化站开放 beside 开放馆站数量 20: the row counts the two that are named as well."""
    before = said_before(goal, mention.start, CLAUSE, 60)
    if mention.kind != "count" or mention.interval is None or _AND.search(before) is None:
        return False
    named = len([name for name in re.split(r"[、和及与]|以及", before) if name])
    return mention.interval + Interval.point(named) == quantity.interval


def counts_a_part(goal: str, mention: Mention, mentions: Sequence[Mention], quantity: TargetQuantity) -> bool:
    """为12家分馆和38个流通点配送 beside 配送点位数 50: the row counts those named on both sides of 和 and 、."""
    if mention.kind != "count" or quantity.interval.low <= 0:
        return False
    at = _place(mentions, mention)
    first, last = at, at
    while first and at - first < _LISTED and _beside(goal, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and last - at < _LISTED and _beside(goal, mentions[last], mentions[last + 1]):
        last += 1
    total: Interval | None = None
    for one in mentions[first : last + 1]:
        if one.interval is None:
            return False
        total = one.interval if total is None else total + one.interval
    return last > first and total == quantity.interval


def _beside(goal: str, one: Mention, other: Mention) -> bool:
    """Two counts of one list, whatever each is counted in; the noun of the first stands between."""
    alike = one.kind == other.kind == "count" and one.comparator == other.comparator
    return alike and other.start - one.end <= _NAMED and _LINKED.fullmatch(goal, one.end, other.start) is not None


def _place(mentions: Sequence[Mention], mention: Mention) -> int:
    return bisect_left(mentions, mention.start, key=_start)


def _start(mention: Mention) -> int:
    return mention.start


def is_means(goal: str, mention: Mention) -> bool:
    """使用3套固定设备和2套移动设备开展监测, 以14个分馆为支撑的服务网络: with what the work is done."""
    if mention.kind != "count":
        return False
    before = said_before(goal, mention.start, CLAUSE)
    after = said_behind(goal, mention.start, _CLAUSE_END, 60)
    if _RESTING.search(before) and _RESTS_ON.search(after):
        return True
    if _SENT_IN.search(before):
        return True
    return _WITH.search(before + after[:1]) is not None and _DONE.search(after) is not None
