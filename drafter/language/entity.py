"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_HAN = r"一-鿿"
_WINDOW = 30
_LONGEST = 20
# What follows a verb when it is part of a noun: 培训率, 审核数量, 服务对象, 管理费.
_NOMINAL = frozenset(
    "率量数额度费款金者员班册期时限人对机标合情工价成方单面点中前后类及和与、的类型站所室处队厅化性力业案项资证件率后"
)
# Single words of the tail that are the end of a longer word: 签约, 具有, 统计.
_PART_OF = {
    "约": "签节预履违公", "有": "所拥具享持国公含", "达": "下传送直", "到": "收签报", "由": "理自", "计": "统会设审估", "在": "现存", "为": "行作", "共": "公",
    "均": "人户", "近": "附最", "以": "可所", "都": "首成", "分": "部", "含": "包",
    "是": "于但", "将": "", "按": "", "满": "圆", "另": "", "其": "", "从": "", "只": "", "仅": "", "已": "", "各": "", "至": "", "超": "", "逾": "", "就": "成", "即": "立",
}  # fmt: skip
# Units after which no noun of theirs follows: 2人负责…, 800人次参加….
_BARE_UNITS = frozenset("人 人次 户次 件次 场次 台次 人·天 人·月 人·年 人天 人月 人日 人份 台套 批次 户 次 份".split())
_STOP_HEAD = re.compile(
    r"[和及与、并且或于由对从向将按经均都已达每全共等是不未需应可使被把后前内其各以即则也又且再还至到因如若约近超比较进参用给在为]"
    r"|分别|开展|进行|完成|负责|提供|实现|确保|同比|环比|累计|组织|举办|发放|建成|投入|获得|通过|覆盖|包括|包含|平均|免费|及时|顺利|正常|逐步|有效|成功|初步|如期"
    r"|受理|办结|办理|完工|竣工|交付|验收|考核|启动|提交|上线|响应|到达|修复|解决|支付|结算|办妥|审结|更新|更换"
)
_STOP_INSIDE = re.compile(
    r"[二三四五六七八九十两的和及与、并或由以将均每达需且使被]|不少于|不低于|超过|进行|用于|提供|实现|负责|参加|参与|完成|分别|开展|总计|合计|共计|考核|覆盖|占"
)
_AFTER = re.compile(rf"[ ]?(的)?((?:[{_HAN}A-Za-z·]|“[^“”]{{1,10}}”){{1,14}})")
_TITLED_AFTER = re.compile(r"[ ]?《([^《》]{1,20})》")
_PARTICLES = "的了对为将其各共每全该和与及或并等把使让由在于向给以从自按含是拟、"
_TOTAL = re.compile(r"[共合总累]计|一共|总共")
_CHANGE = re.compile(r"同比|环比|[较比]|增长|提高|提升|上升|下降|降低|减少|增加|压缩|缩短|涨|降")
_COMPARED = re.compile(r"较(?![大高好强重多少快长])|(?<![占对])比(?![例率重对赛选价武学])")


# 每户补贴, 一年两次, 二是完善: what opens a clause and is no part of a name.
_OPENING = re.compile(
    r"(?:每[半一两三四五六七八九十]?(?:个)?(?:季度|工作日|[年月周日天季人户家名次场件所户村校班队例台辆])|[一二三四五六七八九十两]{1,2}(?:年|个月|周|天|日|是)|人均|户均|亩均|年均|月均|日均)+"
)
_EMPTY = frozenset(
    "期间 其中 目前 人均 户均 亩均 以上 以下 单位 金额 共计 合计 总计 累计 一是 二是 三是 四是 五是 比例 左右".split()
)
_PEOPLE = frozenset("人 人次 名 位 户 户次 家 对".split())


@dataclass(frozen=True, slots=True)
class _Words:
    hard: frozenset[str]
    soft: frozenset[str]
    place: tuple[str, ...]
    back: re.Pattern[str]


@cache
def _words() -> _Words:
    lists: dict[str, list[str]] = {}
    section = ""
    for line in files(__package__).joinpath("verbs.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            lists.setdefault(section, []).extend(line.split())
    tail = "|".join(_backwards(word) for word in sorted(lists["tail"], key=len, reverse=True))
    # Read backwards from the number: words of degree, a short bracket or title, then the noun phrase.
    back = re.compile(
        rf"[ ]*(?:(?:{tail})[ ]*)*(?:[)）][^()（）]{{0,12}}[(（])?(?:》(?P<title>[^《》]{{1,24}})《)?(?:{tail})*"
        rf"(?P<run>(?:[{_HAN}A-Za-z·]|”[^“”]{{1,10}}“)*)(?P<stop>.?)",
        re.DOTALL,
    )
    return _Words(frozenset(lists["hard"]), frozenset(lists["soft"]), tuple(lists["place"]), back)


def _backwards(word: str) -> str:
    forbidden = _PART_OF.get(word)
    return f"{word}(?![{forbidden}])" if forbidden else word[::-1]


def entity_of(
    text: str, bounds: tuple[int, int, int], unit: str | None, kind: str, *, noun_after: bool, inherited: str | None
) -> str | None:
    """Return the noun phrase a quantity belongs to, or None if none stands beside it.

    Args:
        text: the whole text.
        bounds: three offsets: nothing before the first belongs to the quantity, which begins at the second and ends at
            the third, comparators included.
        unit: its unit.
        kind: its kind in the contract.
        noun_after: whether a noun may follow it (12个街镇); after a percentage none does.
        inherited: the entity of the quantity before it in the sentence, for 同比增长8% and for 3批、150人次.
    """
    left, start, end = bounds
    words = _words()
    if kind == "age" and text.startswith("的", end):
        # 3至6周岁的儿童: an age describes what follows.
        noun = _noun_after(text, end)
        if noun is not None:
            return noun
    match = words.back.match(text[max(left, start - _WINDOW) : start][::-1])
    if match is None:
        return None
    title, run, stop = match["title"], match["run"][::-1], match["stop"]
    before = title[::-1] if title else _noun(run, unit, words)
    # A run that reaches back to the quantity before is the noun of that one (十个方面二十项举措).
    if before == inherited and not stop and left:
        before = ""
    if before and not before.startswith(words.place) and not before.endswith(("的", "内")):
        return before
    if noun_after:
        noun = _noun_after(text, end)
        if noun is not None:
            return noun
    if before and not before.endswith("的") and before not in words.place:
        return before
    if inherited is not None and _continues(text, left, start, run, stop, kind):
        return inherited
    if stop in ("，", ",", "（", "(") and left == 0:
        # 提供居家照护，每周不少于3小时; 未成年人（未满16周岁）: the noun stands before the mark.
        edge = start - match.end()
        match = words.back.match(text[max(left, edge - _WINDOW) : edge][::-1])
        return (_noun(match["run"][::-1], unit, words) or None) if match else None
    return None


def _continues(text: str, left: int, start: int, run: str, stop: str, kind: str) -> bool:
    """Return True if a quantity without a noun of its own speaks of the noun of the quantity before it."""
    between = text[left:start]
    if _TOTAL.search(between):
        return False
    if not stop or stop == "、" or between in ("，", ", "):
        # 由20个工作日压缩至5个工作日, 3批、150人次.
        return "，" not in between or kind == "percent"
    return kind in ("percent", "multiple", "fraction") and (_CHANGE.search(between) is not None or bool(run))


def takes_noun(unit: str | None, kind: str, *, bounded: bool) -> bool:
    """Return True if a noun after the quantity may be what it counts (12个街镇, 300人以上企业, 5公里管网)."""
    if kind in ("count", "age"):
        return bounded or unit not in _BARE_UNITS
    return kind == "measure" or (kind == "duration" and bounded)


def _noun_after(text: str, end: int) -> str | None:
    match = _AFTER.match(text, end)
    if match is None:
        title = _TITLED_AFTER.match(text, end)
        return title[1] if title else None
    run = match[2]
    if match[1] is None and _STOP_HEAD.match(run):
        return None
    stop = _STOP_INSIDE.search(run, 1)
    noun = run[: stop.start()] if stop else run
    return noun if len(noun) > 1 else None


def _noun(run: str, unit: str | None, words: _Words) -> str:
    compared = _COMPARED.search(run)
    if compared is not None:
        # 转运成本较上年降低2%: the subject stands before; without one it is the subject of the clause before.
        run = run[: compared.start()]
    share = run.find("占")
    if share >= 0:
        run = run[:share]
    run = run[-_LONGEST:]
    hard, soft = words.hard, words.soft
    for at in range(len(run) - 3, -1, -1):
        pair = run[at : at + 2]
        if pair in hard and run[at + 2] not in _NOMINAL:
            rest = run[at + 2 :]
            if rest not in hard and rest not in soft:
                run = rest
                break
    opening = _OPENING.match(run)
    if opening is not None:
        run = run[opening.end() :]
    run = run.lstrip(_PARTICLES)
    if unit in _PEOPLE and len(run) > 3 and run[:2] in soft and run[2] not in _NOMINAL:
        run = run[2:].lstrip(_PARTICLES)
    return run if len(run) > 1 and run not in hard and run not in _EMPTY else ""
