"""Numbers that say again what was said, in the goal itself or within the words of a target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from drafter.language import Interval, Mention, extract
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.alignment import Pair
    from drafter.checking.ledger import Ledger

_CLAUSE = lazy(r"[，,。；;：:、！!？?（()）\n]")
# What a clause may say besides its noun without speaking of anything else.
_NOTHING = lazy(
    r"全年度?|年内|本年度?|今年|年度|共计?|合计|总计|计划|预计|拟|将|完成|开展|实施|组织|力争|确保|达到?|不少于|不低于|约|并|其"
)
_NOUN = 4
"""Characters that a noun must have to name one thing: 培训 names many."""
_SURE = 850
_LEAD = 2
# The year's own number of several: a sum, what of all years is this year's, what a step leads to.
_OWN = lazy(
    r"(?:合计|共计|总计|总共|一共|本年度?|今年|当年|年内|达到|增至|降至|(?:增加|提高|降低|减少)[到至])[^，,。；;\d]{0,4}$"
)
_KINDS = ("count", "measure", "percent")


class Worded(NamedTuple):
    """A number within the words of a target (进点后60日内) and the number of the goal in the same words.

    Attributes:
        mention: The number in the goal.
        indicator: Position of the row.
        text: The number in the target.
        agrees: They are one number.
    """

    mention: Mention
    indicator: int
    text: str
    agrees: bool


def worded_numbers(ledger: Ledger) -> Iterator[Worded]:
    """The times that a target counts from an event and the goal counts from the same one, each said once."""
    goal = ledger.text("annual_goal")
    times = [one for one in ledger.alignment.mentions if one.kind == "duration"]
    leads: dict[str, list[tuple[int, Mention, str]]] = {}
    for at, row in enumerate(ledger.filing.indicators) if times else ():
        raw = row.target.raw.strip() if row.target is not None and row.target.value is None else ""
        found = [one for one in extract(raw) if one.kind == "duration"] if raw else []
        if len(found) == 1 and found[0].start >= _LEAD and raw[found[0].end :].strip() in ("", "内", "以内", "之内"):
            leads.setdefault(raw[: found[0].start], []).append((at, found[0], raw))
    for lead, rows in leads.items():
        said = [one for one in times if goal.endswith(lead, 0, one.start)]
        if len(rows) != 1 or len(said) != 1 or said[0].interval is None or rows[0][1].interval is None:
            continue
        if said[0].dimension == rows[0][1].dimension:
            agrees = said[0].interval == rows[0][1].interval
            yield Worded(said[0], rows[0][0], rows[0][2], agrees)


def said_otherwise(ledger: Ledger) -> Iterator[tuple[Mention, Pair]]:
    """Numbers that no row has, though the goal gives the same thing another number that a row agrees with."""
    goal, alignment = ledger.text("annual_goal"), ledger.alignment
    known: dict[tuple[str, str], Pair] = {}
    for pair in alignment.pairs:
        quantity = ledger.quantities[pair.indicator]
        alone = _alone(goal, pair.mention)
        sure = pair.sure or pair.score >= _SURE  # the other number of the same thing makes the row doubtful
        if sure and alone and quantity is not None and _one(pair.mention.interval, quantity.interval):
            known[(alone, pair.mention.dimension)] = pair
    for mention, role in zip(alignment.mentions, alignment.roles, strict=True):
        if role != "promise" or mention.kind not in _KINDS or alignment.of_mention(mention) is not None:
            continue
        pair = known.get((_alone(goal, mention), mention.dimension))
        if pair is not None and not _one(mention.interval, pair.mention.interval):
            yield mention, pair


def told_elsewhere(ledger: Ledger, pair: Pair) -> bool:
    """The row has another number of the goal: 放映24场，另加映8场，合计32场 beside 放映场次 32."""
    goal, alignment, quantity = ledger.text("annual_goal"), ledger.alignment, ledger.quantities[pair.indicator]
    return quantity is not None and any(
        one.dimension == pair.mention.dimension
        and one is not pair.mention
        and alignment.of_mention(one) is None
        and _one(one.interval, quantity.interval)
        and _OWN.search(goal, max(0, one.start - 10), one.start) is not None
        for one in alignment.mentions
    )


def _one(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and one.meets(other)


def _alone(goal: str, mention: Mention) -> str:
    """The noun of a number whose clause says nothing else, "" for any other."""
    noun = mention.entity or ""
    before = _CLAUSE.split(goal[max(0, mention.start - 40) : mention.start])[-1]
    if len(noun) < _NOUN or noun not in before:
        return ""
    return noun if not _NOTHING.sub("", before.replace(noun, "", 1)).strip() else ""
