"""Products a text writes out: 18个社区×每月1次×12个月=216次, 13.2万元（2人×5500元×12个月）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.checking.lines import agree
from drafter.language import Interval
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

_SIGNS = ("×", "*", "✕", "╳", "Ｘ", "x", "X", "＊")
_SIGN = frozenset(_SIGNS)
_TERM = (
    r"(?P<before>[^\W\da-zA-Z_]{0,6})(?<![\d.])(?<!\d[,，])(?P<digits>\d{1,3}(?:[,，]\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)"
    r"(?![\d.])\s*(?P<unit>[%％‰]|[^\W\da-zA-Z_]{0,8}(?:[/／·][^\W\da-zA-Z_]{1,4}){0,2})"
)
_TIMES = r"\s*[×*✕╳ＸxX＊]\s*"
_FACTOR = (
    r"[^\W\da-zA-Z_]{0,6}(?<![\d.])(?<!\d[,，])\d[\d,，]{0,14}(?:\.\d{1,6})?(?![\d.])\s*"
    r"(?:[%％‰]|[^\W\da-zA-Z_]{0,8}(?:[/／·][^\W\da-zA-Z_]{1,4}){0,2})"
)
_PRODUCT = rf"(?P<factors>{_FACTOR}(?:{_TIMES}{_FACTOR}){{1,6}})"
_FORMULA = lazy(rf"{_PRODUCT}\s*[=＝]\s*{_TERM}", needs=_SIGNS)
_REVERSED = lazy(rf"{_TERM}\s*[=＝]\s*{_PRODUCT}", needs=_SIGNS)
_ASIDE = lazy(rf"{_TERM}[（(]\s*(?:[^\W\da-zA-Z_]{{1,4}}[:：])?{_PRODUCT}\s*[）)]", needs=_SIGNS)
_ONE = lazy(_TERM)
_ADDED = lazy(r"[，,；;、）)\s](?:以上|上述|各项|\S项)?(?:合计|共计|总计|共需)(?:资金|经费|金额|为|约)?[:：]?\s*(?=\d)")
_MONEY = lazy(r"\d\s*[万亿千百]?元")
_BARE = lazy(rf"(?<!\d){_PRODUCT}", needs=_SIGNS)
_PARTLY = lazy(r"其中|部分|等|约|左右|以上|以内|承担|分担|配套|折|上年|去年")
"""A calculation beside these words need not come to the whole amount."""
_JOINED = "+＋-－—÷/／×*=＝"
"""A product that more follows or precedes is a part of a longer calculation."""
_CLOCK = (("7", "24"), ("24", "7"), ("5", "8"), ("8", "5"))
"""7×24 小时 says when, and multiplies nothing."""
_YEAR = lazy(r"(?:19|20)\d{2}年")
_LOOSE = lazy(r"约|近|左右|余|多|超|以上|以内|不")
_FACTORS = {"万": Decimal(10**4), "亿": Decimal(10**8), "千": Decimal(1000), "百": Decimal(100)}
_RATES = {"%": Decimal("0.01"), "％": Decimal("0.01"), "‰": Decimal("0.001")}


class Number(NamedTuple):
    """A number of a formula: where its digits and unit stand, what it says."""

    span: tuple[int, int]
    text: str
    value: Decimal
    interval: Interval
    unit: str


class Formula(NamedTuple):
    """A product written out.

    Attributes:
        factors: What is multiplied.
        result: What the text says it comes to.
        product: What it comes to, in the unit of the result.
        agrees: The two are one number as far as printed.
        loose: The result is said to be about, above or below that.
    """

    factors: tuple[Number, ...]
    result: Number
    product: Decimal
    agrees: bool
    loose: bool


def formulas(text: str) -> list[Formula]:
    """The products a text writes out with their results, in order; those of longer calculations are left alone."""
    found: list[Formula] = []
    for match in _matches(text):
        factors = tuple(_number(text, one) for one in _ONE.finditer(text, *match.span("factors")))
        result = _number(text, match)
        if len(factors) < 2 or not result.unit or not _coherent(factors, result, aside=match[0][-1] in "）)"):
            continue
        product, whole = factors[0].value, factors[0].interval
        for one in factors[1:]:
            product, whole = exact_product(product, one.value), whole * one.interval
        if not whole.exact and result.interval.exact and not _is_money(result.unit):
            # 2.5 公里 × 3 遍 may be printed as 8 公里.
            result = result._replace(interval=Interval.printed(str(result.value)))
        loose = _LOOSE.search(match["before"] + match["unit"]) is not None
        found.append(Formula(factors, result, product, agree(whole, result.interval), loose))
    return found


def formula_sums(text: str, found: Sequence[Formula]) -> list[tuple[tuple[Formula, ...], Number, Decimal]]:
    """The totals of sentences that write out several products of money and then say what they come to.

    Returns:
        The products, the total said, and what their results come to, where the two are not one amount.
    """
    sums: list[tuple[tuple[Formula, ...], Number, Decimal]] = []
    for match in _ADDED.finditer(text) if len(found) > 1 else ():
        start = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        parts = tuple(one for one in found if start <= one.result.span[0] and one.result.span[1] <= match.start())
        if len(parts) < 2 or not all(_is_money(one.result.unit) for one in parts):
            continue
        # Every amount of the sentence is one of a product, or another was added that nobody multiplied.
        known = sum(1 for one in parts for number in (*one.factors, one.result) if _is_money(number.unit))
        if known != len(_MONEY.findall(text, start, match.start())):
            continue
        said = _ONE.search(text, match.end())
        total, whole = parts[0].result.value, parts[0].result.interval
        for one in parts[1:]:
            total, whole = total + one.result.value, whole + one.result.interval
        if said is not None and said.start("digits") == match.end() and _is_money(said["unit"]):
            number = _number(text, said)
            if not agree(whole, number.interval):
                sums.append((parts, number, total))
    return sums


def price_times(text: str) -> tuple[str, Interval, Decimal] | None:
    """The one product of a price and counts that is all the calculation of a note: 测算：900元/张×60张.

    Returns:
        The product as written, what it comes to in yuan as far as printed, and the number in the middle of that; None
        where the text holds any other number, a result, or a word by which the amount may be another.
    """
    match = None if _SIGN.isdisjoint(text) else _BARE.search(text)
    if match is None or re.search(r"\d", text[: match.start()] + text[match.end() :]) or _PARTLY.search(text):
        return None
    rest = text[match.end() :].lstrip()[:1]
    factors = [_number(text, one) for one in _ONE.finditer(text, *match.span("factors"))]
    if len(factors) < 2 or (rest and rest in _JOINED) or sum(_is_money(one.unit) for one in factors) != 1:
        return None
    value, whole = factors[0].value, factors[0].interval
    for one in factors[1:]:
        value, whole = exact_product(value, one.value), whole * one.interval
    return " × ".join(one.text for one in factors), whole, value


def _matches(text: str) -> Iterator[re.Match[str]]:
    # Few texts multiply; to look for a number that may begin a product costs more than to see that nothing does.
    if _SIGN.isdisjoint(text):
        return
    found = (*_FORMULA.finditer(text), *_REVERSED.finditer(text), *_ASIDE.finditer(text))
    for match in sorted(found, key=lambda one: one.start()):
        start, end = match.span()
        before, after = text[max(0, start - 3) : start].rstrip()[-1:], text[end : end + 3].lstrip()[:1]
        if not (before and before in _JOINED + ")）.") and not (after and after in _JOINED):
            yield match


def _number(text: str, match: re.Match[str]) -> Number:
    digits, unit = re.sub("[,，]", "", match["digits"]), match["unit"]
    value = Decimal(digits)
    factor = _FACTORS.get(unit[:1]) or _RATES.get(unit[:1]) or Decimal(1)
    # 66.00 万元 is what it is rounded to; 5500 元 and 18 个 are exact.
    rounded = factor > 1 or "." in digits
    interval = Interval.printed(digits, factor) if rounded else Interval.point(value * factor)
    start, end = match.start("digits"), match.end("unit")
    return Number((start, end), text[start:end].strip(), value * factor, interval, unit)


def _coherent(factors: Sequence[Number], result: Number, *, aside: bool) -> bool:
    """Whether the result is of what is multiplied: 元 of an amount and counts, 次 of 个 and 次, not 块 of 米 and 米."""
    if any(_YEAR.match(one.text) for one in (*factors, result)):
        # 2026年×3次: a year says when.
        return False
    if (factors[0].text, re.sub(r"\D", "", factors[1].text)) in _CLOCK:
        return False
    priced = [one for one in factors if _is_money(one.unit)]
    if priced or _is_money(result.unit):
        return len(priced) == 1 and _is_money(result.unit)
    unit, units = _head(result.unit), [_head(one.unit) for one in factors]
    if not any(units):
        # 18×12=216次 says so; 展板20块（60×90） gives a size.
        return not aside
    if unit.startswith("平方米"):
        return unit in units or units.count("米") == 2
    return any(one and (unit.startswith(one) or one.startswith(unit)) for one in units) or (
        unit.startswith("人次") and any(one.startswith(("次", "场", "期", "天", "班")) for one in units)
    )


def _head(unit: str) -> str:
    """What a number counts, without the per: 台 of 台/点位; without 万 and the like."""
    return re.split(r"[/／·]", unit)[0].lstrip("万亿千百")


def _is_money(unit: str) -> bool:
    return _head(unit).startswith("元")
