"""Deadlines said twice, in the goal and in the table: 10月底前完成扫描 beside 扫描完成时间 2026年11月底前."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.assignment import Edge, assign
from drafter.checking.naming import Rarity, likeness, tokens
from drafter.checking.words.clauses import CLAUSE, said_before, said_behind
from drafter.language import Mention, extract
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 550
_MARGIN = 120
_POSSIBLE = 250
_MOST = 40
"""Deadlines of one goal; a goal of a megabyte that lists more is no goal text."""
# What every deadline says; the rest is what is to be done by then.
_COMMON = lazy(
    r"(?:全面|全部|基本|正式|力争|确保|争取|必须|各项|并|于|在|前|底前)|完成|到位|(?<=[补资奖][助金贴励])(?:资金|经费)|截至|时间|时限|期限|日期|时点|节点|及时性"
)
# A stage of the work, or a day that comes every year, is no deadline of the whole.
_PLAIN = lazy(r"(?:工程|项目|工作|任务)$")
_STAGE = lazy(
    r"\d+(?:\.\d+)?[%％]|上半年|前期|一半|过半|首批|第?[一二三]期|[一二三四1-4]季度|每年|次年|下一?年|上年|出生|入学"
)
# 截至2025年底已建成39.2万亩 tells what was.
_UNTIL = lazy(r"截[至止]到?$")
_SO_FAR = lazy(r"[底末]?[^前]{0,4}(?:已|累计|共有)")
_ASIDE = lazy(r"((?:之|以)?前)?[)）]")
_ISO = lazy(r"(\d{4}|-)-(\d{2})(?:-(\d{2}))?")


class Deadline(NamedTuple):
    """A deadline of the goal and the row that repeats it.

    Attributes:
        mention: The date in the goal.
        indicator: Position of the row.
        later: Days by which the row's deadline is the later one; negative where it is the earlier.
        sure: Their names say one thing, and neither date stands anywhere on the other side.
    """

    mention: Mention
    indicator: int
    later: int
    sure: bool


def deadlines(ledger: Ledger) -> list[Deadline]:
    """The deadlines of the annual goal that rows repeat, each with at most one row."""
    text = ledger.text("annual_goal")
    said = [
        (mention, day)
        for mention in ledger.mentions("annual_goal")
        if mention.kind == "date" and (day := _day(ledger, mention)) is not None
    ][:_MOST]
    if not said:
        return []
    rows = {at: day for at in range(len(ledger.filing.indicators)) if (day := _row_day(ledger, at)) is not None}
    names = {at: tokens(_PLAIN.sub("", _COMMON.sub("", ledger.filing.indicators[at].name))) for at in rows}
    rarity = Rarity(list(names.values()))
    scores: dict[Edge, int] = {}
    for position, (mention, day) in enumerate(said):
        words = _words(text, mention)
        if words is None:
            continue
        for at, name in names.items():
            alike = likeness(tokens(words), name, rarity)
            score = alike.score - (400 if alike.apart or alike.conflict else 0) + (30 if day == rows[at] else 0)
            if score >= _POSSIBLE and alike.shared:
                scores[(position, at)] = score
    days, printed = [day for _, day in said], set(rows.values())
    found: list[Deadline] = []
    for (position, at), regret in assign(scores).items():
        mention, day = said[position]
        apart = rows[at] not in days and day not in printed
        alike = scores[(position, at)] >= _SURE and regret >= _MARGIN
        # The one deadline of the goal and the one of the table, a year apart: 11月底前 and 2027年11月底前.
        other_year = len(said) == len(rows) == 1 and (day.month, day.day) == (rows[at].month, rows[at].day)
        sure = apart and (alike or other_year)
        found.append(Deadline(mention, at, (rows[at] - day).days, sure))
    return sorted(found, key=lambda one: one.mention.start)


def _words(text: str, mention: Mention) -> str | None:
    """What is to be done by the day: the rest of its clause. None for a stage of the work."""
    before = said_before(text, mention.start, CLAUSE, 30)
    after = said_behind(text, mention.end, CLAUSE, 30)
    if (aside := _ASIDE.match(text, mention.end)) and text[mention.start - 1 : mention.start] in ("（", "("):
        # 汛前（4月底前）完成检修: the bracket says when, and the words around it what.
        before = said_before(text, mention.start - 1, CLAUSE, 30)
        after = (aside[1] or "") + said_behind(text, aside.end(), CLAUSE, 30)
    if re.match(r"(?:之|以|汛|[春秋]节|开学)?前|[底末]", after) is None and not mention.text.endswith(("底", "末")):
        return None
    if _STAGE.search(before + after) or (_UNTIL.search(before) and _SO_FAR.match(after)):
        return None
    # 10月底前完成疏浚土方4.2万立方米: how much is done by then says nothing about what.
    said = re.match(r"[^\d]{4,}(?=\d)", after)
    return _COMMON.sub("", before + (said[0] if said else after))


def _row_day(ledger: Ledger, at: int) -> dt.date | None:
    target = ledger.filing.indicators[at].target
    if target is None or target.value is not None or _STAGE.search(target.raw) or "月" not in target.raw:
        return None
    dates = [mention for mention in extract(target.raw) if mention.kind == "date"]
    return _day(ledger, dates[0]) if len(dates) == 1 else None


def _day(ledger: Ledger, mention: Mention) -> dt.date | None:
    """The last day of a date; None for a range, a quarter, 10月前, and where the year cannot be told."""
    found = _ISO.fullmatch(mention.number)
    if found is None or (found[3] is None and mention.comparator == "<="):
        return None
    year = ledger.filing.year if found[1] == "-" else int(found[1])
    if year is None or not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    month = int(found[2])
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(int(found[3] or last), last))
