"""What to do about a goal and a row that give two numbers, and how the goal's is quoted."""

from __future__ import annotations

from drafter.checking.alignment import Pair
from drafter.checking.promises import Verdict
from drafter.checking.quantities import TargetQuantity
from drafter.checking.show import middle
from drafter.checking.slips import slipped, transposed
from drafter.checking.words.clauses import CLAUSE, said_before
from drafter.language import Mention
from drafter.language.patterns import lazy

_FAR = 5
"""A fifth of the goal's number more, or less of what is bad, and the two are hardly both meant."""
_LIMIT = lazy(r"不[低少小高超大多]于?|至少|超过|以[上内下]|[之日时]内")
_SUM = lazy(r"[，,、]共$")
_DIGIT = lazy(r"\d")
_HOPED = lazy(r"力争|争取|力求|努力")


def both_may_be_meant(goal: str, mention: Mention, quantity: TargetQuantity, verdict: Verdict) -> bool:
    """Whether two numbers of one promise that are not far apart may both be meant.

    A row may ask for a little more than the goal's limit (不低于92%, ≥93%), unless one looks like a misprint of the
    other (99.59%, 99.95%; 120人, 130人); and what a goal hopes for (力争达到98%) it does not promise.
    """
    if mention.interval is None or quantity.comparator == "range":
        return False
    said, printed = middle(mention.interval), quantity.shown
    if said <= 0 or printed <= 0 or abs(said - printed) * _FAR > said:
        return False
    if verdict == "looser":
        return _HOPED.search(said_before(goal, mention.start, CLAUSE)) is not None
    if verdict != "stricter" or _LIMIT.search(goal[max(0, mention.start - 6) : mention.end + 3]) is None:
        return False
    misprint = transposed(said, printed) if mention.kind == "percent" else slipped(mention, quantity)
    return not misprint


def as_the_row(pair: Pair, quantity: TargetQuantity) -> str | None:
    """The words the goal has with the number of the row, None where they are printed in different ways."""
    mention = pair.mention
    if pair.relation != "same" or mention.factor != 1 or mention.unit != quantity.unit:
        return None
    return f"{quantity.digits}{mention.unit or ''}"


def as_the_goal(pair: Pair, quantity: TargetQuantity, verdict: Verdict) -> tuple[str, str] | None:
    """The row as the goal has it: the goal is what was approved, the row what refines it."""
    mention = pair.mention
    if mention.comparator in ("~", "range") or mention.factor != 1 or pair.relation != "same":
        return None
    if mention.unit != quantity.unit and verdict != "opposite":
        return None
    kept = quantity.comparator == ">=" and mention.comparator == "="  # 600人次 is met by ≥600
    sign = mention.comparator if verdict in ("opposite", "looser") and not kept else quantity.comparator
    sign = {">=": "≥", "<=": "≤"}.get(sign, sign)
    unit = f"({quantity.unit})" if quantity.unit else ""
    return f"indicators[{pair.indicator}].target", f"{sign}{mention.digits}{unit}"


def quoted(text: str, mention: Mention) -> tuple[str, str]:
    """The number with what leads to it, and with its noun, as the words stand: 培训达 600 人次, 15 个街镇."""
    entity = mention.entity or ""
    after = text[mention.end : mention.end + 24]
    if entity and after.lstrip(" 的").startswith(entity):
        return mention.text, mention.text + after[: after.index(entity) + len(entity)]
    before = text[max(0, mention.start - 24) : mention.start]
    said = before[before.rfind(entity) + len(entity) :] + mention.text if entity and entity in before else mention.text
    return said, entity + said


def promised(text: str, mention: Mention) -> str:
    """The words of the goal from what is counted to the number, or the number and what follows it."""
    window = text[max(0, mention.start - 24) : mention.start]
    if mention.entity and mention.entity in window:
        between = window[window.rfind(mention.entity) + len(mention.entity) :]
        if _SUM.search(between):
            # 活动室3个，健身中心2个，共5个: not so many of the last.
            return f"共{mention.text}"
        # 动物186种、2300只: what has its row is not quoted with what has none.
        return mention.entity + ("" if _DIGIT.search(between) else between) + mention.text
    if mention.entity and text.startswith(mention.entity, mention.end):
        return mention.text + mention.entity
    # 国家级项目4项、省级11项: of a name put together from two places the part that stands beside the number.
    entity = mention.entity or ""
    sizes = (size for size in range(len(entity), 1, -1) if window.endswith(entity[:size]))
    return entity[: next(sizes, 0)] + mention.text
