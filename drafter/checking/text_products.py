"""Unit prices in a running text, with the count and the amount that go with them: 300 名老人每人 200 元，共 6 万元."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.language import Interval, Mention, lookup, same_dimension
from drafter.language.patterns import lazy

_SENTENCE = lazy(r"[。；;！!？?\n]")
_EACH = lazy(
    r"(?:每(?:个|一)?(?P<unit>[^\W\da-zA-Z_]{1,3}?)(?P<period>每?[年月日天次季])?|(?P<mean>[人户亩生])均)[^，,。；;\d每]{0,8}$"
)
_PERIOD = lazy(r"[每/／·](?P<period>[月日天次季周年])|按(?P<by>[月日天季周])")
_TOTAL = lazy(r"(?:全年|共|合计|总计|总额|总共|计|预算|经费|资金|需|安排|支出)[^，,。；;\d]{0,8}$")
# 教师、保育员各2期，每期50人: how many share the count is not counted here.
_SHARED = lazy(r"各(?![类项级种界位自])[^，,。；;、\d]{0,5}$")
_LOOK = 24
"""Characters before a number that the patterns above reach back at most."""
_THINGS = 50
"""Things that the prices of one sentence are per; a sentence with more is none of prose."""
_PEOPLE = frozenset({"人", "名", "位", "人员", "党员", "学生", "学员", "老人", "对象"})


@dataclass(frozen=True, slots=True)
class TextProduct:
    """A unit price of a text with what it is multiplied by.

    Attributes:
        price: The unit price.
        count: How many are paid for.
        months: 12 where the price is per month and the text says for a year, the number said, else 1.
        amount: The amount the text gives for it, None where it gives none.
        open_period: The price is per month, day or time, and the text does not say how many.
        whole_year: The price is per month and the amount is said to be that of the whole year.
    """

    price: Mention
    count: Mention
    months: Mention | None
    amount: Mention | None
    open_period: bool
    whole_year: bool = False

    @property
    def product(self) -> Interval | None:
        """Price × count × periods in yuan."""
        parts = [self.price.interval, self.count.interval, *([self.months.interval] if self.months else [])]
        total: Interval | None = None
        for part in parts:
            if part is None:
                return None
            total = part if total is None else total * part
        return total.scale(12) if total is not None and self.whole_year else total


def text_products(text: str, mentions: Sequence[Mention]) -> list[TextProduct]:
    """The products a text states, one for each unit price that names what it is per and has one count of that."""
    found: list[TextProduct] = []
    for sentence in _sentences(text, mentions):
        for price in sentence.mentions:
            if price.kind != "money" or price.comparator not in ("=", "<="):
                continue
            product = _product(text, sentence, price)
            if product is not None:
                found.append(product)
    return _of_one_price(found)


class _Sentence:
    """The numbers of one sentence, looked through once, however many prices it has."""

    def __init__(self, text: str, start: int, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._text, self._start = text, start
        self._counts = [one for one in mentions if one.kind == "count" and one.comparator == "="]
        self._of: dict[str, list[Mention]] = {}
        self.months = [
            one for one in mentions if one.kind == "duration" and one.dimension == "duration:month" and "月" in one.text
        ]
        self._amounts = [one for one in mentions if one.kind == "money" and _TOTAL.search(self.before(one))]
        # Where 全年 stands last before an amount; more than two amounts are no single one to any price.
        self._year = {one.start: text.rfind("全年", start, one.start) for one in self._amounts[:2]}

    def before(self, mention: Mention) -> str:
        """What stands before a number, as far as the patterns of this module look."""
        return self._text[max(self._start, mention.start - _LOOK) : mention.start]

    def counts(self, per: str) -> Sequence[Mention]:
        """The counts of what a price is per; of very many such things the first ones only."""
        if per not in self._of:
            if len(self._of) >= _THINGS:
                return ()
            self._of[per] = [one for one in self._counts if _counts(self._text, one, per)]
        return self._of[per]

    def amount(self, price: Mention) -> Mention | None:
        """The one amount besides a price."""
        others = [one for one in self._amounts[:3] if one is not price]
        return others[0] if len(others) == 1 else None

    def whole_year(self, price: Mention, amount: Mention | None) -> bool:
        """Whether 全年 stands between a price and its amount."""
        return amount is not None and self._year[amount.start] >= price.end


def _sentences(text: str, mentions: Sequence[Mention]) -> Iterator[_Sentence]:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    for sentence, group in groupby(mentions, key=lambda one: bisect_right(ends, one.start)):
        yield _Sentence(text, ends[sentence - 1] if sentence else 0, list(group))


def _of_one_price(found: Sequence[TextProduct]) -> list[TextProduct]:
    """Without an amount that several prices of one count come to together: 补助600元、交通100元，100人共7万元."""
    prices = Counter((one.count.start, one.amount.start) for one in found if one.amount is not None)
    return [
        replace(one, amount=None) if one.amount is not None and prices[(one.count.start, one.amount.start)] > 1 else one
        for one in found
    ]


def _product(text: str, sentence: _Sentence, price: Mention) -> TextProduct | None:
    each = _EACH.search(sentence.before(price))
    per = (each["unit"] or each["mean"]) if each else (price.unit or "").partition("/")[2].partition("·")[0]
    if not per:
        return None
    counts = sentence.counts(per)
    if len(counts) != 1 or _SHARED.search(sentence.before(counts[0])):
        return None
    period = (each["period"] or "").removeprefix("每") if each else ""
    period = period or (price.unit or "").partition("·")[2]
    if not period and (said := _PERIOD.search(text, price.start, price.end + 4)):
        period = said["period"] or said["by"] or ""
    months, amount = sentence.months, sentence.amount(price)
    # 每人每月 3000 元，全年补贴 234 万元 speaks of twelve months.
    whole_year = sentence.whole_year(price, amount)
    return TextProduct(
        price,
        counts[0],
        months[0] if period == "月" and len(months) == 1 else None,
        amount,
        open_period=period not in ("", "年") and not (period == "月" and (len(months) == 1 or whole_year)),
        whole_year=period == "月" and not months and whole_year,
    )


def _counts(text: str, count: Mention, per: str) -> bool:
    """Whether this is the count of what the price is per: 每名党员 with 50 名, 每册 with 7000 册."""
    unit = count.unit or ""
    if same_dimension(per, unit) or unit == per or (lookup(per) is None and text.startswith(per, count.end)):
        return True
    person = lookup(unit)
    return person is not None and person.dimension == "count:人" and any(per.startswith(word) for word in _PEOPLE)
