"""What is counted stands behind its number: 医院 of 调阅六家医院的病案, 老人 of 补贴面向70岁以上老人."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.data import words
from drafter.language.noun_behind import noun_after
from drafter.language.nouns import people_in, verbs
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry, entry_at, same_counted
from drafter.language.units import nouns

if TYPE_CHECKING:
    from drafter.language.mention import Mention

# What is held so many times stands before: 宣讲12场走进企业.
OCCASIONS = frozenset(("次", "场", "场次", "期", "轮", "批", "批次", "届", "回", "趟", "遍", "班", "人", "人次"))
_SOME_OF = frozenset(("其中", "另有", "其余", "余下", "剩余"))
_SUMMED_UP = lazy(r"[^()（），。；]{0,6}[)）][，,]?(?:[共合总]?计|共)?", needs=("）", ")"))
_CLOSING = frozenset("）)")
_BRACKET = 60
_VERB = 2
"""Characters of a verb of the lists."""
_LONGEST = 15
_PERSON = frozenset("员师工")
_MEASURED = frozenset("率度量额费款价比")
# 1.2万名60岁以上老人: an age stands before who is counted.
_SECOND = lazy(r"[0-9]{1,4}(?=[^\W\da-zA-Z_])")
_AGED = lazy(r"[0-9]{1,3}(?:[-—~～至到][0-9]{1,3})?周?岁(?:[及或]?以[上下]|以内)?的?")


_SIZED = lazy(r"[^\W\da-zA-Z_]{1,6}[0-9][0-9.,]{0,9}[万亿]?[^\W\d_的]{1,6}的(?=[^\W\da-zA-Z_]{2})")
# 12家300人以上企业: a bound on each of what is counted.
_GROUP = lazy(r"[0-9]{1,6}(?:人|户|名|亩|头|吨|张|平方米|立方米|米|公里|万?元)[及或]?以[上下]的?(?=[^\W\da-zA-Z_])")


# 每人每月200元护理补贴: what the amount is called stands behind it.
_PAID_BEHIND = lazy(
    r"(?:的(?=[^\W\da-zA-Z_]))?(?![列纳计]入|用于|作为|[由从为以在按])([^\W\da-zA-Z_的]{0,6}?"
    r"(?:补[贴助]金?|津贴|奖[励金]|[救慰][助问]金|优待金|抚恤金|资助金?|标准|收入|资金|经费))(?![^\W\da-zA-Z_])"
)
# 600万元资金已全部拨付
_FUNDS = lazy(r"资金(?=全部|全额|均|已|将|用于|给|为|拨付|到位)")
_RATED = ("率", "度", "比例", "比", "幅", "速", "额", "价", "款", "费", "金", "量", "数", "的", "重", "标准")
HAPPENING = frozenset(words("happening"))
"""Verbs whose object stands behind its number: 发生两次强降雨."""
_SHARES = frozenset(("fraction", "percent"))
_JOINING = frozenset("和及与有了")
AMOUNTS = ("收入", "支出", "预算", "决算", "投资", "产值", "总额", "金额", "余额", "税收", "利润", "预算安排")
"""What a label calls an amount of money."""
_CALLED = ("贴", "助", "金", "费", "款", "奖励", "标准", "资金", "价", "额", "资")


class _Words(NamedTuple):
    """What objects and their verbs end with.

    Attributes:
        letting: verbs of two characters whose object is counted.
        things: what can be counted, at the end of a noun.
        named: the same, words of their own.
        pairs: the first two characters of those.
    """

    letting: frozenset[str]
    things: frozenset[str]
    named: frozenset[str]
    pairs: frozenset[str]


@cache
def _words() -> _Words:
    things = frozenset((*words("countable-thing"), *words("people"), *nouns(), "员", "生"))
    named = frozenset(word for word in things if len(word) > 1)
    return _Words(frozenset(words("letting-count")), things, named, frozenset(word[:2] for word in named))


def object_behind(text: str, end: int, own: str, entry: Entry) -> str | None:
    """Return the noun behind a quantity where the words before it, though a noun by their look, are its verb.

    By shape: people behind an age; behind a classifier a noun that goes on with 的, or one that is known to be counted
    or stands behind a verb whose object is counted. Where the words before end with something that can be counted,
    they are the noun (服务站3个乡镇自建).

    Args:
        text: the whole text.
        end: where the quantity or the comparator after it ends.
        own: the noun before the quantity.
        entry: its unit as read.
    """
    if entry.kind == "money":
        paid = _PAID_BEHIND.match(text, end) if not own.endswith(_CALLED) else None
        if (not own or own[-1] in "用将把") and _FUNDS.match(text, end):
            return "资金"
        if own.endswith("价值") and text.startswith("的", end):
            # 提供价值20万元的物资
            return noun_after(text, end)
        if paid is None:
            # 按照户均2500元的标准已完成12户
            return "标准" if entry.name == "元" and not own and text.startswith("的标准", end) else None
        # 每月800元发放管护补助
        return paid[1][2:] if _is_verb(paid[1][:2]) and len(paid[1]) > 3 else paid[1]
    if entry.kind != "count":
        noun = noun_after(text, end) if entry.kind == "age" else None
        return noun if noun is not None and (people_in(noun) != noun or noun.endswith(words("people"))) else None
    known = _words()
    letting = own[-2:] in known.letting
    short = len(own) == _VERB
    if not (
        letting or short or text[end : end + 2] in known.pairs or "的" in text[end : end + _LONGEST] or entry.people
    ):
        # Nearly always: nothing of what follows can be met.
        return None
    if entry.name in OCCASIONS or not known.things.isdisjoint((own[-1], own[-2:], own[-3:])):
        return None
    noun = noun_after(text, end)
    if (
        noun is None
        or not (text.startswith(noun, end) or (short and text[end] == "有"))
        or noun[-1] in _MEASURED
        or (_is_verb(noun[:2]) and noun[-1] not in _PERSON)
    ):
        return None
    behind = end + len(noun)
    if text.startswith("的", behind) and "一" <= text[behind + 1 : behind + 2] <= "鿿":
        return noun
    if entry.people and (noun.endswith(words("people")) or noun[-1] in _PERSON):
        # 帮助1500名失业人员
        return noun
    # 引导120家商户参保: two characters alone before what is known to be counted are its verb, listed or not.
    if noun in known.named and not text[behind : behind + 1].isdecimal():
        return noun
    return noun if letting and (len(own) == _VERB or len(noun) > _VERB) else None


def led_to(
    text: str, own: str, around: tuple[str, str, int], end: int, kind: str, previous: Mention | None
) -> str | None:
    """Return the noun behind a quantity where the words before it lead there and name nothing themselves.

    Args:
        text: the whole text.
        own: the noun that the words before it seem to name, "" if none.
        around: those words, the mark that stops them and where they begin.
        end: where the quantity or the comparator after it ends.
        kind: the kind of the quantity.
        previous: the quantity before it.
    """
    run, stop, _ = around
    if kind in _SHARES:
        # 全区四分之三的行政村, 60%以上的社区, 覆盖城区和50%左右的村: what it is the share of.
        led = (
            not own
            or own in verbs().place
            or (kind == "percent" and (run[-1:] in _JOINING or not own.endswith(_RATED)))
        )
        if led and not own and "一" <= text[end : end + 1] <= "鿿" and text[end] != "的":
            # 近六成行政村
            noun = noun_after(text, end)
            return noun if noun is not None and is_thing(noun) else None
        return noun_after(text, end) if led and text.startswith("的", end) else None
    if kind != "count":
        return None
    if run[-1:] == "了" or run[-2:] in HAPPENING:
        # 应对了6次强降雨, 发生两次强降雨
        return noun_after(text, end)
    if run or stop != "、" or previous is None or previous.entity is None:
        return None
    # 6次强降雨、3次台风: the one before has its noun behind.
    return noun_after(text, end) if text.startswith(previous.entity, previous.end) else None


def is_thing(noun: str) -> bool:
    """Return True if a noun ends with what can be counted: 部室, 派出所."""
    return not _words().things.isdisjoint((noun[-1], noun[-2:], noun[-3:]))


def lets(run: str) -> bool:
    """Return True if the words before a number end with a verb whose object is counted: 新建, 安装."""
    return run[-_VERB:] in _words().letting


def _is_verb(pair: str) -> bool:
    known = verbs()
    return pair in known.parting or pair in known.soft or pair in _words().letting


def counted_behind(text: str, end: int) -> str | None:
    """Return the noun behind a quantity, also where an age or a size of it stands between, or None."""
    noun = noun_after(text, end)
    if noun is None:
        return _behind_age(text, end) if text[end : end + 1].isdecimal() else None
    behind = end + len(noun)
    # 水库 of 2座库容500万立方米的水库
    sized = _SIZED.match(text, end) if text[behind : behind + 1].isdecimal() else None
    return (noun_after(text, sized.end()) if sized is not None else None) or noun


def _behind_age(text: str, end: int) -> str | None:
    # Who is counted where an age stands between: 老人 of 1.2万名60岁以上老人.
    aged = _AGED.match(text, end)
    if aged is None:
        if (group := _GROUP.match(text, end)) is not None:
            return noun_after(text, group.end())
        # 推出5类24条举措: of what the second counts.
        second = _SECOND.match(text, end)
        entry = entry_at(text, second.end()) if second is not None else None
        return noun_after(text, second.end() + len(entry.name)) if second and entry and entry.leads else None
    noun = noun_after(text, aged.end())
    return people_in(noun) if noun is not None else None


def of_them(noun: str, run: str, unit: str | None, previous: Mention) -> str | None:
    """Return the noun of the quantity before, where the words behind say what is done to some of the same things.

    复壮古树41株，其中7株加装避雷针: seven of the trees.

    Args:
        noun: the words behind the quantity.
        run: the words before it.
        unit: its unit as reported.
        previous: the quantity before it.
    """
    if run in _SOME_OF and same_counted(unit, previous.unit) and noun[:_VERB] in verbs().parting:
        return previous.entity
    return None


def opened_at(text: str, previous: Mention | None, stop: str, start: int) -> int:
    """Return where the bracket opens that closed between two quantities, 0 if none did.

    劳务派遣人员（驾驶员5名、厨师2名）共7名 and 尾款（合同额的5%）9.6万元 are of what stands before the bracket.

    Args:
        text: the whole text.
        previous: the first of them, None if there is none.
        stop: the mark before the words between them.
        start: where the words between them end.
    """
    if previous is None or stop not in _CLOSING or _SUMMED_UP.fullmatch(text, previous.end, start) is None:
        return 0
    inside = previous.start
    return max(
        0, text.rfind("（", max(0, inside - _BRACKET), inside), text.rfind("(", max(0, inside - _BRACKET), inside)
    )
