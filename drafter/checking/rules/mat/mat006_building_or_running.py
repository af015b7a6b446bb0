"""MAT006: a project that builds has the indicators of one that runs, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.phase import mismatch, phase_of


@rule(
    "MAT006",
    "building-or-running",
    title_en="The indicators are those of running, and the project builds, or the reverse",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "项目是{what}，{count} 个产出指标中 {odd} 个是{other}类（{names}），没有一个说到{what}的成果；"
        "请按本项目要做的事设置指标",
        "the project is about {what_en}, but {odd} of {count} output indicators are about {other_en} ({names}) "
        "and none about what it makes; set indicators for what it does",
    ),
)
def building_or_running(ledger: Ledger) -> Iterator[Emission]:
    """建设类项目套用运维指标

    ## 检查什么
    项目名称（或目标）写明是开发、新建、升级改造，产出指标却有六成以上（或全部数量指标）是运维、维护、日常类，
    且没有一个说到开发、建设、上线；反过来，项目名称写明是运行维护而产出指标都是建设类，也一样。
    名称或目标两样都有的（升级维护）不报。六成是本工具自定的界限。

    ## 为什么
    这是照搬上年运维项目指标的典型痕迹：钱花在建设上，考核的却是维护。

    ## 依据
    指标应与项目内容高度相关（财预〔2015〕88号 审核要点“相关性”）。

    ## 错误示例
    ```yaml
    project_name: 【便民服务平台升级改造项目】
    annual_goal: 在原有平台上新增预约、评价两个功能模块，年内上线。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 运维工作完成率, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 运维工作验收通过率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 运维服务响应及时性, target: 及时}
    ```

    ## 正确示例
    ```yaml
    project_name: 便民服务平台升级改造项目
    annual_goal: 在原有平台上新增预约、评价两个功能模块，年内上线。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 功能模块开发数量, target: "=2(个)"}
      - {level1: 产出指标, level2: 质量指标, name: 平台验收通过率, target: "=100(%)"}
    ```
    两样都有：
    ```yaml
    project_name: 数字体验程序升级维护
    annual_goal: 对现有程序进行升级改造和日常维护。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 运维工作完成率, target: "=100(%)"}
    ```
    """
    if phase_of(ledger) is None or "output" not in ledger.kinds:
        yield NotApplicable()
        return
    found = mismatch(ledger)
    if found is None:
        return
    what, other = ("建设开发", "运行维护") if found.builds else ("运行维护", "建设开发")
    english = ("building", "running") if found.builds else ("running", "building")
    yield Hit(
        Ref(found.path),
        tuple(Ref(f"indicators[{at}].name") for at in found.odd),
        arguments={
            "what": what, "other": other, "what_en": english[0], "other_en": english[1], "count": len(found.outputs),
            "odd": len(found.odd), "names": "、".join(ledger.filing.indicators[at].name for at in found.odd[:4]),
        },
        group=None,
    )  # fmt: skip
