"""What a free text has given so far, and how doubts are kept: said once, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, SupportsIndex

from drafter.drafting.result import Asked


@dataclass(slots=True)
class Total:
    """A sum a text names: `sure` when it says that it is all the money, `item` the item it stands behind, or -1."""

    value: Decimal
    sure: bool
    item: int
    clause: str


class Record(dict[str, Any]):
    """An item, a target or the fields of a brief; it counts how often it was changed."""

    __slots__ = ("_owner", "changes")

    def __init__(self, values: Mapping[str, Any] | None = None, owner: Records | None = None) -> None:
        super().__init__(values or {})
        self._owner = owner
        self.changes = 0

    def _changed(self) -> None:
        self.changes += 1
        if self._owner is not None:
            self._owner.changes += 1

    def __setitem__(self, key: str, value: Any) -> None:
        self._changed()
        super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        self._changed()
        super().__delitem__(key)

    def setdefault(self, key: str, default: Any = None) -> Any:
        """The value of a key, set where there was none; a list is asked for to be added to."""
        if key not in self or isinstance(self[key], list):
            self._changed()
        return super().setdefault(key, default)

    def pop(self, key: str, *default: Any) -> Any:
        """Take a value out."""
        if key in self:
            self._changed()
        return super().pop(key, *default)


class Records(list[dict[str, Any]]):
    """Items or targets; it counts how often one was added or changed."""

    __slots__ = ("changes",)

    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def append(self, one: Mapping[str, Any]) -> None:
        """Add one; what is kept is a record of its own."""
        self.changes += 1
        super().append(Record(one, self))

    def remove(self, one: dict[str, Any]) -> None:
        """Take one out."""
        self.changes += 1
        super().remove(one)

    def pop(self, index: SupportsIndex = -1) -> dict[str, Any]:
        """Take one out by its place."""
        self.changes += 1
        return super().pop(index)


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
        several: It says what is to be done in more than one year.
        whole: The item whose parts are being counted (其中…).
        main: An item that stands for all, for its parts are what is paid.
        waiting: Prices before what they are for (三千二一台，买10台), each with the name it gives and its clause.
        unplaced: Prices that waited in vain for what was counted next; the whole text may still say whose they are.
        uncounted: Clauses with a word for a number (若干台, 几十人).
        asked: Every question there has been, those taken back too.
    """

    fields: Record = field(default_factory=Record)
    items: Records = field(default_factory=Records)
    targets: Records = field(default_factory=Records)
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
    several: bool = False
    whole: Any = None
    main: Any = None
    waiting: list[Any] = field(default_factory=list[Any])
    unplaced: list[Any] = field(default_factory=list[Any])
    uncounted: list[str] = field(default_factory=list[str])
    asked: set[str] = field(default_factory=set[str])

    def ask(self, name: str, zh: str, en: str) -> None:
        """Add a question, once."""
        if zh not in self.asked or all(one.zh != zh for one in self.questions):
            self.asked.add(zh)
            self.questions.append(Asked(name, zh, en))

    def told(self) -> tuple[int, ...]:
        """How much has been understood or left so far, to see whether a clause added anything.

        Every clause asks, so that nothing of what is there already may be looked at again.
        """
        changes = self.fields.changes, self.items.changes, self.targets.changes
        lists = self.tasks, self.totals, self.sources, self.spans, self.left, self.open_measures, self.waiting
        return *changes, len(self.questions), *map(len, lists)

    def leave(self, clause: str) -> None:
        """Keep a clause that no field takes; at the end the writer is told."""
        if clause not in self.left:
            self.left.append(clause)
