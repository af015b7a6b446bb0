"""The shape of one output line of `drafter quantities`, for its JSON Schema."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from drafter.filing import Comparator


class QuantityMention(BaseModel):
    """One mention; offsets are Python character offsets of number and unit."""

    start: int
    end: int
    number: str
    unit: str | None
    comparator: Comparator
    entity: str | None
    kind: Literal[
        "count", "percent", "money", "duration", "measure", "year", "date", "age", "multiple", "fraction"
    ]  # fmt: skip


class QuantityLine(BaseModel):
    """All mentions of one line of text."""

    mentions: list[QuantityMention]
