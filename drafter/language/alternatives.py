"""Units that offer two classifiers for things of one list: 台（套）, 件（套）, 台套."""

from __future__ import annotations

from functools import lru_cache

from drafter.language.mention import Mention
from drafter.language.patterns import lazy

_THINGS = "台套件个组架部辆只块把张份册本卷幅处座所"
# 个/座 is so many to each; with a stroke only 台/套 and 件/套 are alternatives. 架次, 人次 count how often.
_EITHER = lazy(rf"([{_THINGS}])[（(]([{_THINGS}])[）)]|([台件])[/／]?(套)|(台)(件)")


@lru_cache(maxsize=256)
def _classifiers(unit: str | None) -> frozenset[str]:
    found = _EITHER.fullmatch(unit or "")
    return frozenset(one for one in found.groups() if one) if found else frozenset()


def may_be_part(whole: Mention, part: Mention) -> bool:
    """Whether a quantity can be a part of another: one dimension, or 8 台 and 12 套 of 20 台（套）."""
    return part.dimension == whole.dimension or (part.unit or "") in _classifiers(whole.unit)
