"""What a model is asked: the facts it may use, precedents to learn names from, the categories the form requires."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from drafter.brief import Brief
from drafter.filing import Comparator, Filing
from drafter.models.proposal import Proposal
from drafter.profiles import Profile

FactKind = Literal["year", "budget", "funding", "quantity", "unit_price", "amount", "target", "mention"]
Message: TypeAlias = Mapping[str, str]
"""One chat message: `role` (system or user) and `content`."""


class Fact(NamedTuple):
    """One number a draft may use.

    Attributes:
        id: How a model refers to it: `F3` from the brief, `C1` computed from others, `L2` kept from last year.
        kind: What it is.
        entity: The noun it belongs to ("保安"), or None.
        value: The number in its unit; money is in yuan.
        unit: The unit ("人", "元/人", "%", "年"), or None.
        comparator: How a target compares; "=" for everything else.
        path: The field of the brief it comes from ("items[0].quantity"); of the first one when computed.
        quote: The brief's own words, or the calculation when computed ("2 × 66,000 = 132,000").
        source: `brief`, `computed`, or `precedent` for a number kept from last year's filing.
    """

    id: str
    kind: FactKind
    entity: str | None
    value: Decimal
    unit: str | None
    comparator: Comparator
    path: str
    quote: str
    source: Literal["brief", "computed", "precedent"]


class Precedent(NamedTuple):
    """A past filing shown to a model as an example.

    Attributes:
        id: The record's id in the corpus.
        filing: The filing, free of personal data.
        score: Similarity to the brief, 0 to 1.
        kind: `filing` for one an office filed, `model` for a pattern written as an example.
    """

    id: str
    filing: Filing
    score: Decimal
    kind: Literal["filing", "model"] = "filing"


class Request(NamedTuple):
    """Everything a model may look at.

    Attributes:
        brief: The brief.
        facts: The numbers it may use.
        precedents: Similar past filings, best first.
        profile: The form to be filled.
        messages: Makes the chat messages; a model that needs no prompt never calls it.
        answer_schema: Makes the JSON Schema of the answer.
        basis: Last year's filing already moved to the new facts, when the draft rolls one forward.
        office: Other filings of the brief's office, for what it always states.
        listen: Wants each piece of the answer as it comes; None when nobody does. A model need not heed it.
    """

    brief: Brief
    facts: Sequence[Fact]
    precedents: Sequence[Precedent]
    profile: Profile
    messages: Callable[[], list[Message]]
    answer_schema: Callable[[], dict[str, object]]
    basis: Proposal | None = None
    office: Sequence[Precedent] = ()
    listen: Callable[[str], None] | None = None
