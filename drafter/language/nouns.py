"""The noun phrase inside a run of words: 保安 of 预计招录保安, 雇员到岗率 of 确保雇员到岗率均达."""

from __future__ import annotations

from functools import cache, lru_cache
from operator import add
from typing import NamedTuple

from drafter.language.asides import without_asides
from drafter.language.data import words
from drafter.language.patterns import lazy
from drafter.language.units import lookup

# 裂缝计, 流量计, 声级计: an instrument, whose name ends like 费用计.
_METER = lazy(
    r"(?:[温湿照浊硬密酸盐粘糖厚角高]度|[流雨风电热水]量|[水液潮物]位|[压推拉张应渗水]力|[血气水油液渗]压|裂缝|[风流转车]速|[倾测]?斜"
    r"|应变|沉降|位移|光谱|声级|电[能流]|多普勒)计$"
)
# What follows a verb when it is part of a noun: 培训率, 审核数量, 服务对象, 管理费.
_NOMINAL = frozenset(
    "制会率量数额度频费款金者员班册期时限人对机标合情工价成方单面点中前后类及和与、的类型站所室处队厅化性力业案项资证件率后"
)
_PART_OF = {word[0]: word[1:] for word in words("part-of")}  # 签约, 具有, 统计
_PARTICLES = lazy(
    r"(?:[的了为将把让于向给从是拟、]|面向|在(?![编岗校职册建线读训院营押])|对(?![象口接讲外照联])|由(?!于)|以(?![上下内外])|各(?!类)|其(?![中他])|共(?![同享建])|和(?!谐|睦)|与|及(?!时|格)"
    r"|或|且(?!末)|并(?![行网发])|等(?![级保效])|按(?![时期])|含(?!量|税)|需(?!求|要)|自(?!动|来|助|主|我|然|愿|行|身|筹|有)|该|已(?=[建改修换发购签招完][^\W_]?$)|再(?=[建增改添补修][^\W_]?$))+"
)
_PARTICLE_FIRST = frozenset("面且需的了为将把让在于向给从是拟、对由以各其共和与及或并等按含自该已再")
# The characters that an article and _subject are told by.
_MARKED = frozenset("一较比占为是使的于超")
_BASE = lazy(r"占(?![比地用压道绿补线位])|按(?![时期])|不?[超低高]于|不超过")  # 运维费按合同额的5%
_SHARE = lazy(r"占(?![比地用压道绿补线位])")
_FORMER = lazy(
    r"(?:扩[展大]|提[高升]|增[加长]|上升|达)?[至到为是]?(?:原来|原先|原有|上年|去年|往年|同期|上一年度?)(?:同期)?的$"
)
_COPULA = lazy(r"(?<=.)(?<![作行成认人较以因视称即])为(?=..)|(?<!可|就|但)是(?=..)|使(?![用命])(?=..)")
_LED = frozenset("为对向给在由与于把将")
_LED_FIRST = _LED | {"面"}
# 增速高于全市平均1个百分点; 水质优于III类比例 is a name.
_COMPARED = lazy(
    r"(?:[高低多少快慢优]于|超过|领先)(?=[全本]?[省市区县州国]|[^\W\da-zA-Z_]{0,4}(?:平均|上年|去年|同期|往年|水平))"
    r"|较(?![大高好强重多少快长])|(?:[同环]|(?<![占对一二三四五六七八九十]))比(?![例率重对赛选价武学]|中率|$)"
)
# 每户补贴, 一年两次, 二是完善: what opens a clause and is no part of a name.
_OPENING = lazy(
    r"(?:前?(?:[上下]半年|[一二三四两]个?季度的?)|每(?:[半一两三四五六七八九十]|[0-9]{1,2})?个?(?:季度|学期|工作日|[年月周日天季生人户家名次场件所户村校班队例台辆座处期轮批节届栋间幢条项盏株头只册集组个艘架匹羽尾枚支套科门])"
    r"|每(?:平方米|公里|公顷|亩|吨|床|部|套|份|科|页|米|[盒瓶袋箱包桶片块根])"
    r"|单[件台只次套份辆场户家个篇盒瓶]$|[一二三四五六七八九十两]{1,2}(?:年|个月|周|天|日|是)|[人户亩年月日]均|第[一二三四五六七八九十]{1,3}批次?)+"
)
# 1.组织培训: the number of a list.
_MARKER = lazy(r"^(?:(?:[0-9]{1,2}|[Ⅰ-Ⅻ])[.．]|\.)+(?![0-9A-Za-z])")
_OPENING_FIRST = frozenset("前上下每单第一二三四五六七八九十两人户亩年月日")
# Those and the first characters of the number of a list.
_OPENED = _OPENING_FIRST | frozenset(".0123456789ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")
# “3·12”前后组织2.3万人次
_WHILE = frozenset(("前后", "期间"))
_DAY = lazy(r"[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[底末])?")
_CHANGED = 3
# 由法定20个工作日压缩至承诺8个工作日
_SAID = ("法定", "承诺", "规定", "原定")
_SHORTENED = ("压缩", "缩短", "压减", "减少", "缩减", "提速", "调整")
_BALANCES = frozenset(("结余", "结存", "余额"))
# What is cleared or pulled down often stands before both verbs.
_UNDOING = frozenset(("清理", "拆除", "化解", "查处", "消除", "清运"))
_DONE_TOO = frozenset(("整治", "整改", "拆除", "处置", "取缔", "治理", "销号", "清零", "消除"))
_LEAST = 2
_EMPTY = frozenset(words("empty"))
_PERSONS = frozenset("员者人生童户民师")
_PEOPLE = lazy(rf".*?(?:{'|'.join(sorted(words('people'), key=len, reverse=True))})+")

_NOUNS = {
    "计": _METER,
    "组织": lazy(r"(?:社会|党|[行专]业性?|调解|国际|基层|自治|经济|合作|公益|[群团民]众?)组织$"),
    "投入": lazy(r"(?:教育|财政|科技|研发|民生|水利|文化|卫生|体育|农业|环保|基建)投入$"),
}


Tail = dict[str, tuple[frozenset[str], tuple[int, ...]]]
"""Words that end no name, by their last character, with their lengths, the longest first."""


class Verbs(NamedTuple):
    """The word lists of ``words.txt`` that part a noun from its number."""

    set: frozenset[str]
    hard: frozenset[str]
    head: frozenset[str]
    soft: frozenset[str]
    dropped: frozenset[str]
    bare: frozenset[str]
    parting: frozenset[str]
    empty: frozenset[str]
    place: tuple[str, ...]
    place_first: frozenset[str]
    tail: Tail


@cache
def verbs() -> Verbs:
    """Return the word lists, read once."""
    tail: dict[str, set[str]] = {}
    became = {verb + to for verb in words("change") for to in "至到为"}
    was = {since + former + of for since in "由从" for former in words("former") for of in ("", "的")}
    said = {f"由{by}" for by in _SAID} | {verb + to + by for verb in _SHORTENED for to in "至到为" for by in _SAID}
    for word in {*words("tail"), *became, *was, *said}:
        tail.setdefault(word[-1], set()).add(word)
    by_last = {
        char: (frozenset(words), tuple(sorted(set(map(len, words)), reverse=True))) for char, words in tail.items()
    }
    sets, hard, head, soft = (frozenset(words(name)) for name in ("set", "hard", "head", "soft"))
    head |= {first + last for first in words("verb-first") for last in words("verb-last")} - hard
    place = words("place")
    first = frozenset(word[0] for word in place)
    dropped = sets | hard
    parting = dropped | head
    empty = dropped | _EMPTY
    return Verbs(sets, hard, head, soft, dropped, head | soft, parting, empty, place, first, by_last)


def _without_tail(run: str, tail: Tail) -> str:
    while run and (listed := tail.get(run[-1])) is not None:
        words, sizes = listed
        for size in sizes:
            word = run[-size:]
            if word not in words:
                continue
            if (word == "投入" and run[-3:-2] == "均") or (word in _NOUNS and _NOUNS[word].search(run)):
                # 亩均投入, 调解组织: what would be a verb alone is a noun behind an average and behind what it is of.
                return run
            if size > 1 or len(run) == 1 or run[-2] not in _PART_OF.get(word, ""):
                run = run[: -len(word)]
                break
        else:
            break
    return run


def head_of(run: str, people: bool, rate: bool) -> str:
    """Return the noun phrase a run of words before a number ends with, "" if there is none.

    Args:
        run: the words before the number, comparator taken off (``预计招录保安``); not empty.
        people: whether the number counts people, before whom 培训 is a verb.
        rate: whether the number is a rate, whose name keeps its verbs (工作计划完成率).
    """
    known = verbs()
    run = without_asides(run, rate)
    if run[-1:] == "了":
        # 扩大了50%, 成活率提高了5个百分点: the two characters before are a verb, listed or not.
        run = run[:-3]
    if not run or (run[-1] in "到至" and len(run) == _CHANGED):
        # 由500米缩小到300米: no name, listed or not.
        return ""
    # Most runs hold none of the characters that the next steps look for, and no verb: one look over them all tells.
    marked = not _MARKED.isdisjoint(run)
    # Of a number 一类 and 一档 are grades.
    one = lookup(run[-1]) if marked and run[-2:-1] == "一" and run[-1] not in "类档" and not rate else None
    if one is not None:
        # 组建一支30人的队伍: an article is no noun; 老人一年250天.
        run = "" if one.kind == "count" else run[:-2]
    if run and run[-1] in known.tail:
        run = _without_tail(run, known.tail)
    if marked:
        run = _subject(run, known, rate=rate)
    first = run[:1]
    parting = known.set if rate else known.dropped
    if first in _LED_FIRST or not parting.isdisjoint(map(add, run, run[1:])):
        run = _without_verbs(run, known, rate=rate)
        first = run[:1]
    if first in _OPENED:
        run = _MARKER.sub("", run, 1)
        opening = _OPENING.match(run)
        if opening is not None:
            run = run[opening.end() :]
    if run[:1] in _PARTICLE_FIRST:
        run = _without_particles(run)
    while len(run) > 3 and run[2] not in _NOMINAL:
        if (run[0] in "新重再" and run[1:3] in known.parting) or run[1:3] == "编外":
            # 新开发产品 is no 新开, 增编外人员 no 增编.
            run = run[1:]
        pair = run[:2]
        if pair not in (known.hard if rate else known.head) and not (people and pair in known.soft):
            break
        run = run[2:]
    if run[:1] in _PARTICLE_FIRST:
        run = _without_particles(run)
    return "" if _names_nothing(run, known) else run


def _names_nothing(run: str, known: Verbs) -> bool:
    if len(run) < _LEAST or run in known.empty or run[-2:] in _WHILE or (run[-1].isdecimal() and run.isdecimal()):
        # 8:30-17:00，不少于8小时: the end of a time of day names nothing.
        return True
    if run[-1] == "后" and len(run) > _LEAST and run[-3:] != "博士后":
        # 验收合格后7日内: when, and not what.
        return True
    if run[0].isdecimal() and _DAY.fullmatch(run) is not None:
        # 6月30日和12月31日前分别完成50%和100%
        return True
    # 计划建成45公里: two verbs; 涉及金额 is a name.
    return run[2:] in known.dropped and run[:2] in known.hard


def _without_particles(run: str) -> str:
    particles = _PARTICLES.match(run)
    return run if particles is None else run[particles.end() :]


# The same names stand in row after row and filing after filing.
noun_of = lru_cache(maxsize=8192)(head_of)


def _subject(run: str, known: Verbs, *, rate: bool) -> str:
    """Return the part of the run that names what is measured: before 较 and 占, behind 为 and 使."""
    compared = _COMPARED.search(run)
    if compared is not None:
        # 转运成本较上年降低2%: the subject stands before; without one it is the subject of the clause before.
        run = _without_tail(run[: compared.start()], known.tail)
    if rate and run.endswith("的"):
        # 存储容量扩展至原来的4倍.
        run = _FORMER.sub("", run)
    run = (_BASE if rate and run.endswith("的") else _SHARE).split(run, maxsplit=1)[0]
    # 培训对象为基层干部120人, 使群众满意度达90%; of 履约保证金为合同价的5% the subject stands before.
    parts = _COPULA.split(run)
    return parts[0] if rate and run.endswith("的") else parts[-1]


def _without_verbs(run: str, known: Verbs, *, rate: bool) -> str:
    """Return what stands behind the last verb that is no part of the name."""
    any_verb = known.parting
    for at in range(len(run) - 3, -1, -1):
        pair = run[at : at + 2]
        if pair not in any_verb:
            continue
        rest = run[at + 2 :]
        if pair in known.set:
            if at and pair == "累计" and rest in _BALANCES:
                # 统筹基金累计结余 is a name.
                continue
            if len(rest) == 1 and rest in _NOMINAL:
                # 通航保证率, 履约保证金.
                continue
            # 本年度完成形象进度
            return rest[1:] if rest[0] == "度" and pair[1] == "年" else rest
        if rate or len(rest) < 2 or rest[0] in _NOMINAL or (pair == "建成" and rest[0] == "区"):
            continue
        if pair in known.hard:
            if at > 1 and pair in _UNDOING and rest in _DONE_TOO and run[:at] not in any_verb:
                # 问题清理整治: two verbs behind their noun.
                return _without_verbs(run[:at], known, rate=rate)
            if rest not in known.hard and rest not in known.bare:
                return rest
        elif at and (run[0] in _LED or run.startswith("面向")):
            # 为各学校采购设备: behind a preposition and its noun stands the verb.
            return rest
    return run


def people_in(noun: str) -> str:
    """Return who a noun phrase is about (居民 of 居民参保率), the phrase itself where nobody is named."""
    # 青少年赛事参赛运动员 are people to the end.
    match = _PEOPLE.match(noun) if noun[-1] not in _PERSONS else None
    return match[0] if match is not None else noun
