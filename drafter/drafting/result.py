"""The draft as published JSON, and the questions a brief leaves."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple

from drafter.checking.report import Report
from drafter.filing import Filing, Number
from drafter.shape import Shape

Status = Literal["passed", "findings", "failed"]
Source = Literal["brief", "computed", "precedent", "profile"]


class Question(Shape):
    """What the brief left open or contradicts: the field concerned, and one sentence for the person who wrote it."""

    field: str
    message: str


class Asked(NamedTuple):
    """A question in both languages."""

    field: str
    zh: str
    en: str

    def say(self, lang: str = "zh") -> Question:
        """The question in the language asked for (`zh` or `en`)."""
        return Question(field=self.field, message=self.en if lang == "en" else self.zh)


class Provenance(Shape):
    """Where one number of the draft comes from.

    `span` are offsets into the text at `path` (a goal, an indicator's name or its printed target); null for a money
    or quantity field. `precedent` and `profile` mark a conventional target that drafter proposes: nobody asked for it.
    """

    path: str
    span: tuple[int, int] | None = None
    number: str
    source: Source
    reference: str
    """A field of the brief ("items[0].quantity"), the id of a precedent, or the profile."""
    quote: str
    """The words that give the number: the brief's, the calculation, or the precedent's indicator."""


class PrecedentRef(Shape):
    """A past filing the draft looked at, or a pattern written as an example (`model`), which no office filed."""

    id: str
    kind: Literal["filing", "model"] = "filing"
    project_name: str | None
    year: int | None
    score: Number


class Attempt(Shape):
    """One call of a model."""

    model: str
    prompt_version: str | None = None
    input_tokens: int = 0
    output_tokens: int = 0
    findings: list[str] = field(default_factory=list[str])
    seconds: Number
    outcome: str = "answered"
    """answered, truncated, refused, empty, invalid, unavailable, or over_budget where no call was made."""
    notes: list[str] = field(default_factory=list[str])


class Draft(Shape):
    """A drafted filing, what the checker says of it, and where its numbers come from.

    `status` is `passed`, `findings` or `failed`. Every number of goals, indicators and budget has an entry in
    `provenance`; one without is finding DRF001. `questions` is what the brief left open or contradicts. Scores are 0 to
    1; tokens are counted by the model's service. Shape: `drafter schema draft`.
    """

    schema_: Literal["drafter.draft/1"] = "drafter.draft/1"
    status: Status
    filing: Filing
    report: Report
    provenance: list[Provenance] = field(default_factory=list[Provenance])
    questions: list[Question] = field(default_factory=list[Question])
    precedents: list[PrecedentRef] = field(default_factory=list[PrecedentRef])
    attempts: list[Attempt] = field(default_factory=list[Attempt])
