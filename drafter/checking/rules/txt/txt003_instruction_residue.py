"""TXT003: instructions for filling in were left in the goal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.language.patterns import lazy

_INSTRUCTION = lazy(
    # what the writer was told to write; 申请 and 聘请 ask nobody to fill in
    r"(?<![聘申邀提报恳])请(?:[^，。；请]{0,10}(?:填写|填报|填入|输入)|(?:在此|简要|逐项|具体|分别)?(?:说明|简述|描述|概述|阐述|补充|参照|参考|选择|删除))"
    r"|(?:须|应|应当|需|需要)(?:写明|列明|概述|阐述|详述)|(?:此处|本栏|该栏)(?:请|应|需|须)?(?:填写|填报|填列|说明)"
    r"|明确拟[^，。；]{0,12}(?:及各|以及|各)|区分各[^，。]{0,30}为|(?:写明|说明)拟"
    # where the writer was sent to look
    r"|具体参照[^，。；）)]{0,40}(?:标准|要求|说明|模板|指引)|参照[^，。；）)]{0,20}(?:模板|样例|样表|范例|填报说明)"
    # what belongs to a template
    r"|填[写报表](?:说明|要求|示例|样例|范例)|(?:样例|示例|范例|模板)[:：]|[（(][^（）()]{0,12}\d{2,4}\s*个?字(?:以内|之内|内|左右)?[）)]"
    r"|[（(](?:下拉选择|必填|选填|可选|单选|多选|自动带出)[^（）()]{0,12}[）)]",
    needs=(
        "请", "写明", "列明", "概述", "阐述", "详述", "此处", "本栏", "该栏", "明确拟", "说明", "区分各", "参照", "填",
        "样例", "示例", "范例", "模板", "字", "下拉选择", "可选", "单选", "多选", "自动带出",
    ),
)  # fmt: skip
# 应写明 in a duty the project has (合同应注明保修期) is not addressed to the clerk.
_OWN_DUTY = lazy(r"(合同|协议|报告|通知书|标识|标签|说明书|台账|档案|票据|公告|发票|申请书?|表格)[^，。；]{0,6}$")
_GOALS = (("annual_goal", "年度目标", "the annual goal"), ("overall_goal", "项目总目标", "the overall goal"))


@rule(
    "TXT003",
    "instruction-residue",
    title_en="Instructions for filling in were left in the goal",
    severity="warning",
    status="stable",
    message=(
        "{field}里的“{quoted}”像是填报要求，不是本项目的目标；应换成项目的具体内容",
        "“{quoted}” in {field_en} reads like an instruction for filling in, not like a goal",
    ),
)
def instruction_residue(ledger: Ledger) -> Iterator[Emission]:
    """填报说明残留

    ## 检查什么
    目标里留有写给填表人的话：“请填写……”“须写明……”“明确拟开发……及各……”“区分各……为……”“具体参照……
    标准”“样例：”“200字以内”等。“根据……文件要求”“合同应注明……”是项目自己的内容，不提示。

    ## 为什么
    照抄填报要求而没有回答，等于没有目标：要求写明开发哪些模块，却没有写是哪些。

    ## 依据
    绩效目标指向明确、具体（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    annual_goal: 升级便民服务平台，【须写明】拟开发的模块，满足居民办事需要。
    ```
    ```yaml
    annual_goal: 【请填写】本年度工作内容。印制宣传册7000份。
    ```

    ## 正确示例
    ```yaml
    annual_goal: 群众只需填写一张表，申请补充材料由窗口代办。根据区方案的要求印制宣传册7000份，供货合同应写明交付日期。
    ```
    """
    for path, zh, en in (
        ("annual_goal", "年度目标", "the annual goal"),
        ("overall_goal", "项目总目标", "the overall goal"),
    ):
        text = ledger.text(path)
        for found in _INSTRUCTION.finditer(text):
            if _OWN_DUTY.search(text[max(0, found.start() - 12) : found.start()]):
                continue
            yield Hit(
                Ref(path, found.span()),
                arguments={"field": zh, "field_en": en, "quoted": _quote(text, found.start(), found.end())},
                group=None,
            )
            break


def _quote(text: str, start: int, end: int) -> str:
    """The words found and what follows up to the next mark."""
    rest = re.split(r"[，。；;：:\n]", text[end:], maxsplit=1)[0]
    return text[start:end] + (rest if len(rest) <= 16 else rest[:15] + "…")
