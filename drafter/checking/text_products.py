"""Unit prices in a running text, with the count and the amount that go with them: 300 名老人每人 200 元，共 6 万元."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    for price in mentions:
        if price.kind != "money" or price.comparator not in ("=", "<="):
            continue
        start = max((match.end() for match in _SENTENCE.finditer(text, 0, price.start)), default=0)
        stop = next((match.start() for match in _SENTENCE.finditer(text, price.end)), len(text))
        beside = [one for one in mentions if start <= one.start < stop and one is not price]
        product = _product(text, start, price, beside)
        if product is not None:
            found.append(product)
    return _of_one_price(found)


def _of_one_price(found: Sequence[TextProduct]) -> list[TextProduct]:
    """Without an amount that several prices of one count come to together: 补助600元、交通100元，100人共7万元."""
    prices = Counter((one.count.start, one.amount.start) for one in found if one.amount is not None)
    return [
        replace(one, amount=None) if one.amount is not None and prices[(one.count.start, one.amount.start)] > 1 else one
        for one in found
    ]


def _product(text: str, start: int, price: Mention, beside: Sequence[Mention]) -> TextProduct | None:
    before = text[start : price.start]
    each = _EACH.search(before)
    per = (each["unit"] or each["mean"]) if each else (price.unit or "").partition("/")[2].partition("·")[0]
    if not per:
        return None
    counts = [one for one in beside if one.kind == "count" and one.comparator == "=" and _counts(text, one, per)]
    if len(counts) != 1 or _SHARED.search(text[start : counts[0].start]):
        return None
    period = (each["period"] or "").removeprefix("每") if each else ""
    period = period or (price.unit or "").partition("·")[2]
    if not period and (said := _PERIOD.search(text, price.start, price.end + 4)):
        period = said["period"] or said["by"] or ""
    months = [
        one for one in beside if one.kind == "duration" and one.dimension == "duration:month" and "月" in one.text
    ]
    amounts = [one for one in beside if one.kind == "money" and _TOTAL.search(text[start : one.start])]
    # 每人每月 3000 元，全年补贴 234 万元 speaks of twelve months.
    whole_year = len(amounts) == 1 and "全年" in text[price.end : amounts[0].start]
    return TextProduct(
        price,
        counts[0],
        months[0] if period == "月" and len(months) == 1 else None,
        amounts[0] if len(amounts) == 1 else None,
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
