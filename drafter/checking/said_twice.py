"""Numbers that say again what was said, in the goal itself or within the words of a target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.dimensions import relation
from drafter.checking.naming import tokens
from drafter.checking.words.clauses import WORDS, said_before, said_behind
from drafter.language import Interval, Mention, extract
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.alignment import Pair
    from drafter.checking.ledger import Ledger

# What a clause may say besides its noun without speaking of anything else.
_NOTHING = lazy(
    r"全年度?|年内|本年度?|今年|年度|共计?|合计|总计|计划|预计|拟|将|完成|开展|实施|组织|力争|确保|达到?|不少于|不低于|约|并|其"
)
_NOUN = 4
"""Characters that a noun must have to name one thing: 培训 names many."""
_SURE = 850
_LEAD = 2
_TAIL = 3
_NUMBER = lazy(r"[\d一二三四五六七八九十两半]")
# The year's own number of several: a sum, what of all years is this year's, what a step leads to.
_OWN = lazy(
    r"(?:其中\d{4}年度?|合计|共计|总计|总共|一共|本年度?|今年|当年|年内|达到|增至|降至|(?:增加|提高|降低|减少)[到至])[^，,。；;\d]{0,4}$"
)
_KINDS = ("count", "measure", "percent")
# 修复册数由上年的250册增加到300册: what is counted stands before 由, and the first number is what was.
_MOVED = lazy(r"^(?P<noun>.*)[由从][^由从]*\d[^\d]*(?:到|至|为)[^\d]{0,4}$", needs="由从")
# 另修复300册 is said of other things, however they are named.
_MORE = lazy(r"另|再|还|又|新增|其[他它余]|额外|各|分别|每")
_ABOUT = lazy(r"^(?:在|就|对于?|关于)|(?:方面|工作|任务|中|上)+$")
_OF_RATE = lazy(r"(?![内以之前后])[^\W\da-zA-Z_]{2,8}率")
_SLIGHT = 4
"""Weight of words of a name that could not tell two rows apart."""


class Worded(NamedTuple):
    """A number within the words of a target (进点后60日内) or a name and the number of the goal in the same words.

    Attributes:
        mention: The number in the goal.
        indicator: Position of the row.
        field: `target` or `name`, whichever has the words.
        text: The target or the name.
        agrees: They are one number.
    """

    mention: Mention
    indicator: int
    field: str
    text: str
    agrees: bool


def worded_numbers(ledger: Ledger) -> Iterator[Worded]:
    """The times that a target counts from an event and the goal counts from the same one, each said once.

    And the times and ages that are a part of a row's name: 适配后30日内回访率, 15秒接通率, 65岁以上老人体检率.
    """
    goal = ledger.text("annual_goal")
    leads: dict[tuple[str, str], list[Worded]] = {}
    for at, row in enumerate(ledger.filing.indicators) if _NUMBER.search(goal) else ():
        raw = row.target.raw.strip() if row.target is not None and row.target.value is None else ""
        for field, text in (("target", raw), ("name", row.name)):
            if _NUMBER.search(text) is None:
                continue
            found = _times(text)
            if len(found) != 1:
                continue
            lead, tail = text[: found[0].start], text[found[0].end :].strip()
            ends = tail in ("", "内", "以内", "之内")
            if len(lead) >= _LEAD and (ends or field == "name"):
                leads.setdefault((lead, ""), []).append(Worded(found[0], at, field, text, False))
            elif field == "name" and not lead and len(tail) >= _TAIL:
                leads.setdefault(("", tail), []).append(Worded(found[0], at, field, text, False))
    times = [one for one in ledger.alignment.mentions if one.kind in ("duration", "age")] if leads else []
    if leads and "率" in goal:
        known = {one.start for one in times}
        times += [one for one in _times(goal) if one.start not in known and _OF_RATE.match(goal, one.end)]
    for (lead, tail), rows in leads.items():
        said = [one for one in times if goal.endswith(lead, 0, one.start) and goal.startswith(tail, one.end)]
        if len(rows) != 1 or len(said) != 1 or said[0].interval is None or rows[0].mention.interval is None:
            continue
        if said[0].dimension == rows[0].mention.dimension:
            agrees = said[0].interval == rows[0].mention.interval
            if not agrees and said[0].kind == "age" and _another_value(ledger, rows[0].indicator):
                continue
            yield rows[0]._replace(mention=said[0], agrees=agrees)


def _times(text: str) -> list[Mention]:
    """Times and ages, also those of the name of a rate, which are no quantities to the extractor (15秒接通率)."""
    return [one for one in extract(text.replace("率", "，")) if one.kind in ("duration", "age")]


def _another_value(ledger: Ledger, row: int) -> bool:
    """60岁以上老人巡访率95% beside 80岁以上老人巡访率 100%: two groups, whose numbers differ too."""
    quantity = ledger.quantities[row]
    pairs = ledger.alignment.of_indicator(row)
    return quantity is not None and any(not _one(pair.mention.interval, quantity.interval) for pair in pairs)


def of_another_age(ledger: Ledger, pair: Pair) -> bool:
    """Whether the clause of a number and the name of its row each give one age, and not the same."""
    goal, start = ledger.text("annual_goal"), pair.mention.start
    ages = [one for one in extract(ledger.filing.indicators[pair.indicator].name) if one.kind == "age"]
    clause = start - len(said_before(goal, start, WORDS))
    said = (
        [one for one in ledger.alignment.mentions if one.kind == "age" and clause <= one.start < start] if ages else []
    )
    return len(ages) == len(said) == 1 and not _one(ages[0].interval, said[0].interval)


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
        and _OWN.search(goal, max(0, one.start - 12), one.start) is not None
        for one in alignment.mentions
    )


def said_again(ledger: Ledger, mention: Mention) -> bool:
    """The number of a row is told once more in words the row has: 古籍修复300册…修复册数由250册增加到300册.

    The row 古籍修复数量 stands for both. A clause that names anything else (修复档案300册, 修复能力…300册) does not.
    """
    rows = ledger.rows_of(mention.interval)
    noun = _told(ledger.text("annual_goal"), mention) if rows else ""
    for at in rows:
        row = ledger.filing.indicators[at]
        if relation(mention, row, ledger.quantities[at]) == "same" and _within(noun, row.name):
            pairs = ledger.alignment.of_indicator(at)
            if any(
                pair.sure and pair.relation == "same" and _one(pair.mention.interval, mention.interval)
                for pair in pairs
            ):
                return True
    return False


def _told(goal: str, mention: Mention) -> str:
    """All that the clause of a number says besides the number and what it was before, "" where it speaks of more."""
    before = said_before(goal, mention.start, WORDS, 60)
    after = said_behind(goal, mention.end, WORDS, 24)
    moved = _MOVED.match(before)
    words = (moved["noun"] if moved else before) + after
    if _MORE.search(words):
        return ""
    noun = _NOTHING.sub("", words)
    return noun if tokens(noun) else _announced(goal[max(0, mention.start - 60) : mention.start - len(before)])


def _announced(text: str) -> str:
    """What the clause before speaks of, where the number's own has no noun: 古籍修复方面，全年完成300册."""
    parts = WORDS.split(text)
    clause = parts[-2] if len(parts) > 1 and text[-1] in "，,：:" else ""
    # A clause with a number of its own is done with, and 另 speaks of other things.
    return "" if re.search(r"\d", clause) or _MORE.search(clause) else _ABOUT.sub("", _NOTHING.sub("", clause))


def _within(noun: str, name: str) -> bool:
    """Every word of a noun is one of a row's name; 修复古籍 and 古籍修复 are the same words."""
    said, theirs = tokens(noun), {token.text for token in tokens(name)}
    return any(token.text in theirs and token.weight > _SLIGHT for token in said) and all(
        token.text in theirs or (token.sort == "plain" and set(token.text) <= set(name)) for token in said
    )


def _one(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and one.meets(other)


def _alone(goal: str, mention: Mention) -> str:
    """The noun of a number whose clause says nothing else, "" for any other."""
    noun = mention.entity or ""
    before = said_before(goal, mention.start, WORDS)
    if len(noun) < _NOUN or noun not in before:
        return ""
    return noun if not _NOTHING.sub("", before.replace(noun, "", 1)).strip() else ""
