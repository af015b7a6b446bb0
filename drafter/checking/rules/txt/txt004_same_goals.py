"""TXT004: the overall goal and the annual goal are the same text."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.language import normalise

SAME = 0.95
"""Our own figure: almost letter by letter the same."""
_LONGEST = 4000


@rule(
    "TXT004",
    "same-goals",
    title_en="Overall and annual goal are the same text",
    severity="info",
    status="stable",
    needs=("annual_goal", "overall_goal"),
    message=(
        "项目总目标与年度目标{how}；一年期项目可只填年度目标",
        "overall and annual goal are {how_en}the same; a one-year project may leave the overall goal out",
    ),
    variants={
        "multi": (
            "项目跨 {years} 年，年度目标却与总目标{how}，没有说明本年度做到哪一步",
            "the project runs {years} years, yet its annual goal is {how_en}the overall one: what is this year's part?",
        )
    },
)
def same_goals(ledger: Ledger) -> Iterator[Emission]:
    """总目标与年度目标雷同

    ## 检查什么
    项目总目标和年度目标都填写、内容相同或几乎相同。一年期项目只作建议；跨年项目作警告。

    “几乎相同”指九成五以上的文字逐字相同，是本工具自定的界限；超过 4000 字的目标只看是否完全相同。

    ## 为什么
    跨年项目的年度目标应当是总目标在本年度的分解，照抄总目标等于没有年度目标。

    ## 依据
    绩效目标应逐级分解到年度（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    overall_goal: 【为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。】
    annual_goal: 为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
    ```

    ## 正确示例
    ```yaml
    overall_goal: 三年内建成覆盖全区的便民服务宣传网络，居民对服务事项普遍了解。
    annual_goal: 为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
    ```
    """
    filing = ledger.filing
    overall, annual = normalise(ledger.text("overall_goal")), normalise(ledger.text("annual_goal"))
    if not overall or not annual:
        return
    if overall != annual:
        # Quadratic in the worst case, so only texts of a form's size are compared word by word.
        if max(len(overall), len(annual)) > _LONGEST or abs(len(overall) - len(annual)) > 0.1 * len(annual):
            return
        matcher = difflib.SequenceMatcher(None, overall, annual, autojunk=False)
        if matcher.real_quick_ratio() < SAME or matcher.quick_ratio() < SAME or matcher.ratio() < SAME:
            return
    years = 1
    if filing.start_date is not None and filing.end_date is not None:
        years = filing.end_date.year - filing.start_date.year + 1
    same = overall == annual
    arguments = {"how": "相同" if same else "几乎相同", "how_en": "" if same else "almost ", "years": years}
    yield Hit(
        Ref("overall_goal"),
        (Ref("annual_goal"),),
        arguments=arguments,
        variant="multi" if years > 1 else "",
        severity="warning" if years > 1 else None,
    )
