"""Rows whose number is what a list of a goal comes to, and that of none of its items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

from drafter.checking.priced_lists import priced_counts
from drafter.language import Interval, Mention, SumClaim
from drafter.language.patterns import lazy

# 慰问党员 30 人、职工 50 人; what a list says otherwise is no item of it.
_NEXT = lazy(r"[^。；;：:\n（(）)]{0,24}")
_APART = lazy(r"其中|包括|每|各|由|比|另|共|[合总小]计|累计|全年|达到")
_EACH = lazy(r"[各每][^，,。；;、\d]{0,5}$")
_HEAD = 2
"""Characters of a noun that say what it is: 职工 of 困难职工."""
_MOST = 8
"""Numbers of a list that are added up."""


class ListRows:
    """What rows of the lists of a goal would print.

    Attributes:
        totals: What the parts of each sum of the goal say, by where its total stands.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], sums: Sequence[SumClaim]) -> None:
        self._printed: dict[int, list[Interval]] = defaultdict(list)
        self.totals: dict[int, list[Interval]] = {}
        for claim in sums:
            values = [part.interval for part in claim.parts if part.interval is not None]
            if len(values) == len(claim.parts) > 1:
                self.totals[claim.total.start] = values
            for part in claim.parts:
                if claim.total.interval is not None:
                    self._printed[part.start].append(claim.total.interval)
        self._alike: set[int] = set()
        for items, total in (*_lists(text, mentions), *_priced(text, mentions)):
            heads = {(one.entity or "")[-_HEAD:] for one in items}
            for one in items:
                self._printed[one.start].append(total)
                self._alike |= {one.start} if len(heads) == 1 else set()

    def elsewhere(self, mention: Mention, value: Interval, name: str) -> bool:
        """Whether a row's number is that of the list a number stands in: 慰问人数 80 beside 党员 30 人、职工 50 人.

        A row that names what the number counts is its own, unless the whole list does: 省级示范社3家，市级示范社6家.
        """
        if mention.start not in self._alike and mention.entity and mention.entity[-_HEAD:] in name:
            return False
        return any(one.low + one.high == value.low + value.high for one in self._printed.get(mention.start, ()))

    def of_parts(self, mention: Mention, value: Interval, name: str, rows: Sequence[Interval]) -> bool:
        """Whether a row is that of a part of the sum whose total this number is: 7300 beside 百岁老人人数 20.

        Its number is the part's, or it is the one row left to the one part left: as many rows as parts count in this
        unit, and all but one of them have the numbers of parts. A row that names what the total counts is its own.
        """
        parts = self.totals.get(mention.start)
        if parts is None or (mention.entity and mention.entity in name):
            return False
        said = {one.low + one.high for one in parts}
        left = [one for one in rows if one.low + one.high not in said]
        return value.low + value.high in said or (len(rows) == len(parts) and len(left) == 1)


def _priced(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Sequence[Mention], Interval]]:
    """省级示范社3家、每家5万元，市级示范社6家、每家3万元: prices stand between the counts of one list."""
    for counts in priced_counts(text, mentions):
        values = [one.interval for one in counts if one.interval is not None and one.comparator == "="]
        if len({one.dimension for one in counts}) == 1 and len(values) == len(counts):
            yield counts, reduce(add, values)


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Sequence[Mention], Interval]]:
    """Numbers of one dimension that follow each other in a sentence, two and more of them, with what they come to."""
    for first, begin in enumerate(mentions):
        total = begin.interval if begin.comparator == "=" and begin.kind in ("count", "measure") else None
        if total is None or _EACH.search(text, max(0, begin.start - 6), begin.start):
            continue
        for last in range(first + 1, min(first + _MOST, len(mentions))):
            one, before = mentions[last], mentions[last - 1]
            if one.interval is None or one.dimension != begin.dimension or one.comparator != "=":
                break
            if not _NEXT.fullmatch(text, before.end, one.start) or _APART.search(text, before.end, one.start):
                break
            total += one.interval
            yield mentions[first : last + 1], total
