"""The indicators of an embedded draft: from the brief where it says something, from the kind of project where not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.brief import BriefItem
from drafter.language import bigrams
from drafter.language.patterns import lazy
from drafter.models.embedded.customs import customs, themes
from drafter.models.embedded.item_names import is_built, price_name, quantity_name, sort_of, thing_of
from drafter.models.embedded.items import Said, said, unit_class
from drafter.models.embedded.kinds import Frame
from drafter.models.embedded.material import Material, Row
from drafter.models.embedded.nouns import stem
from drafter.models.embedded.target_rows import target_rows
from drafter.models.embedded.words import word_lists
from drafter.models.request import Precedent

_TWICE = lazy(r"([^\W\da-zA-Z_]{2})\1")
MOST_QUANTITIES = 12
MOST_PRICES = 8
_SAME = Decimal("0.5")
_ANYTHING = ("", "物资", "用品", "器材", "设备")
_ANYBODY = ("服务对象满意度", "受益对象满意度", "受益者满意度", "公众满意度", "社会公众满意度", "群众满意度")
_BUILDING = ("建设", "新建", "扩建")
_WORKING = lazy(r"(?:可用|完好|亮灯|在线|运转|开机|正常(?:运行|使用|运转|工作)|(?:运行|使用)正常)率$")
_WRONG = lazy(r"(?:差错|错误|误差|失误|出错|退件)率$")
_RIGHT = lazy(r"(?:准确|正确)率$")
_PASSED = lazy(r"([^\W\d]{2})[^\W\d]{0,4}(?:合格|通过|达标|及格)率")
_ONCE = ("satisfaction", "sustainability")


def rows_of(stuff: Material) -> list[Row]:
    """All indicators, in the order of the form."""
    has = {level2 for category in stuff.request.profile.categories for level2 in category.level2.values()}
    rows = [*_costs(stuff), *_quantities(stuff), *target_rows(stuff)]
    given = {row.category for row in rows}
    framed: list[Row] = []
    for frame in _frames(stuff):
        row = _framed(frame, stuff)
        if row.category not in given or _adds(row, rows):
            framed.append(row)
    rows += _without_a_better_rate(framed, rows)
    if "quantity" not in {row.category for row in rows}:
        rows += _task_rates(stuff)
    if "satisfaction" not in given:
        value = _usual_satisfaction(stuff.request.precedents)
        name = f"{stuff.group}满意度"
        rows.append(Row("satisfaction", name, f"≥{value}%", f"{name}不低于{value}%"))
    rows = with_learnt(rows, stuff)
    unique: dict[str, Row] = {}
    for row in rows:
        if row.category in has:
            unique.setdefault(row.name, row)
    return list(unique.values())


def _without_a_better_rate(framed: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The rows we propose without a rate of things that work, where the brief has set one of its own.

    Whoever promises that a system is up 99.5% of the time does not also promise that it always runs, and who allows
    for errors in 1% does not promise that all is right.
    """
    wrong = [_WRONG.sub("", row.name) for row in rows if _WRONG.search(row.name)]
    framed = [row for row in framed if not (_RIGHT.search(row.name) and any(what in row.name for what in wrong))]
    if not any(_WORKING.search(row.name) and not row.full for row in rows):
        return list(framed)
    kept = [row for row in framed if not _WORKING.search(row.name)]
    filled = {row.category for row in kept}
    return [row for row in framed if row in kept or row.category not in filled]


def with_learnt(rows: Sequence[Row], stuff: Material) -> list[Row]:
    """The rows with those that the office always states or precedents agree on, where none says the same."""
    request = stuff.request
    own = " ".join(
        [stuff.brief.project_name, stuff.core, *stuff.brief.tasks, *(item.name for item in stuff.brief.items)]
    )
    office = customs(request.office, own)
    rows = _as_the_office_says(
        rows, [name for kind, name, _ in office if kind == "satisfaction" and name in _ANYBODY], stuff
    )
    added = list(rows)
    for kind, name, target in [*office, *themes(request.precedents, people_of(stuff), own)]:
        same = [row for row in (rows if (kind, name, target) in office else added) if row.category == kind]
        if any(overlap(name, row.name) >= _SAME or overlap(row.name, name) >= _SAME for row in same):
            continue
        if (passed := _PASSED.fullmatch(name)) and any(row.name.startswith(passed[1]) for row in same):
            # 结业考核合格率 beside 结业考试通过率: of one thing, whether it is passed.
            continue
        if kind in _ONCE and same:
            continue
        added.append(Row(kind, name, target))
    order = list(dict.fromkeys(row.category for row in added))
    return sorted(added, key=lambda row: order.index(row.category))


def _as_the_office_says(rows: Sequence[Row], names: Sequence[str], stuff: Material) -> list[Row]:
    """The rows with the satisfaction an office asks about in all its forms, unless the brief says whose it is."""
    given = any("满意" in target.name for target in stuff.brief.targets)
    if not names or given:
        return list(rows)
    return [
        row._replace(name=names[0], clause=row.clause.replace(row.name, names[0]))
        if row.category == "satisfaction"
        else row
        for row in rows
    ]


def _adds(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row says more where the brief has said something: a mechanism, one quality beside a single other."""
    if row.category == "quality":
        alike = max(max(overlap(row.name, one.name), overlap(one.name, row.name)) for one in rows)
        return sum(one.category == "quality" for one in rows) == 1 and alike < Decimal("0.5")
    return row.category == "sustainability"


def _costs(stuff: Material) -> Iterator[Row]:
    lump = any(item.amount is not None and item.unit_price is None for item, _ in stuff.items)
    rows: list[Row] = []
    for index, (item, one) in enumerate(stuff.items):
        price, amount = stuff.fact(f"items[{index}].unit_price"), stuff.fact(f"items[{index}].amount")
        if lump and amount is not None:
            # Prices of some items beside lump sums of others do not explain the budget; what each item costs does.
            rows.append(Row("economic_cost", f"{stem(item.name)}费用", f"≤{{{amount.id}}}"))
        elif price is not None:
            told = one or Said("", stem(item.name), "")
            # What is paid out is a fixed standard, what is built may cost less.
            limit = "≤" if is_built(told) else stuff.kind.price
            rows.append(Row("economic_cost", price_name(item, told, stuff.kind), f"{limit}{{{price.id}}}"))
    yield from rows[:MOST_PRICES]
    budget = next((fact for fact in stuff.request.facts if fact.kind == "budget"), None)
    if budget is not None:
        yield Row("economic_cost", "项目总成本", f"≤{{{budget.id}}}")


def _quantities(stuff: Material) -> Iterator[Row]:
    counted = [(item, one) for item, one in stuff.items if one is not None]
    for item, one in counted[:MOST_QUANTITIES]:
        yield Row("quantity", quantity_name(item, one), f"={one.reference}")
    said_values = {(item.quantity, item.unit) for item, _ in counted}
    for fact in stuff.request.facts:
        if fact.kind != "mention" or not fact.path.startswith(("tasks[", "purpose")) or fact.source != "brief":
            continue
        if fact.unit in (None, "年", "元", "%", "％") or (fact.value, fact.unit) in said_values or not fact.entity:
            continue
        item = BriefItem(name=fact.entity, quantity=fact.value, unit=fact.unit)
        yield Row(
            "quantity", quantity_name(item, said(item, f"{{{fact.id}}}", stuff.kind, stuff.act)), f"={{{fact.id}}}"
        )


def _task_rates(stuff: Material) -> Iterator[Row]:
    """Rates of completion, the weak form of a count, where nothing is counted."""
    tasks = [task for task in stuff.brief.tasks if not any(char.isdigit() for char in task)]
    if not tasks:
        work = stuff.kind.work.replace("{act}", stuff.act).replace("{core}", stuff.core)
        yield Row("quantity", f"{work}完成率", "=100%")
    for task in tasks[:6]:
        noun = re.sub(r"^(?:开展|做好|完成|组织|实施|推进|加强)(?=..)", "", task)
        yield Row("quantity", f"{noun}{'' if noun.endswith('工作') else '工作'}完成率", "=100%")


def _frames(stuff: Material) -> Iterator[Frame]:
    text = " ".join(
        [stuff.brief.project_name, *stuff.brief.tasks, *(f"{item.name}{item.unit or ''}" for item in stuff.brief.items)]
    )
    for frame in stuff.kind.frames:
        if frame.when and not re.search(frame.when, text):
            continue
        if not (frame.unless and re.search(frame.unless, text)):
            yield frame


def _framed(frame: Frame, stuff: Material) -> Row:
    def fill(template: str) -> str:
        if stuff.act in _BUILDING:
            template = template.replace("{act}后", "建成后")
        work = main_work(stuff)
        template = template.replace("{task}质量", f"{work}质量" if work else "工作质量考核")
        filled = (
            template.replace("{task}", work or "工作任务")
            .replace("{people}", people_of(stuff))
            .replace("{thing}", _thing(stuff))
            .replace("{act}", stuff.act)
            .replace("{core}", stuff.core)
            .replace("{group}", stuff.group)
        )
        # A project that ends in 作业 has no 作业作业质量.
        return _TWICE.sub(r"\1", filled)

    name = fill(frame.name)
    # What lasts stands in the table; of the 39 published goals six speak of a mechanism.
    number = re.fullmatch(r"([=≥≤])(\d+)(\D+)", frame.target)
    clause = fill(frame.goal)
    if number and not clause:
        clause = f"{name}{'不低于' if number[1] == '≥' else '达到'}{number[2]}{number[3]}"
    return Row(frame.category, name, fill(frame.target), clause, frame.target == "=100%" and not frame.goal)


def main_work(stuff: Material) -> str:
    """The work a project of no known kind does: what its name ends with, else its first item; empty without."""
    works = tuple(word_lists()["work"])
    for name in (stuff.core, *(stem(item.name) for item, one in stuff.items if one is not None)):
        if name.endswith(works) and len(name) <= 12:
            return name
    return ""


def people_of(stuff: Material) -> str:
    """What the persons hired are called: the brief's own noun where there is one, else the kind's."""
    hired = [one.noun for item, one in stuff.items if one is not None and unit_class(item.unit) == "person"]
    if len(hired) == 1 and len(hired[0]) <= 8:
        return hired[0]
    posts: list[str] = word_lists()["posts"]
    return next((post for post in posts if post in stuff.brief.project_name), stuff.kind.people)


def _thing(stuff: Material) -> str:
    wanted = ("area", "goods") if stuff.kind.thing_from_area else ("goods",)
    if stuff.kind.id == "equipment":
        wanted = ("goods", "loose")
    told = [(item, one) for item, one in stuff.items if one is not None]
    if stuff.kind.id == "rental":
        told = [(item, one) for item, one in told if one.verb in ("租赁", "租用")] or told
    # What is kept up or put in belongs to the things beside it: 购置道闸12套，维护道闸12套 buys gates.
    goods = [one.noun for item, one in told if unit_class(item.unit) in wanted and one.verb != "建设"]
    goods = list(dict.fromkeys(goods))
    if len(goods) == 1 and len(goods[0]) <= 8:
        return goods[0]
    if stuff.kind.id != "equipment":
        return stuff.kind.thing
    named, sort = thing_of(stuff.brief.project_name), sort_of(goods)
    if len(goods) > 1:
        # 物资 bought for a school may be desks and computers: what they are says more than the word for anything.
        return sort if sort and named in _ANYTHING else named or "物品"
    return named or sort or "设备"


def _usual_satisfaction(precedents: Sequence[Precedent]) -> str:
    # The most similar filing that sets one decides, unless it is stricter or laxer than offices usually are.
    for precedent in precedents:
        for indicator in precedent.filing.indicators:
            target = indicator.target
            if "满意" not in indicator.name or target is None or target.comparator != ">=" or target.unit != "%":
                continue
            if target.value and Decimal(target.value) in (85, 90, 95):
                return format(Decimal(target.value).quantize(Decimal(1)), "f")
    return "90"


def overlap(one: str, other: str) -> Decimal:
    """Share of the first text's bigrams that the other has too, 0 to 1."""
    mine = bigrams(one)
    return Decimal(len(mine & bigrams(other))) / Decimal(len(mine)) if mine else Decimal(0)
