"""Products of counts said without 每 before the number: 为86个小区各配备2名，共172名; 安装端口6300个（每处30个）."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.checking.counted_in_words import MORE, PERIODS, TOTAL, CountProduct, one_thing, one_unit
from drafter.language import Mention, same_dimension
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

# 集中教育48场（平均每月4场）: how many of the total fall to each month.
_INSIDE_PERIOD = lazy(
    r"[^\W\da-zA-Z_]{0,8}[（(](?P<mean>平均|约合)?每(?:个|一)?(?P<period>季度?|月|半年)[^\W\da-zA-Z_]{0,4}"
)
_INSIDE = lazy(r"[^\W\da-zA-Z_]{0,8}[（(]每(?:个|一)?(?P<per>[^\W\da-zA-Z_]{1,2})")
_EACH_OF = lazy(
    r"[^\W\da-zA-Z_]{0,10}各(?:(?P<verb>(?:配备|配置|配发|设置|设立|建设|新建|改造|安装|开展|举办|组织|召开|聘用|聘请|招募|选派|派驻|安排"
    r"|发放|购置|采购|补助|培训|种植|栽植|新增|增设|增配|[设建配办开派])?)|[^\W\da-zA-Z_]{0,6})",
    needs=("各",),
)
_LISTED = lazy(r"[^\W\da-zA-Z_]{0,10}[、和及与]?")


def bracketed(text: str, rate: Mention, beside: Sequence[Mention]) -> CountProduct | None:
    """安装端口6300个（每处30个） beside 充电点210处: the bracket says how many of the total each has."""
    total = next((one for one in reversed(beside) if one.end <= rate.start), None)
    if total is None or not _same_thing(total, rate) or text[rate.end : rate.end + 1] not in ("）", ")"):
        return None
    if (found := _INSIDE_PERIOD.fullmatch(text, total.end, rate.start)) is not None:
        return _of_each_period(rate, total, PERIODS[found["period"]], mean=found["mean"] is not None)
    per = _INSIDE.fullmatch(text, total.end, rate.start)
    if per is None:
        return None
    counts = [one for one in beside if one.unit == per["per"] and one.comparator == "="]
    # 建设充电点210处、遮雨棚210处 is one number for either.
    if not counts or len({one.number for one in counts}) > 1 or counts[0].start > total.start:
        return None
    product = exact_product(Decimal(rate.number), Decimal(counts[0].number))
    exact = rate.comparator == total.comparator == "="
    return CountProduct(rate, (counts[0],), 1, total, product, product == Decimal(total.number), exact)


def of_each(text: str, start: int, rate: Mention, beside: Sequence[Mention]) -> CountProduct | None:
    """为86个小区各配备2名指导员，共172名: each thing of one count has as many.

    What stands behind 各 may name another thing (12个镇各村2名), so that of other words only a right total is believed.
    """
    before = [one for one in beside if one.end <= rate.start]
    said = _EACH_OF.fullmatch(text, before[-1].end, rate.start) if before else None
    totals = [one for one in beside if one.start > rate.start and one_unit(one, rate)]
    if said is None or len(totals) != 1 or TOTAL.search(text, rate.end, totals[0].start) is None:
        return None
    [total], count = totals, before[-1]
    if MORE.search(text, start, total.end) or "每" in text[start : total.start]:
        return None
    # 3个街道、5个镇各2名: each of either.
    if len(before) > 1 and _LISTED.fullmatch(text, before[-2].end, count.start):
        return None
    product = exact_product(Decimal(rate.number), Decimal(count.number))
    exact = rate.comparator == total.comparator == count.comparator == "="
    agrees = product == Decimal(total.number)
    sure = exact and said["verb"] is not None and one_thing(text, start, rate, total)
    return CountProduct(rate, (count,), 1, total, product, agrees, sure) if agrees or sure else None


def _of_each_period(rate: Mention, total: Mention, periods: int, *, mean: bool) -> CountProduct:
    """What a rate in the bracket comes to in a year; a mean (50场，平均每月4场) is rounded."""
    product, said = exact_product(Decimal(rate.number), Decimal(periods)), Decimal(total.number)
    agrees = product == said or (mean and abs(product - said) < periods)
    return CountProduct(rate, (), periods, total, product, agrees, rate.comparator == total.comparator == "=")


def _same_thing(one: Mention, other: Mention) -> bool:
    return same_dimension(one.unit, other.unit)
