"""Budget lines that print the number of a row or of the goal: what agrees in number needs less of a name to be one.

Nothing is held against a filing by these: they say what the reconciliation table may tick.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from drafter.checking.equal_numbers import Number, equal_numbers
from drafter.checking.funding import addend_lines
from drafter.checking.naming import tokens
from drafter.checking.price_units import is_count, is_price, paid_per, stem
from drafter.language import lookup
from drafter.language.interval import exact_product

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

Field: TypeAlias = Literal["unit_price", "quantity"]

_FIELDS: Mapping[Field, str] = {"quantity": "count", "unit_price": "price"}
"""The numbers of a line, and what `LinePair` calls the row of each."""

_MOST = 2_000
"""Lines, rows or numbers of one filing; beyond it nobody reads a table."""


class Tie(NamedTuple):
    """A number of a budget line that a row or the goal prints too.

    Attributes:
        line: Position of the line.
        field: Which of its numbers.
        other: Position of the row, or of the number among those of the goal.
    """

    line: int
    field: Field
    other: int


class LineNumbers(NamedTuple):
    """What the lines of the breakdown have in common with rows and goal.

    Attributes:
        rows: Ties to rows that no pair of names has.
        mentions: Ties to numbers of the goal whose own row has no line.
    """

    rows: tuple[Tie, ...]
    mentions: tuple[Tie, ...]


def line_numbers(ledger: Ledger) -> LineNumbers:
    """Tie lines to rows and to numbers of the goal that are the same number of the same thing."""
    at = addend_lines(ledger.filing)[0]
    if not at or max(len(at), len(ledger.filing.indicators), len(ledger.mentions())) > _MOST:
        return LineNumbers((), ())
    rows: list[Tie] = []
    mentions: list[Tie] = []
    counted: dict[int, int] = {}
    for field in _FIELDS:
        lines = _lines(ledger, at, field)
        if not lines:
            continue
        of_row = {found[0]: pair.line for pair in ledger.line_pairs if (found := getattr(pair, _FIELDS[field]))}
        free = _tie(field, lines, _rows(ledger, field), set(of_row.values()), set(of_row))
        rows += free
        of_row |= {tie.other: tie.line for tie in free}
        numbers = ledger.alignment.mentions
        pairs = ((number, ledger.alignment.of_mention(mention)) for number, mention in enumerate(numbers))
        theirs = {number: of_row[pair.indicator] for number, pair in pairs if pair and pair.indicator in of_row}
        said = _mentions(ledger, field)
        if field == "quantity":
            found = _tie(field, lines, said, set(theirs.values()), set(theirs))
            counted = theirs | {tie.other: tie.line for tie in found}
        else:
            # 扶持团队 25 支，每支补助 8000 元: a price is that of the line whose number stands before it.
            prices = {line.at: line.twice for line in lines}
            next_to = {one.at: counted[one.at - 1] for one in said if one.at - 1 in counted and one.at not in theirs}
            found = [
                Tie(line, field, one.at) for one in said if prices.get(line := next_to.get(one.at, -1)) == one.twice
            ]
            theirs |= {tie.other: tie.line for tie in found}
            found += _tie(field, lines, said, set(theirs.values()), set(theirs))
        mentions += found
    return LineNumbers(tuple(rows), tuple(mentions))


def _lines(ledger: Ledger, at: Sequence[int], field: Field) -> list[Number]:
    found: list[Number] = []
    for position in at:
        line = ledger.filing.budget_lines[position]
        value: Decimal | None = getattr(line, field)
        unit = lookup(line.unit)
        # What is 1 stands everywhere; a price of 0.20 does not.
        if not value or value == 1:
            continue
        factor = unit.factor if unit is not None and field == "quantity" else Decimal(1)
        twice = exact_product(value, 2 * factor)
        found.append(Number(position, value, twice, unit.dimension if unit else "", tokens(line.item), line.item))
    return found


def _rows(ledger: Ledger, field: Field) -> list[Number]:
    found: list[Number] = []
    for position, quantity in enumerate(ledger.quantities):
        name = ledger.filing.indicators[position].name
        if quantity is None or not (
            is_price(name, quantity) if field == "unit_price" else is_count(quantity, ledger.kinds[position])
        ):
            continue
        dimension = quantity.dimension
        if field == "unit_price":
            per = lookup(next(iter(paid_per(quantity)), None))
            dimension = per.dimension if per else ""
        twice = quantity.interval.low + quantity.interval.high
        found.append(Number(position, Decimal(0), twice, dimension, stem(name), name))
    return found


def _mentions(ledger: Ledger, field: Field) -> list[Number]:
    alignment = ledger.alignment
    found: list[Number] = []
    for one in alignment.about:
        mention = alignment.mentions[one.mentions[0]]
        money = mention.dimension.startswith("money")
        if mention.interval is None or mention.kind == "percent" or money != (field == "unit_price"):
            continue
        # 每支补助 8000 元 is a pace and a price; 每月 2 次 is a pace and no count, and what there is today is neither.
        if one.role not in ("promise", "part", *(["pace"] if money else [])):
            continue
        dimension = "" if money else mention.dimension
        twice = mention.interval.low + mention.interval.high
        found.append(Number(one.mentions[0], Decimal(0), twice, dimension, one.name, one.words, one.beside))
    return found


def _tie(
    field: Field, lines: Sequence[Number], others: Sequence[Number], no_lines: Set[int], no_others: Set[int]
) -> list[Tie]:
    return [Tie(line, field, other) for line, other in equal_numbers(lines, others, no_lines, no_others)]
