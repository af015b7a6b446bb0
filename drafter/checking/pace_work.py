"""What a goal does every month or quarter, beside a row that asks for less of it in the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checking.emit import Hit, Ref
from drafter.checking.naming import tokens
from drafter.checking.price_units import months
from drafter.checking.show import count
from drafter.checking.words.clauses import SENTENCE, said_before, said_behind
from drafter.language import Mention
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_PERIODS = {"月": 12, "季": 4, "半年": 2}
_PACE = lazy(
    r"(?:^|[，,。；;：:、\n])(?P<words>[^，,。；;：:、\n每\d]*每个?(?P<period>月|季|半年)度?[^，,。；;：:、\n每\d各]{0,16})$",
    needs=("每",),
)
_OF_PERIOD = lazy(r"每|月均|季均|月度|季度|半年")
# 供暖期内每月1次, 每月1次（封山期除外）, 农忙季节暂停: not in all months of the year.
_SOME_MONTHS = lazy(
    r"除[^，,。；;]{1,12}外|除外|不含|不包括|暂停|停止|停[课工业产]|假期|[寒暑]假|[旺淡雨旱]季|季节|(?<![定长短分到逾周])期(?:间|内|每|[，,、])"
)
_BACK = 60
_SPECIFIC = 20
"""Weight of a word that tells what is done."""


def pace_work(ledger: Ledger) -> Iterator[Hit]:
    """每月巡查1次 beside 巡查次数 6: the row has neither what is done each month nor what that comes to in the year.

    More than it comes to may be done in several places, and a project of less than a year has fewer months.
    """
    dated = ledger.filing.start_date is not None or ledger.filing.end_date is not None
    # A form that prints no dates is about its year.
    if dated and months(ledger) != _PERIODS["月"]:
        return
    goal, alignment = ledger.text("annual_goal"), ledger.alignment
    for pair in alignment.pairs:
        quantity, row = ledger.quantities[pair.indicator], ledger.filing.indicators[pair.indicator]
        if pair.role != "pace" or pair.relation != "same" or pair.score < _SURE or quantity is None:
            continue
        mention, found = pair.mention, _PACE.search(goal, max(0, pair.mention.start - 40), pair.mention.start)
        asked, each = quantity.single, mention.interval
        if found is None or asked is None or each is None or not each.exact or mention.comparator not in ("=", ">="):
            continue
        total = each.low * _PERIODS[found["period"]]
        alone = len(alignment.of_indicator(pair.indicator)) == 1 and _OF_PERIOD.search(row.name) is None
        if not alone or quantity.comparator not in ("=", ">=") or asked >= total or asked == each.low:
            continue
        if _SOME_MONTHS.search(_sentence(goal, mention)) or not _all_named(row.name, found["words"]):
            continue
        raw = row.target.raw if row.target is not None else ""
        yield Hit(
            Ref("annual_goal", (mention.start, mention.end)),
            (Ref(f"indicators[{pair.indicator}].target"),),
            arguments={
                "words": found["words"] + mention.text,
                "total": f"{count(total)}{mention.unit or ''}",
                "indicator": row.name,
                "value": raw,
            },
            arithmetic=f"{count(each.low)} × {_PERIODS[found['period']]} = {count(Decimal(total))} ≠ {raw}",
            variant="pace",
            severity="warning",
            group=None,
            reconcile=True,
        )


def _all_named(name: str, words: str) -> bool:
    """节前检查次数 is not what 每月检查 speaks of: all that the row names stands in the clause."""
    said = {token.text for token in tokens(words)}
    named = {token.text for token in tokens(name) if token.weight >= _SPECIFIC}
    return all(set(word) <= set(words) for word in named - said)


def _sentence(goal: str, mention: Mention) -> str:
    return said_before(goal, mention.start, SENTENCE, _BACK) + said_behind(goal, mention.end, SENTENCE, _BACK)
