"""Whether the filing a draft is based on is of quite another project: it is rolled forward, and said."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.brief import Brief
from drafter.drafting.lastyear import alike
from drafter.drafting.result import Asked
from drafter.filing import Filing
from drafter.language import bigrams
from drafter.language.patterns import lazy

_LIKE = Decimal("0.34")
_SAME = Decimal("0.5")
# Year, place and the words any project's name may end with say nothing of what is done.
_YEAR = lazy(r"(?:19|20)\d{2}(?:[—－-](?:19|20)\d{2})?年?度?")
_PLACE = lazy(r"^(?:[^\W\da-zA-Z_]{2,3}[省市])?(?:[^\W\da-zA-Z_]{1,3}?[区县市](?![域级内间块位划政场]))?")
_PLAIN = lazy(r"(?:专项|项目|经费|资金|费用?|工作|服务|业务|政府购买|购买|采购|其他|日常|综合|管理)+")


def another_project(brief: Brief, old: Filing) -> Iterator[Asked]:
    """A question where neither the name nor the items of a brief are those of the filing it is based on.

    One name in common is enough to be silent: a project may be renamed, and a brief for a new year may tell only what
    is added. Without names to compare nothing is said.
    """
    mine, theirs = _named(brief.project_name, brief.implementer), _named(old.project_name or "", old.implementer)
    if not bigrams(mine) or not bigrams(theirs) or alike(mine, theirs) >= _LIKE:
        return
    told = [name for line in old.budget_lines if (name := line.item)] + [row.name for row in old.indicators]
    shared = [item for item in brief.items if any(alike(item.name, name) >= _SAME for name in told)]
    if 2 * len(shared) >= max(len(brief.items), 1):
        return
    names = f"“{old.project_name}”", f"“{brief.project_name}”"
    zh = f"沿用的申报表是{names[0]}，与{names[1]}名称、明细都不同，像是另一个项目；沿用的内容请逐条核对，或换一份申报表"
    english = f"the filing it is based on, {old.project_name}, looks like another project than {brief.project_name}"
    yield Asked("project_name", zh, f"{english}: check all that was kept, or choose another filing")


def _named(name: str, office: str | None) -> str:
    bare = _YEAR.sub("", name).strip()
    bare = bare.removeprefix(office) if office else bare
    return _PLAIN.sub("", _PLACE.sub("", bare))
