"""Which number of the goal and which row of the table are one promise: scored, assigned at best, and *unsure* said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.checking.assignment import Edge, assign
from drafter.checking.dimensions import Relation, relation
from drafter.checking.naming import Likeness, Rarity, Token, head, likeness, tokens
from drafter.checking.roles import Role, roles
from drafter.language import Mention

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_POSSIBLE = 300
_MARGIN = 120
"""An assignment is sure only if every other one is worse by so much."""
_EVIDENCE = 10
"""Weight of shared words below which a pair stays unsure: one specific word, or a head, is the least."""
_LONE = 250
"""Bonus of the only number and the only row in a unit: 3.2 公里 and a length in 公里 are hardly two promises."""
_CANDIDATES = 24
"""Rows compared for one number, so that 5,000 rows and a goal of a megabyte stay linear."""
_BOUNDARY = re.compile(r"[，,。；;：:、！!？?（()）“”\"\n]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of a goal text and the row it belongs to.

    Attributes:
        mention: The number.
        indicator: Position of the row.
        relation: How their units relate; `blank` where the row prints no number.
        role: What the number is there for.
        score: 0 to 1250, for people who tune; rules ask `sure`.
        sure: No other row and no other number comes near. Only sure pairs may become errors.
    """

    mention: Mention
    indicator: int
    relation: Relation
    role: Role
    score: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """The numbers of one goal text and the rows of the table.

    Attributes:
        roles: What each mention is there for, in order of the mentions.
        pairs: The pairs found, in order of the mentions.
    """

    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    pairs: tuple[Pair, ...]

    def of_mention(self, mention: Mention) -> Pair | None:
        """The pair of a number, None where no row comes near."""
        return next((pair for pair in self.pairs if pair.mention is mention), None)

    def of_indicator(self, position: int) -> list[Pair]:
        """The pairs of a row: several where the goal says the same number twice."""
        return [pair for pair in self.pairs if pair.indicator == position]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What one number of a goal is about; numbers said twice share one."""

    mentions: tuple[int, ...]
    name: tuple[Token, ...]
    beside: tuple[Token, ...]
    role: Role


def align(ledger: Ledger, path: str = "annual_goal") -> Alignment:
    """Align the numbers of a goal text with the rows of the table."""
    mentions = ledger.mentions(path)
    found = roles(ledger.text(path), mentions, ledger.sums(path))
    rows = [tokens(row.name) for row in ledger.filing.indicators]
    subjects = _subjects(ledger.text(path), mentions, found)
    rarity = Rarity(rows)
    edges = _edges(ledger, mentions, subjects, rows, rarity)
    regrets = assign({edge: candidate.score for edge, candidate in edges.items()})
    pairs: list[Pair] = []
    for edge, regret in regrets.items():
        best = edges[edge]
        for at in subjects[edge[0]].mentions:
            sure = _sure(best, found[at], regret)
            pairs.append(Pair(mentions[at], edge[1], best.relation, found[at], best.score, sure))
    return Alignment(mentions, tuple(found), tuple(sorted(pairs, key=lambda pair: pair.mention.start)))


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: int
    relation: Relation
    doubtful: bool


def _sure(candidate: _Candidate, role: Role, regret: int) -> bool:
    if candidate.doubtful or candidate.score < _SURE or regret < _MARGIN:
        return False
    return role in ("promise", "part", "change") and candidate.relation in ("same", "near")


def _subjects(text: str, mentions: Sequence[Mention], found: Sequence[Role]) -> list[_Subject]:
    grouped: dict[tuple[str, ...], list[int]] = defaultdict(list)
    names: dict[int, tuple[tuple[Token, ...], tuple[Token, ...]]] = {}
    for at, mention in enumerate(mentions):
        if found[at] == "none":
            continue
        left = mentions[at - 1].end if at else 0
        right = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
        before = _BOUNDARY.split(text[max(left, mention.start - 40) : mention.start])[-1]
        after = _BOUNDARY.split(text[mention.end : min(right, mention.end + 16)])[0]
        beside = (*tokens(before), *tokens(after))
        name = tokens(mention.entity or "") or beside
        names[at] = (name, beside)
        words = (token.text for token in name)
        grouped[(mention.number, mention.unit or "", mention.comparator, found[at], *words)].append(at)
    return [_Subject(tuple(group), *names[group[0]], found[group[0]]) for group in grouped.values()]


def _edges(
    ledger: Ledger,
    mentions: Sequence[Mention],
    subjects: Sequence[_Subject],
    rows: Sequence[tuple[Token, ...]],
    rarity: Rarity,
) -> Mapping[Edge, _Candidate]:
    index = _index(rows)
    by_dimension: dict[str, list[int]] = defaultdict(list)
    for position, quantity in enumerate(ledger.quantities):
        by_dimension[quantity.dimension if quantity else ""].append(position)
    # Parts and facts do not make a promise ambiguous: 13 人（其中 10 人…）has one promise in 人.
    promised = Counter(mentions[one.mentions[0]].dimension for one in subjects if one.role in ("promise", "change"))
    heads = _Heads(subjects, rows)
    edges: dict[Edge, _Candidate] = {}
    for at, subject in enumerate(subjects):
        mention = mentions[subject.mentions[0]]
        alone = promised[mention.dimension] == 1 and len(by_dimension[mention.dimension]) == 1
        near = set(_nearest(subject, index)) | set(by_dimension[mention.dimension][:_CANDIDATES])
        for position in sorted(near):
            quantity = ledger.quantities[position]
            related = relation(mention, ledger.filing.indicators[position], quantity)
            if related is None:
                continue
            alike = likeness(subject.name, rows[position], rarity, subject.beside)
            equal = quantity is not None and related != "blank" and mention.interval == quantity.interval
            lone = (alone and related == "same") or heads.lone(subject, rows[position])
            candidate = _weigh(alike, related, subject.role, lone=lone, equal=equal, rate=mention.kind == "percent")
            if candidate is not None:
                edges[(at, position)] = candidate
    return edges


def _weigh(alike: Likeness, related: Relation, role: Role, *, lone: bool, equal: bool, rate: bool) -> _Candidate | None:
    if alike.heads < 0 or role == "baseline":
        return None
    score = alike.score
    if lone and (alike.shared or equal):
        score += _LONE + (_LONE if equal and not alike.shared else 0)
    score -= {"same": 0, "near": 50, "loose": 150, "blank": 50}[related]
    score -= 200 if role == "part" else 100 if role in ("fact", "pace") else 0
    score -= 150 if rate and alike.heads == 0 else 0
    score += 30 if equal else 0
    if score < _POSSIBLE:
        return None
    weak = alike.shared < _EVIDENCE and not (lone and alike.shared)
    apart = alike.apart or (alike.conflict and not lone)
    # What agrees in number and unit needs less to be one promise: nothing is claimed against it.
    doubtful = (weak or apart) and not (equal and related == "same" and (lone or alike.shared >= _EVIDENCE))
    return _Candidate(score, related, doubtful)


class _Heads:
    """How many numbers of the goal and how many rows measure each thing (满意度, 采纳率)."""

    def __init__(self, subjects: Sequence[_Subject], rows: Sequence[tuple[Token, ...]]) -> None:
        self._said = Counter(head(subject.name) or head(subject.beside) for subject in subjects)
        self._rows = Counter(head(row) for row in rows)

    def lone(self, subject: _Subject, row: Sequence[Token]) -> bool:
        """One number and one row measure this, whatever they call whose it is."""
        theirs = head(row)
        mine = head(subject.name) or head(subject.beside)
        return theirs is not None and theirs == mine and self._said[theirs] == 1 and self._rows[theirs] == 1


def _index(rows: Sequence[tuple[Token, ...]]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for position, row in enumerate(rows):
        for text in {token.text for token in row} | {broader for token in row for broader in token.broader}:
            index[text].append(position)
    return index


def _nearest(subject: _Subject, index: Mapping[str, list[int]]) -> list[int]:
    """The rows that share the most words; words that hundreds of rows share find nothing."""
    counts: Counter[int] = Counter()
    for token in (*subject.name, *subject.beside):
        for text in (token.text, *token.broader):
            positions = index.get(text, ())
            if len(positions) <= 20 * _CANDIDATES:
                for position in positions:
                    counts[position] += token.weight
    return [position for position, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]]
