"""The rows that a number of a goal may belong to, each with a score and whether the pair is doubtful in itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.assignment import Edge
from drafter.checking.dimensions import Relation, relation
from drafter.checking.list_rows import ListRows
from drafter.checking.naming import FULL, Likeness, Rarity, Token, head, likeness
from drafter.checking.quantities import TargetQuantity
from drafter.checking.roles import Role, one_pace
from drafter.checking.row_heads import Heads, Timeless
from drafter.checking.subjects import Subject
from drafter.checking.words import is_harmful, mentions_harm
from drafter.language import Interval, Mention
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_POSSIBLE = 300
_EVIDENCE = 10
"""Weight of shared words below which a pair stays doubtful: one specific word, or a head, is the least."""
_LONE = 250
"""Bonus of the only number and the only row in a unit: 3.2 公里 and a length in 公里 are hardly two promises."""
_SIDE_COSTS: Mapping[Role, int] = {"part": 60, "fact": 100, "pace": 100}
_UNIT_COSTS: Mapping[Relation, int] = {"same": 0, "near": 50, "loose": 150, "blank": 50}
_STEP = 150
"""Cost of a level beside a change: 培训 9000 人次，比上年增加 1000 人次 fills two rows."""
_UP, _DOWN = lazy(r"[增升]|提高"), lazy(r"[降减缩压]|节[约省]")
_SO_FAR = "累计"
_SUM = lazy(r"总(?:额|成本|金额|费用|投入|造价|支出|预算)")
_NEW, _STOCK = ("新增", "新建"), (_SO_FAR, "总数", "总量", "保有量")
_TAIL = lazy(r"(?:总?数量?|[人户件次场个][次数]{1,2}|面积|长度|里程)(?:[（(].{1,3}[)）])?$")
_SPELT = 4
"""Characters of a name that its being printed within a clause says something."""
_AS_PRINTED = 200
_BEST = 1000 + _AS_PRINTED
_SHARE = "占比"
"""The head of the alias table for a share of whatever."""
_WAN = Decimal(10**4)
_MOST = 24
"""Rows compared for one number."""
_COMPARISONS = 12_000
"""Comparisons of names in one filing, so that 5,000 rows and a goal of a megabyte stay linear."""


class Candidate(NamedTuple):
    """A number and a row that may be one promise.

    Attributes:
        score: 300 to 1280.
        alike: How alike the names are, 0 to 1000.
        relation: How the units relate.
        doubtful: The names share too little, or name different things: never sure.
    """

    score: int
    alike: int
    relation: Relation
    doubtful: bool


def candidates(
    ledger: Ledger, mentions: Sequence[Mention], about: Sequence[Subject], rows: Sequence[tuple[Token, ...]]
) -> dict[Edge, Candidate]:
    """The candidates as edges (subject, row)."""
    rarity, index, heads = Rarity(rows), _index(rows), Heads(about, rows)
    by_dimension: dict[str, list[int]] = defaultdict(list)
    for position, quantity in enumerate(ledger.quantities):
        by_dimension[quantity.dimension if quantity else ""].append(position)
    # Parts and facts do not make a promise ambiguous: 13 人（其中 10 人…）has one promise in 人.
    promised = Counter(mentions[one.mentions[0]].dimension for one in about if one.role in ("promise", "change"))
    edges: dict[Edge, Candidate] = {}
    timeless = Timeless(rows, [row.name for row in ledger.filing.indicators])
    lists = ListRows(ledger.text("annual_goal"), mentions, ledger.sums())
    most = max(2, min(_MOST, _COMPARISONS // max(1, len(about))))
    for at, subject in enumerate(about):
        mention = mentions[subject.mentions[0]]
        same = by_dimension[mention.dimension]
        alone = subject.role != "part" and promised[mention.dimension] == 1 and len(same) == 1
        near = _nearest(subject, index, most)
        counted: list[Interval] = []
        if mention.start in lists.totals:
            counted = [one.interval for row in same[:_MOST] if (one := ledger.quantities[row]) is not None]
        for position in sorted({*near, *same[: max(2, most - len(near))]}):
            quantity = ledger.quantities[position]
            related = relation(mention, ledger.filing.indicators[position], quantity)
            if related is None:
                continue
            name = ledger.filing.indicators[position].name
            if _never(mention, subject, name):
                continue
            equal = _equal(mention.interval, quantity)
            if quantity is not None and not equal and lists.elsewhere(mention, quantity.interval, name):
                continue
            if quantity is not None and not equal and lists.of_parts(mention, quantity.interval, name, counted):
                continue
            row = timeless.of(position) if mention.kind == "duration" else rows[position]
            alike = likeness(subject.name, row, rarity, subject.beside, subject.around)
            lone = (alone and related == "same") or heads.lone(at, position)
            # 15个工作日 beside 15个月: the same figure in another unit of time.
            lone = lone or (mention.kind == "duration" and related == "near" and equal)
            if mention.kind == "duration" and related == "same":
                # 投诉在 3 个工作日内办结 beside 投诉办结时限: a time measures whatever the words before it measure.
                alike = alike._replace(heads=max(alike.heads, 0))
            if subject.role == "change" and _steps(name):
                # 投诉量同比下降 30% beside 投诉量下降率: the head of the row is the change itself.
                alike = alike._replace(heads=max(alike.heads, 1 if _one_way(subject.words, name) else 0))
            alike = _as_printed(alike, subject, name)
            if mention.kind == "percent":
                alike = _of_rates(alike, subject, mention, name, rows[position], equal=equal)
            slid = alone and related == "same" and not equal and _wan_apart(mention.interval, quantity)
            candidate = _weigh(
                alike, related, subject.role, lone=lone, equal=equal or slid, rate=mention.kind == "percent"
            )
            if candidate is not None and _steps(name) != (subject.role == "change"):
                candidate = candidate._replace(score=candidate.score - _STEP)
            if candidate is not None and _of_another_stage(subject.words, name):
                candidate = candidate._replace(score=candidate.score - _STEP)
            if candidate is not None:
                edges[(at, position)] = candidate
    return _without_parts_of_better_totals(ledger, edges, mentions, about)


def _steps(name: str) -> bool:
    """The row measures a change (培训人次增加数, 产量增长率) and not a level."""
    change = "增加|增长|提高|提升|下降|降低|减少|缩短|节约|上升|压减"
    return re.search(rf"({change})(比例|比率|人?次?数量?|人次|额|量|值|幅度|率)?$|[增降]幅$|增速$", name) is not None


def _never(mention: Mention, subject: Subject, name: str) -> bool:
    """Whether a row measures what the number cannot be."""
    if mention.kind != "duration" and is_harmful(name) and not mentions_harm(subject.words):
        # 养护航道 6 条 beside 因航道原因造成的沉船事故: things are no accidents; 故障到场时间 is a time.
        return True
    # 每生每天5元 beside 膳食补助总额: what is paid for one is no sum.
    return mention.kind == "money" and subject.role == "pace" and _SUM.search(name) is not None


def _of_another_stage(words: str, name: str) -> bool:
    """What is new, or done this year, beside a row of all there are, and the other way round.

    年内改造 1200 个，累计 2400 个 beside 改造数量 and 累计改造数量; 新增食堂6家，累计达到40家 beside 新增食堂数量 and
    食堂总数.
    """
    stock = any(word in name for word in _STOCK)
    if _SO_FAR in words:
        return not stock
    new = any(word in words for word in _NEW) and not any(word in name for word in _NEW)
    return _SO_FAR in name or (new and stock)


def _one_way(words: str, name: str) -> bool:
    """Both go up, or both go down."""
    return any(way.search(words) and way.search(name) for way in (_UP, _DOWN))


def _as_printed(alike: Likeness, subject: Subject, name: str) -> Likeness:
    """新建助餐点12个、改造助餐点16个: the words that weigh are the same, and the row has them as they stand."""
    bare = _TAIL.sub("", name)
    if len(bare) < _SPELT or bare not in subject.words:
        return alike
    return alike._replace(score=min(_BEST, alike.score + _AS_PRINTED))


def _equal(said: Interval | None, quantity: TargetQuantity | None) -> bool:
    """The same number, however precisely each is printed: 2.6 万平方米 and 26000 平方米, 90% and 90.00%."""
    if said is None or quantity is None:
        return False
    return said.low + said.high == quantity.interval.low + quantity.interval.high


def _of_rates(
    alike: Likeness, subject: Subject, mention: Mention, name: str, row: Sequence[Token], *, equal: bool
) -> Likeness:
    """How alike two rates are that their names measure differently."""
    if mention.entity and name == f"{mention.entity}率":
        # 错发冒领控制在3‰以内 beside 错发冒领率: the unit says that it is the rate.
        return alike._replace(score=FULL, heads=1, apart=False, conflict=False)
    if alike.heads < 0 and equal and _SHARE in (head(row), head(subject.name) or head(subject.beside)):
        # 优良中等路比例 88% beside 优良中等路率 88%: any rate is a share.
        return alike._replace(heads=1)
    return alike


def _wan_apart(said: Interval | None, quantity: TargetQuantity | None) -> bool:
    """46,000 平方米 beside 4.6 平方米: 万 was left out, or written twice."""
    if said is None or quantity is None:
        return False
    one, other = said.low + said.high, quantity.interval.low + quantity.interval.high
    return other > 0 and (one == exact_product(other, _WAN) or other == exact_product(one, _WAN))


def _weigh(alike: Likeness, related: Relation, role: Role, *, lone: bool, equal: bool, rate: bool) -> Candidate | None:
    if alike.heads < 0 or role == "baseline":
        return None
    score = alike.score - _UNIT_COSTS[related] - _SIDE_COSTS.get(role, 0)
    if lone and (alike.shared or equal):
        score += _LONE + (_LONE if equal and not alike.shared else 0)
    score -= 150 if rate and alike.heads == 0 else 0
    score += 30 if equal else 0
    if score < _POSSIBLE:
        return None
    # 印刷 600 册 beside 印刷册数: general words, and all of them.
    weak = alike.shared < _EVIDENCE and not ((lone and alike.shared) or alike.score >= FULL)
    apart = alike.apart or (alike.conflict and not lone)
    # What agrees in number and unit needs less to be one promise: nothing is claimed against it.
    agreed = equal and related == "same" and (lone or alike.shared >= _EVIDENCE)
    return Candidate(score, alike.score, related, (weak or apart) and not agreed)


def _without_parts_of_better_totals(
    ledger: Ledger, edges: Mapping[Edge, Candidate], mentions: Sequence[Mention], about: Sequence[Subject]
) -> dict[Edge, Candidate]:
    """Drop a part's claim to a row that the number it is part of fits as well: 1,250 人（其中小学生 420 人…）."""
    whole_of: dict[int, list[int]] = {}
    last: dict[str, int] = {}
    for order in (range(len(about)), range(len(about) - 1, -1, -1)):
        last.clear()
        for at in order:
            dimension = mentions[about[at].mentions[0]].dimension
            if about[at].role != "part":
                last[dimension] = at
            elif dimension in last:
                whole_of.setdefault(at, []).append(last[dimension])
    kept: dict[Edge, Candidate] = {}
    own: dict[int, int] = {}
    for (at, row), candidate in edges.items():
        if at not in own or candidate.score > edges[(at, own[at])].score:
            own[at] = row
    promised: dict[int, int] = {}
    nouns: dict[int, set[tuple[Token, ...]]] = defaultdict(set)
    for (at, row), candidate in edges.items():
        if about[at].role == "promise" and candidate.relation == "same":
            promised[row] = max(promised.get(row, 0), candidate.alike)
            nouns[row].add(about[at].name)
    for (at, row), candidate in edges.items():
        if one_pace(about[at].words, ledger.filing.indicators[row].name):
            kept[(at, row)] = candidate
            continue
        if about[at].role == "pace" and (candidate.alike <= promised.get(row, -1) or about[at].name in nouns[row]):
            # 每月抽检 1 次，全年抽检 12 次: the row 抽检次数 is the promise's.
            continue
        # 观众 45 万人次，其中未成年人 9 万人次: the row 接待观众人次 is the total's, 接待未成年观众人次 is not.
        wholes = [edges[(whole, row)] for whole in whole_of.get(at, ()) if own.get(whole) == row]
        if all(whole.alike < candidate.alike for whole in wholes):
            kept[(at, row)] = candidate
    return kept


def _index(rows: Sequence[tuple[Token, ...]]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for position, row in enumerate(rows):
        texts = {token.text for token in row}
        for text in texts.union(*(token.broader for token in row if token.broader)):
            index[text].append(position)
    return index


def _nearest(subject: Subject, index: Mapping[str, list[int]], most: int) -> list[int]:
    """The rows that share the most words; words that hundreds of rows share find nothing."""
    counts: Counter[int] = Counter()
    for token in (*subject.name, *subject.beside):
        for text in (token.text, *token.broader):
            positions = index.get(text, ())
            if len(positions) <= 20 * most:
                for position in positions:
                    counts[position] += token.weight
    return [position for position, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]]
