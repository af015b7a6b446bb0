"""What the draft rules look for: numbers without a source, facts left out, numbers of another item, copied words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.brief import Brief
from drafter.drafting.attribution import misnamed
from drafter.drafting.facts import Facts, amounts_of, show, texts_of, total
from drafter.drafting.rendering import Rendered
from drafter.language import bigrams
from drafter.models.request import Fact, Precedent

_RUN = 16
"""So many characters in a row that a precedent has too are copied, not chosen alike."""


class Judged(NamedTuple):
    """What a draft rule looks at."""

    brief: Brief
    facts: Facts
    rendered: Rendered
    precedents: Sequence[Precedent] = ()


class Hit(NamedTuple):
    """A place a draft rule objects to."""

    path: str
    text: str
    arguments: dict[str, str]
    span: tuple[int, int] | None = None
    arithmetic: str | None = None


def unsourced(judged: Judged) -> Iterator[Hit]:
    """Numbers nothing vouches for."""
    for trouble in judged.rendered.troubles:
        if trouble.code == "DRF001":
            yield Hit(trouble.path, trouble.text, {"number": trouble.text}, trouble.span)


def missing(judged: Judged) -> Iterator[Hit]:
    """Facts of the brief in neither goal nor indicators."""
    told = {identity for identity, _ in judged.rendered.used}
    filing = judged.rendered.filing
    words = (filing.annual_goal or "") + "".join(
        f"{row.name}{row.target.raw if row.target else ''}" for row in filing.indicators
    )
    # A goal does not list forty purchases; beyond a dozen the budget lines are the place for the counts.
    counted = sum(fact.kind == "quantity" for fact in judged.facts) <= 12
    kinds = ("quantity", "target") if counted else ("target",)
    for fact in judged.facts:
        if fact.source != "brief" or fact.kind not in kinds or fact.id in told:
            continue
        if fact.kind == "quantity" and fact.value == 1 and not fact.unit:
            continue  # one of nothing in particular is a sum of money, and its amount is in the budget line
        if not any(
            known.value == fact.value and known.unit == fact.unit and known.id in told for known in judged.facts
        ):
            yield Hit(f"brief.{fact.path}", fact.quote, {"fact": _named(fact)})
    for index, target in enumerate(judged.brief.targets):
        if isinstance(target.value, str) and not bigrams(target.name) & bigrams(words):
            text = f"{target.name}{target.value}"
            yield Hit(f"brief.targets[{index}]", text, {"fact": text})


def _named(fact: Fact) -> str:
    return fact.quote if fact.entity is None or fact.quote.startswith(fact.entity) else f"{fact.entity} {fact.quote}"


def unbalanced(judged: Judged) -> Iterator[Hit]:
    """Items that do not add up to the budget."""
    amounts = amounts_of(judged.brief)
    known = [amount for amount in amounts if amount is not None]
    budget = judged.brief.budget_total
    if budget is None or not known or len(known) < len(amounts):
        return
    amount = total(known)
    if amount != budget:
        parts = " + ".join(show(one) for one in known)
        sum_text = f"{parts} = {show(amount)}" if len(known) > 1 else show(amount)
        arguments = {"total": show(amount), "budget": show(budget), "difference": show(abs(amount - budget))}
        printed = judged.rendered.filing.funding.annual_total
        yield Hit(
            "funding.annual_total",
            "" if printed is None else show(printed),
            arguments,
            arithmetic=f"{sum_text} ≠ {show(budget)}",
        )


def misplaced(judged: Judged) -> Iterator[Hit]:
    """Numbers under another item's name."""
    hits = list(_other_item(judged))
    found = {hit.path for hit in hits}
    yield from hits
    for one in misnamed(judged.rendered, judged.facts):
        if one.certain and one.path not in found:
            arguments = {"fact": _named(one.fact), "name": one.noun, "other": one.noun}
            yield Hit(one.path, one.text, arguments, one.span)


def unknown_noun(judged: Judged) -> Iterator[Hit]:
    """Numbers under a noun the brief does not have."""
    for one in misnamed(judged.rendered, judged.facts):
        if not one.certain:
            yield Hit(one.path, one.text, {"fact": _named(one.fact), "name": one.noun}, one.span)


def _other_item(judged: Judged) -> Iterator[Hit]:
    entities = {item.name for item in judged.brief.items}
    if len(entities) < 2:
        return
    owners = _owners(entities)
    for identity, path in judged.rendered.used:
        fact = judged.facts.get(identity)
        if fact is None or fact.entity not in entities or not path.startswith("indicators["):
            continue
        index = int(path.removeprefix("indicators[").partition("]")[0])
        name = judged.rendered.filing.indicators[index].name
        named = {owners[pair] for pair in bigrams(name) if pair in owners}
        if named and fact.entity not in named:
            yield Hit(path, fact.quote, {"fact": f"{fact.entity} {fact.quote}", "name": name, "other": min(named)})


def _owners(entities: set[str]) -> dict[str, str]:
    # 印制宣传册 and 印制三折页 share 印制; only what tells them apart says whose number it is.
    owners: dict[str, str] = {}
    shared: set[str] = set()
    for entity in sorted(entities):
        for pair in bigrams(entity):
            if owners.setdefault(pair, entity) != entity:
                shared.add(pair)
    return {pair: entity for pair, entity in owners.items() if pair not in shared}


def unknown_reference(judged: Judged) -> Iterator[Hit]:
    """References to no fact."""
    for trouble in judged.rendered.troubles:
        if trouble.code == "DRF005":
            yield Hit(trouble.path, trouble.text, {"reference": trouble.text})


def copied(judged: Judged) -> Iterator[Hit]:
    """Words of a precedent's goal."""
    goal = judged.rendered.filing.annual_goal or ""
    own = "\n".join(text for _, text in texts_of(judged.brief))
    for precedent in judged.precedents:
        theirs = precedent.filing.annual_goal or ""
        runs = {theirs[at : at + _RUN] for at in range(len(theirs) - _RUN + 1)}
        shared = (at for at in range(len(goal) - _RUN + 1) if goal[at : at + _RUN] in runs)
        at = next((at for at in shared if not _our_target(goal[at : at + _RUN], judged.brief)), None)
        if at is None or goal[at : at + _RUN] in own:
            continue
        end = at + _RUN
        while end < len(goal) and goal[at : end + 1] in theirs:
            end += 1
        name = precedent.filing.project_name or precedent.id
        yield Hit("annual_goal", goal[at:end], {"text": goal[at:end], "project": name}, (at, end))


def _our_target(run: str, brief: Brief) -> bool:
    """Whether words are the end of a rate and a target of the brief, which filings may share: 100%，满意度达到95%."""
    for target in brief.targets:
        run = run.replace(target.name, "")
    return not re.search(r"[^\W\d_]", re.sub(r"达到|不低于|不少于|控制在|以内|均", "", run))


def foreign_category(judged: Judged) -> Iterator[Hit]:
    """Categories the form does not have."""
    for trouble in judged.rendered.troubles:
        if trouble.code == "DRF006":
            yield Hit(trouble.path, trouble.text, {"category": trouble.text})
