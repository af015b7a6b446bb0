"""Counts a sentence multiplies in words: 对18个社区每月巡查1次，全年巡查216次; 12所学校每校4场，共48场."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.checking.count_each import bracketed, of_each
from drafter.checking.counted_in_words import MORE, PEOPLE, PERIODS, TOTAL, CountProduct, one_thing, one_unit
from drafter.checking.words.clauses import SENTENCE, WORDS, said_before, said_behind
from drafter.language import Mention
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

_EVERY = lazy(r"^(?:个|一)?(?P<period>季度?|月|半年)(?P<verb>[^\W\da-zA-Z_]{0,8})$")
_EVERY_ONE = lazy(r"每(?:个|一)?(?P<period>季度?|月|半年)[^，,。；;：:、\d每]{0,16}$", needs=("每",))
_THING = lazy(r"^(?:个|一|名|位|家|所|座)?(?P<per>[^\W\da-zA-Z_]{1,12})$")
# 教师、保育员各2期，每期50人: how many names share the count is not counted here.
_SHARED = lazy(r"、[^，,。；;\d]{1,20}各[^，,。；;、\d]{0,5}$")
_PACED = lazy(
    r"每(?:个|一)?(?P<period>季度?|月|半年)(?:对|为|给|向|在|赴|到|去)?每(?:个|一)?(?P<per>[^\W\da-zA-Z_每]{1,6})"
    r"[^\W\da-zA-Z_每]{0,8}$",
    needs=("每",),
)
_EACH_PERSON = lazy(r"每一?[人名位]")
_EVENTS = ("次", "场", "期", "批", "轮", "回", "班", "件", "例", "篇", "条", "份")
"""Each is a new one; a household or an enterprise may be visited again."""
_LONG = lazy(r"[年季月周]")
_NOUN = lazy(r"[^\W\da-zA-Z_]{1,14}")
_LONGEST = 200
_NAMED = 2
"""Characters that name a thing."""
_MOST = 4
_CLAUSE = 20
"""Characters before a count within which 每 makes it a rate."""


def count_products(text: str, mentions: Sequence[Mention]) -> list[CountProduct]:
    """The products of counts a text states in words, one for each rate that has one total in its sentence."""
    if "每" not in text and "各" not in text:
        return []
    found: list[CountProduct] = []
    counts = [one for one in mentions if one.kind == "count" and one.comparator in ("=", ">=")]
    dated = [one.start for one in mentions if one.kind == "date" or (one.kind == "duration" and _LONG.search(one.text))]
    for at, rate in enumerate(counts):
        before = said_before(text, rate.start, SENTENCE, _LONGEST)
        if "每" not in before and "各" not in before:
            continue
        start = rate.start - len(before)
        # …全年1872场，另为12所学校每校放映4场，共48场: what 另 adds has its own count, rate and total.
        added = text.rfind("，另", start, rate.start) + 1
        if added and any(added < one.start < rate.start for one in counts[max(0, at - _MOST) : at]):
            start = added + 1
        stop = rate.end + len(said_behind(text, rate.end, SENTENCE, _LONGEST))
        near = counts[max(0, at - _MOST) : at + _MOST + 1]
        beside = [one for one in near if start <= one.start < stop and one is not rate]
        product = bracketed(text, rate, beside) or of_each(text, start, rate, beside)
        product = product or _product(text, start, rate, beside, counts)
        # 3月至10月每月2次: a date or a duration says of how many months.
        if product is not None and not any(start <= one < stop for one in dated):
            found.append(product)
    return found


def _of_things_elsewhere(
    text: str, rate: Mention, said: re.Match[str], total: Mention, mentions: Sequence[Mention]
) -> CountProduct | None:
    """每季度对每家食堂检测1次，全年共48次: how many there are another sentence says, 12家食堂.

    There may be more or fewer of them, so that a wrong total is told only where another period would give just it.
    """
    things = [
        one for one in mentions if one.kind == "count" and one.comparator == "=" and _is_of(text, one, said["per"])
    ]
    if len({one.number for one in things}) != 1:
        return None
    each = exact_product(Decimal(rate.number), Decimal(things[0].number))
    product, stated = exact_product(each, Decimal(PERIODS[said["period"]])), Decimal(total.number)
    exact = rate.comparator == total.comparator == "="
    slip = exact and stated in [exact_product(each, Decimal(of)) for of in (1, *PERIODS.values())]
    if product != stated and not slip:
        return None
    return CountProduct(rate, (things[0],), PERIODS[said["period"]], total, product, product == stated, slip)


def _product(
    text: str, start: int, rate: Mention, beside: Sequence[Mention], mentions: Sequence[Mention]
) -> CountProduct | None:
    clause = text[start : rate.start].rpartition("每")
    # 每人每季度体检1次，全年体检1280人次: who each one is, the total counts.
    people = rate.unit == "次" and _EACH_PERSON.search(text, start, rate.start) is not None
    totals = [
        one
        for one in beside
        if one.start > rate.start
        and (one_unit(one, rate) or (people and one.unit == "人次"))
        and TOTAL.search(text[start : one.start])
    ]
    # 每月放映1场，全年放映1872场，另为12所学校每校4场，共48场: what the next rate comes to is another total.
    following = text.find("每", rate.end)
    totals = [one for one in totals if following < 0 or one.start < following]
    if not clause[1] or len(totals) != 1 or WORDS.search(clause[2]):
        return None
    [total] = totals
    if MORE.search(text, start, total.end) or "每" in text[rate.end : total.start]:
        return None
    counts = [
        one
        for one in beside
        if one.start < total.start and "每" not in WORDS.split(text[max(start, one.start - _CLAUSE) : one.start])[-1]
    ]
    if any(_SHARED.search(text, max(start, one.start - 28), one.start) for one in counts):
        return None
    others = [one for one in counts if one.comparator == "="]
    before = max((one.end for one in beside if one.end <= rate.start), default=start)
    rates = WORDS.split(text[before : rate.start])[-1].count("每")
    period, thing = _EVERY.match(clause[2]), _THING.match(clause[2])
    if rates == 2 and not counts and (paced := _PACED.search(text, start, rate.start)) is not None:
        return _of_things_elsewhere(text, rate, paced, total, mentions)
    # 全年召开推进会2次、调度会4次: which of the two is the total cannot be told.
    behind_it = [one for one in beside if one.start > rate.end and (following < 0 or one.start < following)]
    alone = not any(one is not total and one_unit(one, total) for one in behind_it)
    sure = alone and one_thing(text, start, rate, total)
    if period is not None and rates <= 2:
        each = rates == 2 and _THING.search(clause[0].rpartition("每")[2]) is not None
        if rates == 2 and not each:
            return None
        # 每月巡查4次，发现问题100个，全年巡查50次: what comes after the rate may be anything.
        found = _judged(rate, others, PERIODS[period["period"]], total, each=each, sure=sure)
        if each and found is not None and not found.agrees and len(others) > 1:
            found = _of_another_period(found, others, sure=sure) or found
        # 每月走访20户，全年走访200户: some were visited twice.
        again = found is not None and Decimal(total.number) < found.product and not (total.unit or "").endswith(_EVENTS)
        behind = found is not None and any(one.end > rate.start for one in found.times)
        return found and found._replace(sure=found.sure and not again and not behind)
    # 培训班24期，每期50人、24期共1200人: one count said twice.
    alike = {(one.number, one.unit): one for one in others if thing is not None and _is_of(text, one, thing["per"])}
    named = list(alike.values())
    if not named and thing is not None and rates == 1:
        # 每月开展培训2期、每期50人，全年培训1200人: the count itself is that of a month.
        paced = [
            (one, of) for one in beside if one.end <= rate.start and (of := _EVERY_ONE.search(text, start, one.start))
        ]
        if len(paced) == 1 and paced[0][0].comparator == "=" and _is_of(text, paced[0][0], thing["per"]):
            return _judged(rate, [paced[0][0]], PERIODS[paced[0][1]["period"]], total, each=True, sure=sure)
    return _judged(rate, named, 1, total, each=True, sure=sure) if len(named) == 1 and rates == 1 else None


def _of_another_period(found: CountProduct, others: Sequence[Mention], *, sure: bool) -> CountProduct | None:
    """社工18人、对象320名，每人每季度1次，全年3840人次: the count of which another period gives the total is meant."""
    rate, total = Decimal(found.rate.number), Decimal(found.total.number)
    likely = [
        one for one in others if total in [exact_product(_times(rate, (one,)), Decimal(of)) for of in PERIODS.values()]
    ]
    if len(likely) != 1 or (found.rate.comparator, found.total.comparator) != ("=", "="):
        return None
    product = exact_product(_times(rate, likely), Decimal(found.periods))
    return found._replace(times=tuple(likely), product=product, sure=sure)


def _is_of(text: str, count: Mention, per: str) -> bool:
    """Whether these are the things the rate is for each of: 12 所学校 and 每校, 6 期 and 每期."""
    after = text[count.end : count.end + 6]
    names = [name for name in (count.entity, count.unit) if name]
    # 8个标准化作业点…每个作业点: the end of the noun is what each is called.
    noun = _NOUN.match(text, count.end)
    named = noun is not None and any(per[:size] in noun[0] for size in range(_NAMED, len(per) + 1))
    if named or any(per.startswith(name) for name in names) or (count.unit in PEOPLE and per.startswith(PEOPLE)):
        return True
    return after.startswith(per[:2]) or per[0] in after[:2]


def _judged(
    rate: Mention, others: Sequence[Mention], periods: int, total: Mention, *, each: bool, sure: bool
) -> CountProduct | None:
    plain, said = exact_product(Decimal(rate.number), Decimal(periods)), Decimal(total.number)
    choices: list[tuple[Mention, ...]] = [(one,) for one in others]
    if len(others) > 1:
        choices.append(tuple(others))
    readings = [(_times(plain, times), times) for times in choices] + ([] if each else [(plain, ())])
    if not readings:
        return None
    # Of several readings the nearest is what was meant: 9 次 beside 2 次 a quarter, and not 35 座 times that.
    product, times = min(readings, key=lambda one: abs(one[0] - said))
    floors = (rate.comparator, total.comparator) != ("=", "=")
    if product != said and floors and said > min(one for one, _ in readings):
        # 每月不少于 1 次，全年不少于 15 次: more than the least is no contradiction.
        return None
    return CountProduct(rate, times, periods, total, product, product == said, sure and (len(others) <= 1 or not times))


def _times(plain: Decimal, others: Sequence[Mention]) -> Decimal:
    return exact_product(plain, sum((Decimal(one.number) for one in others), Decimal(0)))
