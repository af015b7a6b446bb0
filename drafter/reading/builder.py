"""A filing while it is being read: fields with their places, the first print of a field wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from decimal import Decimal
from typing import Any, TypeVar

from drafter.filing import BudgetLine, Filing, Funding, Indicator, LocatedFiling, Place
from drafter.personal.redaction import redact
from drafter.reading.budget import FoundLine
from drafter.reading.content import Cell
from drafter.reading.targets import FoundIndicator

_Row = TypeVar("_Row", Indicator, BudgetLine)


class FilingBuilder:
    """What has been read of one form so far.

    Attributes:
        values: Field → value, `funding.annual_total` for the money.
        places: Field path → place.
        printed: Field path → print where it differs.
        narrative: (Label, text) in printed order.
        indicators: Indicators in printed order.
        lines: Budget lines in printed order.
        labels: Compacted labels seen, for choosing the profile.
        personal: What stands in fields for people; never part of the filing.
        lost: Field path → where it is printed, for fields whose text the carrier cut off.
        unread: Rows of the funding block that no field takes, as printed, with their cells.
        skipped: Parts of the form that were seen and not understood or have no field, as named in print.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.places: dict[str, Place] = {}
        self.printed: dict[str, str] = {}
        self.narrative: list[tuple[str, str]] = []
        self.indicators: list[FoundIndicator] = []
        self.lines: list[FoundLine] = []
        self.labels: set[str] = set()
        self.personal: set[str] = set()
        self.lost: dict[str, str] = {}
        self.unread: list[tuple[str, Cell]] = []
        self.skipped: list[tuple[str, Cell]] = []

    def put(self, path: str, value: Any, cell: Cell, *, text: str | None = None, printed: str | None = None) -> None:
        """Set a field unless it has a value already. `text` is the print at the place, the cell's own by default."""
        if value in (None, "") or self.values.get(path) is not None:
            return
        if cell.lost:
            # What is left of a cut text is another text: 5000 cut after 500 would be a number nobody wrote.
            self.misread(path, cell, text if text is not None else cell.text)
            return
        self.values[path] = value
        self.places[path] = place_of(cell, text)
        if printed is not None:
            self.printed[path] = printed

    def misread(self, path: str, cell: Cell, text: str) -> None:
        """Keep the print of a field whose value cannot be understood; the field stays null."""
        if cell.lost and self.values.get(path) is None:
            self.lost.setdefault(path, cell.location)
        if self.values.get(path) is None and path not in self.printed:
            self.printed[path] = text
            self.places[path] = place_of(cell, text)

    def doubt(self) -> None:
        """Take back what a text whose cells run through each other cannot tell: money, goals and targets.

        Their prints are kept; indicators stay as rows whose levels and values are not certain.
        """
        for path in [path for path in self.values if path.startswith("funding.") or path.endswith("_goal")]:
            self.printed[path] = self.places[path].text
            del self.values[path]
        self.lines.clear()
        self.indicators = [
            found._replace(indicator=found.indicator.model_copy(update={"certain": False, "target": None}))
            for found in self.indicators
        ]

    @property
    def name(self) -> str | None:
        """The project name read so far."""
        return self.values.get("project_name")

    @property
    def promises(self) -> list[str]:
        """The texts that promise quantities: the goals and the text beside the form."""
        goals = [self.values.get(path) for path in ("annual_goal", "overall_goal")]
        return [text for text in (*goals, *(text for _, text in self.narrative)) if text]

    @property
    def amounts(self) -> set[Decimal]:
        """The sums of the form and the numbers of its budget lines; money in yuan."""
        sums = {value for path, value in self.values.items() if path.startswith("funding.")}
        numbers = [(line.line.amount, line.line.unit_price, line.line.quantity) for line in self.lines]
        return sums | {number for line in numbers for number in line if number is not None}

    @property
    def is_form(self) -> bool:
        """Whether enough was read to call it a form: indicators, or a project with a goal or money."""
        has_goal = bool(self.values.get("annual_goal") or self.values.get("overall_goal"))
        has_money = any(path.startswith("funding.") for path in self.values)
        return bool(self.indicators) or (self.name is not None and (has_goal or has_money or bool(self.lines)))

    def build(self, index: int, profile: str, personal: Collection[str] = ()) -> LocatedFiling:
        """The filing and its places, its narrative and notes without personal data.

        Goals, names and targets stay as printed, whoever they name: rules point into them by offset, and a checker
        that shows another text than the form is of no use. They are freed of names and numbers by
        `drafter.personal.cleaning.cleaned` before they are kept in a corpus, rolled forward or shown to a model.

        Args:
            index: Place in the document, from 0.
            profile: Id of the form.
            personal: What the fields for people of the whole document hold.
        """
        known = self.personal.union(personal)
        funding: dict[str, Decimal] = {}
        fields: dict[str, Any] = {}
        for path, value in self.values.items():
            if path.startswith("funding."):
                funding[path.removeprefix("funding.")] = value
            else:
                fields[path] = value
        places, printed = dict(self.places), dict(self.printed)
        for position, found in enumerate(self.indicators):
            _locate(places, f"indicators[{position}]", found.cells)
        for position, line in enumerate(self.lines):
            _locate(places, f"budget_lines[{position}]", line.cells)
            printed |= {f"budget_lines[{position}].{key}": text for key, text in line.printed.items()}
        if self.unread:
            # The path of the whole block: its prints are part of no field, and rules that add fields must know.
            printed["funding"] = "；".join(text for text, _ in self.unread)
            places["funding"] = place_of(self.unread[0][1], self.unread[0][0])
        narrative = redact("\n".join(f"{label}：{text}" for label, text in self.narrative), known)
        removed = Counter(narrative.counts)
        filing = Filing(
            index=index,
            profile=profile,
            funding=Funding(**funding),
            indicators=[_discreet(found.indicator, known, removed) for found in self.indicators],
            budget_lines=[_discreet(line.line, known, removed) for line in self.lines],
            narrative=narrative.text or None,
            printed=printed,
            **fields,
        )
        return LocatedFiling(filing, places, frozenset(self.personal), removed)


def place_of(cell: Cell, text: str | None = None) -> Place:
    """The place of a cell, or of a part of its text."""
    return Place(cell.text if text is None else text, cell.location, cell.anchor)


def _discreet(row: _Row, personal: Collection[str], removed: Counter[str]) -> _Row:
    """An indicator or budget line whose note holds no personal data; `removed` grows by what went."""
    if not row.note:
        return row
    note = redact(row.note, personal)
    removed.update(note.counts)
    return row.model_copy(update={"note": note.text}) if note.counts else row


def _locate(places: dict[str, Place], path: str, cells: dict[str, Cell]) -> None:
    for key, cell in cells.items():
        places[f"{path}.{key}"] = place_of(cell)
    head = cells.get("name") or cells.get("item")
    if head is not None:
        places[path] = place_of(head)
