"""Numbers below zero: -18℃, 零下18℃, 增幅不低于-2%, -25℃～-15℃."""

from __future__ import annotations

from decimal import Decimal

from drafter.language.interval import exact_sum
from drafter.language.mention import Phrase, Read
from drafter.language.numerals import fold_digits
from drafter.language.patterns import lazy
from drafter.language.unit_reading import unit_of

MINUS = frozenset("-－−")
SIGNED = MINUS | {"下"}
"""The character before a number below zero; each is one of `SUSPICIOUS`."""
_UNIT = r"℃|°C|摄氏度|度|[%％‰]"
_PHRASE = lazy(
    rf"(?P<low>[0-9０-９]++(?:[.．][0-9０-９]++)?)[ ]?(?P<unit>{_UNIT})?"
    rf"(?:[ ]?(?:[～~〜至到]|[-－—–]{{1,2}})[ ]?(?:(?P<minus>[-－−]|零下)|[+＋]|零上)?"
    rf"(?P<high>[0-9０-９]++(?:[.．][0-9０-９]++)?)[ ]?(?P<also>{_UNIT})"
    rf"|[ ]?±[ ]?(?P<by>[0-9０-９]++(?:[.．][0-9０-９]++)?)[ ]?(?P<same>{_UNIT}))?"
)
_SHARES = frozenset("%％‰")
# A dash behind anything else joins or lists: 目标1-95%, 公园-98%.
_OPENS = lazy(r"(?:^|[≥≤<>＜＞=＝≧≦（(\[［，,、；;：:为在达至到于过出约])[ ]?$")
_CHANGE = lazy(r"(?:增[幅速]|增长率?|涨跌?幅|降幅|变幅|变动|变化率?|波动|偏差率?|误差率?|同比|环比|盈余率|收益率)[ ]?$")


def below_zero(text: str, start: int) -> Read | None:
    """Return the phrase of a number that a sign or 零下 puts below zero, or None.

    Only temperatures and shares are: before other units the dash joins words. The sign belongs to the mention.

    Args:
        text: the whole text.
        start: where the digits begin.
    """
    match = _PHRASE.match(text, start)
    unit = (match["unit"] or match["also"] or match["same"]) if match is not None else None
    if match is None or unit is None:
        return None
    worded = text.startswith("零下", start - 2) and start > 1
    if not worded and text[start - 1] not in MINUS:
        return None
    share, begin = unit in _SHARES, start - (2 if worded else 1)
    if share and not (_OPENS.search(text, max(0, begin - 2), begin) or _CHANGE.search(text, max(0, begin - 6), begin)):
        return None
    if unit == "度" and not worded:
        return None
    if begin and not worded and text[begin - 1].isascii() and text[begin - 1].isalnum():
        # GB/T-18℃, 2-18℃ are a code and a range.
        return None
    entry = unit_of("℃" if not share else unit)
    low = f"-{fold_digits(match['low'])}"
    if match["high"] is None and match["by"] is None:
        return Phrase(begin, match.end("unit"), low, entry.canonical, entry.kind, low, 1, entry=entry)
    if match["unit"] not in (None, match["also"] or match["same"]):
        return None
    if match["by"] is not None:
        by = Decimal(fold_digits(match["by"]))
        low, high = f"{exact_sum(Decimal(low), by.copy_negate())}", f"{exact_sum(Decimal(low), by)}"
    else:
        high = ("-" if match["minus"] else "") + fold_digits(match["high"])
    low, high = sorted((low, high), key=Decimal)
    if low == high:
        return None
    span = f"{low}~{high}"
    return Phrase(begin, match.end(), span, entry.canonical, entry.kind, span, 1, ranged=True, entry=entry)
