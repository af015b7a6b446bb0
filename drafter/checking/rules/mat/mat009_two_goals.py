"""MAT009: the total goal and the annual goal of a one-year project give different numbers for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.lines import agree
from drafter.checking.naming import Rarity, likeness, tokens
from drafter.checking.roles import roles
from drafter.language import Mention

_ALIKE = 850
"""Nearly the same name: the two goals are written by one hand, and what differs in name differs in thing."""


@rule(
    "MAT009",
    "two-goals",
    title_en="The total goal and the annual goal give different numbers for one thing",
    severity="warning",
    status="stable",
    explained_by=("MAT001",),
    needs=("overall_goal", "annual_goal"),
    message=(
        "项目总目标写“{entity}{whole}”，年度目标写“{entity}{year}”，同一年度的项目两处应一致",
        "the total goal says “{entity} {whole}”, the annual goal “{entity} {year}”; "
        "in a one-year project they should agree",
    ),
    variants={
        "more": (
            "年度目标“{entity}{year}”超过了项目总目标“{entity}{whole}”；请核对后写成一致",
            "“{entity} {year}” of the annual goal is more than “{entity} {whole}” of the total goal; check both",
        )
    },
)
def two_goals(ledger: Ledger) -> Iterator[Emission]:
    """总目标与年度目标数值不一致

    ## 检查什么
    项目总目标和年度目标都写到同一事项的数（名称、单位几乎相同，各只出现一次）：一个年度内完成的项目，两处应相等；
    跨年项目，年度的数量不应超过总目标；起止日期跨年，或者总目标自己写明几年、以后的年份（2026—2028年累计造林9万亩），
    都是跨年。两份目标文字完全相同的不比。
    名称“几乎相同”以八成五以上的实义字眼相合为准，每份目标比较前 100 个数，都是本工具自定的界限。

    ## 为什么
    同一件事两个数，批复时不知道批的是哪一个。

    ## 依据
    绩效目标要细化量化、前后一致（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    overall_goal: 印制宣传册7000份，方便居民办事。
    annual_goal: 年内印制宣传册【6000份】，验收合格率达100%。
    ```
    ```yaml
    start_date: 2025-01-01
    end_date: 2027-12-31
    overall_goal: 三年印制宣传册5000份。
    annual_goal: 年内印制宣传册【6000份】，验收合格率达100%。
    ```

    ## 正确示例
    ```yaml
    overall_goal: 印制宣传册7000份，方便居民办事。
    annual_goal: 年内印制宣传册7000份，验收合格率达100%。
    ```
    ```yaml
    start_date: 2025-01-01
    end_date: 2027-12-31
    overall_goal: 三年印制宣传册21000份。
    annual_goal: 年内印制宣传册7000份，验收合格率达100%。
    ```
    """
    filing = ledger.filing
    whole, year = _numbers(ledger, "overall_goal"), _numbers(ledger, "annual_goal")
    if filing.overall_goal == filing.annual_goal or not whole or not year:
        yield NotApplicable()
        return
    several = _over_years(ledger)
    for mention in year:
        twins = [one for one in whole if one.dimension == mention.dimension and _one_thing(one, mention)]
        if (
            len(twins) == 1
            and len([one for one in year if one.dimension == mention.dimension and _one_thing(one, twins[0])]) == 1
        ):
            yield from _compare(twins[0], mention, several)


def _over_years(ledger: Ledger) -> bool:
    """Whether the total goal is of more than the year: by the dates, or in its own words (2026—2028年累计建成9万亩)."""
    filing = ledger.filing
    if filing.start_date and filing.end_date and filing.start_date.year != filing.end_date.year:
        return True
    for mention in ledger.mentions("overall_goal"):
        if mention.kind == "year" or (mention.kind == "date" and not mention.number.startswith(("-", "Q"))):
            first, _, last = mention.number.partition("~")
            year = (last or first)[:4]
            if (last and year != first[:4]) or (filing.year is not None and int(year) > filing.year):
                return True
        elif mention.kind == "duration" and mention.unit == "年" and mention.number != "1":
            return True
    return False


def _compare(whole: Mention, year: Mention, several: bool) -> Iterator[Emission]:
    first, second = whole.interval, year.interval
    if first is None or second is None:
        return
    place, other = Ref("annual_goal", (year.start, year.end)), Ref("overall_goal", (whole.start, whole.end))
    more = first.before(second)
    if agree(first, second):
        yield Agrees(place, (other,), f"{year.text} = {whole.text}")
    elif "~" in (whole.comparator, year.comparator) or "range" in (whole.comparator, year.comparator):
        yield Unsure(place, (other,), f"{year.text} ? {whole.text}")
    elif not several or (more and year.kind in ("count", "measure")):
        yield Hit(
            place,
            (other,),
            arguments={"entity": year.entity or "", "whole": whole.text, "year": year.text},
            arithmetic=f"{year.text} {'>' if several else '≠'} {whole.text}",
            variant="more" if several else "",
            group=None,
            reconcile=True,
        )


_MANY = 100
"""So many numbers of each goal are compared."""


def _numbers(ledger: Ledger, path: str) -> Sequence[Mention]:
    mentions = ledger.mentions(path)[:_MANY]
    found = roles(ledger.text(path), mentions, ledger.sums(path))
    by_thing: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention, role in zip(mentions, found, strict=True):
        if role == "promise" and mention.entity and mention.kind in ("count", "measure", "percent"):
            by_thing[(mention.dimension, mention.entity)].append(mention)
    return [group[0] for group in by_thing.values() if len(group) == 1]


def _one_thing(one: Mention, other: Mention) -> bool:
    alike = likeness(tokens(one.entity or ""), tokens(other.entity or ""), Rarity([]))
    return alike.score >= _ALIKE and not alike.conflict and alike.heads >= 0
