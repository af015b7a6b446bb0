"""Amounts of money as cells and briefs print them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from drafter.language.interval import Interval, exact_product
from drafter.language.numerals import chinese_value, fold_digits
from drafter.language.patterns import lazy

_FACTORS = {
    "角": "0.1",
    "元": "1",
    "圆": "1",
    "千": "1000",
    "万": "10000",
    "百万": "1000000",
    "千万": "10000000",
    "亿": "100000000",
}
_UNIT = r"(?P<unit>角|(?:百万|千万|[千万亿])?[元圆]|百万|千万|[千万亿])?(?:人民币)?整?"
_AMOUNT = lazy(
    rf"(?:人民币|RMB|CNY|[￥¥])?(?P<sign>[-－−+＋]?)(?:[￥¥])?"
    rf"(?P<digits>[0-9０-９]++(?:[,，][0-9０-９]{{3}})*+(?:[.．][0-9０-９]++)?){_UNIT}"
)
_WORDS = lazy(
    r"(?:人民币)?(?P<yuan>[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]{1,32}+)[元圆]"
    r"(?:零?(?P<jiao>[一二三四五六七八九壹贰叁肆伍陆柒捌玖])角)?(?:零?(?P<fen>[一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?[整正]?"
)
_SPACE = lazy(r"\s+")


class Money(NamedTuple):
    """An amount of money.

    Attributes:
        amount: yuan, with the decimals that were printed (``66.00万元`` → 660000.00).
        unit: the unit as printed, or the default one where none is printed (``元``, ``万元``).
        interval: what the print says, in yuan: exact for 元, half a printed place to both sides for 万元 and 亿元.
        printed: the text as it stood.
    """

    amount: Decimal
    unit: str
    interval: Interval
    printed: str


def parse_money(text: str, *, default_unit: str | None = "元") -> Money | None:
    """Return the amount a cell names, or None if it names none (blank, ``—``, words, a quantity in another unit).

    Args:
        text: the text of the cell: ``720,000.00``, ``66.00万元``, ``￥1,200``, ``壹万陆仟元整``.
        default_unit: the unit of a bare number, as the head of the table says it; None refuses bare numbers.
    """
    compact = _SPACE.sub("", text)
    match = _AMOUNT.fullmatch(compact)
    if match is None:
        return _words(compact, text)
    unit = match["unit"] or default_unit
    if unit is None:
        return None
    name = unit.removesuffix("元").removesuffix("圆")
    factor = _FACTORS.get(name or "元")
    if factor is None:
        return None
    digits = fold_digits(match["digits"])
    if match["sign"] in ("-", "－", "−"):
        digits = "-" + digits
    return _money(Decimal(digits), digits, Decimal(factor), unit, text)


def _words(compact: str, text: str) -> Money | None:
    match = _WORDS.fullmatch(compact)
    if match is None:
        return None
    yuan = chinese_value(match["yuan"])
    if yuan is None:
        return None
    digits = yuan
    if match["jiao"] or match["fen"]:
        digits += f".{chinese_value(match['jiao'] or '零')}{chinese_value(match['fen']) if match['fen'] else ''}"
    return _money(Decimal(digits), digits, Decimal(1), "元", text)


def _money(value: Decimal, digits: str, factor: Decimal, unit: str, text: str) -> Money:
    amount = exact_product(value, factor)
    interval = Interval.point(amount) if factor <= 1 else Interval.printed(digits, factor)
    return Money(amount, unit, interval, text.strip())
