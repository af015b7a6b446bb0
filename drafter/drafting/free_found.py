"""What a free text has given so far, and how doubts are kept: said once, in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from drafter.drafting.result import Asked


@dataclass(slots=True)
class Total:
    """A sum a text names: `sure` when it says that it is all the money, `item` the item it stands behind, or -1."""

    value: Decimal
    sure: bool
    item: int
    clause: str


@dataclass(slots=True)
class Found:
    """What has been understood so far.

    Attributes:
        fields: Fields of the brief.
        items: Items; keys that begin with "_" are for the loose ends and leave before the brief is made.
        targets: Targets.
        tasks: Tasks.
        questions: Doubts.
        totals: Sums of money; which one is the budget is settled at the end.
        sources: Who pays: field of the brief, amount (None for the rest), words.
        spans: For how long: number, unit (12个月) and the clause that says it.
        left: Clauses no field takes.
        topics: Clauses that say what the next one counts.
        further: More work that is said to be done beside the items (还要做档案整理).
        open_measures: Measures before anything they measure (管理面积30000平方米).
        alone: Counts that are a clause of their own and name nothing: number, unit, comparator and the clause.
        bare: Amounts without 元, as written and in yuan.
        whole_year: The text says 全年.
        waiting: Prices before what they are for (三千二一台，买10台), each with the name it gives and its clause.
        unplaced: Prices that waited in vain for what was counted next; the whole text may still say whose they are.
        uncounted: Clauses with a word for a number (若干台, 几十人).
    """

    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    items: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    targets: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    tasks: list[str] = field(default_factory=list[str])
    questions: list[Asked] = field(default_factory=list[Asked])
    totals: list[Total] = field(default_factory=list[Total])
    sources: list[tuple[str, Decimal | None, str]] = field(default_factory=list[tuple[str, Decimal | None, str]])
    spans: list[tuple[Decimal, str, str]] = field(default_factory=list[tuple[Decimal, str, str]])
    left: list[str] = field(default_factory=list[str])
    topics: list[str] = field(default_factory=list[str])
    further: list[str] = field(default_factory=list[str])
    open_measures: list[Any] = field(default_factory=list[Any])
    alone: list[tuple[Decimal, str, str, str]] = field(default_factory=list[tuple[Decimal, str, str, str]])
    bare: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    whole_year: bool = False
    waiting: list[Any] = field(default_factory=list[Any])
    unplaced: list[Any] = field(default_factory=list[Any])
    uncounted: list[str] = field(default_factory=list[str])

    def ask(self, name: str, zh: str, en: str) -> None:
        """Add a question, once."""
        if all(one.zh != zh for one in self.questions):
            self.questions.append(Asked(name, zh, en))

    def told(self) -> str:
        """All that has been understood or left so far, to see whether a clause added anything."""
        return repr(
            (
                self.fields,
                self.items,
                self.targets,
                self.tasks,
                self.totals,
                self.sources,
                self.spans,
                self.left,
                self.open_measures,
                self.waiting,
                len(self.questions),
            )
        )

    def leave(self, clause: str) -> None:
        """Keep a clause that no field takes; at the end the writer is told."""
        if clause not in self.left:
            self.left.append(clause)
