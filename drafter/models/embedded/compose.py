"""Puts an embedded draft together and answers as any model does."""

from __future__ import annotations

from drafter.models.embedded.extend import extended
from drafter.models.embedded.goal import sentences
from drafter.models.embedded.kinds import kind_of
from drafter.models.embedded.rows import material, rows_of
from drafter.models.entry import Reply
from drafter.models.proposal import Proposal, ProposedIndicator
from drafter.models.request import Request


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
    stuff = material(request, kind_of(request.brief))
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
