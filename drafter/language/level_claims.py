"""Sums over who pays: 共160万元，由省、县两级按6:4分担，省级96万元、县级64万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.language.list_claims import CLOSES
from drafter.language.mention import Mention
from drafter.language.patterns import lazy

_PAYER = lazy(
    r"[、，,；和及与为]?(?:由)?(?P<level>中央|上级|省级?|市级?|区级?|县级?|镇级?|乡镇|本级|地方)(?:财政)?"
    r"(?:资金|补助|配套|拨款|预算|安排|承担|负担|分担|投入){0,2}(?:安排)?[ ]?"
)
_SHARED = lazy(r"[^。；;\n]{0,40}(?:分担|承担|负担|分级|配套|按)[^。；;\n]{0,20}[，,：:]")
_FAR = 60


def level_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention], bool]]:
    """Yield the total that levels of government share and what each of them pays.

    The third value is False: that none is left out only the names of the levels can tell.
    """
    money = [one for one in mentions if one.kind == "money"]
    at = 1
    while at < len(money) - 1:
        total, run = money[at - 1], money[at : at + 1]
        closed = CLOSES.search(text, max(0, total.start - 10), total.start) is not None
        shared = _SHARED.match(text, total.end)
        begin = shared.end() if shared is not None else total.end
        if not closed or shared is None or not begin <= run[0].start <= total.end + _FAR:
            at += 1
            continue
        levels = [_PAYER.fullmatch(text, begin, run[0].start)]
        for one in money[at + 1 : at + 4]:
            if (level := _PAYER.fullmatch(text, run[-1].end, one.start)) is None:
                break
            levels.append(level)
            run.append(one)
        named = {level["level"] for level in levels if level is not None}
        if len(named) == len(run) > 1:
            yield total, run, False
        at += len(run)
