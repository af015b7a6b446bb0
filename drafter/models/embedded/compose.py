"""Puts an embedded draft together and answers as any model does."""

from __future__ import annotations

from drafter.brief import Brief, BriefItem
from drafter.language.patterns import lazy
from drafter.models.embedded.extend import extended
from drafter.models.embedded.goal import sentences
from drafter.models.embedded.item_names import sort_of, thing_of
from drafter.models.embedded.items import Said
from drafter.models.embedded.kinds import kind_of, kinds
from drafter.models.embedded.material import Material, material
from drafter.models.embedded.rows import main_work, rows_of
from drafter.models.entry import Reply
from drafter.models.proposal import Proposal, ProposedIndicator
from drafter.models.request import Request

_TELLING = {
    "equipment": ("购置", "购买", "采购", "添置", "配置"),
    "renewal": ("更新", "更换"),
    "staffing": ("聘用", "配备", "招聘"),
}
_REFERENCE = lazy(r"\{([A-Z]\d{1,4})\}")


class EmbeddedModel:
    """The default model. Deterministic: the same request gives the same answer, so it is never asked twice."""

    repairs = False

    def __init__(self, name: str = "embedded") -> None:
        self.name = name

    def answer(self, request: Request) -> Reply:
        """Compose an answer."""
        return Reply(compose(request).model_dump_json())


def compose(request: Request) -> Proposal:
    """Goal and indicators for a request, from scratch or on the basis of last year's."""
    stuff = _material(request)
    categories = reversed(request.profile.categories)
    printed = {kind: level2 for category in categories for level2, kind in category.level2.items()}
    if request.basis is not None:
        return extended(request.basis, stuff, printed)
    rows = rows_of(stuff)
    return Proposal(
        goal=sentences(stuff, rows),
        indicators=[
            ProposedIndicator(category=printed[row.category], name=row.name, target=row.target) for row in rows
        ],
    )


def _material(request: Request) -> Material:
    request = request._replace(brief=_unbraced(request.brief))
    stuff = material(request, kind_of(request.brief))
    told = [(item, one) for item, one in stuff.items if one is not None]
    bought = bool(told) and all(one.verb in _TELLING["equipment"] and _is_thing(item, one) for item, one in told)
    if bought and stuff.kind.acts and not _acts(stuff):
        # 疫苗冷链: what is bought for a field of work is not that work.
        return material(request, next(kind for kind in kinds() if kind.id == "equipment"))
    if not told or (stuff.kind.id != "generic" and not (stuff.kind.builds and all(v.verb == "购置" for _, v in told))):
        return stuff
    if main_work(stuff) == stuff.core and not any(item.verb for item, _ in told):
        # 人工增雨作业 needs rockets, and is no purchase of them.
        return stuff
    # Nothing in the words says what is done, but all that is counted is bought (残疾人辅助器具适配), or is replaced.
    for other, verbs in _TELLING.items():
        things = other != "equipment" or all(_is_thing(item, one) for item, one in told)
        if things and all(one.verb in verbs for _, one in told):
            return material(request, next(kind for kind in kinds() if kind.id == other))
    return stuff


def _is_thing(item: BriefItem, one: Said) -> bool:
    """Whether an item is something bought: the brief says so, it has a classifier, or its noun is a known thing's.

    武警部队医疗 200 and 帮困筹集经费 7023 have neither; nobody takes delivery of them.
    """
    return bool(item.verb or item.unit or thing_of(one.noun) or sort_of([one.noun]))


def _acts(stuff: Material) -> bool:
    """Whether the brief says that the work of its kind is done."""
    brief = stuff.brief
    words = " ".join([brief.project_name, brief.purpose or "", *brief.tasks, *(item.name for item in brief.items)])
    return any(act in words for act in stuff.kind.acts)


def _unbraced(brief: Brief) -> Brief:
    """The brief with {F1} in its own words written so that it is no reference."""
    data = brief.model_dump_json()
    return type(brief).model_validate_json(_REFERENCE.sub(r"｛\1｝", data)) if _REFERENCE.search(data) else brief
