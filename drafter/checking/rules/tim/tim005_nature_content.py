"""TIM005: the project's nature and what its name says do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.words import any_of
from drafter.language.patterns import lazy

_ONCE = lazy(any_of("once"))
_ALWAYS = lazy(any_of("always"))


@rule(
    "TIM005",
    "nature-content",
    title_en="The project's nature does not fit its name",
    severity="info",
    status="stable",
    message=(
        "项目性质填“{nature}”，名称却写着“{word}”，一般属于一次性项目；请核对性质",
        "nature “{nature}”, but “{word}” in the name is usually done once",
    ),
    variants={
        "once": (
            "项目性质填“{nature}”，名称却写着“{word}”，一般每年都有；请核对性质",
            "nature “{nature}”, but “{word}” in the name usually recurs every year",
        )
    },
)
def nature_content(ledger: Ledger) -> Iterator[Emission]:
    """项目性质与内容不符

    ## 检查什么
    经常性项目的名称写着新建、升级改造、大修、设备购置等一次性内容，或一次性项目的名称写着日常、常年、运行维护、养护等
    年年都有的内容。两类词都有的（“程序升级维护”）不提示。

    ## 为什么
    性质决定来年预算怎样安排：经常性项目按基数滚动，一次性项目来年应当退出。

    ## 依据
    项目支出应按性质分类管理，绩效目标与计划期任务相匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    project_nature: 经常性项目
    project_name: 【资金监管系统（2026年升级改造）】
    ```
    ```yaml
    project_nature: 一次性项目
    project_name: 【公园绿地日常养护】
    ```

    ## 正确示例
    ```yaml
    project_nature: 经常性项目
    project_name: 便民服务程序升级维护
    ```
    ```yaml
    project_nature: 一次性项目
    project_name: 网络信息系统开发、升级、建设
    ```
    """
    filing = ledger.filing
    nature, name = filing.project_nature or "", re.sub(r"\s", "", filing.project_name or "")
    if not nature or not name:
        yield NotApplicable()
        return
    once, always = _ONCE.search(name), _ALWAYS.search(name)
    if "经常性" in nature and once is not None and always is None:
        arguments = {"nature": nature, "word": once[0]}
        yield Hit(Ref("project_name"), (Ref("project_nature"),), arguments=arguments, group=None)
    if "一次性" in nature and always is not None and once is None:
        arguments = {"nature": nature, "word": always[0]}
        yield Hit(Ref("project_name"), (Ref("project_nature"),), arguments=arguments, variant="once", group=None)
