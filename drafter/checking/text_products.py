"""Unit prices in a running text, with the count and the amount that go with them: 300 名老人每人 200 元，共 6 万元."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.checking.price_sentences import EACH, PriceSentence, price_sentences
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

# 人均月工资1800元, 月人均工资1800元, 每名护林员月补贴300元; 每户月底前补贴300元 is paid once.
_MONTHLY = lazy(r"(?<![个本当次逐])月(?![底末初份内])")
_PERIOD = lazy(r"[每/／·](?P<period>[月日天次季周年])|按(?P<by>[月日天季周])")
# 教师、保育员各2期，每期50人: how many share the count is not counted here.
_SHARED = lazy(r"各(?![类项级种界位自])[^，,。；;、\d]{0,5}$")
# 带动3200户户均增收2000元: what they earn or save nobody pays out.
_EARNED = lazy(r"(?:增收|收入|节约|节省|节支|挽回|产值|产出|销售|利润|净利)[^，,。；;、\d]{0,6}$")
_TIMES = frozenset({"次", "场", "期", "批", "轮"})


@dataclass(frozen=True, slots=True)
class TextProduct:
    """A unit price of a text with what it is multiplied by.

    Attributes:
        price: The unit price.
        count: How many are paid for.
        months: The months or days said where the price is per month or day.
        amount: The amount the text gives for it, None where it gives none.
        open_period: The price is per month, day or time, and the text does not say how many.
        whole_year: The price is per month and the amount is said to be that of the whole year.
        things: What may be paid for each time, where the price is per time: 14个部队，每次3万元，两次共84万元. Whether
            it is paid for each of them or once for all the text does not say.
        measured: What is paid for is a weight, a length or an area.
        shared: The amount is what one of several pays, or pays for more than this.
    """

    price: Mention
    count: Mention
    months: Mention | None
    amount: Mention | None
    open_period: bool
    whole_year: bool = False
    things: Sequence[Mention] = ()
    measured: bool = False
    shared: bool = False

    @property
    def times(self) -> Interval | None:
        """How many are paid for, in the unit the price is per: 2.5万吨 is rounded, 8000吨 are a plan."""
        if not self.measured:
            return self.count.interval
        digits, factor = self.count.digits, self.count.factor
        return Interval.point(Decimal(digits)) if factor == 1 else Interval.printed(digits, factor)

    @property
    def paid(self) -> Interval | None:
        """The months or days it is paid for, None where the text says none: 12个月, 200天."""
        if self.months is None:
            return None
        # 10~12个月: what a range comes to is one as well.
        return self.months.interval if "~" in self.months.number else Interval.point(Decimal(self.months.number))

    @property
    def product(self) -> Interval | None:
        """Price × count × periods in yuan."""
        parts = [self.price.interval, self.times, *([self.paid] if self.months else [])]
        total: Interval | None = None
        for part in parts:
            if part is None:
                return None
            total = part if total is None else total * part
        return total.scale(12) if total is not None and self.whole_year else total


def text_products(text: str, mentions: Sequence[Mention], parts: AbstractSet[int] = frozenset()) -> list[TextProduct]:
    """The products a text states, one for each unit price that names what it is per and has one count of that.

    Args:
        text: The text.
        mentions: Its numbers.
        parts: Where the parts of its sums begin, which are paid for within their totals.
    """
    if all(one.kind != "money" for one in mentions):
        return []
    found: list[TextProduct] = []
    unpaid = False
    for sentence in price_sentences(text, mentions, parts):
        # A list goes on behind a semicolon; every other mark ends it.
        unpaid = unpaid and sentence.goes_on
        if unpaid:
            sentence.close()
        unpaid = sentence.unpaid
        for price in sentence.mentions:
            if price.kind != "money" or price.comparator not in ("=", "<="):
                continue
            product = _product(text, sentence, price)
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


def _product(text: str, sentence: PriceSentence, price: Mention) -> TextProduct | None:
    if _EARNED.search(sentence.before(price)):
        return None
    each = EACH.search(sentence.before(price))
    per = (each["unit"] or each["mean"]) if each else (price.unit or "").partition("/")[2].partition("·")[0]
    if not per:
        return None
    counts = sentence.counts(per)
    if len(counts) > 1 and each is not None:
        counts = sentence.of_all(counts, price, price.start - len(each[0]))
    if len(counts) != 1 or _SHARED.search(sentence.before(counts[0])):
        return None
    period = (each["period"] or "").removeprefix("每") if each else ""
    period = period or (price.unit or "").partition("·")[2]
    if not period and (said := _PERIOD.search(text, price.start, price.end + 4)):
        period = said["period"] or said["by"] or ""
    if not period and each is not None and _MONTHLY.search(sentence.before(price), max(0, each.start() - 1)):
        period = "月"
    # 每生每天补助4元，全年按200天计算: of several numbers of days none is that of the year.
    days = sentence.days if period in ("天", "日") and len(sentence.days) == 1 else ()
    months, amount = days or sentence.months, sentence.amount(price)
    counted = bool(days) or (period == "月" and len(months) == 1)
    # 每人每月 3000 元，全年补贴 234 万元 speaks of twelve months.
    whole_year = sentence.whole_year(price, amount)
    measured = counts[0].kind == "measure"
    if measured and amount is None:
        # 耕地20万亩，每亩补助300元: whether all of it is paid for only an amount can tell.
        return None
    return TextProduct(
        price,
        counts[0],
        months[0] if counted else None,
        amount,
        open_period=period not in ("", "年") and not counted and not (period == "月" and whole_year),
        whole_year=period == "月" and not months and whole_year,
        things=sentence.things(price, counts[0]) if per in _TIMES else (),
        measured=measured,
        shared=sentence.shares(price, amount),
    )
