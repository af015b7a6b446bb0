"""Sums that lists of equal shape claim: 甲、乙、丙各 1 个, and 其中甲 2 条 31 公里、乙 4 条 55 公里."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from drafter.language.alternatives import may_be_part
from drafter.language.interval import Interval
from drafter.language.mention import Mention
from drafter.language.patterns import lazy
from drafter.language.shared_counts import SHARED, WINDOW, miscounted, sharing

SUMMED = frozenset(("count", "money", "measure"))
_LIST = lazy(r"[（(，,](?:其中|包括|分别为|分为)?[:：]?(?P<names>[^（()）。；;，,\n\d]{2,60})(?<!等)各(?:不少于)?[ ]?$")
_WHICH = lazy(r"[，,（(]其中[:：]?")
_CLAUSE = lazy(r"[，,。；;：:（()）\n]")
_STOP = lazy(r"[。；;\n（()）]")
# What closes a list with its total: right before the number, perhaps with 为 or 约.
CLOSES = lazy(r"(?:共计|合计|总计|总共|一共|合共|共有?|总数|总数为)(?:约|达|为|有)?[ ]?$")
# What opens parts of another total, or a rate.
_OTHER = lazy(r"其中|包括|包含|分为|每|人均|单价|[。；;：:\n（()）]")
_MOST = 8
_BETWEEN = lazy(r"[、，,和及与]")
_EACH = lazy(r"每|[人户亩生]均|单价")


def each_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Yield total and parts of 3 个场馆（体育馆、游泳馆、健身中心各 1 个）: as many equal parts as there are names."""
    for at, mention in enumerate(mentions):
        if not at or mention.kind not in SUMMED or mention.dimension != mentions[at - 1].dimension:
            continue
        whole = mentions[at - 1]
        if mention.start - whole.end > WINDOW:
            continue
        found = _LIST.search(text, whole.end, mention.start)
        if found is None or found.start() - whole.end > 10 or mention.comparator != "=" or whole.interval is None:
            continue
        counts = sharing(found["names"])
        if min(counts) < 2 or mention.interval is None:
            continue
        # 文化和旅游、体育各 2 个: whether 和 parts two names or stands in one, the count that agrees is meant.
        parts = [[mention] * count for count in sorted(counts)]
        fits = next((one for one in parts if mention.interval.scale(len(one)) == whole.interval), None)
        more = [] if fits else _following(text, mentions, at)
        if more:
            # 图书馆、文化馆各 1 个，体育场 2 个: the list has parts of other sizes, or ends and other things follow.
            fits = next((one + more for one in parts if holds(whole, one + more)), None)
            if fits is None:
                continue
        yield whole, fits or parts[-1]


def closed_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention], bool]]:
    """Yield total and parts of 体育馆、游泳馆各 1 个，健身中心 2 个，共 4 个场馆: names that share a number.

    Where such a list begins is told by the sum. One that does not come to its total begins with its sentence, and the
    third value is False where its names may be counted in other ways.
    """
    for at, total in enumerate(mentions if "各" in text else ()):
        if total.kind not in SUMMED or not CLOSES.search(text, max(0, total.start - 10), total.start):
            continue
        parts = _fitting(text, mentions, at)
        if parts:
            yield total, parts, True
        elif parts is None and (off := miscounted(text, mentions, at)) is not None:
            yield total, *off


def _fitting(text: str, mentions: Sequence[Mention], at: int) -> list[Mention] | None:
    """The parts before a total that come to it; none where no two of them share a number, None where nothing fits."""
    total = mentions[at]
    lists: list[tuple[list[Mention], Interval | None]] = [([], None)]
    shared, end = False, total.start
    for back in range(at - 1, max(-1, at - 1 - _MOST), -1):
        part, begin = mentions[back], mentions[back - 1].end if back else 0
        if not may_be_part(total, part, text) or part.comparator != "=" or _OTHER.search(text, part.end, end):
            break
        found = SHARED.search(text, max(begin, part.start - WINDOW), part.start)
        counts = sharing(found["names"]) if found else {1}
        # 各镇 2 个, 文化和旅游各 2 个: how many share the number is not told, or in two ways.
        if "各" in text[max(begin, part.start - WINDOW) : part.start] and min(counts) < 2:
            break
        shared, end = shared or found is not None, part.start
        value, whole = part.interval, total.interval
        if value is None or whole is None:
            break
        longer = [
            ([part] * count + rest, value.scale(count) if reached is None else reached + value.scale(count))
            for rest, reached in lists
            for count in sorted(counts)
        ]
        fits = next((one for one, reached in longer if len(one) > 1 and reached.meets(whole)), None)
        if fits is not None:
            return fits if shared else []
        lists = [(one, reached) for one, reached in longer if not whole.before(reached)]
        if not lists:
            break
    return None


def _following(text: str, mentions: Sequence[Mention], at: int) -> list[Mention]:
    """The next quantity, if it is of the same kind and nothing ends the list before it."""
    last, following = mentions[at], mentions[at + 1 : at + 2]
    return [
        one for one in following if one.dimension == last.dimension and _STOP.search(text, last.end, one.start) is None
    ]


def parallel_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention], bool]]:
    """Yield the sums of a list whose items give the same two or three numbers each, as their total does.

    6 条航道 86.5 公里，其中甲 2 条 31.2 公里、乙 4 条 55.3 公里 claims two sums. The third value says that one of them
    holds: then the list is complete, and the other sum must hold as well.
    """
    starts = [one.start for one in mentions]
    for which in _WHICH.finditer(text):
        at = bisect_left(starts, which.end())
        stop = _STOP.search(text, which.end(), which.end() + 2 * WINDOW)
        end = stop.start() if stop else which.end() + 2 * WINDOW
        behind = mentions[at : bisect_left(starts, end, lo=at)]
        begin = max(0, which.start() - WINDOW)
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
        # 28名共22.4万元，其中省级6名、每名1.2万元，市级…: what each of them gets is no part of what all get.
        rates = [_EACH.search(text, before.end, one.start) for before, one in zip(items[0], items[0][1:], strict=False)]
        columns = [[item[at] for item in items] for at in range(width) if not at or rates[at - 1] is None]
        totals = [total for at, total in enumerate(totals) if not at or rates[at - 1] is None]
        complete = any(holds(total, parts) for total, parts in zip(totals, columns, strict=True))
        for total, parts in zip(totals, columns, strict=True):
            yield total, parts, complete


def _listed(text: str, items: Sequence[Sequence[Mention]]) -> bool:
    """Whether the items are set apart and each holds together: 甲 2 条 31.2 公里、乙 4 条 55.3 公里."""
    apart = all(_BETWEEN.match(text, one[-1].end) or _BETWEEN.match(text, one[-1].end + 1) for one in items[:-1])
    whole = all(_CLAUSE.search(text, item[0].end, item[-1].start) is None for item in items)
    return apart and whole


def holds(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts come to the total, as far as both are printed."""
    whole = None
    for part in parts:
        if part.interval is None:
            return False
        whole = part.interval if whole is None else whole + part.interval
    return whole is not None and total.interval is not None and whole.meets(total.interval)
