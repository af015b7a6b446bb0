"""What a goal multiplies and a row has the product of: 培训2期，每期80人 beside 培训人次 160人次."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.emit import Agrees, Hit, Ref
from drafter.checking.naming import tokens
from drafter.checking.price_sentences import is_of
from drafter.checking.price_units import is_count
from drafter.checking.show import counted
from drafter.checking.slips import one_slip
from drafter.checking.words.clauses import SENTENCE, said_before
from drafter.language import Mention
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_EACH = lazy(r"每(?:个|一)?(?P<per>[^\W\da-zA-Z_])[^，,。；;、\d每]{0,4}$", needs=("每",))
_PERIODS = "年月日天周季时"
_PEOPLE = frozenset(("count:人", "count:人次"))
_SPECIFIC = 20
"""Weight of a word that tells what is counted."""
_BACK = 60
_MOST = 20
"""Rates of one goal; a longer list is no goal text."""


class PacedRow(NamedTuple):
    """A rate of the goal, what it is multiplied with, and the row that has the product.

    Attributes:
        rate: How many each time.
        times: How many times.
        indicator: Position of the row.
        product: What they come to.
        agrees: The row has it.
        slip: The row's number is one slip apart from it.
    """

    rate: Mention
    times: Mention
    indicator: int
    product: Decimal
    agrees: bool
    slip: bool


def paced_rows(ledger: Ledger, judged: Collection[int]) -> list[PacedRow]:
    """The products that one row each has; none where the goal gives that row's number itself.

    Args:
        ledger: The filing.
        judged: Ends of the numbers whose products the goal itself states.
    """
    text, alignment = ledger.text("annual_goal"), ledger.alignment
    if "每" not in text:
        return []
    rates = [
        one for one in alignment.mentions if one.kind == "count" and one.comparator == "=" and one.end not in judged
    ]
    found: dict[int, list[PacedRow]] = defaultdict(list)
    for rate in [one for one in rates if _EACH.search(text, max(0, one.start - 8), one.start)][:_MOST]:
        times = _times(text, rate, rates)
        rows = list(_rows(ledger, text, rate)) if times is not None else []
        if times is None or len(rows) != 1 or (quantity := ledger.quantities[rows[0]]) is None:
            continue
        product, value = exact_product(Decimal(rate.number), Decimal(times.number)), quantity.interval
        slip = value.exact and one_slip(product, value.low)
        found[rows[0]].append(PacedRow(rate, times, rows[0], product, value.contains(product), slip))
    # 法律培训2期，每期80人，业务培训3期，每期50人: the row may have either, or both.
    return [of[0] for of in found.values() if len(of) == 1]


def _sentence(text: str, rate: Mention) -> str:
    return said_before(text, rate.start, SENTENCE, _BACK)


def _times(text: str, rate: Mention, counts: Sequence[Mention]) -> Mention | None:
    """The one count in the sentence of what the rate is for each of."""
    each = _EACH.search(text, max(0, rate.start - 8), rate.start)
    if each is None or each["per"] in _PERIODS:
        return None
    start = rate.start - len(_sentence(text, rate))
    near = [one for one in counts if start <= one.start < rate.start and is_of(text, one, each["per"])]
    return near[0] if len(near) == 1 else None


def _rows(ledger: Ledger, text: str, rate: Mention) -> Iterator[int]:
    """The output rows that count what the rate counts and share a word with its sentence, and no number of the goal."""
    words = {token.text for token in tokens(re.sub(r"\d", "", _sentence(text, rate)))}
    for at, quantity in enumerate(ledger.quantities):
        if quantity is None or not is_count(quantity, ledger.kinds[at]):
            continue
        alike = quantity.dimension == rate.dimension or {quantity.dimension, rate.dimension} <= _PEOPLE
        own = any(pair.role != "pace" for pair in ledger.alignment.of_indicator(at))
        if alike and not own:
            name = [token for token in tokens(ledger.filing.indicators[at].name) if token.weight >= _SPECIFIC]
            if any(token.text in words for token in name):
                yield at


def row_work(ledger: Ledger, judged: Collection[int]) -> Iterator[Agrees | Hit]:
    """What agrees and what is a slip; any other number may count something else."""
    for found in paced_rows(ledger, judged):
        if found.agrees or found.slip:
            yield _judged(ledger, found)


def _judged(ledger: Ledger, found: PacedRow) -> Agrees | Hit:
    target = ledger.filing.indicators[found.indicator].target
    value = target.raw if target is not None else ""
    place, row = _ref("annual_goal", found.rate), Ref(f"indicators[{found.indicator}].target")
    written = (
        f"{counted(Decimal(found.times.number)):,f} × {counted(Decimal(found.rate.number)):,f} = {found.product:,f}"
    )
    if found.agrees:
        return Agrees(place, (_ref("annual_goal", found.times), row), written)
    return Hit(
        place,
        (_ref("annual_goal", found.times), row),
        arguments={
            "factors": f"“{found.times.text}”“每…{found.rate.text}”",
            "written": written,
            "total": value,
            "indicator": ledger.filing.indicators[found.indicator].name,
        },
        arithmetic=f"{written} ≠ {value}",
        variant="row",
        group=None,
        reconcile=True,
    )


def _ref(path: str, mention: Mention) -> Ref:
    return Ref(path, (mention.start, mention.end))
