"""Rows that have each other's numbers: 线下36场、线上24场 beside 线下招聘会 24 场 and 线上招聘会 36 场."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.emit import Hit, Ref
from drafter.checking.naming import Token, tokens
from drafter.language import Mention

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger
    from drafter.checking.subjects import Subject

_NAMING = 20
"""Weight of a word that tells what is counted."""
_FEW = 12
"""Rows that may be crossed; a table with more odd ones is none of the goal's."""


class Crossed(NamedTuple):
    """Two numbers of a goal and two rows, each of which prints the number of the other's words.

    Attributes:
        mentions: The numbers.
        rows: Position of the row that each number's words name, which prints the other number.
    """

    mentions: tuple[Mention, Mention]
    rows: tuple[int, int]


def crossed_rows(ledger: Ledger) -> Iterator[Crossed]:
    """The pairs of rows whose values changed places.

    Each number stands once in the goal and once in the table, at a row that no word of it tells from the others, and
    the words of each tell the other's row: two such chances are none.
    """
    subject_of = _only_rows(ledger)
    if len(subject_of) < len(("one", "other")):
        return
    words = {row: _words(tokens(ledger.filing.indicators[row].name)) for row in subject_of}
    counted = Counter(word for row in subject_of for word in words[row])
    # A word that names other rows as well tells nothing: 校车 of 运行校车数量 and 乘坐校车学生数.
    telling = {row: {word for word in words[row] if counted[word] == 1} for row in subject_of}
    said = {row: _words(subject.name) or _words(subject.beside) for row, subject in subject_of.items()}
    odd = [row for row in subject_of if not telling[row] & said[row]]
    for one, other in combinations(odd[:_FEW], 2):
        mine, theirs = said[one] & words[other], said[other] & words[one]
        told = mine & telling[other] or theirs & telling[one]
        if told and len(mine) > len(said[one] & words[one]) and len(theirs) > len(said[other] & words[other]):
            mentions = ledger.alignment.mentions
            first, second = (mentions[subject_of[row].mentions[0]] for row in (one, other))
            yield Crossed((second, first), (one, other))


def crossed_work(ledger: Ledger) -> Iterator[Hit]:
    """Each two rows that have each other's numbers, judged."""
    for found in crossed_rows(ledger):
        rows = [ledger.filing.indicators[row] for row in found.rows]
        values = [row.target.raw if row.target else "" for row in rows]
        first, second = (Ref("annual_goal", (one.start, one.end)) for one in found.mentions)
        yield Hit(
            first,
            (second, *(Ref(f"indicators[{row}].target") for row in found.rows)),
            arguments={
                "said": found.mentions[0].text,
                "other": found.mentions[1].text,
                "indicator": rows[0].name,
                "value": values[0],
                "second": rows[1].name,
                "second_value": values[1],
            },
            arithmetic=f"{found.mentions[0].text} ≠ {values[0].removeprefix('=')}",
            variant="crossed",
            severity="warning",
            group=None,
            reconcile=True,
        )


def _only_rows(ledger: Ledger) -> Mapping[int, Subject]:
    """The rows whose number stands once in the table and once in the goal, and what the goal says it of."""
    alignment = ledger.alignment
    about: Sequence[Subject] = alignment.about
    found: dict[int, Subject] = {}
    twice: set[int] = set()
    for subject in about:
        mention = alignment.mentions[subject.mentions[0]]
        if mention.kind not in ("count", "measure") or mention.interval is None or subject.role in ("none", "baseline"):
            continue
        for row in ledger.rows_of(mention.interval):
            quantity = ledger.quantities[row]
            if quantity is not None and quantity.dimension == mention.dimension:
                twice |= {row} if row in found else set()
                found[row] = subject
    owners = Counter(id(subject) for subject in found.values())
    return {row: subject for row, subject in found.items() if row not in twice and owners[id(subject)] == 1}


def _words(found: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.text for token in found if token.weight >= _NAMING)
