"""One number said of several things at once: 学生和家长满意度均不低于 90%, 留样合格率、体检率均达 100%."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.checking.naming import Rarity, Token, likeness, tokens
from drafter.checking.roles import Role
from drafter.language import Mention
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 850
_MARGIN = 100
_MOST = 8
_ROWS = 200
"""Rates of one table; a longer one is nobody's."""
_COMPARISONS = 4000
"""Comparisons of names in one goal: a table of 40 rates and 100 things that share one; beyond, no number is shared."""
_ALL = lazy(
    r"(?P<names>[^，,。；;：:（(）)\n\d]{4,60}?)(?:要|应|需)?(?:均|都)(?:要|应|需)?"
    r"(?:达到?|保持在?|控制在|维持在|不低于|不少于|不高于|不超过|为|实现|达到?不低于)?[ ]?$"
)
_BETWEEN = lazy(r"、|以及|和(?!谐)|(?<![普涉])及(?![时格])|(?<!参)与")
# What the last of the names measures, and the ones before it leave out: 学生、家长满意度.
_HEAD = lazy(r"(满意度|满意率|知晓率|[^\W\da-zA-Z_]{2}率|比例)$")


def shared_numbers(
    ledger: Ledger, text: str, mentions: Sequence[Mention], roles: Sequence[Role]
) -> list[tuple[Mention, int]]:
    """The rows that share a rate of the goal with others, each named in full or but for the last word.

    A row is given only where its name is that of the list and no other row comes near.
    """
    rows = ledger.quantities
    rates = [at for at, quantity in enumerate(rows) if quantity is not None and quantity.dimension == "percent"]
    if not rates or len(rates) > _ROWS:
        return []
    names: dict[int, tuple[Token, ...]] = {}
    rarity = Rarity(())
    found: list[tuple[Mention, int]] = []
    left = _COMPARISONS
    known: dict[str, int | None] = {}
    for at, (mention, role) in enumerate(zip(mentions, roles, strict=True)):
        if mention.kind != "percent" or role not in ("promise", "part"):
            continue
        said = _ALL.search(text, max(0, mention.start - 70), mention.start)
        items = [item for item in _BETWEEN.split(said["names"]) if item] if said else []
        if said and len(items) == 1:
            items = [f"{name}{items[0]}" for name in _listed_before(text, mentions, at, said.start("names"))]
        head = _HEAD.search(items[-1]) if items else None
        if head is None or not 2 <= len(items) <= _MOST:
            continue
        if not names:
            # Few goals share a number, and none needs the words of the rows before.
            names = {at: tokens(ledger.filing.indicators[at].name) for at in rates}
            rarity = Rarity(names.values())
        for item in items:
            full = item if re.search(r"(率|度|比例)$", item) else item + head[0]
            if full not in known and (left := left - len(rates)) >= 0:
                known[full] = _row(tokens(full), names, rarity)
            row = known.get(full)
            if row is not None:
                found.append((mention, row))
    return found


def _listed_before(text: str, mentions: Sequence[Mention], at: int, start: int) -> list[str]:
    """What is counted in the list right before a rate of all of it: 茶园 86 处、果园 42 处，抽检合格率均达 98%."""
    names: list[str] = []
    for one in reversed(mentions[max(0, at - _MOST) : at]):
        if text[one.end : start] not in ("，", ",", "、") or one.kind not in ("count", "measure") or not one.entity:
            break
        names.append(one.entity)
        start = one.start - len(one.entity) if text.endswith(one.entity, 0, one.start) else one.start
    return names[::-1] if len(set(names)) > 1 else []


def _row(name: Sequence[Token], rows: Mapping[int, Sequence[Token]], rarity: Rarity) -> int | None:
    """The one row that has this name, None where another comes near."""
    alike = sorted(((likeness(name, row, rarity), at) for at, row in rows.items()), reverse=True)
    (best, at), *rest = [(one.score, at) for one, at in alike if one.heads > 0] or [(0, -1)]
    return at if best >= _SURE and (not rest or best - rest[0][0] >= _MARGIN) else None
