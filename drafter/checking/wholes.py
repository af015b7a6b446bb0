"""The amounts that a goal gives for the whole project, told from those of an item, of a level or of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.checking.lines import agree
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

_FEW = 2
"""Characters before 费用共计 that still name the whole (外包费用共计) and no item of it."""
_BACK = 600
"""Characters before an amount in which its sentence must begin; the longest of the published filings has 279."""
# What the whole costs; of a project of one year that is the year's total.
_WHOLE = lazy(
    r"(?:(?:全年|项目|总|共需|所需)(?:预算|经费|资金|费用|支出)|总投[资入](?:额|规模|资金|经费)?|(?:预算|资金|经费|费用)(?:共计|合计|总计|总额))"
    r"(?:共计|合计|总计|共|约|为|需|安排)?$"
)
# 上年项目支出285万元 was last year's whole.
_LAST_YEAR = lazy(r"上一?年|去年|往年|前一年")
# What goes into a project may be others' money too, which the form need not show (总投入500万元，其中企业自筹200万元).
_INVESTED = lazy(r"总投[资入]")
_LEVELS = lazy(r"分担|分级|配套|(?:中央|[省市区县]级?)(?:财政)?(?:承担|负担|补助)")
SEVERAL = lazy(
    r"(?:[两二三四五六七八九十\d]项|以上|上述|各项)[^，,。；;\d]{0,8}(?:合计|共计|总计|共需|共)[^，,。；;\d]{0,6}$"
)
"""What stands before the sum of several items."""
_THIS = lazy(r"(?:全年|年度|预计|计划)?(?:[本该]?项目|工程)?(?:全年|年度|预计|计划)?")
_OTHERS = lazy(r"自筹|自有|企业|社会(?:资本|资金|投入|投资)|合作方|撬动|带动|引导|吸引|拉动|捐")


def wholes(text: str, amounts: Sequence[Mention], total: Interval) -> list[Mention]:
    """The amounts that a goal gives for the whole, without what others may pay a part of."""
    found = [one for one in amounts if _whole(text, one.start)]
    paid = any(one not in found and one.interval is not None and agree(one.interval, total) for one in amounts)
    if paid and any(_item_of(one, text, amounts) for one in found):
        # 服务1450具，所需资金174万元；…12万元。两项合计186万元: what an item needs, and the whole behind it.
        return []
    if paid and _LEVELS.search(text):
        # 共需资金500万元，由省、市分担，省级300万元、市级200万元 beside 200万元 of the form.
        return []
    if paid or _OTHERS.search(text):
        # 总投资800万元，其中财政资金300万元 beside 300万元 of the form: two amounts, each of its own.
        return [one for one in found if not _INVESTED.search(text, max(0, one.start - 12), one.start)]
    return found


def _item_of(one: Mention, text: str, amounts: Sequence[Mention]) -> bool:
    """A later amount is that of several: 两项合计186万元, 以上共计186万元."""
    return any(one.end < other.start and SEVERAL.search(text, one.end, other.start) for other in amounts)


def _whole(text: str, at: int) -> bool:
    """The sum of everything, not that of one item of a list (一是…，费用共计 5 万元；二是…) or of a bracket."""
    before = re.split(r"[。\n]", text[max(0, at - _BACK) : at])[-1]
    clause = re.split(r"[，,；;：:]", before)[-1]
    if _WHOLE.search(clause) is None or before.count("（") > before.count("）") or _LAST_YEAR.search(clause):
        return False
    said = _WHOLE.sub("", clause)
    if _INVESTED.search(clause):
        # 设备总投入, 一期总投资 are those of an item.
        return _THIS.fullmatch(said) is not None
    return len(said) <= _FEW and re.search(r"每|均|上级|市级|省级|中央|累计", clause) is None
