"""ARI008: a total that the goal text states is not the sum of the parts it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.line_parts import slipped_part
from drafter.checking.show import count, equation, middle, money, to_places
from drafter.checking.slips import transposed
from drafter.checking.text_sums import Check, mended_by
from drafter.language import Interval, Mention, lookup

_SEVERAL = 3
_GOAL = {"field": "目标文本", "field_en": "the goal"}
_FIELDS = {
    "annual_goal": _GOAL,
    "overall_goal": _GOAL,
    "narrative": {"field": "项目说明", "field_en": "the explanation"},
}
_PATHS = ("annual_goal", "overall_goal", "narrative")


@rule(
    "ARI008",
    "text-sum",
    title_en="A total in the goal text is not the sum of its parts",
    severity="warning",
    status="stable",
    explained_by=("MAT001",),
    message=(
        "{field}写“{whole}”，所列分项合计 {total}{gap}{unit}，相差 {difference}{gap}{unit}；请核对总数和各分项",
        "{field_en} says “{whole}”, but the parts it lists add up to {total} {unit}: off by {difference} {unit}; "
        "check the total and its parts",
    ),
    variants={
        "rest": (
            "{field}写“{whole}”，其中所列分项合计 {total}{gap}{unit}，少 {difference}{gap}{unit}；"
            "如分项已列全，请核对各数，否则不必改",
            "of “{whole}” {field_en} lists parts of {total} {unit}, {difference} {unit} less; "
            "if these are all, check them",
        ),
        "moved": (
            "{field}写“{whole}”，其中所列分项合计 {total}{gap}{unit}，只差颠倒了两个数字；请核对总数和各分项",
            "{field_en} says “{whole}”, and its parts come to {total} {unit}: two digits seem to have changed places",
        ),
        "lines": (
            "{field}写“{whole}”其中有“{part}”，按明细其余各行合计应为 {lines} 元；请核对后写成一致",
            "{field_en} says “{part}” of “{whole}”; the lines left for it come to {lines} yuan: make them agree",
        ),
    },
)
def text_sum(ledger: Ledger) -> Iterator[Emission]:
    """目标文本分项合计不成立

    ## 检查什么
    目标文本、项目说明里“甲 n 个（包括乙 a 个、丙 b 个）”“乙 a 个、丙 b 个，共计 n 个”这类写法，分项之和必须等于总数；
    层层嵌套的由内向外逐层核对，外层只加各分项的总数。写明“共计”“合计”的不平为错误，其余为警告。
    前文写明几个品种、几类而分项恰为几项的，视为已列全；“由省、县两级分担”的，各级金额之和应等于总额。
    “其中”举出三项以上而合计小于总数的，只作建议；只举一两项的不报；
    合计与总数只差颠倒了相邻两个数字的（26.1 与 21.6），为警告；
    只有各分项都是项目明细若干行之和、唯独一项与其余各行之和差一个数字或颠倒
    两个数字的，才对那一项作警告。“体育馆、游泳馆、健身中心各1个”按所列名称的个数相加；名称可能代表多个（街道、社区各1个，共15个）或者断不清有几个的，列为待核。

    ## 为什么
    分项与总数对不上，指标值也就没有依据，评价时无从判断按哪个数考核。

    ## 依据
    绩效目标要细化量化（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内培训社区工作者【120人】（包括新任职60人、在职50人）。
    indicators: []
    ```

    ## 正确示例
    ```yaml
    annual_goal: 年内培训社区工作者110人（包括新任职60人、在职50人），发放手册300本、海报200张。
    indicators: []
    ```
    “其中”只举一部分：
    ```yaml
    annual_goal: 年内培训社区工作者110人（其中新任职60人）。
    indicators: []
    ```
    """
    judged = False
    for path in _PATHS:
        found = ledger.sum_checks(path)
        judged = judged or bool(found)
        wrong = {_place(check.claim.total): check for check in found if check.verdict == "contradicts"}
        outer: dict[tuple[int, int], list[Check]] = defaultdict(list)
        for check in wrong.values():
            for inner in _inner(check, wrong):
                outer[_place(inner.claim.total)].append(check)
        for check in found:
            refs = _refs(path, check.claim.parts)
            whole = _ref(path, check.claim.total)
            if check.verdict == "agrees":
                yield Agrees(whole, refs, _arithmetic(check, True))
            elif check.verdict == "unsure":
                yield Unsure(whole, refs, _arithmetic(check, False))
            elif check.verdict == "open" and (slip := slipped_part(ledger, check)) is not None:
                yield Hit(
                    _ref(path, slip[0]),
                    (whole,),
                    arguments={
                        **_FIELDS[path],
                        "whole": check.claim.total.text,
                        "part": slip[0].text,
                        "lines": slip[1],
                    },
                    arithmetic=f"{slip[0].text} ≠ {money(slip[1])}",
                    variant="lines",
                    group=None,
                    reconcile=True,
                )
            elif check.verdict == "open" and transposed(middle(check.whole), middle(check.total)):
                # 21.6万人次，其中15万、6.6万 written as 26.1: 其中 may leave parts out, but not so neatly.
                yield _rest(path, check, "moved")
            elif check.verdict == "open" and len(check.parts) >= _SEVERAL and check.claim.total.kind != "percent":
                yield _rest(path, check)
            elif check.verdict == "contradicts" and not any(mended_by(check, inner) for inner in _inner(check, wrong)):
                yield _hit(path, check, [one for one in outer[_place(check.claim.total)] if mended_by(one, check)])
    if not judged:
        yield NotApplicable()


def _inner(check: Check, wrong: Mapping[tuple[int, int], Check]) -> list[Check]:
    """The wrong sums whose totals are parts of this one."""
    return [wrong[place] for part in check.claim.parts if (place := _place(part)) in wrong]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _hit(path: str, check: Check, outer: Sequence[Check]) -> Hit:
    places = [*check.claim.parts, *(one for other in outer for one in (other.claim.total, *other.claim.parts))]
    related = tuple(dict.fromkeys(_ref(path, one) for one in places if one is not check.claim.total))
    return Hit(
        _ref(path, check.claim.total),
        related,
        arguments=_arguments(path, check),
        arithmetic=_arithmetic(check, False),
        severity="error" if check.stated else None,
        group=None,
        reconcile=True,
    )


def _arguments(path: str, check: Check) -> dict[str, str]:
    total = check.claim.total
    return {
        **_FIELDS[path],
        "whole": total.text,
        "unit": total.unit or "",
        # As the goal has it: 522 家 beside 521 家, 522家 beside 521家.
        "gap": " " if re.search(r"\d\s", total.text) else "",
        "total": _shown(check, middle(check.total)),
        "difference": _shown(check, abs(middle(check.total) - middle(check.whole))),
    }


def _rest(path: str, check: Check, variant: str = "rest") -> Hit:
    """Parts that leave something: they may be all there is, and only the clerk can tell."""
    return Hit(
        _ref(path, check.claim.total),
        _refs(path, check.claim.parts),
        arguments=_arguments(path, check),
        arithmetic=_arithmetic(check, False),
        variant=variant,
        severity="info" if variant == "rest" else None,
        group=None,
        reconcile=False,
    )


def _shown(check: Check, value: Decimal) -> str:
    """A sum in the unit its total is printed in: 399 公里, and not 399,000."""
    unit = lookup(check.claim.total.unit)
    return count(_short(value / unit.factor) if unit is not None and unit.factor else value)


def _short(value: Decimal) -> Decimal:
    # 7 亩 in 平方米 has no end; nobody reads more than four decimals of it.
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -9 else to_places(value, Decimal("0.0001"))


def _arithmetic(check: Check, agrees: bool) -> str:
    parts = " + ".join(_printed(check, part) for part in check.parts)
    total, whole = _printed(check, check.total), _printed(check, check.whole)
    return equation(f"{parts} = {total}" if len(check.parts) > 1 else parts, whole, agrees)


def _printed(check: Check, value: Interval) -> str:
    if value.exact:
        return _shown(check, value.low)
    return f"[{_shown(check, value.low)}, {_shown(check, value.high)}]"


def _ref(path: str, mention: Mention) -> Ref:
    return Ref(path, (mention.start, mention.end))


def _refs(path: str, mentions: Sequence[Mention]) -> tuple[Ref, ...]:
    return tuple(_ref(path, mention) for mention in mentions)
