"""The value lock: every number in drafted words is traced to a fact, to the brief's own words, or to a convention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.brief import Brief
from drafter.drafting.facts import Facts, texts_of
from drafter.drafting.numbers import Number
from drafter.drafting.result import Source
from drafter.drafting.skeleton import dates
from drafter.language import bigrams
from drafter.language.numerals import fold_digits
from drafter.language.patterns import lazy

# 66000 元/人 a year is not 每人每月66000元, and six guards are not 每班6人.
_NAMED_BY = r"[号日点时楼层级版折倍]"
_PERIOD = lazy(r"每个?(小时|工作日|[天日周月季班次])|([日月])均")


class Origin(NamedTuple):
    """Where a number comes from."""

    source: Source
    reference: str
    quote: str


class Agreed(NamedTuple):
    """A conventional target accepted for an indicator of that name."""

    name: str
    value: Decimal
    unit: str | None
    origin: Origin


class Lock(NamedTuple):
    """Tells where a number may come from.

    Attributes:
        brief: The brief.
        facts: Its facts.
        agreed: Conventional targets accepted elsewhere in the same draft: a goal may repeat them.
        kept: Words of last year's filing by path, when one is rolled forward: its dates and names with digits may stay.
    """

    brief: Brief
    facts: Facts
    agreed: Sequence[Agreed] = ()
    kept: Sequence[tuple[str, str]] = ()

    def origin(self, number: Number, text: str) -> Origin | None:
        """Where a number of `text` comes from, or None if nothing vouches for it."""
        return self._vouched(number, text) or self._words(number, text) or self._date(number)

    def _vouched(self, number: Number, text: str) -> Origin | None:
        # 95% may be the brief's pass rate and a proposed satisfaction at once: the words before it tell which.
        if number.value is None:
            return None
        clause = re.split(r"[，。；,;]", text[: number.span[0]])[-1]
        if number.kind in ("money", "count") and self.another_period(clause):
            return None
        if number.unit is None and re.match(_NAMED_BY, text[number.span[1] :]):
            # 6号 and 6楼 are no six of anything.
            return None
        named = [
            (fact.entity or "", Origin(fact.source, fact.path, fact.quote))
            for fact in self.facts.vouching(number.value, number.unit)
        ]
        before = bigrams(clause)
        # 逾九成持证 repeats no satisfaction of 90%: a convention vouches for what it is of and for nothing else.
        said = before | bigrams(re.split(r"[，。；,;]", text[number.span[1] :], maxsplit=1)[0])
        named += [
            (one.name, one.origin)
            for one in self.agreed
            if (one.value, one.unit) == (number.value, number.unit) and bigrams(one.name) & said
        ]
        return max(named, key=lambda pair: len(bigrams(pair[0]) & before), default=("", None))[1]

    def another_period(self, clause: str) -> bool:
        """Whether the words before a number make it one of each month or shift, of which the brief does not speak."""
        period = _PERIOD.search(clause)
        return bool(period) and not self._speaks_of(period[1] or period[2])

    def _speaks_of(self, period: str) -> bool:
        said = [words for _, words in texts_of(self.brief)]
        return any(period in words for fact in self.facts.all for words in (fact.unit or "", fact.quote, *said))

    def _words(self, number: Number, text: str) -> Origin | None:
        # 12345热线 and “15分钟服务圈” are names: they pass as the brief prints them, the same character behind.
        following = text[number.span[1] : number.span[1] + 1]
        for path, words in texts_of(self.brief):
            if _holds(words, number.text, following):
                return Origin("brief", path, words)
        if number.kind not in ("date", "digits") and number.value is not None:
            # Counts of last year's filing are facts where they stay; those that were replaced must not come back.
            return None
        for path, words in self.kept:
            if _holds(words, number.text, following):
                return Origin("precedent", path, words)
        return None

    def _date(self, number: Number) -> Origin | None:
        if number.kind not in ("date", "year"):
            return None
        start, end = dates(self.brief)
        for name, day in (("end_date", end), ("start_date", start)):
            parts = [int(fold_digits(part)) for part in re.findall(r"[0-9０-９]+", number.text)]
            if day is not None and parts and self._parts_of(parts, (day.year, day.month, day.day)):
                source: Source = "brief" if getattr(self.brief, name) is not None else "computed"
                return Origin(source, name, day.isoformat())
        return None

    @staticmethod
    def _parts_of(parts: list[int], day: tuple[int, int, int]) -> bool:
        if parts[0] > 31:
            return tuple(parts) == day[: len(parts)]
        return tuple(parts) in (day[1:], day[1:2])


def _holds(words: str, token: str, following: str) -> bool:
    for match in re.finditer(rf"(?<![0-9０-９])(?<![0-9０-９][.．]){re.escape(token)}(?![.．]?[0-9０-９])", words):
        after = words[match.end() : match.end() + 1]
        if not after or not following or after == following or not (after.isalnum() or following.isalnum()):
            return True
    return False
