"""VAL007: the name promises a number, the value is a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import bare, is_rate, means_all, promises_number
from drafter.language import extract
from drafter.language.patterns import lazy

# 不高于上年, 高于全省平均水平: who knows the base can compute it.
_AGAINST = (
    r"([高低优少多大小快]于|超过|达到|持平|[比较])[^，。]{0,12}(上年|去年|同期|往年|平均|基数|计划|国家|全国|全省|全市|全县|标准|指标)"
    r"|(上年|去年|同期|平均)[^，。]{0,8}(持平|[以之]上|[以之]下|[以之]内)"
)
_TIME = lazy(
    r"(时间|周期|时限|时长|(处理|处置|响应|办理|审核|修复|到场|反馈|回复|送达)速度)$", needs=("时", "周期", "速度")
)
_DATE = lazy(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|[底末初])?(?:之?前|以前|前?完成)?", needs=("月",))
_IN_TIME = lazy(r"及时|按时|准时|按期|完成|进度|到位|拨付")
_ON_DEMAND = lazy(r"按需|据实|按实际|视情|依申请")
_FREQUENCY = r"(频次|频率|次数)$"
_PERIOD = r"(每|按|逐|一)(半?年|个?季度?|个?月|周|旬|日|天|批次?|学期)"
# What a value of that name looks like; money has a limit, everything has a unit.
_SORTS = (
    ("人次", "≥200人次"),
    ("人数|[员生工者师]数", "≥200人"),
    ("场次|期数|班次|次数|频次", "≥12次"),
    ("节约|增收|收入|产值|税收|销售额|增加值", "≥20万元"),
    ("金额|资金|成本|费用|单价|造价|支出|经费|投资|补[贴助]|标准", "≤20万元"),
    ("面积", "≥200平方米"),
    ("长度|里程", "≥20公里"),
    ("户数|农户|家庭", "≥200户"),
    ("家数|企业|单位|机构", "≥20家"),
    ("件数|案件|信件|工单", "≥200件"),
    ("册|宣传品|手册|图书", "≥200册"),
    ("[份页]数|材料|报告|问卷", "≥20份"),
    ("体积|方量", "≥200立方米"),
    ("重量|产量|吨数", "≥20吨"),
    ("设备|车|机|仪|器", "≥20台"),
)
_DEADLINE = lazy(r"前|底|末|[内之]|当[日天场月年]|按|月|季|年|日|全年|期")


@rule(
    "VAL007",
    "number-promised",
    title_en="The name promises a number, the value is a word",
    severity="warning",
    status="stable",
    needs=("indicators",),
    explained_by=("VAL010", "VAL012"),
    message=(
        "“{indicator}”按名称应填数值，现填“{value}”，无法计算完成情况；请改填数值，例如“{example}”",
        "“{indicator}” promises a number, but the value is “{value}”: attainment cannot be computed",
    ),
    variants={
        "all": (
            "“{indicator}”填“{value}”，意思就是 100%，宜直接写“=100%”",
            "“{value}” for “{indicator}” means 100%; better written so",
        ),
        "open": (
            "“{indicator}”填“{value}”，说明了范围，仍宜填写计划数",
            "“{value}” for “{indicator}” says who is meant; a planned number is better",
        ),
        "time": (
            "“{indicator}”宜填具体时间，现填“{value}”",
            "“{indicator}” would better state a time than “{value}”",
        ),
    },
)
def number_promised(ledger: Ledger) -> Iterator[Emission]:
    """名称承诺数值而取值为定性

    ## 检查什么
    名称以“率”“数量”“人次”“件数”“金额”等结尾的指标，指标值应当有数字。名称以“性”“程度”“情况”结尾的不在
    此列；时间、处理速度类名称填“立即响应”、比率、数量填“应享尽享”“全覆盖”“据实”的，意思明白，只作建议。
    比率填的是日期（完好率填“10月底前”）的，多半是错了一行，也提示；时效指标除外。

    ## 为什么
    “及时率”填“及时”、“合格率”填“基本合格”，年末无法算出实际完成值，只能凭印象打分。

    ## 依据
    能量化的必须量化，定性指标须可衡量（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 信件送达及时率, target: "【及时】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 一级故障响应时间, target: "【立即响应】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 系统故障处理速度, target: "【及时】"}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 参保人待遇享受率, target: "【应享尽享】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 信件送达及时率, target: "≥98(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 信件送达及时性, target: 及时}
      - {level1: 产出指标, level2: 时效指标, name: 验收完成时间, target: 11月底前}
      - {level1: 产出指标, level2: 质量指标, name: 设备技术参数, target: 符合采购文件}
      - {level1: 产出指标, level2: 时效指标, name: 补助发放频次, target: 按季度发放}
      - {level1: 效益指标, level2: 社会效益指标, name: 生产安全事故起数, target: 不高于上年}
    ```
    """
    for position, row in enumerate(ledger.filing.indicators):
        words = row.target.text if row.target is not None else None
        dated = words and ledger.kinds2[position] != "timeliness" and _DATE.fullmatch(words)
        if words and dated and is_rate(bare(row.name)) and not _IN_TIME.search(row.name):
            # 设施完好率 填 11月底前: the value of the next row.
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "value": words, "example": _example(bare(row.name))},
            )
            continue
        if not words or re.search(r"\d", words) or extract(words):
            continue
        name = bare(row.name)
        if (re.search(_FREQUENCY, name) and re.search(_PERIOD, words)) or re.search(_AGAINST, words):
            continue
        if not promises_number(name) and not _TIME.search(name):
            continue
        if is_rate(name) and means_all(words):
            variant, severity = "all", "info"
        elif means_all(words) or _ON_DEMAND.search(words):
            variant, severity = "open", "info"
        elif promises_number(name):
            variant, severity = "", None
        elif _TIME.search(name) and not _DEADLINE.search(words):
            variant, severity = "time", "info"
        else:
            continue
        yield Hit(
            Ref(f"indicators[{position}].target"),
            (Ref(f"indicators[{position}].name"),),
            arguments={"indicator": row.name, "value": words, "example": _example(name)},
            variant=variant,
            severity=severity,
        )


def _example(name: str) -> str:
    """A value of the sort that the name promises: a percentage for 合格率, persons for 培训人次, yuan for 补贴金额."""
    if is_rate(name):
        return "≥95%"
    return next((value for words, value in _SORTS if re.search(words, name)), "≥200个")
