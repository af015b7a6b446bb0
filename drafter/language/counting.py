"""What makes an amount of words that may also be a name: a verb that lets count before them, an object behind them.

三个支撑 is a slogan and 新建三个支撑服务站 an amount, 三批发 a word and 采购三批发热药品 an amount. A slogan takes no
object: behind it stands a mark, or 要求, 原则, 机制 and their like, and before it no verb that buys, builds or holds.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.data import words
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.language.unit_reading import Entry

# 购置了三台, 举办好两期, 更换 3台.
_BETWEEN = frozenset("了好共约近 ")
# Verbs of one character stand for themselves only at the head of a clause: 建三个泵站, but not 网络基建三个一.
_SHORT_VERBS = frozenset("建购买植修设挖换印办租铺栽补增")
_HEAD = frozenset("，。；、：:;, （(\n年月日前底末共拟再均已将各可另还并") | {""}
# Classifiers of rules, and what they count behind a verb that applies them.
_OF_PRINCIPLES = frozenset("项个条种张")
_PRINCIPLE = lazy(rf"硬?(?:{'|'.join(words('principle'))})(?![化性员者])")
# Classifiers of things that nobody numbers: 二期, 二类, 二号 and 二组 are the second one, 二艘 never.
_NEVER_NUMBERED = frozenset("台辆艘名座份只张盏块副架枚株匹件篇幅具个位根把")
_CLOSED = frozenset("，。；、,;）)") | {""}
_CHANNELS = frozenset("视台道")
_NUMERALS = frozenset("一二两三四五六七八九十百千")
_OBJECT = lazy(r"[^\W\da-zA-Z_]{1,14}")
_NO_OBJECT = lazy(rf"[了和与及、的不]|{'|'.join(words('slogan-goes-on'))}")
# 三个面向覆盖社区25个: what has a number of its own is not counted by the one before.
_OF_THING = lazy(
    rf"[^\W\da-zA-Z_]{{0,10}}(?:{'|'.join(words('countable-thing'))})(?<!开展|发展|拓展|扩展|进展)(?![^\W_])"
)


def lets_count(text: str, start: int, verbs: str = "letting-count") -> bool:
    """Return True if the word before ``start`` is a verb whose object is counted (采购三…, 每年一次…).

    Args:
        text: the whole text.
        start: where the number begins.
        verbs: the list of ``words.txt`` the verb must be of.
    """
    while start and text[start - 1] in _BETWEEN:
        start -= 1
    if text.endswith(words(verbs), max(0, start - 4), start):
        return True
    return text[start - 1 : start] in _SHORT_VERBS and text[max(0, start - 2) : max(0, start - 1)] in _HEAD


def counted(text: str, start: int, entry: Entry, end: int, name_end: int) -> bool:
    """Return True if what looks like the name of a quantity is an amount with its object.

    Args:
        text: the whole text.
        start: where the number begins.
        entry: the unit as read.
        end: where the unit ends.
        name_end: where the words end that make it look like a name (三个支撑 of 三个支撑服务站).
    """
    if entry.name == "成":
        # 提升五成效率: so many tenths.
        return lets_count(text, start, "letting-share")
    if entry.kind != "count" or text[name_end - 1] == "0":
        # 三个100重点项目 is a programme.
        return False
    fixed = entry.named.fixed if entry.named is not None else None
    whatever = fixed is not None and fixed.match(text, end) is not None
    if name_end == end + 1 and not whatever and text.startswith(words("own-word"), end):
        # 三次生态监测: the character begins a word of its own.
        return True
    tail = _OBJECT.match(text, name_end)
    if entry.name == "期":
        # 举办三期建设工程培训 is held three times; 新建三期工程 is the third phase.
        return tail is not None and lets_count(text, start, "letting-hold")
    if tail is None or _NO_OBJECT.match(text, name_end):
        # 三个覆盖全区的监测站: an attribute, and the object behind it.
        of_thing = tail is not None and tail[0][0] == "的" and _OF_THING.match(text, name_end) is not None
        return of_thing and entry.name == "个"
    if entry.name == "个" and _OF_THING.match(text, name_end):
        return True
    return not whatever and lets_count(text, start)


def applied(text: str, start: int, unit: str, end: int) -> bool:
    """Return True if so many rules are the name of what is applied (落实三项制度, 对照五条标准) and no amount.

    Args:
        text: the whole text.
        start: where the number begins.
        unit: the unit as listed.
        end: where the unit ends.
    """
    if unit not in _OF_PRINCIPLES or not text.endswith(words("applying"), max(0, start - 4), start):
        return False
    return _PRINCIPLE.match(text, end) is not None and _OF_THING.match(text, end) is None


def of_thing(text: str, end: int) -> bool:
    """Return True if the words behind a unit end with a thing that can be counted (队伍 of 招募一支队伍)."""
    return _OF_THING.match(text, end) is not None


def fits(text: str, start: int, end: int) -> bool:
    """Return True if the name of a place at ``start``..``end`` is an amount: 采购六台街道清扫车, 补助八所镇中心小学.

    A verb must let count, and the noun behind must be one that the classifier in the name counts.
    """
    things = _of_classifier(text[start + 1])
    return things is not None and things.match(text, end) is not None and lets_count(text, start)


def is_two(text: str, start: int, unit: str, end: int) -> bool:
    """Return True if 二 before a classifier is two (购置二艘渡船、二辆救护车) and not the second (二期, 央视二台)."""
    if unit not in _NEVER_NUMBERED:
        return False
    before = text[start - 1 : start]
    listed = before == "、" and text[start - 2 : start - 1] not in _NUMERALS
    return listed or (text[end : end + 1] in _CLOSED and before not in _CHANNELS) or lets_count(text, start)


@cache
def _of_classifier(classifier: str) -> re.Pattern[str] | None:
    if classifier not in "台家所":
        return None
    return lazy(rf"[^\W\da-zA-Z_]{{0,8}}(?:{'|'.join(words(f'counted-by-{classifier}'))})(?![^\W\da-zA-Z_])")
