"""What an indicator is about in the eyes of policy: spending the budget, managing the project, the work itself."""

from __future__ import annotations

import re

from drafter.checking.words.lexicon import any_of
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

_MONEY = r"(?:预算|资金|经费)"
_SPENT = lazy(
    rf"{_MONEY}[^，。]{{0,4}}(执行|支出|支付|使用|完成)(率|进度|情况)|^{_MONEY}执行|^(项目)?支出(进度|执行率|完成率)",
    needs=("预算", "资金", "经费", "支出"),
)
_PAID_OUT = lazy(
    rf"{_MONEY}[^，。]{{0,4}}(到位|拨付|下达|支付)(率|进度|情况|及时性|及时率|及时)",
    needs=("到位", "拨付", "下达", "支付"),
)
_EXECUTION = lazy(rf"{_MONEY}执行(率|进度|情况)", needs=("执行",))
_BENEFICIARY = lazy(any_of("beneficiary"))


@remembered(NAMES)
def is_budget_execution(name: str) -> bool:
    """The name measures how the budget was spent or paid out, and not a payment to those the project serves.

    补助资金发放及时率 is such a payment and an output; 补助资金执行率 is execution all the same.
    """
    if _BENEFICIARY.search(name):
        return bool(_EXECUTION.search(name))
    return bool(_SPENT.search(name) or _PAID_OUT.search(name))


_MANAGEMENT = lazy(rf"{any_of('management')}.{{0,8}}?{any_of('management-quality')}$|专款专用")
_WORKS = lazy(any_of("works"))
_NOT_WORKS = lazy(any_of("not-works"))
_BRACKETED = lazy(r"[（(][^（）()]*[）)]")


@remembered(NAMES)
def is_management(name: str) -> bool:
    """The name is a requirement on how the project is run: 预算编制规范性, 政府采购合规性, 制度健全性."""
    return bool(_MANAGEMENT.search(re.sub(r"[\s的]", "", name)))


def is_works(project_name: str) -> bool:
    """The project builds, repairs, develops or buys something to last, as its name says. In doubt it does not."""
    # (2026年升级改造) at the end of a name says as much as the name itself.
    inside = "".join(_BRACKETED.findall(project_name))
    outside = _BRACKETED.sub("", project_name)
    if _NOT_WORKS.search(outside):
        return False
    return bool(_WORKS.search(outside) or _WORKS.search(inside))
