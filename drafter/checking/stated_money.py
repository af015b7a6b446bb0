"""Money the goal gives for one item, beside the line or price row of that item: 终端每套 4200 元, 培训费 42 万元."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.assignment import Edge, assign
from drafter.checking.emit import Ref
from drafter.checking.funding import addend_lines
from drafter.checking.lines import agree, line_interval
from drafter.checking.naming import Rarity, Token, likeness, tokens
from drafter.checking.only_numbers import each_of
from drafter.checking.price_units import is_price, may_price, stem
from drafter.checking.slips import one_slip
from drafter.checking.unit_money import PAYER, unit_money
from drafter.checking.words.clauses import SENTENCE, WORDS, said_before, said_behind
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_MARGIN = 120
_POSSIBLE = 300
_MOST = 60
"""Amounts of one goal, and lines of one breakdown; beyond it nobody reads a goal."""
_NAMING = 20
"""Weight of a word that tells what is paid for."""
_NOUN = 4
"""Characters of a noun that may be one shortened; longer ones are written out."""
_EACH = lazy(
    r"每(?:个|一)?[^\W\da-zA-Z_]{1,3}(?:每?[年月日天次季])?[^，,。；;\d每]{0,8}$|[人户亩生次]均[^，,。；;\d]{0,8}$|单价[^，,。；;\d]{0,4}$"
)
# What says only that it is money.
_BARE = lazy(
    r"每(?:个|一)?[^\W\da-zA-Z_]{0,2}?(?:每[年月日天次季])?$|单价|费用|支出|投入|补助标准|补贴标准|标准|控制在|不超过|安排|需要?|共?计|合计|预算|经费|资金|为|约|[人户亩生]均"
)
# 新建助餐点4个，每个一次性补助8万元: general words of what is paid for each name nothing.
_ONLY_EACH = lazy(
    r"(?:按照?)?每(?:个|一)?[^\W\da-zA-Z_]{1,2}?(?:每?[年月日天次季])?(?:一次性|定额|给予|发放|拨付|安排|财政)*(?:补助|补贴|奖补|奖励|资助)?"
)
_FIGURES = 3
_BETWEEN = 30
"""Characters between a count and the price of one."""
_PERIODS = (2, 4, 6, 9, 10, 11, 12, 52, 365)
_DAYS = 366
_DAILY = lazy(r"每(?:[天日次周场]|课时|小时|学时)[^，,。；;：:、\d]{0,8}$")
_SPENT = lazy(r"(?:投入|安排|使用|支出|列支)(?:经费|资金|预算|财政资金)?$")


class StatedMoney(NamedTuple):
    """Money of the goal and the cell that gives the same item's.

    Attributes:
        mention: The money in the goal.
        ref: The cell.
        name: Its item.
        value: What it prints, in yuan.
        unit: It is the price of one.
        agrees: The two are one amount as far as printed.
        by_period: Position of the row that has the same amount by the year, which the goal has by the month, or so.
        others: The other lines whose amounts make up `value` with that of `ref`.
    """

    mention: Mention
    ref: Ref
    name: str
    value: Decimal
    unit: bool
    agrees: bool
    by_period: int | None = None
    others: tuple[Ref, ...] = ()


class _Cell(NamedTuple):
    ref: Ref
    name: str
    words: tuple[Token, ...]
    value: Decimal
    interval: Interval
    unit: bool
    per: str | None = None


def stated_money(ledger: Ledger, path: str = "annual_goal") -> list[StatedMoney]:
    """The money of a text that one line or price row surely repeats; what equals any of them is left alone.

    A narrative says much besides the breakdown: another number than a line's counts there only where others agree.
    """
    text = ledger.text(path)
    said = [one for one in ledger.mentions(path) if one.kind == "money" and one.comparator in ("=", "<=")]
    # 随访 340 例，预算 58 万元: what is the whole budget is that of no item.
    said = [one for one in said if not _is_whole(ledger, one)]
    if not said or len(said) > _MOST:
        return []
    cells = _cells(ledger)
    if len(cells) > 3 * _MOST:
        return []
    rarity = Rarity([cell.words for cell in cells])
    scores: dict[Edge, int] = {}
    several: list[StatedMoney] = []
    items: dict[int, tuple[tuple[Token, ...], bool]] = {}
    for at, mention in enumerate(said):
        found = _item(text, mention, ledger.mentions(path), cells)
        if found is None:
            continue
        words, unit = found
        if not unit and (group := _of_several(mention, words, cells)) is not None:
            several.append(group)
            continue
        items[at] = words, unit
        told = _told_by(words, [cell for cell in cells if cell.unit == unit])
        for position, cell in enumerate(cells):
            if cell.unit == unit:
                alike = likeness(words, cell.words, rarity)
                score = alike.score - (400 if alike.apart or alike.conflict else 0)
                if score >= _POSSIBLE and alike.shared and told <= {token.text for token in cell.words}:
                    scores[(at, position)] = score
    claimed: list[StatedMoney] = []
    for (at, position), regret in assign(scores).items():
        mention, cell = said[at], cells[position]
        interval = mention.interval
        if interval is None or scores[(at, position)] < _SURE or regret < _MARGIN:
            continue
        equal = agree(interval, cell.interval)
        elsewhere = any(agree(interval, other.interval) for other in cells)
        taken = any(one.interval is not None and agree(one.interval, cell.interval) for one in said)
        # 人均费用450元/天 beside a line of 110,000 for each 期.
        apart = cell.unit and not may_price(_pers(text, mention), cell.per)
        daily = cell.unit and _DAILY.search(text, max(0, mention.start - _MOST), mention.start) is not None
        if equal or not (elsewhere or taken or apart or _of_a_period(interval, cell.interval, daily=daily)):
            claimed.append(StatedMoney(mention, cell.ref, cell.name, cell.value, cell.unit, equal))
    claimed += several
    claimed += _left(said, {at: words for at, (words, unit) in items.items() if not unit}, cells, claimed)
    if path != "annual_goal":
        return claimed if any(one.agrees for one in claimed) else []
    # What a line confirms a row may still contradict.
    odd = {one.mention.start for one in claimed if not one.agrees}
    known = {one.mention.start for one in claimed}
    for one in unit_money(ledger, text, said):
        if one.mention.start not in (known if one.agrees else odd):
            ref = Ref(f"indicators[{one.indicator}].target")
            by_period = one.indicator if one.other_period else None
            claimed.append(StatedMoney(one.mention, ref, one.name, one.value, True, one.agrees, by_period))
    return claimed


def _left(
    said: Sequence[Mention], sums: Mapping[int, Sequence[Token]], cells: Sequence[_Cell], claimed: Sequence[StatedMoney]
) -> list[StatedMoney]:
    """The amounts for which one line is left that shares a word: 校舍维修35万元 and 维修（护）费 350,000."""
    known = {one.mention.start for one in claimed}
    taken = {one.ref for one in claimed}
    lines: dict[Decimal, list[_Cell]] = defaultdict(list)
    for cell in cells:
        if cell.ref.path.endswith(".amount") and cell.ref not in taken:
            lines[cell.value].append(cell)
    left = [at for at in sums if said[at].start not in known]
    times = Counter(Decimal(said[at].number) for at in left)
    found: list[StatedMoney] = []
    for at in left:
        value = Decimal(said[at].number)
        if times[value] == len(lines.get(value, ())) == 1:
            [cell] = lines[value]
            # 159 万元 stands in two places by no chance.
            exact = len(value.normalize().as_tuple().digits) >= _FIGURES
            if exact or {token.text for token in sums[at]} & {token.text for token in cell.words}:
                found.append(StatedMoney(said[at], cell.ref, cell.name, cell.value, False, agrees=True))
    return found


def _pers(text: str, mention: Mention) -> Sequence[str]:
    """What the text says that a price is per: 人 and 天 of 人均费用450元/天."""
    before = said_before(text, mention.start, WORDS, 24)
    stroke = (mention.unit or "").replace("／", "/").partition("/")[2]
    return (*filter(None, re.split("[·•/]", stroke)), *each_of(before))


def _is_whole(ledger: Ledger, mention: Mention) -> bool:
    return any(
        value is not None and mention.interval is not None and mention.interval.contains(value)
        for value in (ledger.filing.funding.annual_total, ledger.filing.funding.project_total)
    )


def _of_several(mention: Mention, words: Sequence[Token], cells: Sequence[_Cell]) -> StatedMoney | None:
    """What the lines come to that all have the words: 运营补贴63万元 of 堂食运营补贴 and 送餐运营补贴.

    Another amount than the sum counts only where it is a slip of it.
    """
    named = {token.text for token in words if token.weight >= _NAMING}
    lines = [one for one in cells if not one.unit and one.ref.path.endswith(".amount")]
    group = [one for one in lines if named and named <= {token.text for token in one.words}]
    if not 2 <= len(group) < len(lines) or mention.interval is None:
        return None
    total = sum((one.value for one in group), Decimal(0))
    agrees = mention.interval.contains(total)
    if not agrees and not (one_slip(Decimal(mention.number), total) and mention.comparator == "="):
        return None
    if any(agree(mention.interval, one.interval) for one in cells):
        return None
    name = "、".join(one.name for one in group)
    return StatedMoney(mention, group[0].ref, name, total, False, agrees, others=tuple(one.ref for one in group[1:]))


def _told_by(words: Sequence[Token], cells: Sequence[_Cell]) -> Set[str]:
    """The words that tell the items apart: 更新 of 更新健身器材 beside 健身路径更新 and 器材维护."""
    said = {token.text for token in words}
    named = [said.intersection(token.text for token in cell.words) for cell in cells]
    return {word for one in named for word in one if not all(word in other for other in named)}


def _of_a_period(one: Interval, other: Interval, *, daily: bool = False) -> bool:
    """每人每月 5,000 元 beside a line of 60,000 a year: the one is paid several times."""
    low, high = sorted((one.low, other.low))
    if low <= 0 or high % low:
        return False
    # 每生每天补助4元 beside 800 a pupil: the days of school are no days of the calendar.
    return high // low in _PERIODS or (daily and high // low <= _DAYS)


def _cells(ledger: Ledger) -> list[_Cell]:
    filing = ledger.filing
    cells: list[_Cell] = []
    for at in addend_lines(filing)[0]:
        line = filing.budget_lines[at]
        for field, value in (("unit_price", line.unit_price), ("amount", line.amount)):
            if value and not (field == "unit_price" and line.quantity == 1):
                path = f"budget_lines[{at}].{field}"
                interval = line_interval(filing, path, value)
                cells.append(
                    _Cell(Ref(path), line.item, tokens(line.item), value, interval, field == "unit_price", line.unit)
                )
    if cells:
        return cells
    for at, (row, quantity) in enumerate(zip(filing.indicators, ledger.quantities, strict=True)):
        if quantity is not None and is_price(row.name, quantity):
            value = quantity.shown
            path = f"indicators[{at}].target"
            cells.append(_Cell(Ref(path), row.name, stem(row.name), value, quantity.interval, unit=True))
    return cells


def _item(
    text: str, mention: Mention, mentions: tuple[Mention, ...], cells: Sequence[_Cell]
) -> tuple[tuple[Token, ...], bool] | None:
    """What the money is for, and whether it is the price of one; None where the text does not say."""
    start = max((one.end() for one in SENTENCE.finditer(text, 0, mention.start)), default=0)
    before = text[max(start, mention.start - 60) : mention.start]
    clause = WORDS.split(before)[-1]
    # 送餐每人次补贴5元安排运营补贴63万元: words before another amount are that one's.
    last = max((one.end for one in mentions if one.kind == "money" and one.end <= mention.start), default=0)
    own = text[last : mention.start]
    if last > mention.start - len(clause) and any(one.weight >= _NAMING for one in tokens(_BARE.sub("", own))):
        clause = own
    if PAYER.search(clause):
        return None
    unit = "/" in (mention.unit or "") or "／" in (mention.unit or "") or _EACH.search(clause) is not None
    own = () if unit and _ONLY_EACH.fullmatch(clause) else tokens(_BARE.sub("", clause))
    bracketed = before.removesuffix(clause)[-1:] in ("（", "(")
    if any(token.weight >= 20 for token in own):
        if bracketed and not unit:
            # 采购设备30台（进口设备15万元）: a part of what stands before the bracket.
            return None
        return own, unit
    # 投入3.5万元开展社区宣传活动: what it is spent on follows.
    rest = said_behind(text, mention.end, WORDS, 30)
    if not unit and _SPENT.search(clause) and any(token.weight >= 20 for token in tokens(rest)):
        return tokens(re.split(r"\d", rest)[0]), unit
    earlier = [one for one in mentions if start <= one.start < mention.start]
    if bracketed:
        # 修缮古桥3座（48万元）: the words before the bracket, without the number.
        named = WORDS.split(before.removesuffix(clause)[:-1])[-1]
        counted = earlier[-1] if earlier and earlier[-1].kind in ("count", "measure") else None
        named = named.replace(counted.text, "") if counted is not None else named
        return (found, unit) if (found := tokens(_in_full(named, counted, cells))) else None
    # 集约送达65000件次，单价22元: the thing counted just before, in the same part of the sentence.
    if not earlier or earlier[-1].kind not in ("count", "measure") or not earlier[-1].entity:
        return None
    named = _in_full(earlier[-1].entity, earlier[-1], cells)
    # 为850名毕业生发放求职补贴，每人1500元: what each gets stands between the count and the price.
    paid = text[earlier[-1].end : mention.start - len(clause)].replace(earlier[-1].entity, "")
    words = tokens(paid) if unit and len(paid) <= _BETWEEN else ()
    return (words if any(one.weight >= _NAMING for one in words) else tokens(named)), unit


def _in_full(words: str, counted: Mention | None, cells: Sequence[_Cell]) -> str:
    """The words with a noun that leaves out a character or two as the one line writes it: 古桥 for 古石桥."""
    noun = counted.entity if counted is not None else None
    if not noun or not 2 <= len(noun) <= _NOUN or noun not in words or any(noun in cell.name for cell in cells):
        return words
    pattern = re.compile(r"[^\W\da-zA-Z_]{0,2}".join(map(re.escape, noun)))
    full = {found[0] for cell in cells if (found := pattern.search(cell.name))}
    return words.replace(noun, full.pop()) if len(full) == 1 else words
