"""Rows that name another deed or another thing than the goal's sentence: 新建公厕8座 beside 改造公厕数量 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checking.naming import Token, names_more, tokens
from drafter.checking.words.clauses import CLAUSE, SENTENCE, said_before, said_behind
from drafter.language import Mention, normalise

if TYPE_CHECKING:
    import re

_AROUND = 80
"""Characters of a sentence before a number that are compared with the name of a row."""
_ANY_DEED = frozenset(("开展", "服务", "提供", "综合", "人员", "获得"))
"""Concepts of the alias table whose words may stand for whatever is done."""


def counts_another_thing(goal: str, mention: Mention, name: str, *, slipped: bool = False) -> bool:
    """Whether a row names a thing or a deed that the sentence of a number does not: 维护路灯 beside 更换路灯数量.

    Such a row may count some of them only, or others. Where only the deeds differ (新建公厕, 改造公厕数量) the number's
    clause must name one of its own; and two numbers one slip apart are one, unless what is counted differs too
    (在编教师, 聘用教师人数).

    Args:
        goal: The goal.
        mention: The number.
        name: The name of the row.
        slipped: The numbers are one slip apart.
    """
    said = _said(goal, mention, SENTENCE)
    if names_more(tokens(name), tokens(said)):
        return True
    # A share or a price has a name of its own: of 县道7000元/公里 and 县道养护补助标准 the table only says more.
    if mention.kind == "percent" or mention.dimension.startswith("money/") or not _does_more(name, said):
        return False
    if slipped:
        return any(char not in name for token in tokens(mention.entity or "") for char in _spelt(token))
    return _says_more(_said(goal, mention, CLAUSE), name)


def name_two_things(goal: str, mention: Mention, name: str) -> bool:
    """Whether a number and a row each name what the other does not: 在职人员168人 beside 临聘人员数量."""
    return _says_more(mention.entity or "", name) and _says_more(name, _said(goal, mention, SENTENCE))


def _said(goal: str, mention: Mention, ends: re.Pattern[str]) -> str:
    return said_before(goal, mention.start, ends, _AROUND) + said_behind(goal, mention.end, ends, _AROUND // 2)


def _spelt(token: Token) -> str:
    return token.text if token.sort == "plain" else ""


def _says_more(one: str, other: str) -> bool:
    return names_more(tokens(one), tokens(other)) or _does_more(one, other)


def _does_more(one: str, other: str) -> bool:
    """Whether a name has a word for a deed (改造), or one character (女 of 女职工), that other words have not."""
    spelt, theirs = normalise(one), {token.text for token in tokens(other)}
    for token in tokens(one):
        if token.sort == "plain" and len(token.text) == 1 and token.text not in other:
            return True
        if token.sort != "weak" or token.text in _ANY_DEED:
            continue
        # 建设 is said of what is 新建 and of what is 改造.
        general = token.text in theirs and (spelt.startswith(token.text, token.at) or token.text in other)
        if not general and spelt[token.at : token.at + 2] not in other:
            return True
    return False
