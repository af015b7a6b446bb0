"""Numbers that stand once in the goal and once in the table: what agrees so needs no other proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from drafter.checking.assignment import Edge
from drafter.checking.candidates import Candidate
from drafter.checking.dimensions import Relation, occasions, relation
from drafter.checking.naming import short_form, tokens
from drafter.checking.price_units import is_price, paid_per
from drafter.checking.quantities import TargetQuantity
from drafter.checking.subjects import Subject
from drafter.checking.words import is_harmful
from drafter.language import Interval, Mention, same_dimension

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_Key: TypeAlias = tuple[Decimal, str]

_MONTHS = 12
_NAMING = 20
"""Weight of a word that tells what is counted."""
_WORDS = 2
_BONUS = 120
_TIMES = frozenset(("次", "场", "期", "班", "批", "届", "场次", "批次", "期次", "班次"))
_LOWER, _UPPER = (">", ">="), ("<", "<=")


class OnlyNumbers:
    """How often each number stands in the goal, said of different things, and in the table."""

    def __init__(
        self, rows: Sequence[TargetQuantity | None], mentions: Sequence[Mention], about: Sequence[Subject]
    ) -> None:
        self._rows, self._mentions = rows, mentions
        said = (mentions[one.mentions[0]] for one in about)
        self._said = Counter(_key(one.interval, one.dimension) for one in said if one.interval is not None)
        self._printed = Counter(_key(row.interval, row.dimension) for row in rows if row is not None)

    def told(self, subject: Subject, row: int, found: Candidate) -> bool:
        """Whether a pair is one promise because neither number stands anywhere else.

        清理枯死松木 3.2 万株 beside 疫木除治数量 ≥32000 株. A share is told by its name all the same: 设备完好率 95%
        and 道路完好率 95% are two.
        """
        mention, quantity = self._mentions[subject.mentions[0]], self._rows[row]
        if mention.interval is None or quantity is None or (mention.kind == "percent" and found.doubtful):
            return False
        if not self.equal(mention, row) or _opposed(mention.comparator, quantity.comparator):
            return False
        key = _key(mention.interval, mention.dimension)
        return self._said[key] == self._printed[key] == 1

    def scores(self, edges: Mapping[Edge, Candidate], about: Sequence[Subject]) -> dict[Edge, int]:
        """The scores of the edges, with the bonus of the one equal number.

        投影仪 4 台 and not 网络设备 18 台 is 投影设备 4 台. Unless the row nearest by its name has the number of
        another: 特大桥 15 座 and 大桥 85 座 may have been exchanged.
        """
        told = {edge for edge, one in edges.items() if self.told(about[edge[0]], edge[1], one)}
        nearest: dict[int, Edge] = {}
        for edge, candidate in edges.items():
            if edge[0] not in nearest or candidate.score > edges[nearest[edge[0]]].score:
                nearest[edge[0]] = edge
        number_of = {row: at for at, row in told}
        first = {edge for edge in told if number_of.get(nearest[edge[0]][1], edge[0]) == edge[0]}
        return {edge: one.score + (_BONUS if edge in first else 0) for edge, one in edges.items()}

    def equal(self, mention: Mention, row: int) -> bool:
        """Whether a number of the goal and a row are one number, however precisely each is printed."""
        quantity = self._rows[row]
        if mention.interval is None or quantity is None:
            return False
        return _key(mention.interval, mention.dimension) == _key(quantity.interval, quantity.dimension)

    def left(
        self, ledger: Ledger, about: Sequence[Subject], subjects: Set[int], rows: Set[int]
    ) -> Iterator[tuple[int, int, Relation]]:
        """Pair what has no sure partner and yet agrees: the position of the subject, of the row, how units relate."""
        row_of = {
            _key(row.interval, row.dimension): at for at, row in enumerate(self._rows) if row is not None and at in rows
        }
        said, printed = self._left_over(about, subjects, rows)
        for at in sorted(subjects):
            subject, mention = about[at], self._mentions[about[at].mentions[0]]
            if mention.interval is None or mention.kind not in ("count", "measure", "money"):
                continue
            key = _key(mention.interval, mention.dimension)
            row, quantity = row_of.get(key), None
            if row is None or said[key] != 1 or printed[key] != 1 or (quantity := self._rows[row]) is None:
                continue
            if self._said[key] != 1 and mention.dimension != quantity.dimension:
                # Of several equal numbers the one that is left is told by its unit.
                continue
            indicator = ledger.filing.indicators[row]
            if _opposed(mention.comparator, quantity.comparator) or is_harmful(indicator.name):
                continue
            if mention.kind == "money":
                if _one_price(subject, indicator.name, quantity) or _one_sum(subject, indicator.name, quantity):
                    yield at, row, "same"
                continue
            related = relation(mention, indicator, quantity)
            if subject.role not in ("promise", "part"):
                continue
            if related not in ("same", "near"):
                related = _counted_otherwise(subject, mention, indicator.name, quantity)
            elif not (_telling(quantity) or short_form(subject.words, indicator.name)):
                continue
            if related is not None:
                yield at, row, related

    def _left_over(
        self, about: Sequence[Subject], subjects: Set[int], rows: Set[int]
    ) -> tuple[Counter[_Key], Counter[_Key]]:
        """How often each number stands where it has no partner: of 450 个 and 450 人 the one is told by its name."""
        said, printed = Counter(self._said), Counter(self._printed)
        for at, subject in enumerate(about):
            mention = self._mentions[subject.mentions[0]]
            if at not in subjects and mention.interval is not None:
                said[_key(mention.interval, mention.dimension)] -= 1
        for at, row in enumerate(self._rows):
            if at not in rows and row is not None:
                printed[_key(row.interval, row.dimension)] -= 1
        return said, printed


def _counted_otherwise(subject: Subject, mention: Mention, name: str, quantity: TargetQuantity) -> Relation | None:
    """How a number relates to the same one counted in another way, None where the names share too little.

    档案 38,508 份 beside 居民健康档案 38,508 人; 预警信息 2000 条 beside 预警信息次数 2000 次, a round number
    that needs two words. What is done 6 批次 is done 6 次.
    """
    if mention.kind != "count" or not quantity.dimension.startswith("count"):
        return None
    if {mention.dimension, quantity.dimension} & {"count:人", "count:人次"} and {mention.unit, quantity.unit} & _TIMES:
        # 1800 人次 beside ≥1800 场: nobody counts people in 场, and one of the units is wrong.
        return None
    said = {token.text for token in (*subject.name, *subject.beside)}
    shared = {token.text: token.weight for token in tokens(name) if token.text in said}
    often = occasions(mention.dimension, quantity.dimension)
    if often and shared and _telling(quantity):
        # 维修养护 360 台次 beside 维修养护次数 360 次: a general word is enough.
        return "near"
    if sum(weight >= _NAMING for weight in shared.values()) + _telling(quantity) < _WORDS:
        return None
    return "near" if often else "loose"


def _one_price(subject: Subject, name: str, quantity: TargetQuantity) -> bool:
    """每支补助 8000 元 beside 补助标准 8000 元/支, 单价 3.8 万元 beside 巡逻车购置单价."""
    if subject.role not in ("promise", "part", "pace") or not is_price(name, quantity):
        return False
    pers = paid_per(quantity)
    # 每名 beside 元/人·月: one unit by another name.
    if any(same_dimension(said, per) for said in each_of(subject.words) for per in pers):
        return True
    return "单价" in subject.words and "单价" in name


def _one_sum(subject: Subject, name: str, quantity: TargetQuantity) -> bool:
    """校舍维修 35 万元 beside 维修（维护）所需成本 35 万元: a general word is enough where no other amount is equal."""
    if subject.role not in ("promise", "part") or paid_per(quantity) or not _telling(quantity):
        return False
    return not {token.text for token in tokens(name)}.isdisjoint([token.text for token in subject.name])


def each_of(words: str) -> Iterator[str]:
    """What may be the unit in 每名, 每平方米, 户均."""
    for at, char in enumerate(words):
        if char == "每":
            yield from (words[at + 1 : at + 1 + length] for length in (1, 2, 3))
        elif char == "均" and at:
            yield words[at - 1]


def _telling(quantity: TargetQuantity) -> bool:
    """Of two figures and more: 1350 名, 48 人. A single one stands in many places, and so do the months of a year."""
    value = Decimal(quantity.digits.partition("~")[0])
    rounded = (quantity.unit or "").startswith("万")
    return (rounded or value != _MONTHS) and len(value.normalize().as_tuple().digits) > 1


def _key(interval: Interval, dimension: str) -> _Key:
    """A rounding is known by its middle; whatever counts things counts (台, 套, a bare number)."""
    if dimension.startswith("money"):
        dimension = "money"
    return interval.low + interval.high, "count" if not dimension or dimension.startswith("count") else dimension


def _opposed(one: str, other: str) -> bool:
    return (one in _LOWER and other in _UPPER) or (one in _UPPER and other in _LOWER)
