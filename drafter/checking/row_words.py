"""Numbers that a row has for several numbers of a goal, told by the words it shares with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checking.dimensions import relation
from drafter.checking.naming import tokens
from drafter.checking.words.clauses import WORDS, said_before, said_behind
from drafter.language import Mention, bigrams

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_DIGITS = 2
"""Figures of a number that is hardly twice the same by chance."""
_SPECIFIC = 10
"""Weight of a word that tells rows apart."""
_FAMILIES = frozenset({"count:人", "count:户", "count:家"})
_WORDS = 2
"""Pairs of characters that a row shares with a clause that counts people where the row counts their families."""


def in_its_words(ledger: Ledger, mention: Mention) -> bool:
    """People said twice: 260户家庭开展记账……慰问记账户260户 beside 记账户数量 260, with a word of the row."""
    if mention.dimension not in _FAMILIES or len(mention.number) < _DIGITS:
        return False
    goal = ledger.text("annual_goal")
    said = said_before(goal, mention.start, WORDS, 20)
    words = {token.text for token in tokens(f"{said} {said_behind(goal, mention.end, WORDS, 20)}")}
    return any(
        relation(mention, ledger.filing.indicators[at], ledger.quantities[at]) == "same"
        and any(token.text in words for token in tokens(ledger.filing.indicators[at].name) if token.weight >= _SPECIFIC)
        for at in ledger.rows_of(mention.interval)
    )


def of_families(ledger: Ledger, mention: Mention) -> bool:
    """A row counts in 户 or 家 as many as the goal does in 名, or the other way round, in the words of its clause."""
    if mention.dimension not in _FAMILIES:
        return False
    goal = ledger.text("annual_goal")
    said = bigrams(said_before(goal, mention.start, WORDS, 20))
    said |= bigrams(said_behind(goal, mention.end, WORDS, 20))
    for at in ledger.rows_of(mention.interval):
        row, quantity = ledger.filing.indicators[at], ledger.quantities[at]
        other = quantity is not None and quantity.dimension in _FAMILIES - {mention.dimension}
        if other and len(said & bigrams(row.name)) >= _WORDS:
            return True
    return False
