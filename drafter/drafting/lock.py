"""The value lock: every number in drafted words is traced to a fact, to the brief's own words, or to a convention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.brief import Brief
from drafter.drafting.facts import Facts, texts_of
from drafter.drafting.result import Source
from drafter.drafting.skeleton import dates
from drafter.language import bigrams, extract
from drafter.language.numerals import fold_digits

_DIGITS = re.compile(r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?")
# 1. 2、 （3） at the head of a part of a list counts nothing.
_MARKER = re.compile(r"(?:^|[。；;：:，,、\n（(])[0-9０-９]{1,2}[.．、)）](?![0-9０-９])")
# 半数 and 翻番 say a number no less than 50% does; ⑭ and Ⅻ are digits to a reader, though not at the head of a part.
_IN_WORDS = re.compile(r"[过近大]半(?!年|天|日|月)|一半|半数|翻[一两]?[番倍]|成倍|加倍|数[十百千万]")
_MARKS = re.compile(r"(?<![。；;：:，,、\n（(\s①-⒛])(?<!^)[①-⒛Ⅰ-ⅻ㈠-㈩㉈-㊰❶-➓]")
_PLAIN = re.compile(r"\d{1,24}(\.\d{1,12})?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number standing in drafted text: where, what it is worth (None where it is no single value), its unit."""

    span: tuple[int, int]
    text: str
    value: Decimal | None
    unit: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a number comes from."""

    source: Source
    reference: str
    quote: str


def numbers_in(text: str) -> Iterator[Number]:
    """Every number of a text: quantities in digits or characters, and other digits that are no list marker."""
    covered: list[tuple[int, int]] = []
    for mention in extract(text):
        covered.append((mention.start, mention.end))
        value = Decimal(mention.number) if _PLAIN.fullmatch(mention.number) else None
        yield Number((mention.start, mention.end), mention.text, value, mention.unit, mention.kind)
    for match in _DIGITS.finditer(text):
        marker = _MARKER.match(text, max(0, match.start() - 1))
        if not (marker and marker.end() > match.end()) and not any(a <= match.start() < b for a, b in covered):
            digits = fold_digits(match[0])
            value = Decimal(digits) if _PLAIN.fullmatch(digits) else None
            yield Number(match.span(), match[0], value, None, "digits")
    for pattern in (_IN_WORDS, _MARKS):
        for match in pattern.finditer(text):
            listed = pattern is _MARKS and any(first in text for first in "①ⅠⅰⅠ㈠❶➀")
            if not listed and not any(a < match.end() and match.start() < b for a, b in covered):
                yield Number(match.span(), match[0], None, None, "digits")


def uncovered(number: Number, text: str, covered: Sequence[tuple[tuple[int, int], Decimal]]) -> Iterator[Number]:
    """The parts of a number that no reference has put there: of {F1}11月20日, the 11 and the 20.

    A reference with something before or behind it that makes another number of it (1{F3}人, {F3}万件) covers nothing.
    """
    start, end = number.span
    inside = [(span, value) for span, value in covered if span[0] < end and start < span[1]]
    if not inside or (len(inside) == 1 and number.value is not None and number.value != inside[0][1]):
        yield number
        return
    behind = max(b for (_, b), _ in inside)
    rest = _DIGITS.search(text, behind, end)
    if number.kind == "date" and inside[0][0][0] <= start and rest:
        yield Number((rest.start(), end), text[rest.start() : end], None, None, "date")
        return
    for match in _DIGITS.finditer(text, start, end):
        if not any(a <= match.start() and match.end() <= b for (a, b), _ in inside):
            yield Number(match.span(), match[0], None, None, number.kind if number.kind == "date" else "digits")


@dataclass(frozen=True, slots=True)
class Agreed:
    """A conventional target accepted for an indicator of that name."""

    name: str
    value: Decimal
    unit: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Lock:
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
        named = [
            (fact.entity or "", Origin(fact.source, fact.path, fact.quote))
            for fact in self.facts.vouching(number.value, number.unit)
        ]
        named += [(one.name, one.origin) for one in self.agreed if (one.value, one.unit) == (number.value, number.unit)]
        before = bigrams(re.split(r"[，。；,;]", text[: number.span[0]])[-1])
        return max(named, key=lambda pair: len(bigrams(pair[0]) & before), default=("", None))[1]

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
