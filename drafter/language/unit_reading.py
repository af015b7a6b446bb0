"""The unit that stands behind a number in running text."""

from __future__ import annotations

from functools import cache, lru_cache

from drafter.language import units
from drafter.language.data import words
from drafter.language.heads import MEMORIES, Heads
from drafter.language.lexicon import Named, named
from drafter.language.patterns import lazy

# 整 closes an amount and is no part of its unit.
_ALIASES = {"元整": "元", "圆整": "元", "圆": "元", "元人民币": "元", "人民币": "元", "块钱": "元"}
_HAN = lazy(r"[^\W\da-zA-Z_]")
_BRACKETED = lazy(r"[(（][ ]?(?P<unit>[^()（）0-9]{1,10})[ ]?[)）]")
_ANY_TIMES = lazy(r"(?![多余首每第本上下再几这那其初历依主档岁名多两三四五])[^\W\da-zA-Z_]次(?![元性数序要日年月级品])")
_PER_LATIN = lazy(r"[A-Za-zμ]{1,3}[²³23]?(?![A-Za-z0-9])")
_PER = lazy(r"(?![零〇一二两三四五六七八九十百千万亿半每])[^\W\da-zA-Z_]{1,3}(?![^\W\da-zA-Z_])")
_PER_SO_MANY = lazy(
    r"10{0,3}万?(?:毫?升|[千毫]?克|公斤|公?里|平方公?[米里]|公顷|[米亩人名户台辆件天]|小时|m[Ll]|k?[gm]|m[²2])(?![a-zA-Z0-9])"
)
# 头（只）, 辆(台): the other word for what is counted.
_OTHER_NAME = lazy(r"[(（]([^\W\da-zA-Z_]{1,2})[)）]")
_NOT_TIMES = lazy(r"次[元性数序要日年月级品]")
_LITRES = lazy(r"[0-9０-９.]+升")
# 一千一百票: behind a numeral that no word has.
_SPELLED = lazy(r"[一二两三四五六七八九十百千][百千万][^\W\da-zA-Z_]{1,2}(?:[，。；、）)]|$)")
# 牛羊1.1万头只, 馆藏3.8万册件, 1.2万间夜: two classifiers that end the phrase are one unit; 3条件 is none.
SECOND = frozenset("件套只份张支枚尾羽天日夜")
_TWICE = lazy(
    r"(?![条部组节期门口班排手][件套张支天日]|[天日])(?!(.)\1)[^\W\da-zA-Z_][件套只份张支枚尾羽天日夜](?![^\W\da-zA-Z_](?<![和及与、]))"
)
# 12个街镇以上: a comparator behind a noun is no part of a longer word.
_BOUNDS_BEHIND = ("以上", "以内", "以下", "左右", "之内", "上下")
_LONGEST = 16
_BLANKS = frozenset(" \u3000\xa0")


class Entry:
    """A unit as the reader of running text sees it.

    No named tuple, and not frozen: texts ask for its attributes again and again, and of those they are found slowly.

    Attributes:
        name: as it is listed.
        canonical: as it is reported (元 for 元整).
        kind: the kind of its quantities.
        chinese: whether a Chinese numeral before it is a number.
        noun: whether it is a noun of its own (街镇) and so a unit only where no word goes on behind it.
        named: what makes a name of number and unit when it follows (三年 + 行动).
        careful: whether a word behind it may make a quantity with Arabic digits a name.
        plain: whether nothing else may: 街镇 is one only where no word goes on; 2026届 and 5G are.
        people: whether it counts people, before whom 培训 is a verb.
        rate: whether it is a rate, whose name keeps its verbs (工作计划完成率).
        within: whether a single 内 behind it bounds (5日内); after a classifier it begins a word (3家内设机构).
        leads: whether a noun behind it may be what it counts (12个街镇, 5公里管网).
        leads_bounded: the same where a comparator stands between (300人以上企业).
        heads: what is remembered of the words before such units.
    """

    __slots__ = (
        "canonical", "careful", "chinese", "heads", "kind", "leads", "leads_bounded", "name", "named", "noun", "people",
        "plain", "rate", "within",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        kind: str,
        *,
        canonical: str,
        chinese: bool = True,
        noun: bool = False,
        named: Named | None = None,
        careful: bool = False,
    ) -> None:
        """Tell the rest from the lists."""
        counted = kind in ("count", "age")
        self.name, self.kind, self.canonical = name, kind, canonical
        self.chinese, self.noun, self.named, self.careful = chinese, noun, named, careful
        self.plain = not noun and name not in _NEVER_PLAIN
        self.people, self.rate = canonical in _PEOPLE, kind in _RATES
        self.within = kind in _WITHIN
        self.leads = (counted and canonical not in _BARE_UNITS) or kind == "measure"
        self.leads_bounded = counted or kind in ("measure", "duration")
        self.heads: Heads = MEMORIES[self.people, self.rate, self.leads, False]


_PEOPLE = frozenset(words("people-unit"))
# Units after which no noun of theirs follows: 2人负责…, 800人次参加….
_BARE_UNITS = frozenset(words("bare-unit"))
_RATES = frozenset(("percent", "fraction", "multiple"))
_WITHIN = frozenset(("duration", "measure", "percent", "money"))
_CAREFUL = frozenset(words("careful-unit"))
NUMBERED = frozenset(("标段", "包件", "地块", "宗地", "站", "层", "栋", "幢", "班", "组", "条", "路", "端口"))
"""Units whose number tells one from the other: 3标段, 大厦12层, 高三2班."""
# 2026届 and 5G are names; behind 成 the tenth of a tenth may stand (3成五); 3分 begins 3分之一 and ends 9时3分;
# units that are numbered (silence).
ASKED = frozenset((*words("vintage-unit"), "G", *NUMBERED)) - frozenset("组条")
_NEVER_PLAIN = frozenset(("成", "分"))


@cache
def entries() -> tuple[dict[str, Entry], dict[str, tuple[Entry, ...]]]:
    """Return the units of one character, and the longer ones by their first two, the longest first."""
    chinese, nouns = units.with_chinese_numerals(), units.nouns()
    short: dict[str, Entry] = {}
    long: dict[str, list[Entry]] = {}
    for name, unit in sorted(units.table().items(), key=lambda item: -len(item[0])):
        naming = named().get(name)
        careful = name in _CAREFUL or (naming is not None and (naming.always or naming.word) is not None)
        entry = Entry(
            name,
            unit.kind,
            canonical=_ALIASES.get(name, name),
            chinese=name in chinese,
            noun=name in nouns,
            named=naming,
            careful=careful,
        )
        if len(name) == 1:
            short[name] = entry
        else:
            long.setdefault(name[:2], []).append(entry)
    return (short, {pair: tuple(of_pair) for pair, of_pair in long.items()})


@cache
def first_characters() -> frozenset[str]:
    """Return the characters a simple unit may begin with."""
    return frozenset(name[0] for name in units.table())


def longer_units() -> dict[str, tuple[Entry, ...]]:
    """Return the units of several characters by their first two, the longest first."""
    return entries()[1]


def entry_at(text: str, at: int) -> Entry | None:
    """Return the longest simple unit that begins at an offset, or None."""
    short, long = entries()
    pair = text[at : at + 2]
    for entry in long.get(pair, ()):
        if text.startswith(entry.name, at):
            return entry
    return short.get(pair[:1])


def unit_at(text: str, at: int, *, chinese: bool) -> tuple[Entry | None, int]:
    """Return the unit printed at an offset, compounds and brackets included, and where it ends."""
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    first = text[at : at + 1]
    entry = entry_at(text, at)
    if entry is None:
        if not chinese and "一" <= first <= "鿿" and _ANY_TIMES.match(text, at):
            return entry_of(text[at : at + 2], "count"), at + 2
        return _bracketed(text, at) if first in ("(", "（") else (None, at)
    name = entry.name
    end = at + len(name)
    following = text[end : end + 1]
    if (
        chinese
        and not entry.chinese
        and not (text[at - 1] in "百千万" and at > 1 and _SPELLED.match(text, at - 2, end + 1))
    ):
        return None, at
    if entry.noun and _HAN.match(following) and not text.startswith(_BOUNDS_BEHIND, end):
        # 962200社区服务热线: a noun that goes on is no unit; 14街镇 is one. 12组数据 are twelve 组.
        short = entries()[0].get(first) if text.startswith(words("own-word"), at + 1) else None
        return (short, at + 1) if short is not None else (None, at)
    if name == "升" and following and following in "至到为高" and not _LITRES.match(text, end + 1):
        # pH值由6.8升至7.2
        return None, at
    if following == "次" and len(name) == 1 and "一" <= name <= "鿿" and not _NOT_TIMES.match(text, end):
        # 航次, 班次, 家次: any classifier makes a unit of times.
        return entry_of(text[at : end + 1], "count"), end + 1
    if following in SECOND and following and len(name) == 1 and entry.kind == "count" and _TWICE.match(text, at):
        return entry_of(text[at : end + 1], "count"), end + 1
    if following == "度" and name == "个月":
        return unit_of("个"), at + 1
    if following and following in "/／·•":
        return _compound(text, at, end, entry)
    if following and following in "(（" and entry.kind == "count":
        other = _OTHER_NAME.match(text, end)
        known = units.lookup(other[1]) if other is not None else None
        if other is not None and known is not None and known.kind == "count" and other[1] != name:
            return entry_of(text[at : other.end()], "count"), other.end()
    return entry, end


def unit_of(name: str) -> Entry:
    """Return the entry of a known unit."""
    entry = entry_at(name, 0)
    if entry is None:
        raise ValueError(f"unknown unit: {name}")
    return entry


def _compound(text: str, at: int, end: int, head: Entry) -> tuple[Entry, int]:
    start = end
    while end < len(text) and text[end] in "/／·•":
        per = units.longest_name_at(text, end + 1)
        if per is None:
            # 元/餐, 元/蒸吨: what stands behind the stroke is a unit, listed or not; 克/100毫升 is of so many; of
            # letters (0.5 mm/s) letters are.
            unlisted = _PER_SO_MANY.match(text, end + 1) or _PER.match(text, end + 1)
            if unlisted is None and text[at].isascii():
                unlisted = _PER_LATIN.match(text, end + 1)
            if unlisted is None:
                break
            per = unlisted[0]
        end += 1 + len(per)
    if end == start or end - at > _LONGEST:
        return head, start
    return entry_of(text[at:end], "measure" if head.kind == "duration" else head.kind), end


def _bracketed(text: str, at: int) -> tuple[Entry | None, int]:
    bracket = _BRACKETED.match(text, at)
    known = units.lookup(bracket["unit"].strip()) if bracket is not None else None
    if bracket is None or known is None:
        return None, at
    return entry_of(known.name, known.kind), bracket.end()


@lru_cache(maxsize=1024)
def entry_of(name: str, kind: str) -> Entry:
    """Return the entry of a unit that the list does not have, or has under another kind."""
    return Entry(name, kind, canonical=name)


NO_UNIT = entry_of("", "fraction")
"""What stands for the unit of 三分之二 and 1:1.5."""


def same_counted(unit: str | None, other: str | None) -> bool:
    """Return True if units are one, or the first is the other for each of something: 抽检9600批次，达到4批次/千人."""
    return unit == other or (unit is not None and other is not None and unit.startswith(other + "/"))
