"""Last year's filing, moved to the new facts, with what the new brief adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.patterns import lazy
from drafter.models.embedded.goal import item_clause, promises
from drafter.models.embedded.material import Material, Row
from drafter.models.embedded.rows import rows_of
from drafter.models.proposal import Proposal, ProposedIndicator

_REFERENCE = lazy(r"\{([A-Z]\d+)\}")


def extended(basis: Proposal, stuff: Material, printed: dict[str, str]) -> Proposal:
    """The basis with a row for every new fact, a sentence that says the new counts, and the categories it lacks.

    Args:
        basis: Goal and indicators of last year with references to new facts.
        stuff: Nouns and verbs of the new brief.
        printed: Kind of second-level category → its name in the form.
    """
    known = {identity for text in (*basis.goal, *(row.target for row in basis.indicators)) for identity in _ids(text)}
    rowed = {identity for row in basis.indicators for identity in _ids(row.target)}
    have = {row.category for row in basis.indicators}
    rows = rows_of(stuff)
    new = [row for row in rows if _ids(row.target) and not set(_ids(row.target)) <= rowed and _is_new(row, stuff)]
    lacking = _lacking(rows, have, stuff)
    added = [*new, *(row for row in lacking if row not in new)]
    counted = [
        one
        for item, one in stuff.items
        if one is not None and _ids(one.reference)[0] not in known and item.note is None
    ]
    told = {identity for one in counted for identity in _ids(one.reference)}
    clauses = promises([row for row in new if row.clause and not set(_ids(row.target)) & (told | known)])
    parts = [f"另计划{item_clause(counted)}" if counted else "", clauses]
    sentence = "，".join(part for part in parts if part)
    year = next((f"{{{fact.id}}}" for fact in stuff.request.facts if fact.kind == "year"), "年内")
    return Proposal(
        goal=[*basis.goal, f"{year}{sentence}。"] if sentence else basis.goal,
        indicators=[
            *basis.indicators,
            *(ProposedIndicator(category=printed[row.category], name=row.name, target=row.target) for row in added),
        ],
    )


def _is_new(row: Row, stuff: Material) -> bool:
    """Whether a row says something the brief asks for; a total cost is not, where the table had none."""
    return row.name != "项目总成本" or any(
        category.kind == "cost" and category.required for category in stuff.request.profile.categories
    )


def _lacking(rows: Sequence[Row], have: set[str], stuff: Material) -> list[Row]:
    lacking: list[Row] = []
    for category in stuff.request.profile.categories:
        if category.required and not have & set(category.level2):
            lacking += [row for row in rows if row.category in category.level2.values()][:2]
    return lacking


def _ids(text: str) -> list[str]:
    return _REFERENCE.findall(text)
