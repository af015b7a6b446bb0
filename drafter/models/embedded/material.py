"""What an embedded draft is made of: the request with its nouns and verbs worked out, and the rows it proposes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from drafter.brief import Brief, BriefItem
from drafter.models.embedded.items import Said, counts, said
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.nouns import act_of, core_noun, group_of
from drafter.models.embedded.words import word_lists
from drafter.models.request import Fact, Request


class Row(NamedTuple):
    """An indicator to be proposed and what the goal says of it.

    Attributes:
        category: Kind of second-level category.
        name: Name.
        target: Target template.
        clause: Clause for the goal, empty when the goal is silent about it.
        full: The clause only says that a rate reaches 100%, so that several can be said in one breath.
    """

    category: str
    name: str
    target: str
    clause: str = ""
    full: bool = False


class Material(NamedTuple):
    """What goal and indicators are made of."""

    request: Request
    kind: Kind
    act: str
    group: str
    core: str
    items: tuple[tuple[BriefItem, Said | None], ...]

    @property
    def brief(self) -> Brief:
        """The brief."""
        return self.request.brief

    def fact(self, path: str) -> Fact | None:
        """The fact of a field of the brief."""
        return next((fact for fact in self.request.facts if fact.path == path), None)


def material(request: Request, kind: Kind) -> Material:
    """Work out the nouns and verbs once."""
    brief = request.brief
    words = " ".join([brief.project_name, brief.purpose or "", *brief.tasks, *(item.name for item in brief.items)])
    if kind.goods_verb == "储备" and not re.search("储|防汛|防台|抢险|物资|应急", words):
        # 护林防火 buys its machines; only what a brief says is kept in store is stored.
        kind = kind._replace(goods_verb="购置")
    act = act_of(brief, kind)
    references = {fact.path: f"{{{fact.id}}}" for fact in request.facts}
    core = core_noun(brief)
    items = [
        (item, None if not counts(item) else said(item, references[f"items[{index}].quantity"], kind, act))
        for index, item in enumerate(_in_full(item, core) for item in brief.items)
    ]
    return Material(request, kind, act, group_of(brief, kind), core, tuple(items))


def _in_full(item: BriefItem, core: str) -> BriefItem:
    """An item under the project's own name where its name is only the end of that: 培训 of 残疾人职业技能培训."""
    whole = len(item.name) == 2 < len(core) and core.endswith(item.name)
    return replace(item, name=core) if whole and item.name in word_lists()["gatherings"] else item
