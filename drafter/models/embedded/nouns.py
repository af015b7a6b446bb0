"""The nouns of a project: its own name without office words, what its items are called, who benefits."""

from __future__ import annotations

import re

from drafter.brief import Brief
from drafter.language.patterns import lazy
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.words import word_lists

_FEE = lazy(
    r"(?:服务费用|服务费|制作费|工本费|购置费|租赁费|劳务费|劳务|工资|薪酬|报酬|费用|经费|支出|成本|(?<![电水气暖续])费|款)$"
)
_TRAILING = lazy(r"(?:服务)?(?:专项)?(?:补助)?(?:项目|经费|资金|费用|专项|(?<![电水气暖])费|款)+$")
_BRACKET = lazy(r"[（(][^（）()]*[）)]|[“”《》]")
_YEAR = lazy(r"^[12]\d{3}[—-]?(?:[12]\d{3})?年?度?")
_REGION = lazy(r"^(?:[^\W\da-zA-Z_]{2,3}市)?[^\W\da-zA-Z_]{1,2}[区县](?!域|级|内|间|块|位|划)")
_SERVICE = lazy(r"^(?:政府)?(?:购买|采购)(?!服务$)|(?:政府购买|采购)$")
_HOME_WORK = ("改造", "修缮", "翻新", "改建")

_DONE_TO = lazy(
    r"(?P<when>(?:春节|元旦|五一|六一|七一|八一|国庆|中秋|端午|重阳节?|教师节|高温|冬季|夏季|新春|岁末|年终|节前|节日)?)(?:期间)?"
    r"(?P<verb>走访慰问|慰问|走访|培训|体检|随访|帮扶)(?P<who>[^\W\da-zA-Z_]{2,12})"
)


def core_noun(brief: Brief) -> str:
    """What the project is about in few words: 2027年度某区河道保洁服务项目 → 河道保洁; 项目 for a name too long."""
    name = _BRACKET.sub("", _YEAR.sub("", brief.project_name.strip()))
    office = brief.implementer or ""
    if office and name.startswith(office):
        name = name[len(office) :]
    name = re.split(r"[—－-]", _REGION.sub("", name))[-1]
    short = _SERVICE.sub("", _TRAILING.sub("", name)) or name
    return short if len(short) <= 14 else "项目"


def stem(name: str) -> str:
    """An item's name as a thing, not as an expense: 宣传册印刷费 → 宣传册印刷, 快递费 → 快递."""
    bare = _BRACKET.sub("", name).strip()
    return _FEE.sub("", bare) or bare


def group_of(brief: Brief, kind: Kind) -> str:
    """Who is satisfied: a group the brief names, else the usual one of the kind."""
    usual = kind.satisfied.replace("{act}", act_of(brief, kind))
    if kind.own_group:
        return _of_field(brief, usual)
    data = word_lists()
    groups, spoken = data["groups"]["names"], data["groups"]["spoken"]
    for text in (
        brief.purpose or "",
        brief.project_name,
        " ".join(brief.tasks),
        " ".join(item.name for item in brief.items),
    ):
        found = next((group for group in groups if group in text), None)
        if found:
            return str(spoken.get(found, found))
    return _of_field(brief, usual)


def _of_field(brief: Brief, usual: str) -> str:
    """The group an office's field serves, where all one knows is that somebody is served."""
    fields: dict[str, str] = word_lists()["groups"]["fields"]
    if usual not in word_lists()["groups"]["vague"]:
        return usual
    text = f"{brief.project_name} {' '.join(item.name for item in brief.items)} {brief.implementer or ''}"
    return next((group for word, group in fields.items() if word in text), usual)


def act_of(brief: Brief, kind: Kind) -> str:
    """The work done, in the brief's own word where it uses one of the kind's."""
    texts = (
        brief.project_name,
        " ".join(f"{item.verb or ''}{item.name}" for item in brief.items),
        " ".join(brief.tasks),
        brief.purpose or "",
    )
    for text in texts:
        found = next((act for act in kind.acts if act in text), None)
        if found:
            return found
    return kind.usual_act or (kind.acts[0] if kind.acts else core_noun(brief))


def done_to_people(noun: str) -> tuple[str, str, str] | None:
    """When, what is done and to whom, of a name that holds all of it: 春节慰问困难群众 → (春节, 慰问, 困难群众).

    None for any other name: 培训讲师 are hired, and 慰问 alone names nobody.
    """
    found = _DONE_TO.fullmatch(noun)
    if found is None or found["who"] in ("人员", "对象") or not found["who"].endswith((*word_lists()["people"], "员")):
        return None
    return found["when"], found["verb"], found["who"]


def work_on_homes(noun: str) -> str:
    """The work done to the home of people (残疾人家庭无障碍改造 → 无障碍改造), or an empty string."""
    data = word_lists()
    if not noun.endswith(_HOME_WORK):
        return ""
    ends = [at for at in range(2, len(noun) - 1) if noun[:at].endswith(tuple(data["people"]))]
    return noun[max(ends) :] if ends else ""


def item_of_herd(noun: str) -> bool:
    """Whether a name says what animals are given: 疫苗注射家禽, and no animal that is bought."""
    data = word_lists()
    at = next((noun.find(verb) for verb in data["given_to_herds"] if noun.find(verb) >= 0), -1)
    return at >= 0 and noun[at:].endswith(tuple(data["herds"]))
