"""One promise said twice, in the goal and in the table: does the second say what the first said?"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from drafter.checking.quantities import TargetQuantity, one_number
from drafter.checking.show import middle
from drafter.language import Interval, Mention
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

Verdict = Literal["agrees", "contradicts", "opposite", "looser", "stricter", "rounded", "unsure"]
"""`looser`: who meets the row may miss the goal; `rounded`: apart only behind the printed decimals of the other."""

_AT_LEAST = (">=", ">")
_AT_MOST = ("<=", "<")
# 能耗降至 950 吨: who stays below has kept it.
_LOWERED = lazy(
    r"(?:降低?|下降|(?<!增)减少?|压[减缩降]?|缩[减小短]?|削减|调减|下调|回落|精简|控制?|限制)(?:到|至|为|在)(?:了)?"
    r"[^，,。；;：:\d]{0,6}$",
    needs="降减压缩调落简控限",
)


# 燃油消耗量 ≤184000 升: who uses less has kept it.
_USED_UP = lazy(r"消耗|[能油电水煤气]耗|用[水电气油煤纸]量|排放")


def compare(mention: Mention, target: TargetQuantity, before: str = "", name: str = "") -> Verdict:
    """Compare a number of the goal with the target of its row.

    A number without a sign promises that number: beside ≥ or ≤ of the same number it agrees, for 达 90% means ≥90%.

    Args:
        mention: The number of the goal.
        target: The number of the row.
        before: The words before the number, which may say that it is a most (降至).
        name: The name of the row, which may say that it is what is used up (用水量).
    """
    said, printed = mention.interval, target.interval
    if said is None:
        return "unsure"
    if "~" in (mention.comparator, target.comparator):
        # 约800万条 beside 800条: no 约 reaches from one number to its double.
        apart = said.scale(2).before(printed) or printed.scale(2).before(said)
        return "contradicts" if apart and "range" not in (mention.comparator, target.comparator) else "unsure"
    if "range" in (mention.comparator, target.comparator):
        if mention.comparator == target.comparator:
            return "agrees" if said == printed else "contradicts" if not said.meets(printed) else "unsure"
        return "agrees" if said.meets(printed) else "unsure"
    goal_sign, row_sign = mention.comparator, target.comparator
    if _weaker_limit(mention, said, target):
        return "looser"
    if one_number(said, printed):
        return _same_number(mention, target, before, name)
    less = printed.low < said.low
    if goal_sign in _AT_LEAST and row_sign in _AT_LEAST:
        return "looser" if less else "stricter"
    if goal_sign in _AT_MOST and row_sign in _AT_MOST:
        return "stricter" if less else "looser"
    # 1200 人 promised, at least 1150 in the table: the row allows the promise, and less.
    if goal_sign == "=" and ((row_sign in _AT_LEAST and less) or (row_sign in _AT_MOST and not less)):
        return "looser"
    if goal_sign in _AT_LEAST and row_sign == "=" and not less:
        return "stricter"
    if goal_sign in _AT_MOST and row_sign == "=" and less:
        return "stricter"
    return "contradicts"


def _weaker_limit(mention: Mention, said: Interval, target: TargetQuantity) -> bool:
    """0.9‰以内 beside ≤1‰: a limit is chosen and not measured, and one printed like the other is no rounding of it."""
    signs = {mention.comparator, target.comparator}
    if not (signs <= {*_AT_LEAST} or signs <= {*_AT_MOST}):
        return False
    mine, theirs = Decimal(mention.digits), Decimal(target.digits)
    if mine == theirs or exact_product(middle(said), theirs) != exact_product(target.shown, mine):
        return False
    return (target.shown < middle(said)) == (mention.comparator in _AT_LEAST)


def _same_number(mention: Mention, target: TargetQuantity, before: str, name: str) -> Verdict:
    goal_sign, row_sign = mention.comparator, target.comparator
    if (goal_sign in _AT_LEAST and row_sign in _AT_MOST) or (goal_sign in _AT_MOST and row_sign in _AT_LEAST):
        return "opposite"
    # 600 人次 promised, at most 600 in the table: who trains nobody meets the row.
    done = goal_sign == "=" and mention.kind in ("count", "measure") and not _LOWERED.search(before)
    done = done and not _USED_UP.search(name)
    if done and row_sign in _AT_MOST and target.interval.low > 0:
        return "looser"
    # 九成 and 90% are one number, 三分之二 or 九成 and 92% only when rounded.
    if mention.unit in ("%", "％") and mention.interval is not None and middle(mention.interval) != target.shown:
        return "rounded"
    return "agrees"
