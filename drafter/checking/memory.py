"""A process that checks for months keeps nothing of a monstrous filing."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.filing import Filing
from drafter.language.memory import forget

_LONGEST = 500
"""Characters of the names and values that are remembered by the thousand; the published filings have up to 44."""


def forget_monstrous(filing: Filing) -> None:
    """Forget what was remembered of names and values if a filing has longer ones than anybody writes."""
    if any(text is not None and len(text) > _LONGEST for text in _remembered(filing)):
        forget()


def _remembered(filing: Filing) -> Iterator[str | None]:
    yield filing.project_name
    for line in filing.budget_lines:
        yield line.item
        yield line.unit
    for row in filing.indicators:
        yield row.name
        yield row.level1
        yield row.level2
        if row.target is not None:
            yield row.target.raw
            yield row.target.value
            yield row.target.unit
