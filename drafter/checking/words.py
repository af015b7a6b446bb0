"""Word classes of indicator names: what a name promises and which direction is good. Shared by the rules that ask."""

from __future__ import annotations

import re

# 效率, 频率 and 功率 end in 率 and are no percentages.
_RATE = re.compile(r"((?<![效频功])率|比例|占比|比重|百分比)(（%）|\(%\))?$")
_UNIT_IN_NAME = re.compile(r"[（(]\s*([^（）()]{1,6})\s*[)）]$")
_HARM = re.compile(
    r"(投诉|故障|流失|差错|错误|失误|返工|退货|破损|损坏|事故|死亡|伤亡|发案|违规|违法|超标|逾期|延误|失败|信访|纠纷|火灾|案件发生)"
    r"[^，。]{0,4}(率|数|次数|件数|起数|例数|例|情况|量)?$"
)
# 投诉处置率 is good when high although 投诉 is bad: what is done about a harm is a benefit.
_REMEDY = re.compile(
    r"(处置|处理|办结|解决|整改|修复|排除|化解|回复|响应|查处|恢复|降低|下降|减少|避免|控制|赔付|查办|侦破|破案)"
)
_GOOD = re.compile(
    r"(满意度|满意率|知晓率|知晓度|合格率|达标率|完成率|通过率|准确率|正确率|及时率|覆盖率|到岗率|办结率|好评率|出勤率|送达率"
    r"|利用率|使用率|就业率|参保率|入学率|成活率|畅通率|优良率|验收率|到位率|兑现率|采纳率|普及率|应用率|发放率)$"
)


def is_rate(name: str) -> bool:
    """The name promises a percentage: …率, …比例, …占比."""
    return bool(_RATE.search(name.strip()))


def unit_in_name(name: str) -> str | None:
    """The unit that a name carries in brackets at its end: 资金到位率（%）."""
    found = _UNIT_IN_NAME.search(name.strip())
    return found[1] if found else None


def is_harmful(name: str) -> bool:
    """High values are bad: 投诉率, 故障率, 安全事故情况. What is done about a harm (投诉处置率) is not harmful."""
    return bool(_HARM.search(name.strip())) and not _REMEDY.search(name)


def is_beneficial(name: str) -> bool:
    """High values are good beyond doubt: 满意度, 知晓率, 合格率, 处置率."""
    text = name.strip()
    return bool(_GOOD.search(text) or (_RATE.search(text) and _REMEDY.search(text))) and not is_harmful(text)


def is_satisfaction(name: str) -> bool:
    """The name measures satisfaction."""
    return "满意" in name


_EXECUTION = re.compile(
    r"(预算|资金|经费)[^，。]{0,4}(执行率|执行进度|支出进度|支出率|到位率|到位及时性|到位及时率|拨付及时性|拨付及时率|拨付率|使用率|完成率)"
    r"|^(预算|资金)执行"
)
# Paying beneficiaries is the output itself: 救助费用按时发放率, 补贴资金发放及时率.
_BENEFICIARY = re.compile(r"补助|补贴|救助|报销|待遇|奖励|奖补|抚恤|慰问|津贴|稳定金|养老金|保险金|发放|给付|理赔|赔付")


def is_budget_execution(name: str) -> bool:
    """The name measures how the budget was spent or paid out, and not a payment to those the project serves."""
    return bool(_EXECUTION.search(name)) and not _BENEFICIARY.search(name)
