"""Signs that a scan or a font turned into digits: ≥95% printed as 295%, 2 95% or Z95%.

A share cannot be 295%, and nobody plans one: what is left of such a print is not its number, and what is behind the 2
is not its sign. The row keeps the print alone, neither 295 nor ≥95, and rules that need the number say so. A growth of
295% may be meant; it is doubted only where another row of the form shows that its signs were lost. So is a count:
beside 25场 in such a form, the goal, the budget lines and the money tell which of 25 and 5 is promised.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.filing import Target
from drafter.language import extract
from drafter.language.patterns import lazy
from drafter.reading.targets import FoundIndicator
from drafter.reading.words import compact

_APART = lazy(r"\s*(?:[25]\s+|[ZzSs之乏三]\s*)\d{1,3}(?:\.\d+)?\s*[(（]?[%％][)）]?\s*", needs="%％")
_GLUED = lazy(r"2(?P<rest>[1-9]\d{0,2}(?:\.\d+)?)(?P<percent>\(?%\)?)?\D{0,6}")
_SHARE = lazy(r"率|满意|知晓|比例|占比|比重|覆盖|达标|合格|及时|准确|完整|完好|认可|(?:程|进|深|广|好|晓|受)度")
# Shares of something else than their whole: they may pass 100%.
_OPEN = lazy(
    r"增|超|涨|翻|拉动|带动|撬动|杠杆|回报|收益|盈利|利润|周转|偿债|流动比|负债|负荷|产销|[同环]比|比上年|比去年|变[化动]"
    r"|波动|幅|溢价|偏差|误差|浮动|贡献|[产投]入?出?比|贷款|拨备|充足率|容积|自给|比值|提[升高]|投资|倍|折算|产值|上浮|下降|降低"
)
_SIGNED = lazy(r"[≥≧>＞]|不[低少]于|大于|以上|及以上")
_PERCENT = ("%", "％")
_LEAST, _FULL = Decimal(50), Decimal(100)


class LostSigns(NamedTuple):
    """The indicators of a form after its signs were looked at, and those whose print lost or may have lost its sign."""

    indicators: list[FoundIndicator]
    plain: list[FoundIndicator]
    doubted: list[FoundIndicator]


def without_lost_signs(
    found: Sequence[FoundIndicator], texts: Sequence[str], amounts: Collection[Decimal]
) -> LostSigns:
    """The indicators with the targets taken back whose first digit is a sign, or may be one in this form.

    Args:
        found: The indicators of a form.
        texts: Its goals, and what else of it promises quantities.
        amounts: Its sums and the numbers of its budget lines; money in yuan.
    """
    plain = [at for at, one in enumerate(found) if _is_plain(one)]
    doubted: list[int] = []
    if plain:
        signed = any(_SIGNED.search(_raw(one)) for one in found)
        told = _Told(texts, amounts)
        doubted = [
            at for at, one in enumerate(found) if at not in plain and _may_be_lost(one, told, every_sign=not signed)
        ]
    taken = {*plain, *doubted}
    indicators = [_taken_back(one) if at in taken else one for at, one in enumerate(found)]
    return LostSigns(indicators, [indicators[at] for at in plain], [indicators[at] for at in doubted])


def _raw(found: FoundIndicator) -> str:
    target = found.indicator.target
    return target.raw if target is not None else ""


def _is_plain(found: FoundIndicator) -> bool:
    target = found.indicator.target
    if target is None:
        return False
    if target.value is None:
        # Printed in three columns without understanding (a digit where the sign stands), or 2 95% in one.
        return target.text is None or _APART.fullmatch(target.raw) is not None
    if target.unit not in _PERCENT or target.comparator != "=":
        return False
    match = _GLUED.fullmatch(compact(target.raw))
    if match is None or not _LEAST <= Decimal(match["rest"]) <= _FULL:
        return False
    name = compact(found.indicator.name)
    return _SHARE.search(name) is not None and _OPEN.search(name) is None


def _may_be_lost(found: FoundIndicator, told: _Told, *, every_sign: bool) -> bool:
    """Whether a number beginning with 2 may have lost its sign in a form that lost another one.

    The form tells by its numbers: where its goal says 5场演出, a row of 25场演出 may be ≥5; where it says 25场, it is
    not. Where it says neither, a share over 100% is doubted, and a count where no ≥ of the form was kept.
    """
    target = found.indicator.target
    if target is None or target.value is None or target.comparator != "=":
        return False
    print_ = compact(target.raw)
    if _GLUED.fullmatch(print_) is None:
        return False
    if told.promises(print_[1:], compact(found.indicator.name)):
        return True
    return not told.repeats(print_) and (every_sign or (target.unit in _PERCENT and Decimal(target.value) > _FULL))


class _Told:
    """The numbers a form tells outside its indicators."""

    def __init__(self, texts: Sequence[str], amounts: Collection[Decimal]) -> None:
        self.mentions = [mention for text in texts for mention in extract(text)]
        self.amounts = amounts
        # A goal that prints 满意度295% lost its own signs: its 25场 tells no more than the table's.
        self.whole = all(one.unit not in _PERCENT or Decimal(one.number) <= _FULL for one in self.mentions)

    def promises(self, print_: str, name: str) -> bool:
        """Whether a text tells the number of a print, in its unit, of what the indicator is about."""
        mention = next(iter(extract(print_)), None)
        return mention is not None and any(
            (one.number, one.unit) == (mention.number, mention.unit) and _shares_words(one.entity or "", name)
            for one in self.mentions
        )

    def repeats(self, print_: str) -> bool:
        """Whether the form tells the number of a print, in its unit where the print has one."""
        mention = next(iter(extract(print_)), None)
        mentions = self.mentions if self.whole else []
        if mention is None:
            return any(print_ == one.digits for one in mentions)
        number, unit = mention.number, mention.unit
        return Decimal(number) in self.amounts or any((one.number, one.unit) == (number, unit) for one in mentions)


def _shares_words(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _taken_back(found: FoundIndicator) -> FoundIndicator:
    indicator = found.indicator
    return found._replace(indicator=indicator.model_copy(update={"target": Target(raw=_raw(found))}))
