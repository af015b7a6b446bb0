"""What each number of a goal text is about: its noun, the words beside it, the words before it in the sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from drafter.checking.naming import Token, tokens
from drafter.checking.roles import Role
from drafter.checking.words.clauses import SENTENCE, said_before
from drafter.language import Interval, Mention, SumClaim
from drafter.language.patterns import lazy
from drafter.language.shared_counts import shared_noun

_BOUNDARY = lazy(r"[，,。；;：:、！!？?（()）\"\n]")
_LIST = lazy(r"[，,。；;：:！!？?（()）\"\n]")
_TOTAL = lazy(r"(?:共|共计|合计|总计|均|都)(?:达到?|为|不少于|不低于|约)?[ ]?$")
_DEED = 6
_OLD = 2
"""Characters between an age and the number of those who are so old: 以上."""
_DEEDS = lazy(r"建设|安装|设置|设立|配备|开展|实施|改造|更换|布设|推广|举办|建立|购置|新建|铺设|种植")
_SLIGHT = 4
"""Weight of single characters and general words."""
# Several names right before a number, with nothing between that says what is done with them.
_APPOSED = lazy(r"[^\W\da-zA-Z_]{2,12}、[^\W\da-zA-Z_、]{2,12}(?:等|共|这)?$")
_RESPECTIVELY = lazy(r"分别[^，,。；;、\d]{0,6}$", needs=("分别",))
_WITHIN = lazy(r"^[以之]?内")
_LIST_MOST = 8
_TWINS = 20
"""So many equal numbers are compared with each other; a megabyte of them is not."""


class Subject(NamedTuple):
    """What one number of a goal is about; a number said twice of one thing is one.

    Attributes:
        mentions: Positions of the mentions, the first one first.
        name: The noun it counts or measures; the words beside it where the text names none.
        beside: The words of its clause.
        around: The words before it in its sentence.
        role: What it is there for.
        words: Its clause as printed, without the number.
    """

    mentions: tuple[int, ...]
    name: tuple[Token, ...]
    beside: tuple[Token, ...]
    around: tuple[Token, ...]
    role: Role
    words: str = ""


def subjects(
    text: str,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    sums: Sequence[SumClaim] = (),
    twice: AbstractSet[tuple[Interval, str]] = frozenset(),
) -> list[Subject]:
    """The subjects of the mentions that count something, in order of their first mention.

    Args:
        text: The goal.
        mentions: Its numbers.
        roles: What each is there for.
        sums: Its sums.
        twice: Numbers, with their dimension, that several rows print: equal ones of the goal may be of either.
    """
    found: list[Subject] = []
    nouns: dict[int, str | None] = {mention.start: mention.entity for mention in mentions}
    for claim in sums:
        if of_all(claim):
            nouns[claim.total.start] = shared_noun(text, claim.parts[0]) if claim.parts[-1] is claim.parts[0] else ""
    nouns |= _of_those_before(text, mentions)
    known: dict[tuple[str, str, str, Role], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        if roles[at] == "none":
            continue
        subject = _subject(text, mentions, at, roles[at], nouns[mention.start] or "")
        same = known[(mention.number, mention.unit or "", mention.comparator, roles[at])]
        telling = _telling(mention) and (mention.interval, mention.dimension) not in twice
        twin = next((at for at in same[:_TWINS] if _one_thing(found[at], subject, telling=telling)), None)
        if twin is None:
            same.append(len(found))
            found.append(subject)
        else:
            found[twin] = found[twin]._replace(mentions=(*found[twin].mentions, at))
    return found


def _of_those_before(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """苗圃检疫1.8万株、林场检疫1.7万株，检疫率分别达98%和95%: each of the rates is that of the name of its place."""
    found: dict[int, str] = {}
    for at, first in enumerate(mentions):
        if not _RESPECTIVELY.search(text, max(0, first.start - 10), first.start):
            continue
        noun = first.entity
        rest = mentions[at + 1 : at + _LIST_MOST]
        others = next((end for end, one in enumerate(rest) if one.entity != noun), len(rest))
        theirs = mentions[at : at + 1 + others]
        before = mentions[max(0, at - len(theirs)) : at]
        named = {one.entity for one in before} - {None, noun}
        one_list = len({one.dimension for one in before}) == len({one.dimension for one in theirs}) == 1
        if (
            noun
            and one_list
            and len(named) == len(theirs) == len(before) > 1
            and SENTENCE.search(text, before[0].start, theirs[-1].start) is None
        ):
            found |= {one.start: f"{name.entity}{noun}" for one, name in zip(theirs, before, strict=True)}
    return found


def of_all(claim: SumClaim) -> bool:
    """活动室 3 个，健身中心 2 个，共 5 个: what closes a list has the noun of its last part, and is of them all."""
    nouns = {part.entity for part in claim.parts}
    shared = claim.parts[-1] is claim.parts[0]
    return claim.parts[-1].end <= claim.total.start and (shared or len(nouns) > 1) and claim.total.entity in nouns


def _subject(text: str, mentions: Sequence[Mention], at: int, role: Role, noun: str) -> Subject:
    mention = mentions[at]
    behind = at - 1
    while behind >= 0 and mentions[behind].kind == "age" and mentions[behind].end + _OLD >= mention.start:
        # 80至89岁6800人, 90岁以上500人: the age is what tells the number from the others.
        behind -= 1
    left = mentions[behind].end if behind >= 0 else 0
    right = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
    before = _before(text[max(left, mention.start - 40) : mention.start])
    after = _BOUNDARY.split(text[mention.end : min(right, mention.end + 24)])[0]
    earlier = said_before(text, mention.start, SENTENCE, 80)
    if mention.kind == "duration":
        after = _WITHIN.sub("", after)
        if after and noun.endswith("后"):
            # 接报后2小时内到场: what takes the time stands behind it.
            noun = after
    beside = (*tokens(before), *tokens(after))
    if "累计" in before and not mention.entity:
        # 改造泊位 1200 个，累计完成 2400 个: what is counted was said before.
        beside = (*beside, *tokens(earlier))
    name = noun
    if mention.kind == "percent" and after.startswith("的"):
        # 对5%的样本开展回访: a share is one of what stands behind it.
        name = after
    between = text[left : mention.start].removeprefix(name)
    if at and after and name == mentions[at - 1].entity and between in ("、", "，", ",", "和", "及"):
        # 涉及 23 个小区、4200 户居民: the noun before belongs to the number before.
        name = after
    elif (
        after
        and name
        and _APPOSED.search(text, max(left, mention.start - 40), mention.start)
        and text.endswith(name, left, mention.start)
    ):
        # 体育馆、游泳馆、田径场 3 个场馆: the number counts what it says behind it, and the noun before is one of them.
        name = after
    if after and len(name) > _DEED and text.startswith(name, mention.end) and (deed := _DEEDS.search(name, 2)):
        # 在 85 个老旧小区建设充电点 210 处: the noun ends where the deed begins.
        name = name[: deed.start()]
    return Subject((at,), tokens(name) or beside, beside, tokens(earlier), role, f"{name}{before} {after}")


def _before(text: str) -> str:
    """The words of the clause, with a short bracket between them and the number: 除颤器（AED）8 台."""
    bracket = re.search(r"[（(]([^（()）]{1,12})[)）]\s*$", text)
    if bracket is None:
        if _TOTAL.search(text):
            # 流动展览进校园、进社区共 24 场: what is counted stands before the whole list.
            return _LIST.split(text)[-1]
        return _BOUNDARY.split(text)[-1]
    return _BOUNDARY.split(text[: bracket.start()])[-1] + bracket[1]


def _one_thing(one: Subject, other: Subject, *, telling: bool) -> bool:
    """培训 600 人次 … 全年培训 600 人次: the names differ in nothing that could tell two rows apart.

    开展国民体质监测 5200 人 … 体质监测 5200 人: one name may say less, where the number hardly stands there by chance.
    """
    mine, theirs = _words(one.name), _words(other.name)
    if not mine or not theirs:
        return False
    return mine == theirs or ((mine < theirs or theirs < mine) and telling)


def _telling(mention: Mention) -> bool:
    return mention.kind in ("count", "measure") and len(mention.digits.replace(".", "").strip("0")) > 1


def _words(name: Sequence[Token]) -> set[str]:
    return {token.text for token in name if token.weight > _SLIGHT}
