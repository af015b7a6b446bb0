"""What an indicator is about in the eyes of policy: spending the budget, managing the project, the work itself."""

from __future__ import annotations

import re

_EXECUTION = re.compile(
    r"(预算|资金|经费)[^，。]{0,4}(执行率|执行进度|执行情况|支出进度|支出率|支付进度|支付率|使用率|完成率)|^(预算|资金|经费)执行"
)
_ARRIVAL = re.compile(
    r"(预算|资金|经费)[^，。]{0,4}(到位率|到位及时性|到位及时率|到位情况|拨付及时性|拨付及时率|拨付率|拨付进度|下达及时率|支付及时率|支付及时性)"
)
# Paying beneficiaries is the output itself: 救助费用按时发放率, 补贴资金发放及时率, 奖补资金拨付及时率. Spending it is not.
_BENEFICIARY = re.compile(
    r"补助|补贴|救助|报销|待遇|奖励|奖补|抚恤|慰问|津贴|稳定金|养老金|保险金|发放|给付|理赔|赔付|资助|扶持|助学|贴息|低保|工资|生活费|补偿"
)


def is_budget_execution(name: str) -> bool:
    """The name measures how the budget was spent or paid out, and not a payment to those the project serves."""
    if _BENEFICIARY.search(name):
        return bool(re.search(r"(预算|资金|经费)执行(率|进度|情况)", name))
    return bool(_EXECUTION.search(name) or _ARRIVAL.search(name))
