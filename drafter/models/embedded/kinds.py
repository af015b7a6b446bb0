"""Kinds of projects as data: which words tell a kind, how its goal speaks, which indicators it needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from drafter.brief import Brief, BriefItem


class Frame(NamedTuple):
    """An indicator every project of the kind needs.

    Attributes:
        category: Kind of second-level category (quality, timeliness, social_benefit, ...).
        name: Name with slots.
        target: "=100%", "=0起", or words.
        goal: Its clause in the goal text; empty for the usual clause of a number.
        when: A pattern the brief must match for the frame to be used; empty for always.
        unless: A pattern that keeps it out; empty for never.
    """

    category: str
    name: str
    target: str
    goal: str = ""
    when: str = ""
    unless: str = ""


class Kind(NamedTuple):
    """One kind of project. Verbs are what the goal says of its items; see kinds.toml for the slots."""

    id: str
    words: Mapping[str, int]
    frames: tuple[Frame, ...]
    satisfied: str
    needs: str = ""
    unless: str = ""
    people: str = "工作人员"
    thing: str = ""
    acts: tuple[str, ...] = ()
    person_verb: str = "服务"
    session_verb: str = ""
    site_verb: str = ""
    area_verb: str = ""
    goods_verb: str = ""
    piece_verb: str = ""
    plant_verb: str = "栽植"
    site_by_act: bool = False
    goods_by_act: bool = False
    builds: bool = False
    usual_act: str = ""
    task_verb: str = "做好"
    task_noun: str = "工作"
    price: str = "≤"
    own_group: bool = False
    lead: str = "确保"
    lasting: bool = False
    plan: str = ""
    work: str = "{core}工作"
    thing_from_area: bool = False
    once: bool = False


_SHARE = 100
"""What a word of a task counts; those of items twice, those of the name four times."""
_HANDS_OUT = ("慰问", "补助", "资助", "补贴", "奖励", "救助")


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds; the last one is for projects no other fits."""
    data = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))
    return tuple(_kind(entry) for entry in data["kind"])


def _kind(entry: dict[str, Any]) -> Kind:
    frames = tuple(Frame(**frame) for frame in entry.pop("frames"))
    return Kind(frames=frames, acts=tuple(entry.pop("acts", ())), **entry)


def kind_of(brief: Brief) -> Kind:
    """The kind whose words weigh most: in the project's name four times, in items twice, in tasks once.

    What a name ends with says what is done, the rest to whom or where: 消防救援站装备更新 buys equipment.
    """
    bare = re.sub(r"(?:委托)?(?:第三方)?(?:服务)?(?:专项)?(?:项目|经费|资金|费用)*$|[（(].*$", "", brief.project_name)
    places = [(brief.project_name, 4 * _SHARE), (bare[-3:], 6 * _SHARE)]
    # 培训费 in one sum beside twelve people hired makes no training of it.
    counted = any(item.quantity is not None for item in brief.items)
    items = [item for item in brief.items[:20] if item.quantity is not None or not counted]
    # 慰问一线职工 hands out: the verb tells more than the people.
    named = [f"{item.verb if item.verb in _HANDS_OUT else ''}{item.name}" for item in items]
    places += list(zip(named, _weights(items), strict=True)) + [(task, _SHARE) for task in brief.tasks[:20]]
    text = " ".join([*(words for words, _ in places), brief.purpose or ""])
    best, score = kinds()[-1], 0
    for kind in kinds():
        if (kind.needs and not re.search(kind.needs, text)) or (kind.unless and re.search(kind.unless, text)):
            continue
        found = sum(weight * worth for words, worth in places for word, weight in kind.words.items() if word in words)
        found += sum(4 * _SHARE * weight for word, weight in kind.words.items() if bare.endswith(word))
        # 缓解农业干旱 is what rain is made for: a purpose alone tells no kind.
        found += sum(_SHARE * weight for word, weight in kind.words.items() if found and word in (brief.purpose or ""))
        if found > score:
            best, score = kind, found
    return best


def _weights(items: Sequence[BriefItem]) -> list[int]:
    """What each item's name counts: nothing for a twentieth of the money, a little more for most of it.

    The little more only decides between equals: what costs most is not always what a project is called by.
    """
    costs = [
        item.amount if item.amount is not None else (item.quantity or Decimal(0)) * (item.unit_price or Decimal(0))
        for item in items
    ]
    whole = sum(costs, Decimal(0))
    if not all(costs):
        return [2 * _SHARE] * len(items)
    return [2 * _SHARE + 1 if cost * 2 > whole else 0 if cost * 20 < whole else 2 * _SHARE for cost in costs]
