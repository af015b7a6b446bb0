"""Prices of a goal and price rows that are per the same things: 每生每天 5 元 beside 膳食补助标准 4 元/生·天."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.lines import agree
from drafter.checking.naming import tokens
from drafter.checking.price_units import is_price, paid_per, stem
from drafter.checking.quantities import TargetQuantity
from drafter.checking.words.clauses import SENTENCE, WORDS, said_before
from drafter.language import Mention, lookup
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

# 每户每月发放记账补贴120元: what is paid stands between.
_PER = lazy(
    r"(?P<per>(?:每(?:个|一)??[^\W\da-zA-Z_每]{1,2}?){1,2})"
    r"(?:(?:补助|补贴|发放|按|为|标准|安排|给予|资助|奖励|奖补|投入|支付|收取|控制在|不超过)"
    r"[^，,。；;：:、\d每]{0,8})?[ ]?$"
)
# 每处监测点建设费用不超过4500元: what one costs is named between.
_NAMED_PER = lazy(
    r"每(?:个|一)?(?P<per>[^\W\da-zA-Z_每])(?P<noun>[^\W\da-zA-Z_每]{2,10})(?:费用?|成本|经费|造价|单价|投资|价格|补贴|补助|标准)"
    r"(?:分别)?(?:控制在|不超过|不高于|为|是|约)?[ ]?$",
    needs=("每",),
)
_MEAN = lazy(r"(?P<per>[人户亩生次件户场])均[^，,。；;：:、\d每]{0,10}$")
PAYER = lazy(
    r"财政|上级|中央|省级|市级|区级|自有|自筹|社会资本|累计|上年|去年|总投资|总预算|收入|产值|营业额|节约|减少|增加"
)
"""Who pays, what came in or was saved: the money of a clause that says so is not the whole price."""
_SUBSIDY = lazy(r"补[贴助]|奖补|资助")
_EITHER = ("每", "均")
_PERIODS = frozenset(("年", "月", "日", "天", "周", "季", "季度", "学期"))
_PEOPLE = frozenset(("人次", "名", "位"))
_LINKS = frozenset(("、", "和", "及", "与", "，", "以及"))
_RESPECTIVELY = lazy(r"分别[^，,。；;、\d]{0,6}$", needs=("分别",))
_AROUND = 40
"""Characters before a price within which the words of its sentence count; of a list twice as many."""
_SPECIFIC = 20
"""Weight of a word that tells what is paid for."""
_BACK = 20


class UnitMoney(NamedTuple):
    """A price of the goal and the row that gives the price of the same thing.

    Attributes:
        mention: The price in the goal.
        indicator: Position of the row.
        name: Its name.
        value: What it prints, in yuan.
        agrees: The two are one amount.
        other_period: They are one amount, but by the year in one place and by the month in the other.
    """

    mention: Mention
    indicator: int
    name: str
    value: Decimal
    agrees: bool
    other_period: bool = False


def unit_money(ledger: Ledger, text: str, said: Sequence[Mention]) -> list[UnitMoney]:
    """The prices of the goal and the rows that are per the same things, where each is the only one left.

    Prices that agree go together first; what is left on both sides is one thing only where it is one of each. The
    sentence must share a word with the row as well, for 每场 may be paid for many things.
    """
    rows: dict[frozenset[str], list[int]] = defaultdict(list)
    for at, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is not None and (is_price(row.name, quantity) or _is_earned(quantity)):
            rows[_things(paid_per(quantity))].append(at)
    prices: dict[frozenset[str], list[Mention]] = defaultdict(list)
    for mention in said if rows else ():
        per = _per(text, mention) or _per(text, _first_of_list(text, mention, said))
        if per:
            prices[per].append(mention)
    claimed: list[UnitMoney] = []
    over: list[tuple[frozenset[str], Mention]] = []
    for per, mentions in prices.items():
        # 每辆车每年3.2万元 beside 3.2万元/辆: what is paid for a year is paid once in it.
        left = rows.get(per) or rows.get((per ^ {"年"}) or per, [])
        rest: list[Mention] = []
        for mention in mentions:
            same = [at for at in left if _equal(ledger, mention, at) and _one_thing(ledger, text, mention, at, said)]
            if same:
                left.remove(same[0])
                claimed.append(_claim(ledger, mention, same[0], agrees=True))
            else:
                rest.append(mention)
        if len(rest) == 1 and len(left) == 1 and _may_differ(ledger, text, rest[0], left[0], said):
            claimed.append(_claim(ledger, rest[0], left.pop(), agrees=False))
        else:
            over += [(per, mention) for mention in rest]
    for per, mention in over:
        for other, left in rows.items():
            if per ^ other <= _PERIODS and len(per ^ other) == 2 and len(per & other) and len(per - other) == 1:
                same = [
                    at for at in left if _equal(ledger, mention, at) and _one_thing(ledger, text, mention, at, said)
                ]
                claimed += [_claim(ledger, mention, at, agrees=False, other_period=True) for at in same[:1]]
    return claimed


def _is_earned(quantity: TargetQuantity) -> bool:
    """户均增收 ≥2000元/户: what each is to have more."""
    return quantity.comparator == ">=" and quantity.dimension.startswith("money") and bool(paid_per(quantity))


def _per(text: str, mention: Mention) -> frozenset[str]:
    """What a price is per: 户 and 月 of 每户每月补贴120元 and of 120元/户·月."""
    said = [part for part in re.split("[/／·•]", mention.unit or "")[1:] if part]
    if said:
        return _things(said)
    before = text[max(0, mention.start - _BACK) : mention.start]
    if not any(mark in before for mark in _EITHER):
        return frozenset()
    if (found := _PER.search(before)) is not None:
        return _things(re.split("每(?:[个一](?!$|每))?", found["per"])) - {""}
    if (found := _NAMED_PER.search(before)) is not None:
        long = found["per"] + found["noun"][0]
        return _things((long if lookup(long) is not None else found["per"],))
    mean = _MEAN.search(before)
    return frozenset((mean["per"],)) if mean is not None else frozenset()


def _first_of_list(text: str, mention: Mention, said: Sequence[Mention]) -> Mention:
    """1.2万元 for the other prices of 县道、乡道、村道每公里养护经费分别为1.2万元、6000元和3000元."""
    before = [one for one in said if one.start < mention.start]
    first = mention
    while before and text[before[-1].end : first.start] in _LINKS:
        first = before.pop()
    return first if _RESPECTIVELY.search(text, max(0, first.start - 8), first.start) else mention


def _things(per: Sequence[str]) -> frozenset[str]:
    """What a price is per, whoever is counted: 人均150元, 每名150元 and 150元/人次 are paid for a person."""
    return frozenset("人" if part in _PEOPLE else _counted(part) for part in per)


def _counted(part: str) -> str:
    """The classifier of 每辆车, 每名教师; a word of its own (学期) stays."""
    if len(part) != len("辆车") or lookup(part) is not None or part in _PERIODS:
        return part
    first = lookup(part[0])
    return part[0] if first is not None and first.kind == "count" and part[0] not in "个人" else part


def _equal(ledger: Ledger, mention: Mention, at: int) -> bool:
    quantity = ledger.quantities[at]
    return mention.interval is not None and quantity is not None and agree(mention.interval, quantity.interval)


def _claim(ledger: Ledger, mention: Mention, at: int, *, agrees: bool, other_period: bool = False) -> UnitMoney:
    quantity = ledger.quantities[at]
    value = quantity.shown if quantity is not None else Decimal(0)
    return UnitMoney(mention, at, ledger.filing.indicators[at].name, value, agrees, other_period)


def _may_differ(ledger: Ledger, text: str, mention: Mention, at: int, said: Sequence[Mention]) -> bool:
    """Whether the two are one price so surely that another number is a mistake.

    The goal gives the row's own number nowhere, says nothing of who pays which part, and all that the row names:
    of 伙食补助每人每天50元 and 住宿费标准 200元/人·天 neither is the other's.
    """
    quantity = ledger.quantities[at]
    if any(_equal(ledger, one, at) for one in said) or quantity is None:
        return False
    if (mention.comparator, quantity.comparator) == ("<=", "=") and quantity.shown < Decimal(mention.number):
        # 亩均投资不超过2400元 is kept where the row has 2300元/亩.
        return False
    payer = PAYER.search(_clause(text, mention))
    if payer and not (payer[0] == "财政" and _SUBSIDY.search(ledger.filing.indicators[at].name)):
        # 县财政按每辆车3.2万元给予补贴 gives all of the subsidy, though not all that the thing costs.
        return False
    return _one_thing(ledger, text, mention, at, said, whole=True)


def _clause(text: str, mention: Mention) -> str:
    return said_before(text, mention.start, WORDS)


def _one_thing(
    ledger: Ledger, text: str, mention: Mention, at: int, said: Sequence[Mention], *, whole: bool = False
) -> bool:
    # 伙食费30元，住宿费每人每天50元: words beside other money are that money's.
    first = _first_of_list(text, mention, said)
    left = max([one.end for one in said if one.end <= first.start], default=0)
    right = min([one.start for one in said if one.start >= mention.end], default=len(text))
    listed = _RESPECTIVELY.search(text, max(0, first.start - 8), first.start) is not None
    around = said_before(text, first.start, SENTENCE, min(2 * _AROUND if listed else _AROUND, first.start - left))
    if around.endswith(ledger.filing.indicators[at].name):
        # 户均改造成本800元 beside 户均改造成本: general words, and all of them.
        return True
    after = text[mention.end : min(right, mention.end + 40)]
    around += (WORDS if whole else SENTENCE).split(after)[0]
    words = {token.text for token in stem(ledger.filing.indicators[at].name) if token.weight >= _SPECIFIC}
    said_words = _texts(around)
    project = ledger.filing.project_name or ""
    if whole and not words:
        # 日常养护标准 of the project 农村公路日常养护: general words, and all of them are the project's.
        return {token.text for token in stem(ledger.filing.indicators[at].name)} <= said_words | _texts(project)
    named = words & said_words
    if not whole or not named:
        return bool(named)
    # 乡镇站每个补助5万元 has every character of 乡镇站补助标准, though not side by side.
    # What the project is called need not be said again.
    known = named | _texts(project)
    return all(set(word) <= set(around + project) for word in words - known)


def _texts(name: str) -> set[str]:
    return {token.text for token in tokens(name)}
