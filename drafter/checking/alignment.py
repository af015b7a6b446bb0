"""Which number of the goal and which row of the table are one promise: scored, assigned at best, and *unsure* said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.assignment import Edge, assign
from drafter.checking.candidates import Candidate, candidates
from drafter.checking.deeds import name_two_things
from drafter.checking.dimensions import Relation
from drafter.checking.naming import tokens
from drafter.checking.only_numbers import OnlyNumbers
from drafter.checking.quantities import TargetQuantity
from drafter.checking.roles import Role, one_pace, roles
from drafter.checking.shared_numbers import shared_numbers
from drafter.checking.slips import misplaced, slipped
from drafter.checking.subjects import Subject, subjects
from drafter.language import Mention

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_NAMED = 450
"""Two limits of time that are the last on both sides, and share a word."""
_MARGIN = 120
"""An assignment is sure only if every other one is worse by so much."""
_SLIPPED = ("count", "measure", "money", "duration")
"""Kinds of numbers of which one may be a slip of the other; rates are alike by nature (95% and 98%)."""
_NUMBERS = 1000
"""So many numbers of one goal are aligned; the longest goal of the published filings has 13."""
TOO_LONG = (
    f"目标文本中的数字太多，只核对了前 {_NUMBERS} 个",
    f"the goal has too many numbers; only the first {_NUMBERS} were compared",
)


class Pair(NamedTuple):
    """A number of a goal text and the row it belongs to.

    Attributes:
        mention: The number.
        indicator: Position of the row.
        relation: How their units relate; `blank` where the row prints no number.
        role: What the number is there for.
        score: 300 to 1280, for people who tune; rules ask `sure`.
        sure: No other row and no other number comes near. Only sure pairs may become errors.
        likely: The names share less, but nothing else claims the row or the number, both are the last of their unit,
            and the two numbers are one slip apart. Such a pair may become a warning.
    """

    mention: Mention
    indicator: int
    relation: Relation
    role: Role
    score: int
    sure: bool
    likely: bool = False


class Alignment:
    """The numbers of one goal text and the rows of the table.

    Attributes:
        mentions: The numbers of the goal.
        roles: What each is there for, in the same order.
        pairs: The pairs found, in order of the numbers.
        cut: How many numbers at the end of a monstrous goal were not looked at.
        about: What each number is about, those said twice once.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        found: Sequence[Role],
        pairs: Sequence[Pair],
        cut: int,
        about: Sequence[Subject] = (),
    ) -> None:
        self.mentions = tuple(mentions)
        self.roles = tuple(found)
        self.pairs = tuple(sorted(pairs, key=lambda pair: pair.mention.start))
        self.cut = cut
        self.about = tuple(about)
        self._by_start = {pair.mention.start: pair for pair in self.pairs}
        self._by_row: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            self._by_row[pair.indicator].append(pair)

    def of_mention(self, mention: Mention) -> Pair | None:
        """The pair of a number, None where no row comes near."""
        return self._by_start.get(mention.start)

    def of_indicator(self, position: int) -> Sequence[Pair]:
        """The pairs of a row: several where the goal says the same number twice."""
        return self._by_row.get(position, ())


def align(ledger: Ledger, path: str = "annual_goal") -> Alignment:
    """Align the numbers of a goal text with the rows of the table."""
    every = ledger.mentions(path)
    mentions = every[:_NUMBERS]
    if not mentions:
        return Alignment((), (), (), 0)
    found = roles(ledger.text(path), mentions, ledger.sums(path))
    other = ledger.other_times if path == "annual_goal" else ()
    if other:
        # What was, and what other years are to bring, competes with no promise for a row. What a row prints may be
        # promised all the same, with a stale year: TIM003 asks.
        for at, one in enumerate(mentions):
            if one.start in other and found[at] != "none" and not _printed(ledger, one):
                found[at] = "baseline"
    rows = [tokens(row.name) for row in ledger.filing.indicators]
    printed = Counter((row.interval, row.dimension) for row in ledger.quantities if row is not None)
    twice = {number for number, rows in printed.items() if rows > 1}
    about = subjects(ledger.text(path), mentions, found, ledger.sums(path), twice)
    edges = candidates(ledger, mentions, about, rows)
    pairs: list[Pair] = []
    only = OnlyNumbers(ledger.quantities, mentions, about)
    scores = only.scores(edges, about)
    regrets = assign(scores)
    for edge, regret in regrets.items():
        best = edges[edge]
        told = only.told(about[edge[0]], edge[1], best)
        paced = one_pace(about[edge[0]].words, ledger.filing.indicators[edge[1]].name)
        for at in about[edge[0]].mentions:
            role: Role = "promise" if paced and found[at] == "pace" else found[at]
            sure = _sure(best, role, regret, told=told)
            pairs.append(Pair(mentions[at], edge[1], best.relation, role, best.score, sure))
    pairs = _with_shared(ledger, path, mentions, found, pairs)
    for _ in range(2):
        # 征集藏品150件 came near the row that 文物数字化采集1200件 turns out to have; the second time it finds its own.
        pairs = _with_left(ledger, only, mentions, about, pairs)
    parts = {claim.total.start: {part.start for part in claim.parts} for claim in ledger.sums(path)}
    unclaimed = {
        (mentions[at].start, edge[1])
        for edge, regret in regrets.items()
        if not edges[edge].doubtful
        for at in about[edge[0]].mentions
        if regret >= scores[edge]
        or (mentions[at].start in parts and _alone(edge, edges, mentions, about, parts[mentions[at].start]))
    }
    pairs = _with_likely(ledger, path, mentions, found, pairs, unclaimed)
    return Alignment(mentions, found, pairs, len(every) - len(mentions), about)


def _printed(ledger: Ledger, mention: Mention) -> bool:
    rows = (ledger.quantities[at] for at in ledger.rows_of(mention.interval))
    return any(row is not None and (row.dimension == mention.dimension or mention.kind == "money") for row in rows)


def _alone(
    edge: Edge,
    edges: Mapping[Edge, Candidate],
    mentions: Sequence[Mention],
    about: Sequence[Subject],
    parts: Set[int],
) -> bool:
    """Whether nothing but the parts of a total comes near its row, and no other row near the total."""
    others = [other for other in edges if other != edge and (other[0] == edge[0] or other[1] == edge[1])]
    return all(
        mentions[about[at].mentions[0]].start in parts
        if row == edge[1]
        else edges[(at, row)].score + 2 * _MARGIN <= edges[edge].score
        for at, row in others
    )


def _with_shared(
    ledger: Ledger, path: str, mentions: Sequence[Mention], found: Sequence[Role], pairs: Sequence[Pair]
) -> list[Pair]:
    """The pairs, with those of a number that several things share: 学生和家长满意度均不低于 90%."""
    shared = shared_numbers(ledger, ledger.text(path), mentions, found)
    mine = {(mention.start, row) for mention, row in shared}
    theirs = {row for _, row in shared}
    kept = [
        pair
        for pair in pairs
        if (pair.mention.start, pair.indicator) not in mine and not (pair.indicator in theirs and not pair.sure)
    ]
    taken = {pair.indicator for pair in kept}
    return kept + [Pair(mention, row, "same", "promise", 1000, True) for mention, row in shared if row not in taken]


def _with_left(
    ledger: Ledger, only: OnlyNumbers, mentions: Sequence[Mention], about: Sequence[Subject], pairs: Sequence[Pair]
) -> list[Pair]:
    """The pairs, with those that only their number tells: 1350 名 and ≥1350 人 where nothing else is 1350.

    34 个小区、2.9 万户居民实行垃圾分类 beside 实行垃圾分类小区数 34: no row is surely that of another unit while its
    own number stands in the goal.
    """
    starts = {pair.mention.start for pair in pairs if pair.sure}
    rows = {pair.indicator for pair in pairs if pair.sure and only.equal(pair.mention, pair.indicator)}
    subjects = {at for at, one in enumerate(about) if mentions[one.mentions[0]].start not in starts}
    free = set(range(len(ledger.quantities))) - rows
    near = {(pair.mention.start, pair.indicator): pair.score for pair in pairs}
    left = [
        Pair(
            mentions[mention],
            row,
            related,
            "promise" if about[at].role == "pace" else about[at].role,
            max(_SURE, near.get((mentions[mention].start, row), 0)),
            True,
        )
        for at, row, related in only.left(ledger, about, subjects, free)
        for mention in about[at].mentions
    ]
    # What else came near the row stays, unsure: 点位 18 个 beside 监测点次 216, of which 216 点次 are told.
    starts, rows = {pair.mention.start for pair in left}, {pair.indicator for pair in left}
    own = {(mentions[about[at].mentions[0]].interval, mentions[about[at].mentions[0]].dimension) for at in subjects}
    for pair in pairs:
        quantity = ledger.quantities[pair.indicator]
        if pair.relation != "same" and quantity is not None and not only.equal(pair.mention, pair.indicator):
            rows |= {pair.indicator} if (quantity.interval, quantity.dimension) in own else set()
    others = (pair for pair in pairs if pair.mention.start not in starts)
    return left + [pair._replace(sure=pair.sure and pair.indicator not in rows) for pair in others]


def _with_likely(
    ledger: Ledger,
    path: str,
    mentions: Sequence[Mention],
    found: Sequence[Role],
    pairs: Sequence[Pair],
    unclaimed: Set[tuple[int, int]],
) -> list[Pair]:
    """The pairs, those marked `likely` whose number and row are all that is left in their unit and one slip apart."""
    doubts = [
        pair
        for pair in pairs
        if not pair.sure
        and pair.relation == "same"
        and pair.mention.kind in _SLIPPED
        and (pair.mention.start, pair.indicator) in unclaimed
        and (slipped(pair.mention, ledger.quantities[pair.indicator]) or _other_limit(ledger, pair))
        and _namesakes(ledger, path, pair)
    ]
    if not doubts:
        return list(pairs)
    settled = [pair for pair in pairs if pair.sure or _one_value(pair.mention, ledger.quantities[pair.indicator])]
    said, filled = {pair.mention.start for pair in settled}, {pair.indicator for pair in settled}
    # 52个小区，每个小区80户，共4610户: how many each has is not what a row of them all may mean.
    paced = {mention.start for mention, role in zip(mentions, found, strict=True) if role == "pace"}
    aside = said if any(one.mention.start in paced for one in doubts) else said | paced
    # 472株（其中一级36株…）: what its parts come to is said with the total.
    aside |= {part.start for claim in ledger.sums() for part in claim.parts if claim.total.start not in said}
    left = Counter(
        mention.dimension
        for mention, role in zip(mentions, found, strict=True)
        if role not in ("none", "baseline") and mention.start not in aside
    )
    rows = Counter(one.dimension for at, one in enumerate(ledger.quantities) if one is not None and at not in filled)
    likely = {one.mention.start for one in doubts if left[one.mention.dimension] == rows[one.mention.dimension] == 1}
    return [pair._replace(likely=True) if pair.mention.start in likely else pair for pair in pairs]


def _other_limit(ledger: Ledger, pair: Pair) -> bool:
    """受理后20个工作日内发放 beside 发放时限 ≤30个工作日: of two limits of time even round numbers are one promise."""
    quantity = ledger.quantities[pair.indicator]
    if quantity is None or pair.mention.kind != "duration" or pair.score < _NAMED:
        return False
    return pair.mention.comparator == quantity.comparator == "<=" and not _one_value(pair.mention, quantity)


def _namesakes(ledger: Ledger, path: str, pair: Pair) -> bool:
    """Unless the same digits tell (办公楼4.6万平方米, 物业服务面积4.6平方米) the names may not say two things."""
    if misplaced(pair.mention, ledger.quantities[pair.indicator]):
        return True
    return not name_two_things(ledger.text(path), pair.mention, ledger.filing.indicators[pair.indicator].name)


def _one_value(mention: Mention, quantity: TargetQuantity | None) -> bool:
    return mention.interval is not None and quantity is not None and mention.interval.meets(quantity.interval)


def _sure(candidate: Candidate, role: Role, regret: int, *, told: bool) -> bool:
    if not told and (candidate.doubtful or candidate.score < _SURE or regret < _MARGIN):
        return False
    return role in ("promise", "part", "change") and candidate.relation in ("same", "near")
