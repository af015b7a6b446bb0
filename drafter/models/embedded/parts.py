"""A whole and its parts in a goal: 购置图书6000册（其中少儿图书2000册）, 配备保安10人，其中班长2人、队员8人."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.brief import BriefItem
from drafter.language.patterns import lazy
from drafter.models.embedded.items import Said, said
from drafter.models.embedded.material import Material, Row

_COUNTED = lazy(r"(?:数量|人数|件数|户数|次数|场次|期数|批次|人次|面积|长度)$")


def with_parts(stuff: Material, rows: Sequence[Row]) -> tuple[Material, list[Row]]:
    """Items with the parts the brief's results count them in, and the rows that are left."""
    items, left = list(stuff.items), list(rows)
    counted = [(target, row) for index, target in enumerate(stuff.brief.targets) if (row := _row(stuff, left, index))]
    for at, (item, one) in enumerate(items):
        if one is None or one.phrase or item.quantity is None:
            continue
        parts = [row for target, row in counted if target.unit == item.unit]
        values = [target.value for target, _ in counted if target.unit == item.unit]
        whole = sum((value for value in values if isinstance(value, Decimal)), Decimal(0))
        # 图书6000册, of which 少儿图书 2000: their name says whose part they are.
        named = len(one.noun) > 1 and all(_bare(row.name, "").endswith(one.noun) for row in parts)
        if not parts or not ((len(parts) > 1 and whole == item.quantity) or (named and whole < item.quantity)):
            continue
        listed = "、".join(f"{_bare(row.name, one.verb)}{row.target.removeprefix('=')}" for row in parts)
        items[at] = (item, one._replace(reference=f"{one.reference}（其中{listed}）"))
        left = [row for row in left if row not in parts]
    return stuff._replace(items=tuple(items)), left


def as_a_whole(stuff: Material, rows: Sequence[Row]) -> tuple[Material, list[Row]]:
    """Items that are the parts of one counted result, said behind it: 保安10人，其中班长2人、队员8人."""
    told = [at for at, (item, one) in enumerate(stuff.items) if one is not None and item.quantity is not None]
    units = {stuff.items[at][0].unit for at in told}
    whole = sum((stuff.items[at][0].quantity or Decimal(0) for at in told), Decimal(0))
    if len(told) < 2 or len(units) > 1 or any(one.phrase for _, one in stuff.items if one is not None):
        return stuff, list(rows)
    for index, target in enumerate(stuff.brief.targets):
        row = _row(stuff, rows, index)
        if row is None or target.unit not in units or target.value != whole:
            continue
        item = BriefItem(name=_COUNTED.sub("", row.name), quantity=whole, unit=target.unit)
        one = said(item, row.target.removeprefix("="), stuff.kind, stuff.act)
        listed = "、".join(part.object for _, part in stuff.items if part is not None)
        items = [(item, None) for item, _ in stuff.items]
        first: tuple[BriefItem, Said | None] = (
            items[told[0]][0],
            one._replace(reference=f"{one.reference}，其中{listed}"),
        )
        return stuff._replace(items=(*items[: told[0]], first, *items[told[0] + 1 :])), [r for r in rows if r != row]
    return stuff, list(rows)


def _row(stuff: Material, rows: Sequence[Row], index: int) -> Row | None:
    """The row of a result that is an exact count."""
    target, fact = stuff.brief.targets[index], stuff.fact(f"targets[{index}].value")
    if target.comparator != "=" or not isinstance(target.value, Decimal) or fact is None:
        return None
    return next((row for row in rows if row.target == f"={{{fact.id}}}"), None)


def _bare(name: str, verb: str) -> str:
    noun = _COUNTED.sub("", name)
    return noun.removesuffix(verb) if len(noun) > len(verb) + 1 else noun
