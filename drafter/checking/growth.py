"""Growth a text states beside the two numbers it is worked out of: 1262 万元，较上年的 1188 万元增长 6.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.checking.show import to_places
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

_THAN = lazy(
    r"^[^，,。；;（(\d]{0,8}[，,（(]?\s*(?:同比|比|较|相比)(?:上一?年度?|去年|前一年|\d{4}年度?)[^，,。；;\d]{0,10}$"
)
_GREW = lazy(
    r"^的?(?:预算|资金|执行数?|水平)?(?:，)?(?:将|共|约)?(?P<up>增长|增加|上升|提高|上涨)?(?P<down>下降|减少|降低|压减)?了?约?$"
)
# 新增床位120张，较上年的1000张增长12%: the first number may be the growth itself.
_GAIN = lazy(r"(?:新增|净增|增加|增长|多|减少|压减|压缩|节约|节省|降低|下降|少)(?!到|至|为)[^，,。；;\d]{0,8}$")
_UNITS = ("count", "money", "measure")
_SHOWN = Decimal("0.01")


class Growth(NamedTuple):
    """A growth rate and the two numbers beside it.

    Attributes:
        now: The number of this year.
        before: The number it is compared with.
        rate: The growth stated.
        share: What the two numbers come to, in percent, rounded for people.
        agrees: That is the rate as far as printed.
        down: The text says that it fell.
    """

    now: Mention
    before: Mention
    rate: Mention
    share: Decimal
    agrees: bool
    down: bool


def growths(text: str, mentions: Sequence[Mention]) -> Iterator[Growth]:
    """The growth rates that stand right behind both of their numbers; each is one way to read the sentence only."""
    for now, before, rate in zip(mentions, mentions[1:], mentions[2:], strict=False):
        exact = all(one.comparator == "=" for one in (now, before, rate))
        if rate.dimension != "percent" or not exact or now.kind not in _UNITS or now.dimension != before.dimension:
            continue
        between, after = text[now.end : before.start], text[before.end : rate.start]
        grew = _GREW.match(after)
        if _THAN.match(between) is None or grew is None or (grew["up"] is None) == (grew["down"] is None):
            continue
        found = _growth(now, before, rate, down=grew["down"] is not None)
        if found is None or (not found.agrees and _is_gain(text, found)):
            continue
        yield found


def _is_gain(text: str, found: Growth) -> bool:
    """The first number is what was gained or saved: it is that share of the second, or too small to have grown."""
    gained, whole = found.now.interval, found.before.interval
    if gained is None or whole is None or not _GAIN.search(text, max(0, found.now.start - 16), found.now.start):
        return False
    stated = Interval.printed(found.rate.digits, found.rate.factor)
    share = stated.high * whole.high >= 100 * gained.low and stated.low * whole.low <= 100 * gained.high
    return share or (not found.down and gained.before(whole))


def _growth(now: Mention, before: Mention, rate: Mention, *, down: bool) -> Growth | None:
    mine, theirs = now.interval, before.interval
    if mine is None or theirs is None or theirs.low <= 0:
        return None
    stated = Interval.printed(rate.digits, rate.factor)
    # Of all numbers the two prints may stand for, the least growth and the greatest; compared without dividing.
    if down:
        agrees = stated.high * theirs.low >= 100 * (theirs.low - mine.high) and stated.low * theirs.high <= 100 * (
            theirs.high - mine.low
        )
    else:
        agrees = stated.high * theirs.high >= 100 * (mine.low - theirs.high) and stated.low * theirs.low <= 100 * (
            mine.high - theirs.low
        )
    share = (mine.low - theirs.low) * 100 / theirs.low
    return Growth(now, before, rate, to_places(-share if down else share, _SHOWN), agrees, down)
