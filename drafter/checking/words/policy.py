"""What an indicator is about in the eyes of policy: spending the budget, managing the project, the work itself."""

from __future__ import annotations

import re

from drafter.checking.words.lexicon import any_of

_MONEY = r"(?:预算|资金|经费)"
_SPENT = re.compile(rf"{_MONEY}[^，。]{{0,4}}(执行|支出|支付|使用|完成)(率|进度|情况)|^{_MONEY}执行")
_PAID_OUT = re.compile(rf"{_MONEY}[^，。]{{0,4}}(到位|拨付|下达|支付)(率|进度|情况|及时性|及时率|及时)")
_EXECUTION = re.compile(rf"{_MONEY}执行(率|进度|情况)")
_BENEFICIARY = re.compile(any_of("beneficiary"))


def is_budget_execution(name: str) -> bool:
    """The name measures how the budget was spent or paid out, and not a payment to those the project serves.

    补助资金发放及时率 is such a payment and an output; 补助资金执行率 is execution all the same.
    """
    if _BENEFICIARY.search(name):
        return bool(_EXECUTION.search(name))
    return bool(_SPENT.search(name) or _PAID_OUT.search(name))
