"""The messages a model gets: what never changes first, then precedents, the brief and its facts, all of it as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from drafter.brief import Brief
from drafter.checking.report import Finding
from drafter.checking.show import counted
from drafter.drafting.conventions import sort_of
from drafter.drafting.facts import Facts, show
from drafter.drafting.framing import framed
from drafter.drafting.numbers import numbers_in
from drafter.drafting.prompts import load_prompt
from drafter.filing import Indicator
from drafter.models.proposal import Proposal
from drafter.models.request import Fact, Message, Precedent
from drafter.profiles import Profile

LARGEST = 3500
"""Characters of the first request, which bounds its tokens: precedents are left out until it fits."""
# Indicators and goal characters shown of each precedent: less of all of them before one is left out.
_SHARES = ((14, 160), (10, 120), (7, 80), (5, 60))
_KINDS = {
    "year": "年度",
    "budget": "总额",
    "funding": "资金",
    "quantity": "数量",
    "unit_price": "单价",
    "amount": "金额",
    "target": "目标值",
    "mention": "提及",
}
_ANSWER = {
    "goal": ["一句目标，数值写{F1}"],
    "indicators": [
        {"category": "二级指标名称", "name": "三级指标名称，不含数值", "target": "={F1} | ≥90% | 可核查的文字"}
    ],
}
_REPAIR = {
    "goal": "修改后的全部句子，不改则为 null",
    "indicators": [{"index": "要改的序号，新增为 null", "indicator": "{category,name,target}，删除为 null"}],
}


def first_messages(
    brief: Brief, facts: Facts, precedents: Sequence[Precedent], profile: Profile, basis: Proposal | None = None
) -> list[Message]:
    """The messages of the first request."""
    system = _system(profile)
    text, listed, last = framed(_brief(brief)), _facts(facts), _basis(basis)
    user = ""
    for kept in _shown(precedents):
        user = load_prompt("draft_user").render(precedents=kept, lastyear=last, brief=text, facts=listed)
        if len(system) + len(user) <= LARGEST:
            break
    return [_message("system", system), _message("user", user)]


def repair_messages(
    brief: Brief,
    facts: Facts,
    profile: Profile,
    before: Proposal | None,
    findings: Sequence[Finding],
    problems: Sequence[str],
) -> list[Message]:
    """The messages of a repair: the fields that were criticised and nothing of what went before.

    Args:
        brief: The brief.
        facts: Its facts.
        profile: The form.
        before: The last proposal that could be read; None when none could.
        findings: What the checker objects to in it.
        problems: What was wrong with the shape of the last answer.
    """
    system = _message("system", _system(profile))
    text, listed = framed(_brief(brief)), _facts(facts)
    if before is None:
        said = "\n".join(f"- {framed(problem)}" for problem in problems)
        return [system, _message("user", load_prompt("rewrite_user").render(brief=text, facts=listed, problems=said))]
    said = [f"- [{finding.primary.path}] {framed(finding.message)}" for finding in findings]
    said += [f"- {framed(problem)}" for problem in problems]
    user = load_prompt("repair_user").render(
        brief=text,
        facts=listed,
        draft=framed(_criticised(before, findings)),
        findings="\n".join(said),
        schema=json.dumps(_REPAIR, ensure_ascii=False),
    )
    return [system, _message("user", user)]


def prompt_version(*, repair: bool = False) -> str:
    """Which prompts were used, recorded with every attempt."""
    return f"{load_prompt('draft_system').version} {load_prompt('repair_user' if repair else 'draft_user').version}"


def _system(profile: Profile) -> str:
    groups: list[str] = []
    for category in profile.categories:
        names = [f"{name}{'*' if kind in category.required_level2 else ''}" for name, kind in category.level2.items()]
        groups.append(f"{category.name}{'*' if category.required else ''}（{'、'.join(names)}）")
    schema = json.dumps(_ANSWER, ensure_ascii=False, separators=(",", ":"))
    return load_prompt("draft_system").render(form=profile.title, categories="；".join(groups), schema=schema)


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _brief(brief: Brief) -> str:
    lines = [f"项目名称：{brief.project_name}"]
    lines += [f"实施单位：{brief.implementer}"] if brief.implementer else []
    lines += [f"目的：{brief.purpose}"] if brief.purpose else []
    lines += [f"任务：{'；'.join(brief.tasks)}"] if brief.tasks else []
    lines += [f"事项：{'；'.join(item.name for item in brief.items)}"] if brief.items else []
    lines += [f"目标：{'；'.join(f'{t.name}{t.value}' for t in brief.targets if isinstance(t.value, str))}"]
    lines += [f"说明：{brief.notes}"] if brief.notes else []
    return "\n".join(line for line in lines if not line.endswith("："))


def _facts(facts: Facts) -> str:
    return "\n".join(_fact(fact) for fact in facts if fact.kind not in ("funding",))


def _fact(fact: Fact) -> str:
    name = framed(fact.entity or "")
    sign = "" if fact.comparator == "=" else f"{fact.comparator} "
    unit = framed(fact.unit or "")
    note = {"computed": f"（{framed(fact.quote)}）", "precedent": "（沿用上年）"}.get(fact.source, "")
    number = f"{sign}{fact.value if fact.kind == 'year' else show(counted(fact.value))}{unit}"
    return " ".join(part for part in (f"{{{fact.id}}}", name, _KINDS[fact.kind], f"{number}{note}") if part)


def _shown(precedents: Sequence[Precedent]) -> Iterator[list[str]]:
    """The precedents in ever fewer characters, in the end without the last ones."""
    for most, length in _SHARES:
        yield [_precedent(index, one, most, length) for index, one in enumerate(precedents, start=1)]
    most, length = _SHARES[-1]
    for count in range(len(precedents) - 1, -1, -1):
        yield [_precedent(index, one, most, length) for index, one in enumerate(precedents[:count], start=1)]


def _precedent(index: int, precedent: Precedent, most: int, length: int) -> str:
    filing = precedent.filing
    rows: dict[str, list[str]] = {}
    for row in filing.indicators[:most]:
        rows.setdefault(row.level2 or "其他", []).append(f"{_masked(row.name)}{_conventional(row)}")
    listed = "\n".join(f"{level2}：{'；'.join(names)}" for level2, names in rows.items())
    goal = _masked(filing.annual_goal or "")
    goal = goal if len(goal) <= length else f"{goal[:length]}…"
    return framed(f"先例{index} {_masked(filing.project_name or '')}\n目标：{goal}\n{listed}")


def _conventional(row: Indicator) -> str:
    # A precedent's counts and prices are not shown: what a model has not seen it cannot copy.
    target = row.target
    if target is None:
        return ""
    if target.value is None:
        return f" {_masked(target.text or '')}"
    conventional = target.unit in ("%", "％") or set(target.value) <= {"0", "."}
    return f" {target.raw}" if conventional and sort_of(row.name) else ""


def _masked(text: str) -> str:
    """The text with ○ for every number but a percentage, whole: 100% stays, 7000份 is ○份, 6月30日 is ○."""
    masked, end = "", 0
    for number in sorted(numbers_in(text), key=lambda one: one.span):
        start, stop = number.span
        if number.kind == "percent" or start < end:
            continue
        unit = number.unit if number.kind != "date" and number.unit and number.text.endswith(number.unit) else ""
        masked += f"{text[end:start]}○{unit}"
        end = stop
    return masked + text[end:]


def _basis(basis: Proposal | None) -> str:
    if basis is None:
        return ""
    rows = [f"{row.category} | {row.name} | {row.target}" for row in basis.indicators]
    return framed("\n".join([*basis.goal, *rows]))


def _criticised(before: Proposal, findings: Sequence[Finding]) -> str:
    paths = [place.path for finding in findings for place in (finding.primary, *finding.related)]
    indexes = sorted({int(match[1]) for path in paths if (match := re.match(r"indicators\[(\d+)\]", path))})
    # A missing category or an uncovered promise is no row's fault: then all rows are shown.
    if any(not path.startswith(("indicators[", "annual_goal")) for path in paths) or not indexes:
        indexes = list(range(len(before.indicators)))
    goal = [f"goal: {json.dumps(before.goal, ensure_ascii=False)}"]
    rows = [
        f"{index}: {before.indicators[index].model_dump_json()}" for index in indexes if index < len(before.indicators)
    ]
    return "\n".join([*goal, *rows])
