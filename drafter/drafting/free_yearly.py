"""The money of a year that names nothing: 请律师当法律顾问，一年20万."""

from __future__ import annotations

import re

from drafter.drafting.free_found import Found
from drafter.drafting.free_money import Amount
from drafter.drafting.free_words import doubtful, topic_of
from drafter.language.patterns import lazy

_A_YEAR = lazy(
    r"(?:每|[一1])年(?:约|大概|大约|要|需要?|给|付|是|为|共|花)*[\d.,，万千百元块钱一二两三四五六七八九十]+(?:左右)?"
)
# One opinion or one class has no price a year.
_DONE_ONCE = ("份", "次", "场", "期", "篇", "件", "例", "宗", "页", "批", "批次", "人次", "课时", "稿", "起")


def year_of(found: Found, amount: Amount, clause: str, fitting: list[int]) -> str:
    """What has the money of a year that names nothing (一年20万): what the clause before is about, or the project."""
    if amount.period != "年" or amount.per or amount.unsure == "range" or not _A_YEAR.fullmatch(clause):
        return ""
    if any(found.items[index].get("unit") not in _DONE_ONCE for index in fitting):
        return ""
    about = topic_of(found.topics[-1])[0] if found.topics else ""
    name = about or re.sub(r"(?:项目|经费|资金)+$", "", found.fields.get("project_name", ""))
    return name if 2 <= len(name) <= 14 and not doubtful(name) else ""
