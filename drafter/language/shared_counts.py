"""Names that share a number, before a total that is not their sum: 东村、西村、北村活动室各 1 个，共 4 个."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.interval import Interval
from drafter.language.mention import Mention
from drafter.language.patterns import lazy

SHARED = lazy(r"(?P<names>[^，,。；;：:\n\d]{2,60})(?<!等)各(?:不少于)?[ ]?$", needs="各")
WINDOW = 80
_SENTENCE = lazy(r"[。；;：:\n（()）]")
_BACK = 200
"""Characters before a total in which its sentence must begin."""
_MOST = 8
# Parts of another total, rates, and what was before: their sum is no one's business here.
_OTHER = lazy(
    r"其中|包括|包含|分为|分别|每|人均|单价|[由从]|累计|历年|原有|现有|[已达]|全[省市县区镇乡]|覆盖|惠及|涉及"
)
_NOUN = lazy(r"[^\W\da-zA-Z_]*")
# Who holds things may be many (街道、社区各 1 个): two of them may be two kinds of them.
_HOLDERS = lazy(r"[村镇乡县区市州省旗校学班队科处局家户]|街道|部门|单位|企业|公司|机构|医院|园")
_KINDS = lazy(r"行政|自然|中心|[各每全级类]|所有|重点|示范|小学|中学|初中|高中|高校|幼儿园|本[省市县区]")
_TWO = 2


def sharing(names: str) -> set[int]:
    """How many names a list may hold: whether 和 parts two of them or stands in one is not told."""
    return {len(_names(names)), len(_names(_apart(names)))}


def shared_noun(text: str, part: Mention) -> str:
    """What names that share a number all have: 活动室 in 东村、西村活动室各 1 个, "" in 体育馆、游泳馆各 1 个."""
    found = SHARED.search(text, max(0, part.start - WINDOW), part.start)
    names = _one_sort(found["names"]) if found else []
    return names[-1][names[-1].rfind(names[0][-1]) + 1 :] if names else ""


def miscounted(text: str, mentions: Sequence[Mention], at: int) -> tuple[list[Mention], bool] | None:
    """The parts of the total at `at`, and whether it is wrong however they are counted.

    None where the sentence says more than such a list, so that what the total stands for is open.
    """
    total = mentions[at]
    begin, whole = _begin(text, total.start), total.interval
    behind = [one for one in mentions[max(0, at - _MOST - 1) : at] if begin is not None and one.start >= begin]
    if begin is None or whole is None or _OTHER.search(text, begin, total.start):
        return None
    # 2027年建设…: when it is done is no part of what is done.
    if behind and behind[0].kind in ("year", "date"):
        del behind[0]
    if not behind or len(behind) > _MOST or not all(_alike(one, total) for one in behind):
        return None
    parts: list[Mention] = []
    shared: list[str] = []
    least: Interval | None = None
    for position, part in enumerate(behind):
        start = behind[position - 1].end if position else begin
        found = SHARED.search(text, max(start, part.start - WINDOW), part.start)
        if found is None and "各" in text[start : part.start]:
            return None
        names = found["names"] if found else ""
        count, low = (max(sharing(names)), len(_one_sort(names)) or _TWO) if found else (1, 1)
        value = part.interval
        if count < low or value is None:
            return None
        shared += [names] if names else []
        parts += [part] * count
        least = value.scale(low) if least is None else least + value.scale(low)
    if not shared or least is None:
        return None
    return parts, _same_things(text, total, shared) and (
        whole.before(least) or (least.before(whole) and all(map(_each_is_one, shared)))
    )


def _begin(text: str, end: int) -> int | None:
    """Where the sentence of a total begins, None where that is too far back."""
    window = max(0, end - _BACK)
    return max((mark.end() for mark in _SENTENCE.finditer(text, window, end)), default=None if window else 0)


def _alike(part: Mention, total: Mention) -> bool:
    return part.dimension == total.dimension and part.comparator == "="


def _one_sort(names: str) -> list[str]:
    """The names, where they are of one sort beyond doubt: 东村、西村和北村活动室 are three, each a 村."""
    found = _names(_apart(names))
    if len(found) < _TWO:
        return []
    sort = found[0][-1]
    return found if all(one.endswith(sort) for one in found[:-1]) and sort in found[-1][1:] else []


def _each_is_one(names: str) -> bool:
    """Whether each name is one thing: not 街道、社区, nor 东村、西村活动室、图书室, which are four."""
    found = _one_sort(names)
    return len(found) > (_TWO if _HOLDERS.search(names) else 1) and _KINDS.search(names) is None


def _same_things(text: str, total: Mention, shared: Sequence[str]) -> bool:
    """Whether the total counts what the list does: 共 6 个, 共 6 个场馆, and not 共 6 个标段."""
    noun = _NOUN.match(text, total.end)
    return noun is None or not noun[0] or noun[0][-1] in {names[-1] for names in shared}


def _names(names: str) -> list[str]:
    return [name for name in names.split("、") if name]


def _apart(names: str) -> str:
    for word in ("以及", "和", "及", "与"):
        names = names.replace(word, "、")
    return names
