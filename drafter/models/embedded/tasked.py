"""Items said in the words of the task that names them.

A brief that has the task 举办名家讲座 and the item 名家讲座 10 场 means one thing: 举办名家讲座10场. Said apart it
reads as two, and the verb has to be guessed where the office has written it (提供心理疏导, 派驻保健老师).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import islice

from drafter.language.patterns import lazy
from drafter.models.embedded.items import Said
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.rows import overlap
from drafter.models.embedded.words import word_lists

MOST_TASKS = 10
_LONGEST = 24
_INTO = lazy(
    r"^[^\W\d_]{2,8}进(?:校园?|社区|企业|农村|乡村|机关|单位|家庭|村|军营|网络|楼宇|商圈|课堂|工地|园区|学校)$"
)
# 调查员培训, 规范性文件审核 and 监测站巡检 begin with a noun made of a verb.
_NOMINAL = lazy(r"人(?![才民口力员])|[员性者率站费金款车器仪室机]|单位|对象")
_OBJECT = lazy(r"[^\W\d_]{2}")
_BETWEEN = 12
"""Characters between 为 and its verb: 为中小学派驻."""
_QUOTES = lazy("[“”‘’\"'《》]")
_HIRES = ("聘请", "聘用", "招聘", "选聘", "选派", "派驻", "招募", "配备", "安排", "组织")
_MORE_THAN_ONE = lazy(r"[、，；。和与及或]|以及|等$|\d")
# 专家评审会 is held by 组织专家评审, 健康体检活动 by 开展健康体检.
_OPEN_END = ("会", "活动", "服务", "工作", "费用", "班", "课")


def doing(task: str) -> tuple[str, str, str] | None:
    """What stands before the verb of a task, the verb and the rest: 为学校|派驻|保健老师; None where none is known."""
    lead = next((word for word in word_lists()["before_doing"] if task.startswith(word)), "")
    farthest = len(lead) + _BETWEEN if lead else 0
    for at in range(len(lead), min(farthest, len(task)) + 1):
        if at and task[at - 1] in "，、":
            return None
        verb = _verb_at(task, at)
        if verb:
            return task[:at], verb, task[at + len(verb) :]
    return None


def _verb_at(task: str, at: int) -> str:
    """The longest verb at a place that has an object, or an empty string. Looked up: a pattern of all takes 17 ms."""
    for length in (4, 3, 2):
        verb = task[at : at + length]
        rest = task[at + length :]
        if verb in _verbs() and _OBJECT.match(rest) and not _NOMINAL.match(rest) and not _names_a_thing(verb, rest):
            return verb
    return ""


def _names_a_thing(verb: str, rest: str) -> bool:
    """监测平台维护 keeps up a platform, 升级平台模块 does what it says; 检查人员 are people, 选派人员 sends them."""
    data = word_lists()
    thing = verb in data["functions"] and rest.startswith(tuple(data["apparatus"]))
    return thing or (rest.startswith("人员") and verb not in _HIRES)


@cache
def _verbs() -> frozenset[str]:
    data = word_lists()
    return frozenset((*data["doing"], *data["leading"], *data["inverted"])) - {"服务"}


def is_doing(task: str) -> bool:
    """Whether a task begins with what is done, and not with a name."""
    return doing(task) is not None or task.startswith(tuple(word_lists()["before_doing"]))


def merged(told: Sequence[Said], tasks: Sequence[str]) -> tuple[list[Said], list[str]]:
    """The items in the words of their tasks, and the tasks that are left to be said.

    A task belongs to an item when it names it and no other, and no other task does.
    """
    fits = {
        (at, index): one
        for index, task in enumerate(tasks)
        for at, item in enumerate(told)
        if (one := _together(item, task)) is not None
    }
    kept, left = list(told), list(tasks)
    for at, index in fits:
        alone = sum(other == index for _, other in fits) == 1 and sum(other == at for other, _ in fits) == 1
        if alone:
            kept[at] = fits[at, index]
            left.remove(tasks[index])
    return kept, left


def _together(item: Said, task: str) -> Said | None:
    bare = _QUOTES.sub("", task)
    if task.startswith("为") and task.endswith(item.noun) and not item.phrase and item.verb == "完成":
        # 为65岁以上老人免费体检 and 体检21000人.
        return item._replace(phrase=f"{task}{item.reference}")
    parts = doing(bare)
    if parts is None:
        return _named_more(item, bare)
    if len(bare) > _LONGEST or _MORE_THAN_ONE.search(bare):
        return None
    before, verb, rest = parts
    if item.phrase.endswith(f"，覆盖{item.reference}"):
        return item._replace(phrase=f"{task}，覆盖{item.reference}") if rest.endswith(item.noun) else None
    if item.phrase:
        # 按月发放见习补贴 and 向300人发放见习补贴 are 按月向300人发放见习补贴.
        if rest == item.noun and verb == item.verb and not before.startswith(("为", "对", "向", "给")):
            return item._replace(phrase=f"{before}{item.phrase}")
        held = verb in ("组织", "开展", "举办") and item.verb == "组织" and rest.endswith(item.noun)
        return (
            Said(verb, rest, item.reference, f"{before}{verb}{rest}{item.reference}" if before else "")
            if held
            else None
        )
    if (inverted := _inverted(item, verb, rest)) is not None:
        return inverted
    rented = verb in ("租用", "租赁") and item.verb == "租赁" and len(rest) > len(item.noun) + 1
    if rest.startswith(item.noun) and (rented or (verb in _HIRES and len(rest) > len(item.noun) + 2)):
        # 聘请监测员巡查隐患点 and 监测员 220 人 are 聘请监测员220人巡查隐患点.
        return item._replace(verb=verb, phrase=f"{before}{verb}{item.object}{rest[len(item.noun) :]}")
    if item.verb in item.noun or not _names(rest, item.noun):
        return None
    longer = not item.noun.endswith(rest) and (rest.endswith(item.noun[-2:]) or rest.startswith(item.noun))
    noun = rest if longer else item.noun
    # Without words before the verb it is said once for several: 举办读书节开幕式1场、名家讲座10场.
    return Said(verb, noun, item.reference, f"{before}{verb}{noun}{item.reference}" if before else "")


def _inverted(item: Said, verb: str, rest: str) -> Said | None:
    """维修防火道路 is 防火道路维修: what the name ends with is done to what it begins with."""
    thing = item.noun.removesuffix(verb)
    if len(thing) < 2 or thing == item.noun or not rest.endswith(thing):
        return None
    # 场馆设施设备维护1项 is a piece of work, counted as such.
    return (
        item._replace(noun=f"{rest}{verb}") if item.verb == "完成" and item.whole else Said(verb, rest, item.reference)
    )


def _named_more(item: Said, task: str) -> Said | None:
    """The item under the longer name its task has for it: 春节、八一走访慰问, 小学生交通安全讲座."""
    longer = task.removesuffix(item.noun)
    short = len(longer) <= 8 and all(len(part) <= 4 for part in longer.split("、"))
    fits = longer != task and short and not item.phrase and not re.search(r"[，；。和与及\d]", longer)
    return item._replace(noun=task) if fits and longer else None


def _names(rest: str, noun: str) -> bool:
    """Whether what is done in a task is an item: 读书节开幕式 is 开幕式, 学生健康体检 is 学生体检."""
    if rest.endswith(noun) or (noun.startswith(rest) and len(rest) > 2 and noun[len(rest) :] in _OPEN_END):
        return True
    if (rest.startswith(noun) and rest[len(noun) :] in _OPEN_END) or (len(rest) > 3 and noun.endswith(rest)):
        # 配备诊疗设备 has the item 中医诊疗设备.
        return True
    begins = rest.find(noun[:2])
    return len(noun) > 3 and begins >= 0 and rest.endswith(noun[2:]) and len(rest) - begins <= len(noun) + 4


def tasks_clause(kind: Kind, told: Sequence[Said], own: Sequence[str]) -> str:
    """The tasks no item has said: 巡查街面，做好宣传、登记等工作."""
    tasks = list(islice((task for task in own if not _said_already(task, told)), MOST_TASKS))
    if not tasks:
        return ""
    # What goes somewhere is held there: 法治进校园.
    if kind.task_verb != "开展":
        tasks = [f"开展{task}" if _INTO.search(task) and not doing(task) else task for task in tasks]
    # Four characters are a noun even when a verb comes first: 集中轮训, 入户登记.
    acting = [task for task in tasks if len(task) > 4 and is_doing(task)]
    nouns = [task for task in tasks if task not in acting]
    separator = "，" if any("、" in task for task in tasks) else "、"
    parts: list[str] = []
    if acting:
        parts.append(separator.join(acting))
    if nouns:
        parts.append(_listed(nouns, kind, told[-1].verb if told and not acting else ""))
    # In the order of the brief: 街面巡逻防控, 协助接处警.
    return "，".join(parts if tasks[0] in acting else reversed(parts))


def _listed(nouns: Sequence[str], kind: Kind, before: str) -> str:
    # 提供上门护理24000人次，提供生活照料 says its verb twice.
    verb = kind.task_verb if kind.task_verb != before else "包括" if before == "提供" else "做好"
    # 预算管理培训、会计制度培训 is said as 预算管理、会计制度等培训: the word they share comes once.
    shared = nouns[0][-2:]
    if len(nouns) > 1 and all(noun.endswith(shared) and len(noun) > 3 for noun in nouns):
        return f"{verb}{'、'.join(noun[:-2] for noun in nouns)}等{shared}"
    tail = "" if nouns[-1].endswith(kind.task_noun) else f"等{kind.task_noun}"
    return f"{verb}{'、'.join(nouns)}{tail}"


def _said_already(task: str, told: Sequence[Said]) -> bool:
    if any(char.isdigit() for char in task):
        return False
    return any(overlap(task, f"{one.verb}{one.noun}{one.verb}") >= Decimal("0.75") for one in told)
