"""Conventional targets: the only numbers a draft may take from elsewhere, and always marked as a proposal.

A convention is a percentage (满意度 ≥90%, 合格率 =100%) or a promised zero (责任事故 =0起). Counts and money of another
project are never conventions. One that a precedent uses for the same sort of indicator is taken from there; the few
that every guide uses stand without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.drafting.lock import Origin
from drafter.filing import Comparator
from drafter.language.patterns import lazy
from drafter.models.request import Precedent
from drafter.profiles import Profile

_SORTS = (
    ("满意", "满意度"),
    ("知晓", "知晓率"),
    ("及时", "及时率"),
    ("按时", "及时率"),
    ("按期", "及时率"),
    ("率", "率"),
)
# Self-evaluation forms score satisfaction in the bands ≥90 / 80–90 / 60–80 / <60; a rate of completion or of passing is
# due in full; a promised zero is zero.
_USUAL: dict[str, tuple[Comparator, Decimal]] = {
    "满意度": (">=", Decimal(90)),
    "率": ("=", Decimal(100)),
    "及时率": ("=", Decimal(100)),
    "知晓率": (">=", Decimal(80)),
}


def sort_of(name: str) -> str:
    """The sort of an indicator by its name: 满意度, 知晓率, 及时率, 率, or 数 for a count (安全责任事故发生数)."""
    return next((sort for word, sort in _SORTS if word in name), "数")


# What stands around the head of a name: 安全责任事故发生数, 有责投诉起数.
_AROUND = lazy(r"(?:发生|情况)?(?:次数|起数|件数|数量|人数|数|率|度|性)$")


def _head(name: str) -> str:
    """What an indicator is of in two characters: 事故, 投诉, 到岗, 合格."""
    return _AROUND.sub("", name)[-2:]


def _same_kind(name: str, other: str, sort: str) -> bool:
    """Whether another filing's indicator may be cited for a target: satisfaction is one kind, 投诉 and 事故 are two."""
    return sort_of(other) == sort and (sort in ("满意度", "知晓率") or _head(name) == _head(other))


def usual_target(name: str) -> str | None:
    """The target every guide uses for an indicator of that name ("≥90%"), or None for a sort that has none."""
    usual = _USUAL.get(sort_of(name))
    return None if usual is None else f"{'≥' if usual[0] == '>=' else '='}{usual[1]}%"


def convention(
    name: str,
    comparator: Comparator,
    value: Decimal,
    unit: str | None,
    precedents: Sequence[Precedent],
    profile: Profile,
) -> Origin | None:
    """Where a conventional target of that name comes from, or None if it is no convention."""
    if unit not in ("%", "％") and value != 0:
        return None
    sort = sort_of(name)
    for precedent in precedents:
        for indicator in precedent.filing.indicators:
            target = indicator.target
            if target is None or target.value is None or target.comparator != comparator or "~" in target.value:
                continue
            alike = _same_kind(name, indicator.name, sort) and (target.unit == unit or value == 0)
            if alike and Decimal(target.value) == value:
                return Origin("precedent", precedent.id, f"{indicator.name} {target.raw}")
    if value == 0 and comparator in ("=", "<="):
        return Origin("profile", profile.id, "承诺不发生的事项取 0")
    if _USUAL.get(sort) == (comparator, value):
        return Origin("profile", profile.id, f"{sort}惯例值 {'≥' if comparator == '>=' else '='}{value}%")
    return None
