"""XFI005: a target weaker than last year's."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.quantities import TargetQuantity, target_quantity
from drafter.checking.rules.xfi.compare import rows_by_name
from drafter.checking.words import is_beneficial, is_harmful, is_wait
from drafter.language.patterns import lazy

_REASON = lazy(r"(?:下调|调低|调减|放宽|降低目标|目标调整|指标调整|调整了?(?:目标|指标))")


@rule(
    "XFI005",
    "weaker-target",
    title_en="A target weaker than last year's",
    severity="info",
    status="stable",
    needs=("indicators", "past"),
    message=(
        "“{indicator}”的指标值 {new} 比 {year} 年（{source}）的 {old} 宽松，目标中没有说明；请说明原因或调整",
        "the target {new} of “{indicator}” is weaker than {old} of {year} ({source}), and the goal does not say why; "
        "say why or raise it",
    ),
)
def weaker_target(ledger: Ledger) -> Iterator[Emission]:
    """指标值低于上年

    ## 检查什么
    同一单位同一项目、名称和计量单位相同的指标，今年的目标比上一次申报宽松：满意度、合格率等越高越好的降低了，
    投诉率、故障率、响应时间等越低越好的提高了。目标中写明下调原因的不报。数量指标随任务增减，不比。

    “越高越好”“越低越好”按名称判断（满意度、合格率；投诉率、响应时间），看不出的不比；以印出的小数位为准，95% 与 95.0%
    不算降低。“同一项目”指单位相同、去掉年份和括号后名称相同。

    ## 为什么
    目标一般不低于历史水平，放宽了应当说明原因。

    ## 依据
    指标值参考计划标准、行业标准和历史标准确定，应有挑战性（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    year: 2027
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "【≥85(%)】"}
    others:
      - {}
    ```

    ## 正确示例
    ```yaml
    year: 2027
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=5000(份)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥92(%)"}
    others:
      - {}
    ```
    """
    filing = ledger.filing
    before = ledger.past.previous(filing) if ledger.past is not None else None
    if before is None:
        yield NotApplicable()
        return
    if any(_REASON.search(ledger.text(path)) for path in ("annual_goal", "overall_goal", "narrative")):
        return
    then = rows_by_name(before.filing)
    for name, at in rows_by_name(filing).items():
        if name not in then:
            continue
        row, last = filing.indicators[at], before.filing.indicators[then[name]]
        new, old = target_quantity(row.target), target_quantity(last.target)
        if new is None or old is None or row.target is None or last.target is None:
            continue
        if _weaker(row.name, new, old):
            yield Hit(
                Ref(f"indicators[{at}].target"),
                arguments={
                    "indicator": row.name,
                    "new": row.target.raw,
                    "old": last.target.raw,
                    "year": before.filing.year or "—",
                    "source": before.source,
                },
            )


def _weaker(name: str, new: TargetQuantity, old: TargetQuantity) -> bool:
    if new.dimension != old.dimension or "range" in (new.comparator, old.comparator):
        return False
    if is_beneficial(name):
        return new.dimension == "percent" and new.interval.before(old.interval)
    return (is_harmful(name) or is_wait(name)) and old.interval.before(new.interval)
