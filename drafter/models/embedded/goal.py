"""The goal text of an embedded draft: one to four sentences in the order officials use.

Purpose first (为…), then what is planned this year with its counts, then the tasks; a second sentence promises quality
and time, a third what comes of it and who is satisfied. The 39 published goals of the starter corpus were the measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from drafter.brief import BriefItem
from drafter.language.patterns import lazy
from drafter.models.embedded.items import Said, said
from drafter.models.embedded.material import Material, Row
from drafter.models.embedded.nouns import stem
from drafter.models.embedded.tasked import merged, tasks_clause
from drafter.models.embedded.words import word_lists

MOST_ITEMS = 6
MOST_LUMPS = 4
MOST_PROMISES = 8
ONE_BREATH = 72
"""Characters of a sentence of promises; the longest sentences of the published goals are twice that."""
_PREDICATE = lazy(r"(?:及时|按时|按期)(?!性|率|完成$)|投入使用率|使用率|应用率|准确率|合格率|完好率|覆盖率|通过率")
_DONE = "完成|提交|举办|开展|出具"
_PUNCTUAL = (
    (lazy(r"(服务)(按时|及时)完成率"), r"\1\2完成"),
    (lazy(rf"(.+?)(按时|按期|及时)({_DONE})率"), r"\2\3\1"),
    (lazy(r"(.+?)(按时|按期|及时|准点)(办结|完工|发车)率"), r"\1\2\3"),
    (lazy(r"(.+?)(发放|寄送|响应|处置|办理|缴纳|交付使用|到货|送达)及时率"), r"\1及时\2"),
)
_REACH = ("涉及", "覆盖", "惠及", "辐射")
_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_MONEY = ("费", "费用", "经费", "款", "资金", "金", "补助", "补贴", "工资", "薪酬", "报酬", "成本", "支出", "奖励")
_COUNT = lazy(r"\{[A-Z]\d+\}$")
_COUNTED_AS = lazy(r"(?:数量|人数|件数|户数|次数|场次|期数|批次|人次|面积|长度)$")
_END = "。！？；，、,.;! "
# What the rest of a name may begin with when the noun before it is left out.
_REMAINDER = lazy(
    r"^(?:到岗|上岗|工作考核|岗位|资格|发放|准确|及时|合格|完成|质量|任务|作业|按|验收|考核|报告|成果|到货|缴纳|上线|资金发放|资金足额发放|设施完好|交付使用|使用率|投入使用)"
)


def sentences(stuff: Material, rows: Sequence[Row]) -> list[str]:
    """The goal as sentence templates.

    All that the brief promises is said. Of our own proposals the goal says quality, time in words, what comes of it and
    who is satisfied; the other rates stand in the table alone. What is promised is one sentence while it can be read in
    one breath.
    """
    promised = _some([row for row in rows if row.clause and row.category != "economic_cost"])
    stuff, counted = _with_both_counts(stuff, [row for row in promised if row.category == "quantity"])
    stuff, counted = _as_a_whole(*_with_parts(stuff, counted))
    counts = promises(counted)
    early = _joined(
        promises([row for row in promised if row.category == "quality"]),
        promises([_in_words(row) for row in promised if row.category == "timeliness"]),
    )
    satisfied = promises([row for row in promised if row.category == "satisfaction"])
    rest = promises(
        [row for row in promised if row.category not in ("quantity", "quality", "timeliness", "satisfaction")]
    )
    # 完成水库加固3座，安排红旗水库经费300万元: what is done stands before what is only paid.
    done = counts if not any(one for _, one in stuff.items) and counts.startswith("完成") else ""
    *before, plan = _opening(stuff, done)
    texts = [*before, _joined(plan, "" if done else counts)]
    lead = stuff.kind.lead if early else ""
    whole = _joined(early, rest, satisfied)
    texts += [f"{lead}{whole}"] if len(whole) <= ONE_BREATH else [f"{lead}{early}", _joined(rest, satisfied)]
    return [f"{_unrepeated(text).rstrip('，、')}。" for text in texts if text]


def _with_both_counts(stuff: Material, rows: Sequence[Row]) -> tuple[Material, list[Row]]:
    """Items with the other count of the same thing, and the rows that are left: 保洁河道46条83.5公里."""
    items, left = list(stuff.items), list(rows)
    for at, (item, one) in enumerate(items):
        if one is None or one.phrase:
            continue
        # 保洁河道 and 河道保洁 are one thing.
        names = (sorted(f"{one.verb}{one.noun}数量"), sorted(f"{one.noun}数量"))
        same = next((row for row in left if sorted(row.name) in names), None)
        if same is not None and (reference := _COUNT.search(same.target)):
            items[at] = (item, one._replace(reference=f"{reference[0]}{one.reference}"))
            left.remove(same)
    return stuff._replace(items=tuple(items)), left


def _with_parts(stuff: Material, rows: Sequence[Row]) -> tuple[Material, list[Row]]:
    """Items with the parts the brief's results count them in, and the rows that are left."""
    items, left = list(stuff.items), list(rows)
    counted = [(target, row) for index, target in enumerate(stuff.brief.targets) if (row := _exact(stuff, left, index))]
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


def _as_a_whole(stuff: Material, rows: Sequence[Row]) -> tuple[Material, list[Row]]:
    """Items that are the parts of one counted result, said behind it: 保安10人，其中班长2人、队员8人."""
    told = [at for at, (item, one) in enumerate(stuff.items) if one is not None and item.quantity is not None]
    units = {stuff.items[at][0].unit for at in told}
    whole = sum((stuff.items[at][0].quantity or Decimal(0) for at in told), Decimal(0))
    if len(told) < 2 or len(units) > 1 or any(one.phrase for _, one in stuff.items if one is not None):
        return stuff, list(rows)
    for index, target in enumerate(stuff.brief.targets):
        row = _exact(stuff, rows, index)
        if row is None or target.unit not in units or target.value != whole:
            continue
        item = BriefItem(name=_COUNTED_AS.sub("", row.name), quantity=whole, unit=target.unit)
        one = said(item, row.target.removeprefix("="), stuff.kind, stuff.act)
        listed = "、".join(part.object for _, part in stuff.items if part is not None)
        items = [(item, None) for item, _ in stuff.items]
        first: tuple[BriefItem, Said | None] = (
            items[told[0]][0],
            one._replace(reference=f"{one.reference}，其中{listed}"),
        )
        return stuff._replace(items=(*items[: told[0]], first, *items[told[0] + 1 :])), [r for r in rows if r != row]
    return stuff, list(rows)


def _exact(stuff: Material, rows: Sequence[Row], index: int) -> Row | None:
    """The row of a result that is an exact count."""
    target, fact = stuff.brief.targets[index], stuff.fact(f"targets[{index}].value")
    if target.comparator != "=" or not isinstance(target.value, Decimal) or fact is None:
        return None
    return next((row for row in rows if row.target == f"={{{fact.id}}}"), None)


def _bare(name: str, verb: str) -> str:
    noun = _COUNTED_AS.sub("", name)
    return noun.removesuffix(verb) if len(noun) > len(verb) + 1 else noun


def _joined(*parts: str) -> str:
    return "，".join(part for part in parts if part)


def _unrepeated(text: str) -> str:
    """The noun two clauses in a row begin with, once: 文献验收合格率达到100%，文献及时到货 needs no second 文献."""
    clauses = text.split("，")
    kept = clauses[:1]
    for before, clause in pairwise(clauses):
        same = next((at for at, pair in enumerate(zip(before, clause, strict=False)) if pair[0] != pair[1]), 0)
        cut = next((at for at in range(same, 1, -1) if _PREDICATE.match(clause[at:])), 0)
        kept.append(clause[cut:])
    return "，".join(kept)


def _in_words(row: Row) -> Row:
    """A rate of punctuality that we propose, as the thing to be done: 任务按时完成率 is 按时完成任务 in a sentence."""
    if not row.full or "{" in row.target:
        return row
    for pattern, words in _PUNCTUAL:
        match = pattern.fullmatch(row.name)
        if match:
            return row._replace(clause=match.expand(words), full=False)
    return row


def _some(rows: Sequence[Row]) -> list[Row]:
    """At most so many promises of each category: a goal of two hundred is a table."""
    kept: list[Row] = []
    for row in rows:
        if sum(one.category == row.category for one in kept) < MOST_PROMISES:
            kept.append(row)
    return kept


def _opening(stuff: Material, done: str = "") -> list[str]:
    before, purpose = _purpose(stuff)
    year = next((f"{{{fact.id}}}" for fact in stuff.request.facts if fact.kind == "year"), "")
    # Work that goes on every year is done; what is done once is planned: 2027年，为…，计划购置….
    plan = "计划" if not stuff.kind.lasting else ""
    opening = (
        f"{year or '年内'}，{purpose}{plan}" if stuff.kind.once and purpose else f"{purpose}{year or '年内'}{plan}"
    )
    told, tasks = merged([one for _, one in stuff.items if one is not None][:MOST_ITEMS], _own_tasks(stuff))
    parts = (done, _items(stuff, told), tasks_clause(stuff.kind, told, tasks), _lumps(stuff))
    work = "，".join(part for part in parts if part)
    if stuff.kind.plan and not (work and stuff.core in work):
        # 按时足额缴纳城市照明电费，覆盖路灯1.8万盏.
        work = "，".join(
            part for part in (stuff.kind.plan.replace("{core}", stuff.core.removesuffix("缴纳")), work) if part
        )
    elif not work:
        work = f"{stuff.kind.task_verb}{stuff.core}{'' if stuff.core.endswith('工作') else '工作'}"
    return [*before, f"{opening}{work}"]


def _purpose(stuff: Material) -> tuple[list[str], str]:
    """Sentences of their own, and the purpose clause that opens the plan."""
    text = re.sub(r"\s+", "", stuff.brief.purpose or "").strip(_END)
    if not text:
        return [], ""
    parts = [part.strip(_END) for part in re.split(r"[。！？；]", text) if part.strip(_END)]
    if len(text) > 80 or any("计划" in part for part in parts):
        return parts, ""
    text = "，".join(parts)
    if text.startswith(("根据", "按照", "依据", "通过", "围绕")):
        return [], f"{text}，"
    return [], f"为{re.sub(r'^(?:为了|为)', '', text)}，"


def _items(stuff: Material, told: Sequence[Said]) -> str:
    return item_clause([*told, *[one for _, one in stuff.items if one is not None][len(told) :]])


def _lumps(stuff: Material) -> str:
    """What is paid in one sum and is no work: 安排燃油费6万元、宣传费3万元."""
    told: list[str] = []
    for index, (item, one) in enumerate(stuff.items):
        amount = stuff.fact(f"items[{index}].amount")
        if one is not None or item.quantity is not None or amount is None or _is_work(item):
            continue
        name = _BRACKETS.sub("", item.name).strip()
        told.append(f"{name}{'' if name.endswith(_MONEY) else '经费'}{{{amount.id}}}")
    if not told:
        return ""
    return f"安排{'、'.join(told[:MOST_LUMPS])}{'等' if len(told) > MOST_LUMPS else ''}"


def _is_work(item: BriefItem) -> bool:
    return stem(item.name).endswith(tuple(word_lists()["work"]))


def item_clause(told: Sequence[Said]) -> str:
    """What is bought, hired and held, verbs said once: 聘用保安2人、保洁员3人，举办培训4期."""
    cut = told[:MOST_ITEMS]
    phrases: list[str] = []
    for (verb, phrase), group in groupby(cut, key=lambda one: (one.verb, one.phrase)):
        phrases.append(phrase or f"{verb}{'、'.join(one.object for one in group)}")
    text = "，".join(phrases)
    return f"{text}等" if len(told) > len(cut) else text


def _own_tasks(stuff: Material) -> list[str]:
    # Work paid for in one sum is a task: 舞台搭建 30,000 元.
    lumps = [stem(item.name) for item, one in stuff.items if one is None and item.quantity is None and _is_work(item)]
    tasks = [*stuff.brief.tasks, *(lump for lump in lumps if lump not in stuff.brief.tasks)]
    return [
        task for task in (re.sub(r"^(?:做好|抓好|负责|承担)(?=..)", "", task.strip(_END)) for task in tasks) if task
    ]


def promises(rows: Sequence[Row]) -> str:
    """What is promised, in one breath where several rates reach 100%."""
    full = [row.name for row in rows if row.full]
    clauses: list[str] = []
    if len(full) > 1:
        clauses.append(f"{_shortened(full)}均达到100%")
    for row in rows:
        if not (row.full and len(full) > 1):
            clauses.append(row.clause)
    return _in_a_row(clauses)


def _in_a_row(clauses: Sequence[str]) -> str:
    """涉及镇6个、河道23条: a verb of reach once for what follows it."""
    text = "".join(clauses[:1])
    for before, clause in pairwise(clauses):
        again = clause[:2] in _REACH and before.startswith(clause[:2]) and "，" not in clause
        text += f"、{clause[2:]}" if again else f"，{clause}"
    return text


def _shortened(names: Sequence[str]) -> str:
    # 补助资金发放准确率、补助资金发放及时率 is said as 补助资金发放准确率、及时率: the noun they share comes once.
    shortened = [names[0]]
    for before, name in pairwise(names):
        same = next((at for at, pair in enumerate(zip(before, name, strict=False)) if pair[0] != pair[1]), len(before))
        cuts = [at for at in range(2, same + 1) if _REMAINDER.match(name[at:])]
        shortened.append(name[cuts[-1] :] if cuts else name)
    return "、".join(shortened)
