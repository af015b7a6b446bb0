"""Sums that lists of equal shape claim: 甲、乙、丙各 1 个, and 其中甲 2 条 31 公里、乙 4 条 55 公里."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from drafter.language.mention import Mention
from drafter.language.patterns import lazy

SUMMED = frozenset(("count", "money", "measure"))
_WINDOW = 80
_LIST = lazy(r"[（(，,](?:其中|包括|分别为|分为)?[:：]?(?P<names>[^（()）。；;，,\n\d]{2,60})(?<!等)各(?:不少于)?[ ]?$")
_WHICH = lazy(r"[，,（(]其中[:：]?")
_CLAUSE = lazy(r"[，,。；;：:（()）\n]")
_STOP = lazy(r"[。；;\n（()）]")
_BETWEEN = lazy(r"[、，,和及与]")


def each_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Yield total and parts of 3 个场馆（体育馆、游泳馆、健身中心各 1 个）: as many equal parts as there are names."""
    for at, mention in enumerate(mentions):
        if not at or mention.kind not in SUMMED or mention.dimension != mentions[at - 1].dimension:
            continue
        whole = mentions[at - 1]
        if mention.start - whole.end > _WINDOW:
            continue
        found = _LIST.search(text, whole.end, mention.start)
        if found is None or found.start() - whole.end > 10 or mention.comparator != "=" or whole.interval is None:
            continue
        counts = {len([name for name in part.split("、") if name]) for part in (found["names"], _apart(found["names"]))}
        if min(counts) < 2 or mention.interval is None:
            continue
        # 文化和旅游、体育各 2 个: whether 和 parts two names or stands in one, the count that agrees is meant.
        parts = [[mention] * count for count in sorted(counts)]
        holds = next((one for one in parts if mention.interval.scale(len(one)) == whole.interval), None)
        more = [] if holds else _following(text, mentions, at)
        if more:
            # 图书馆、文化馆各 1 个，体育场 2 个: the list has parts of other sizes, or ends and other things follow.
            holds = next((one + more for one in parts if _holds(whole, one + more)), None)
            if holds is None:
                continue
        yield whole, holds or parts[-1]


def _following(text: str, mentions: Sequence[Mention], at: int) -> list[Mention]:
    """The next quantity, if it is of the same kind and nothing ends the list before it."""
    last, following = mentions[at], mentions[at + 1 : at + 2]
    return [
        one for one in following if one.dimension == last.dimension and _STOP.search(text, last.end, one.start) is None
    ]


def _apart(names: str) -> str:
    for word in ("以及", "和", "及", "与"):
        names = names.replace(word, "、")
    return names


def parallel_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention], bool]]:
    """Yield the sums of a list whose items give the same two or three numbers each, as their total does.

    6 条航道 86.5 公里，其中甲 2 条 31.2 公里、乙 4 条 55.3 公里 claims two sums. The third value says that one of them
    holds: then the list is complete, and the other sum must hold as well.
    """
    starts = [one.start for one in mentions]
    for which in _WHICH.finditer(text):
        at = bisect_left(starts, which.end())
        stop = _STOP.search(text, which.end(), which.end() + 2 * _WINDOW)
        end = stop.start() if stop else which.end() + 2 * _WINDOW
        behind = mentions[at : bisect_left(starts, end, lo=at)]
        begin = max(0, which.start() - _WINDOW)
        clause = max((mark.end() for mark in _CLAUSE.finditer(text, begin, which.start())), default=begin)
        totals = mentions[bisect_left(starts, clause, hi=at) : at]
        shape = [one.dimension for one in totals]
        width = len(shape)
        if not 2 <= width <= 3 or len(set(shape)) < width or any(one.kind not in SUMMED for one in totals):
            continue
        items: list[Sequence[Mention]] = []
        for first in range(0, len(behind), width):
            item = behind[first : first + width]
            if [one.dimension for one in item] != shape:
                break
            items.append(item)
        rest = behind[len(items) * width :]
        # What the list does not hold must be set apart from it: …、乙 4 条 55.3 公里，清除 35 处.
        ended = not rest or "，" in text[items[-1][-1].end : rest[0].start] if items else False
        if len(items) < 2 or not ended or not _listed(text, items):
            continue
        columns = [[item[at] for item in items] for at in range(width)]
        complete = any(_holds(total, parts) for total, parts in zip(totals, columns, strict=True))
        for total, parts in zip(totals, columns, strict=True):
            yield total, parts, complete


def _listed(text: str, items: Sequence[Sequence[Mention]]) -> bool:
    """Whether the items are set apart and each holds together: 甲 2 条 31.2 公里、乙 4 条 55.3 公里."""
    apart = all(_BETWEEN.match(text, one[-1].end) or _BETWEEN.match(text, one[-1].end + 1) for one in items[:-1])
    whole = all(_CLAUSE.search(text, item[0].end, item[-1].start) is None for item in items)
    return apart and whole


def _holds(total: Mention, parts: Sequence[Mention]) -> bool:
    whole = None
    for part in parts:
        if part.interval is None:
            return False
        whole = part.interval if whole is None else whole + part.interval
    return whole is not None and total.interval is not None and whole.meets(total.interval)
