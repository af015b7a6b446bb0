"""Units that offer two classifiers for things of one list: 台（套）, 件（套）, 台套, 头（只）."""

from __future__ import annotations

from drafter.language.memory import remembered
from drafter.language.mention import Mention
from drafter.language.patterns import lazy
from drafter.language.units import lookup

_THINGS = "台套件个组架部辆只块把张份册本卷幅处座所"
# 个/座 is so many to each; with a stroke only 台/套 and 件/套 are alternatives. 架次, 人次 count how often.
_EITHER = lazy(rf"([{_THINGS}])[（(]([{_THINGS}])[）)]|([台件])[/／]?(套)|(台)(件)")
# 牲畜100万头 （只）: what else the things of the number are counted in, behind its unit and a blank.
_BRACKETED = lazy(r"([^\W\da-zA-Z_]{1,3})[（(]([^\W\da-zA-Z_]{1,2})[）)]", needs="（(")
BESIDE = lazy(r"[ ]?[（(](?P<unit>[^\W\da-zA-Z_]{1,2})[）)]", needs="（(")


@remembered(256)
def _classifiers(unit: str | None) -> frozenset[str]:
    found = _EITHER.fullmatch(unit or "") or _BRACKETED.fullmatch(unit or "")
    return frozenset(one for one in found.groups() if one) if found else frozenset()


def may_be_part(whole: Mention, part: Mention, text: str) -> bool:
    """Whether a quantity can be a part of another: one dimension, or 8 台 and 12 套 of 20 台（套）."""
    if part.dimension == whole.dimension or (part.unit or "") in _classifiers(whole.unit):
        return True
    return bool(part.unit) and part.unit == beside(text, whole)


def beside(text: str, whole: Mention) -> str | None:
    """The second classifier that a bracket gives for a count: 只 of 100万头（只）."""
    found = BESIDE.match(text, whole.end) if whole.kind == "count" else None
    known = lookup(found["unit"]) if found is not None else None
    return found["unit"] if found is not None and known is not None and known.kind == "count" else None
