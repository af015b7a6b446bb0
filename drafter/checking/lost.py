"""Targets whose print was seen and not understood: a ≥ read as 2 leaves 295%, which is neither 295 nor ≥95."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checking.emit import Lacking
from drafter.filing import Indicator

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger


def is_unread(row: Indicator) -> bool:
    """Whether a row prints a target that reading took for neither a number nor a word."""
    return row.target is not None and row.target.value is None and row.target.text is None


def unread_targets(ledger: Ledger) -> Iterator[Lacking]:
    """What a rule on the values of rows says of those that cannot be judged."""
    for position, row in enumerate(ledger.filing.indicators):
        if row.target is not None and is_unread(row):
            yield Lacking(
                f"“{row.name}”的指标值“{row.target.raw}”没有读成数值或文字，可能认错了“≥”一类的符号，请对照原件",
                f"the target {row.target.raw!r} of “{row.name}” was read as no value; its sign (≥) may be misread",
                f"indicators[{position}].target",
            )
