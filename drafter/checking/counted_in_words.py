"""A product of counts that a text states in words, and whether its numbers count the same things."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from drafter.checking.words.clauses import WORDS, said_behind
from drafter.language import Mention, same_dimension
from drafter.language.patterns import lazy

TOTAL = lazy(r"(?:全年|全部|年内|年度|一年|共|共计|合计|总计|累计)[^，,。；;、\d每]{0,8}$")
_ALL = lazy(r"全年度?|全部|年内|年度|一年|共计?|合计|总计|累计")
_FILLER = lazy(r"不少于|不低于|预计|计划|开展|组织|举办|完成|实施|进行|安排|发放|提供|达到?|约|以上|为|各|的|个")
PEOPLE = ("人", "名", "位", "人次", "人员")
PERIODS = {"月": 12, "季": 4, "季度": 4, "半年": 2}
MORE = lazy(r"另|其中|除|以外|分别|不等|共有|淡季|旺季|暑|寒假|汛|[至到—～~]|轮流|抽取|抽查|或|约|左右")
"""The total holds more than the product, or less, or it cannot be told."""


class CountProduct(NamedTuple):
    """A product a sentence states in words.

    Attributes:
        rate: How many for each thing or period.
        times: The other counts that are multiplied; the sum of several, as 18 个社区、5 个园区.
        periods: Months or quarters of a year, 1 where the rate is for each thing.
        total: What the text says they come to.
        product: What they come to.
        agrees: That is the total.
        sure: There is one way to read the sentence.
    """

    rate: Mention
    times: tuple[Mention, ...]
    periods: int
    total: Mention
    product: Decimal
    agrees: bool
    sure: bool


def one_unit(one: Mention, rate: Mention) -> bool:
    """Whether both count the same: in one unit, or people in any."""
    return same_dimension(one.unit, rate.unit) or (one.unit in PEOPLE and rate.unit in PEOPLE)


def one_thing(text: str, start: int, rate: Mention, total: Mention) -> bool:
    """Whether the total is of what the rate is of: 全年检查20次 beside 每月巡查2次 may be another thing."""
    if rate.entity and total.entity and not _alike(rate.entity, total.entity):
        return False
    clause = _ALL.split(WORDS.split(text[rate.end : total.start])[-1])[-1]
    noun = said_behind(text, total.end, WORDS, 12)
    said = text[start : total.start - len(clause)]
    if total.unit == "人次":
        # 每人每月护理4次，全年服务13万人次: whoever is visited is served.
        clause = clause.replace("服务", "")
    for words in (_FILLER.sub("", clause), _FILLER.sub("", noun)):
        if len(words) > 1 and not _alike(words, said):
            return False
    return True


def _alike(words: str, said: str) -> bool:
    """Whether two neighbouring characters of the words are in the other text."""
    return words in said or any(words[at : at + 2] in said for at in range(len(words) - 1))
