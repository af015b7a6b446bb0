"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.data import rows

if TYPE_CHECKING:
    from drafter.language.mention import Mention

_HAN = r"一-鿿"
_WINDOW = 30
# What follows a verb when it is part of a noun: 培训率, 审核数量, 服务对象, 管理费.
_NOMINAL = frozenset(
    "率量数额度费款金者员班册期时限人对机标合情工价成方单面点中前后类及和与、的类型站所室处队厅化性力业案项资证件率后"
)
# Single words of the tail that are the end of a longer word: 签约, 具有, 统计.
_PART_OF = {
    "约": "签节预履违公", "有": "所拥具享持国公含", "达": "下传送直", "到": "收签报", "由": "理自", "计": "统会设审估", "在": "现存", "为": "行作",
    "共": "公", "均": "人户", "近": "附最", "以": "可所", "都": "首成", "分": "部得评积总满百", "含": "包", "是": "于但", "满": "圆", "就": "成", "即": "立",
}  # fmt: skip
# Units after which no noun of theirs follows: 2人负责…, 800人次参加….
_BARE_UNITS = frozenset("人 人次 户次 件次 场次 台次 人·天 人·月 人·年 人天 人月 人日 人份 台套 批次 户 次 份".split())
_PEOPLE = frozenset("人 人次 名 位 户 户次 家 对".split())
_STOP_HEAD = re.compile(
    r"[和及与、并且或于由对从向将按经均都已达每全共等是不未需应可使被把后前内其各以即则也又且再还至到因如若约近超比较进参用给在为占]"
    r"|分别|开展|进行|完成|负责|提供|实现|确保|同比|环比|累计|组织|举办|发放|建成|投入|获得|通过|覆盖|包括|包含|平均|免费|及时|顺利|正常|逐步"
    r"|有效|成功|初步|如期|受理|办结|办理|完工|竣工|交付|验收|考核|启动|提交|上线|响应|到达|修复|解决|支付|结算|办妥|审结|更新|更换"
)
_STOP_INSIDE = re.compile(
    r"[二三四五六七八九十两的和及与、并或由以将均每达需且使被]|不少于|不低于|超过|进行|用于|提供|实现|负责|参加|参与|完成|分别|开展|总计|合计|共计|考核|覆盖|占"
)
_AFTER = re.compile(
    rf"[ ]?(的)?([{_HAN}A-Za-z·]{{1,14}}(?:“[^“”]{{1,10}}”[{_HAN}]{{0,6}})?|“[^“”]{{1,10}}”[{_HAN}]{{0,6}})"
)
_TITLED_AFTER = re.compile(r"[ ]?《([^《》]{1,20})》")
_PARTICLES = re.compile(
    r"(?:[的了为将把让在于向给从是拟、]|对(?![象口接])|由(?!于)|以(?![上下内外])|各(?!类)|其(?![中他])|共(?![同享建])|和(?!谐|睦)|与|及(?!时|格)"
    r"|或|并(?![行网发])|等(?!级)|按(?![时期])|含(?!量|税)|自(?!动|来|助|主|我|然|愿|行|身|筹|有)|该)+"
)
_SHARE = re.compile(r"占(?![比地用])")
_FORMER = re.compile(
    r"(?:扩[展大]|提[高升]|增[加长]|上升|达)?[至到为是]?(?:原来|原先|原有|上年|去年|往年|同期|上一年度?)(?:同期)?的$"
)
_COPULA = re.compile(r"(?<![作行成认人较以因视称即])为(?=..)|(?<!可|就|但)是(?=..)|使(?![用命])(?=..)")
_AFTER_DATE = re.compile(r"^(?:[之以]?前|后|起|内|期间|底前|末)")
_RATES = frozenset(("percent", "fraction", "multiple"))
_LED = frozenset("为对向给在由与于把将")
_COMPARED = re.compile(r"较(?![大高好强重多少快长])|(?<![占对])比(?![例率重对赛选价武学])")
_TOTAL = re.compile(r"[共合总累]计|一共|总共")
_CHANGE = re.compile(r"同比|环比|[较比]|增长|提高|提升|上升|下降|降低|减少|增加|压缩|缩短|涨|降")
_SENTENCE_END = re.compile(r"[。；;！？!?\n]")
# 每户补贴, 一年两次, 二是完善: what opens a clause and is no part of a name.
_OPENING = re.compile(
    r"(?:每[半一两三四五六七八九十]?个?(?:季度|工作日|[年月周日天季人户家名次场件所户村校班队例台辆])"
    r"|每(?:平方米|公里|公顷|亩|吨|床|部|套|份|科|页|米)|[一二三四五六七八九十两]{1,2}(?:年|个月|周|天|日|是)|[人户亩年月日]均)+"
)
_OPENING_FIRST = frozenset("每一二三四五六七八九十两人户亩年月日")
_SHORT = frozenset("县村镇区市乡省校院桥楼站点")
_EMPTY = frozenset("上半年 下半年 RMB CNY 人民币 季度 月度 年度 年初 年中 年末 年底 期间 其中 目前 以上 以下 单位 金额 共计 合计 总计 累计 比例 左右".split())
# Read backwards from the number: blanks, a short bracket or a title, the run of words, what stops it.
_BACK = re.compile(
    rf"[ ]*(?:[)）][^()（）]{{0,12}}[(（])?(?:》(?P<title>[^《》]{{1,24}})《)?"
    rf"([{_HAN}A-Za-z·]*(?:”[^“”]{{1,10}}“[{_HAN}A-Za-z·]*)*)(.?)",
    re.DOTALL,
)


class _Words(NamedTuple):
    set: frozenset[str]
    hard: frozenset[str]
    head: frozenset[str]
    soft: frozenset[str]
    verbs: frozenset[str]
    place: tuple[str, ...]
    tail: dict[str, tuple[str, ...]]


@cache
def _words() -> _Words:
    lists: dict[str, list[str]] = {}
    section = ""
    for row in rows("verbs.txt"):
        if row.startswith("["):
            section = row.strip("[]")
        else:
            lists.setdefault(section, []).extend(row.split())
    tail: dict[str, list[str]] = {}
    for word in sorted(set(lists["tail"]), key=lambda word: (-len(word), word)):
        tail.setdefault(word[-1], []).append(word)
    by_last = {char: tuple(words) for char, words in tail.items()}
    sets, hard, head, soft = (frozenset(lists[name]) for name in ("set", "hard", "head", "soft"))
    return _Words(sets, hard, head, soft, sets | hard, tuple(lists["place"]), by_last)


def words_before(text: str, left: int, start: int) -> tuple[str, str | None, str, int]:
    """Return what stands before ``start`` in the same clause, not reaching over ``left``.

    Returns:
        The run of words, the title in 《》 behind it if there is one, the mark that stops the run (empty at ``left``), and
        where the run begins.
    """
    low = max(start - _WINDOW, left)
    match = _BACK.match(text[low:start][::-1])
    if match is None:
        return "", None, "", start
    title, run, stop = match.groups()
    begin = start - match.end(2)
    if stop.isdecimal() and run[-1:].isascii():
        # 5G基站: the name begins with the digit.
        while begin > low and text[begin - 1].isascii() and text[begin - 1].isalnum():
            begin -= 1
        return text[begin : start - match.start(2)], None, text[begin - 1 : begin] if begin > low else "", begin
    return run[::-1], title[::-1] if title else None, stop, begin


def entity_of(
    text: str,
    before: tuple[str, str | None, str, int],
    end: int,
    unit: str | None,
    kind: str,
    *,
    noun_after: bool,
    previous: Mention | None,
) -> str | None:
    """Return the noun phrase a quantity belongs to, or None if none stands beside it.

    Args:
        text: the whole text.
        before: what :func:`words_before` found before the quantity and its comparator.
        end: where the quantity or the comparator after it ends.
        unit: its unit.
        kind: its kind in the contract.
        noun_after: whether a noun may follow it (12个街镇); after a percentage none does.
        previous: the quantity before it, for 同比增长8% and for 3批、150人次.
    """
    run, title, stop, begin = before
    if kind == "age" and text.startswith("的", end):
        # 3至6周岁的儿童: an age describes what follows.
        noun = _noun_after(text, end)
        if noun is not None:
            return noun
    if previous is not None and previous.kind == "date" and not stop:
        run = _AFTER_DATE.sub("", run, 1)
    own = title or (_noun(run, unit, kind) if len(run) > 1 else "")
    if not noun_after:
        if own and own[-1] != "的":
            return own
    else:
        # A run that reaches back to the quantity before is the noun of that one (十个方面二十项举措).
        if own and not stop and previous is not None and own == previous.entity:
            own = ""
        if own and own[-1] not in "的内等" and run[-2:] not in _words().hard and not own.startswith(_words().place):
            return own
        noun = _noun_after(text, end)
        if noun is not None:
            return noun
        if own and own[-1] != "的" and own not in _words().place:
            return own
    if previous is None:
        return _further(text, stop, begin, unit, kind)
    if previous.entity is not None:
        between = text[previous.end : begin + len(run)]
        # 新增床位180张，改建60张: the same unit again and no noun of its own.
        again = previous.unit == unit and kind in ("count", "money", "measure") and len(between) < 12
        if _continues(between, run, stop, kind, again=again):
            return previous.entity
    return None


def _further(text: str, stop: str, begin: int, unit: str | None, kind: str) -> str | None:
    # 提供居家照护，每周不少于3小时; 未成年人（未满16周岁）: the noun stands before the mark.
    if stop and stop in "，,（(":
        run, _, _, _ = words_before(text, 0, begin - 1)
        return _noun(run, unit, kind) or None
    return None


def takes_noun(unit: str | None, kind: str, *, bounded: bool) -> bool:
    """Return True if a noun after the quantity may be what it counts (12个街镇, 300人以上企业, 5公里管网)."""
    if kind == "count" or kind == "age":
        return bounded or unit not in _BARE_UNITS
    return kind == "measure" or (kind == "duration" and bounded)


def _continues(between: str, run: str, stop: str, kind: str, *, again: bool) -> bool:
    """Return True if a quantity without a noun of its own speaks of the noun of the quantity before it."""
    if _TOTAL.search(between) or _SENTENCE_END.search(between):
        return False
    if again or not stop or stop == "、" or between in ("，", ", "):
        # 由20个工作日压缩至5个工作日, 3批、150人次.
        return again or "，" not in between or kind == "percent"
    return kind in ("percent", "multiple", "fraction") and (_CHANGE.search(between) is not None or bool(run))


def _noun_after(text: str, end: int) -> str | None:
    match = _AFTER.match(text, end)
    if match is None:
        title = _TITLED_AFTER.match(text, end)
        return title[1] if title else None
    of, run = match.groups()
    if (of is None or run[0] == "每") and _STOP_HEAD.match(run):
        return None
    stop = _STOP_INSIDE.search(run, 1)
    noun = run[: stop.start()] if stop else run
    return noun if len(noun) > 1 or noun in _SHORT else None


def _without_tail(run: str, tail: dict[str, tuple[str, ...]]) -> str:
    while run and (words := tail.get(run[-1])) is not None:
        for word in words:
            if run.endswith(word) and not (len(word) == 1 and run[-2:-1] and run[-2] in _PART_OF.get(word, "")):
                run = run[: -len(word)]
                break
        else:
            break
    return run


def _noun(run: str, unit: str | None, kind: str) -> str:
    words = _words()
    if run[-1:] in words.tail:
        run = _without_tail(run, words.tail)
    if "较" in run or "比" in run:
        compared = _COMPARED.search(run)
        if compared is not None:
            # 转运成本较上年降低2%: the subject stands before; without one it is the subject of the clause before.
            run = _without_tail(run[: compared.start()], words.tail)
    if "的" in run[-1:] and kind in _RATES:
        # 存储容量扩展至原来的4倍.
        run = _FORMER.sub("", run)
    if "占" in run:
        run = _SHARE.split(run, maxsplit=1)[0]
    if "为" in run or "是" in run or "使" in run:
        # 培训对象为基层干部120人, 使群众满意度达90%.
        run = _COPULA.split(run)[-1]
    run = _without_verbs(run, words, rate=kind in _RATES)
    if run[:1] in _OPENING_FIRST:
        opening = _OPENING.match(run)
        if opening is not None:
            run = run[opening.end() :]
    while len(run) > 3 and run[2] not in _NOMINAL:
        pair = run[:2]
        if pair in words.head or (unit in _PEOPLE and pair in words.soft) or (kind in _RATES and pair in words.hard):
            run = run[2:]
        else:
            break
    particles = _PARTICLES.match(run)
    if particles is not None:
        run = run[particles.end() :]
    return run if len(run) > 1 and run not in words.verbs and run not in _EMPTY else ""


def _without_verbs(run: str, words: _Words, *, rate: bool) -> str:
    """Return what stands behind the last verb that is no part of the name."""
    led = run[:1] in _LED
    for at in range(len(run) - 3, -1, -1):
        pair = run[at : at + 2]
        if pair in words.set:
            return run[at + 2 :]
        if pair in words.hard if not rate else False:
            if run[at + 2] in _NOMINAL:
                continue
            rest = run[at + 2 :]
            if rest not in words.hard and rest not in words.soft and rest not in words.head:
                return rest
        elif led and at and not rate and pair in words.head and run[at + 2] not in _NOMINAL:
            # 为各学校采购设备: behind a preposition and its noun stands the verb.
            return run[at + 2 :]
    return run
