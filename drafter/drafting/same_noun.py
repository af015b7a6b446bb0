"""Whether two nouns are of one thing: the one a draft gives a number, and the one the brief has for it.

Certain are two kinds of one class (保安 and 保洁 are both 用工), and a satisfaction in place of another rate. Of words
no table knows nothing can be said for sure: a clerk may call his guards 秩序维护员 or 同志. Nor of those a project
serves: an old man may be a patient, a disabled person a pupil.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from drafter.checking.naming import Rarity, Token, head, likeness, tokens
from drafter.language import bigrams
from drafter.language.patterns import lazy

Verdict: TypeAlias = Literal["same", "other", "unsure"]

# Whom a project serves: one person may be several of them.
_SERVED = frozenset(("公众", "服务对象"))
# Words for anybody: 工作人员 may be guards, 群众 pupils.
_ANYBODY = frozenset(("服务对象", "公众", "职工", "用户", "委托方", "用工", "监管对象"))
# What a noun for any of the things counted is made of: 数量, 购置任务, 人员.
_EMPTY = lazy(
    r"(?:聘用|配备|安排|投入|组织|完成|总|共|合计|累计|全部|全年|计划|各类|相关|工作|任务|项目|数量?|人员|同志|力量|规模|面积|人次|场次)+"
)


def verdict(noun: str, entity: str) -> Verdict:
    """Whether two nouns are of one thing."""
    if _EMPTY.fullmatch(noun) or bigrams(noun) & bigrams(entity):
        return _measured(noun, entity)
    mine, theirs = tokens(noun), tokens(entity)
    if likeness(mine, theirs, Rarity([])).shared:
        return _measured(noun, entity)
    known, wanted = _classes(mine), _classes(theirs)
    if any((one.broader & other.broader) - _SERVED for one in known for other in wanted):
        return "other"
    return "unsure"


def _measured(noun: str, entity: str) -> Verdict:
    # 参训人员合格率 is no 参训人员满意度. Other rates go by too many names to be sure: 按时办结率, 及时率.
    one, other = head(tokens(noun)), head(tokens(entity))
    if one is None or other is None or one == other:
        return "same"
    return "other" if "满意" in f"{one}{other}" else "unsure"


def _classes(name: tuple[Token, ...]) -> list[Token]:
    return [token for token in name if token.sort == "same" and token.text not in _ANYBODY]
