"""MAT007: the goal promises none, and the indicator allows some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.naming import tokens
from drafter.checking.words import any_of, mentions_harm
from drafter.language.patterns import lazy

_ZERO = lazy(
    r"(?:杜绝|不发生|不出现|未发生|无|零|避免|防止|不出)"
    # 不发生因管护不到位造成的火灾: why it may not happen is not what may not.
    r"(?:因(?P<why>[^，,。；;、]{1,14})(?:引发|造成|导致|引起|产生)的)?"
    rf"(?P<what>[^\W\da-zA-Z_]{{0,8}}?{any_of('harm')}[^\W\da-zA-Z_]{{0,2}})"
    rf"|(?P<subject>(?<![^\W\da-zA-Z_])[^\W\da-zA-Z_]{{0,12}}?{any_of('harm')}[^\W\da-zA-Z_]{{0,6}}?)"
    rf"(?:零发生|(?:均|保持|控制)?为(?:零|0(?![.\d])))",
    needs=("杜绝", "不发生", "不出现", "未发生", "无", "零", "避免", "防止", "不出", "为0"),
)
# 不发生食物中毒事件: what may not happen is a harm, whatever it is called.
_NEVER = lazy(
    r"(?:杜绝|不发生|不得发生|未发生|不出现)(?:任何|重大|各类)?"
    r"(?P<what>[^\W\da-zA-Z_]{2,12}?)(?:事件|事故|情况|现象|问题|案件|行为)?(?=[，,。；;、]|$)",
    needs=("杜绝", "发生", "不出现"),
)
_SOFT = lazy(r"减少|降低|下降|尽量|有效|力争|或")
_FEWER = lazy(r"减少|降低|下降|压降|控制")
_NOT_ZERO = lazy(r"(?:无障碍|无纸化|无接触|无缝)")


@rule(
    "MAT007",
    "zero-promise",
    title_en="The goal promises none, and the indicator allows some",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators"),
    explained_by=("MAT001",),
    message=(
        "目标写“{promise}”，指标“{indicator}”却是 {value}，允许发生；请核对后写成一致",
        "the goal says “{promise}”, but the indicator “{indicator}” is {value}, which allows some; make them agree",
    ),
)
def zero_promise(ledger: Ledger) -> Iterator[Emission]:
    """零目标与指标矛盾

    ## 检查什么
    年度目标承诺杜绝、不发生、无某种事故、故障、投诉，同一事项的指标值就应为零（或“无”）；指标写成大于零的上限，
    或只写“减少”“降低”的，与目标矛盾。目标自己写“减少或杜绝”“有效避免”的属于留有余地，不报。
    目标说得比指标窄的（目标“排练场安全事故为零”，指标“安全事故≤2起”），只作建议。一份目标比较前 100 处这样的承诺。

    ## 为什么
    目标说一起都不许有，指标说可以有几起，考核时必然各执一词。

    ## 依据
    绩效指标是绩效目标的细化和量化（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内【不发生安全事故】，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 安全事故起数, target: "≤2(起)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 年内不发生安全事故，避免重大故障，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 安全事故起数, target: "=0(起)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 避免重大故障情况, target: 全年无重大故障}
    ```
    留有余地的写法：
    ```yaml
    annual_goal: 有效减少或杜绝群众投诉，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 群众投诉件数, target: "≤3(件)"}
    ```
    """
    rows = [position for position, row in enumerate(ledger.filing.indicators) if mentions_harm(row.name) and row.target]
    text = ledger.text("annual_goal") if rows else ""
    promises: dict[str, re.Match[str]] = {}
    for found in _ZERO.finditer(text):
        soft = _SOFT.search(text, max(0, found.start() - 4), found.end()) or _NOT_ZERO.match(found[0])
        if not soft and len(promises) < _MANY:
            promises.setdefault(found[0], found)
    never = [found for found in _never(ledger) if found[0].start() not in {one.start() for one in promises.values()}]
    if not promises and not never:
        yield NotApplicable()
        return
    for found, position in never:
        yield _judge(ledger, found, position)
    words = {position: {token.text for token in tokens(ledger.filing.indicators[position].name)} for position in rows}
    for promise in promises.values():
        about = {token.text for token in tokens(promise["what"] or promise["subject"])}
        why = {token.text for token in tokens(promise["why"] or "")}
        # 避免重大故障 says nothing about small ones: the row must name all that the promise names.
        for position in rows:
            if about and about <= words[position] and (not why or why & words[position]):
                yield _judge(ledger, promise, position)
            elif len(rows) == 1 and len(promises) == 1 and _broader(ledger, position, about | why):
                # 排练场安全事故为零 beside 安全事故 ≤2起: the row allows some of what may be elsewhere.
                found = _judge(ledger, promise, position)
                if isinstance(found, Hit):
                    yield found._replace(severity="info")


def _never(ledger: Ledger) -> list[tuple[re.Match[str], int]]:
    """What may not happen at all, and the rows that count just that: 不发生食物中毒事件 beside 食物中毒事件发生数."""
    text, found = ledger.text("annual_goal"), list[tuple[re.Match[str], int]]()
    for promise in islice(_NEVER.finditer(text), _FEW):
        if _SOFT.search(text, max(0, promise.start() - 4), promise.end()):
            continue
        for position, row in enumerate(ledger.filing.indicators):
            quantity = ledger.quantities[position]
            if quantity is not None and quantity.dimension.startswith("count") and row.name.startswith(promise["what"]):
                found.append((promise, position))
    return found


def _broader(ledger: Ledger, position: int, about: set[str]) -> bool:
    """The row names less than the promise, and nothing else."""
    named = {token.text for token in tokens(ledger.filing.indicators[position].name) if token.weight > _SLIGHT}
    return bool(named) and named < about


_SLIGHT = 4
"""Weight of words that name nothing."""
_FEW = 8
"""So many promises are compared with every row."""
_MANY = 100
"""So many different promises are compared with the rows; no goal of the published filings has more than two."""


def _judge(ledger: Ledger, promise: re.Match[str], position: int) -> Emission:
    row, quantity = ledger.filing.indicators[position], ledger.quantities[position]
    value = row.target.raw if row.target else ""
    place, target = Ref("annual_goal", promise.span()), Ref(f"indicators[{position}].target")
    allows = bool(_FEWER.search(value)) if quantity is None else quantity.interval.low > 0
    if not allows:
        return Agrees(place, (target,), f"{promise[0]} = {value}")
    if quantity is not None and quantity.comparator in (">", ">="):
        return Unsure(place, (target,), f"{promise[0]} ? {value}")
    arguments = {"promise": promise[0], "indicator": row.name, "value": value}
    return Hit(place, (target,), arguments=arguments, group=None, reconcile=True)
