"""Sums a text claims: 共计 … 其中 …, nested to any depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.language.alternatives import BESIDE, beside, may_be_part
from drafter.language.interval import Interval
from drafter.language.level_claims import level_claims
from drafter.language.list_claims import CLOSES, SUMMED, closed_claims, each_claims, holds, parallel_claims
from drafter.language.mention import Mention
from drafter.language.patterns import lazy

_SOME = ("其中", "含", "由")
_MARKS = lazy(r"[(（)）。；;\n]")
# What opens the parts of a total named before it.
_OPENS = lazy(r"其中|包括|包含|分为|分别|含(?!量|税)|由")
# 24 个甲、8 个乙（合计 32 个台站）: the bracket closes the list before it.
_TOTAL_INSIDE = lazy(r"(?:合计|共计|总计)\D{0,2}\d")
# 每场50人 is a rate and no part of a sum.
_RATE = lazy(r"每[^，。；、]{0,4}$|人均[ ]?$|单价[ ]?$", needs=("每", "人均", "单价"))
_FAR_RATE = lazy(r"每[^，,。；;、\d]{5,12}$", needs=("每",))
_EACH = lazy(r"各(?![类项级种界位自])[^，。；、\d]{0,5}$")
# 修复册数由250册增加到300册: what was, and what will be.
MOVED_FROM = lazy(r"(?:由|从)[^，,。；;]{0,12}$", needs="由从")
MOVED_TO = lazy(
    r"\s*(?:以?上?)?(?:逐步|稳步)?"
    r"(?:提高|提升|增加|增长|增|上升|下降|降低|降|升|缩短|缩|减少|减|压缩|压减|扩大|扩|扩展|拓展|上涨|涨)?(?:到|至|为)"
)
_NOUN_BEFORE_BRACKET = lazy(r"[ ]?[^\W\da-zA-Z_]{0,10}[ ]?")
# 为320户困难家庭实施住房安全改造（其中一类户210户…）: 其中 says that these are parts of what stands before.
_LONG_BEFORE_BRACKET = lazy(r"[ ]?[^\W\da-zA-Z_]{0,24}[ ]?")
_PARTS_INSIDE = lazy(r"[（(](?:其中|包括|包含|分别)", needs="（(")
_PART = lazy(r"[ ]?[^\W\d_]{1,10}[ ]?\d[\d.]*([^\W\d_]{1,3})(?:[、，,；;]|$)")
_ASIDE = lazy(r"另|还有|不含|不包括|除|每|各|平均|上年|去年|原有?|比")
_INSIDE = 60
# 检测桥梁86座、3420延米（大桥6座…）: two numbers of one thing, and the bracket breaks down one of them.
_TWIN = lazy(r"[、，,]?[^\W\da-zA-Z_]{0,4}")
_NUMBERED = lazy(
    r"\s*(?:\d{1,2}[.．、](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]是|[一二三四五六七八九十]、)"
)
_AND_MORE = lazy(r"[^\W\da-zA-Z_]{0,8}等")

_ITEM = 1000
"""Characters before a total in which its numbered item must begin."""
_MIXED = 20
"""Things in several units that are summed up before a total."""


class SumClaim(NamedTuple):
    """A total and the parts the text says it consists of.

    Attributes:
        total: the total.
        parts: its parts, in order; each of the dimension of the total, or of one classifier of its unit (8 台, 12 套 of
            20 台（套）).
        claims_complete: True if the text says that the parts are all there is: a list closed by 共计, parts in
            包括 or 分为, two or more parts in a bracket behind the total. 其中 with one part, or in running text,
            names some of them: they may not exceed the total, and no more can be said.
        countable: False if names share a number and may be more or fewer than they seem: 街道、社区各1个，共15个.
    """

    total: Mention
    parts: list[Mention]
    claims_complete: bool
    countable: bool = True


class _Group:
    """What stands between two brackets, or outside of all: the quantities that may be summed, and a list being read."""

    def __init__(self, text: str, owners: Sequence[Mention], begin: int) -> None:
        self.text, self.owners, self.begin = text, owners, begin
        self.heads: dict[str, list[Mention]] = {}
        self.latest: Mention | None = None
        self.total: Mention | None = None
        self.parts: list[Mention] = []
        self.sum: Interval | None = None
        self.opener = ""
        self.shared: set[str] = set()

    def open(self, total: Mention, opener: str) -> None:
        """Begin to read the parts of a total."""
        self.total, self.opener, self.parts, self.sum = total, opener, [], None

    def add(self, part: Mention) -> None:
        """Take one part."""
        self.parts.append(part)
        self.sum = self.sum_with(part)

    def sum_with(self, part: Mention) -> Interval | None:
        """Return the sum of the parts so far and one more."""
        value = part.interval
        return value if self.sum is None or value is None else self.sum + value

    def heads_of(self, total: Mention, *, sure: bool = False) -> list[Mention]:
        """Return what stands free and may be summed to a total.

        Unless a bracket tells (`sure`), things in other units are its parts only where they come to it.
        """
        alike = self.heads.get(total.dimension, [])
        kinds = [heads for heads in self.heads.values() if heads and may_be_part(total, heads[0], self.text)]
        if len(kinds) < 2 and (alike or not kinds):
            return alike
        mixed = sorted((one for heads in kinds for one in heads), key=lambda one: one.start)
        return mixed if sure or (len(mixed) <= _MIXED and holds(total, mixed)) else alike

    def forget(self, parts: Sequence[Mention]) -> None:
        """Let go of what a sum has taken."""
        for dimension in {part.dimension for part in parts}:
            del self.heads[dimension]


def sums(text: str, mentions: Sequence[Mention]) -> list[SumClaim]:
    """Return the sums a text claims over its mentions, inner ones before the outer one they belong to.

    Args:
        text: the text.
        mentions: what :func:`drafter.language.extract` found in it, in order.
    """
    claims: list[SumClaim] = []
    # 老人7300人，其中80至89岁6800人、90岁以上500人: an age says of whom a part is, and stands between nothing.
    mentions = [one for one in mentions if one.kind != "age"]
    if len(mentions) < 2:
        return claims
    listed = [SumClaim(total, parts, True, countable) for total, parts, countable in closed_claims(text, mentions)]
    # 体育馆 2 个，游泳馆、健身中心各 1 个，共 4 个: a part of the whole list is no total of what follows it.
    taken = {part.start for claim in listed for part in claim.parts}
    listed += [SumClaim(*claim, True) for claim in each_claims(text, mentions) if claim[0].start not in taken]
    listed += [SumClaim(*claim) for claim in parallel_claims(text, mentions)]
    listed += [SumClaim(*claim) for claim in level_claims(text, mentions)]
    told = {claim.total.start for claim in listed}
    stack = [_Group(text, (), 0)]
    last: Mention | None = None
    before: Mention | None = None
    for event in _events(text, mentions):
        group = stack[-1]
        if isinstance(event, Mention):
            claims.extend(_take(text, group, event, last))
            before, last = last, event
            continue
        at, mark = event
        if mark in "(（":
            inside = _TOTAL_INSIDE.match(text, at + 1) is not None
            stack.append(group if inside else _Group(text, _owners(text, before, last, at), at + 1))
        elif mark in ")）":
            if len(stack) > 1 and stack.pop() is not stack[-1]:
                claims.extend(_close(text, group))
        else:
            claims.extend(_end_of_list(text, group))
            if mark not in "；;":
                for left_open in stack[1:]:
                    claims.extend(_close(text, left_open))
                stack, last, before = [_Group(text, (), at)], None, None
    for group in reversed(stack):
        claims.extend(_close(text, group))
    return [*listed, *(claim for claim in claims if claim.total.start not in told)]


def _events(text: str, mentions: Sequence[Mention]) -> Iterator[Mention | tuple[int, str]]:
    """Yield mentions, brackets and sentence ends in order of place; brackets inside a mention are its unit's."""
    index = 0
    for match in _MARKS.finditer(text):
        at = match.start()
        while index < len(mentions) and mentions[index].start < at:
            yield mentions[index]
            index += 1
        if index and mentions[index - 1].end > at:
            continue
        yield at, match[0]
    yield from mentions[index:]


def _owners(text: str, before: Mention | None, last: Mention | None, at: int) -> list[Mention]:
    """The numbers that a bracket may break down, the likeliest first: the one before it, or that one's twin."""
    if last is None or last.kind not in SUMMED:
        return []
    end = last.end
    if beside(text, last) is not None and (found := BESIDE.match(text, end)) is not None:
        end = min(found.end(), at)
    long = _PARTS_INSIDE.match(text, at) is not None or _broken_down(text, last, at)
    noun = _LONG_BEFORE_BRACKET if long else _NOUN_BEFORE_BRACKET
    if not noun.fullmatch(text, end, at):
        return []
    if before is None or before.kind not in SUMMED or before.dimension == last.dimension:
        return [last]
    return [last, before] if end == at and _TWIN.fullmatch(text, before.end, last.start) else [last]


def _broken_down(text: str, total: Mention, at: int) -> bool:
    """260户居民家庭开展收支记账（城镇110户、农村150户）: nothing in the bracket but parts in the unit of the number."""
    inside = text[at + 1 : at + _INSIDE].partition("）" if text[at] == "（" else ")")
    parts = _PART.findall(inside[0]) if inside[1] and total.unit and not _ASIDE.search(inside[0]) else []
    return len(parts) > 1 and all(unit.strip() == total.unit for unit in parts) and _PART.sub("", inside[0]) == ""


def _take(text: str, group: _Group, mention: Mention, last: Mention | None) -> Iterator[SumClaim]:
    """Add a quantity to its group; yield the claim it closes."""
    if mention.kind not in SUMMED:
        return
    begin = max(group.begin, last.end if last is not None else 0)
    between = text[max(begin, mention.start - 40) : mention.start]
    if _RATE.search(between) or (MOVED_FROM.search(between) and MOVED_TO.match(text, mention.end)):
        return
    if _EACH.search(between) or _FAR_RATE.search(between):
        # 小学、初中各20所，高中5所，共45所: how many share the number the list does not count.
        # 每名学员补助600元、交通补助100元，合计7万元: nor how many are paid, and 每年新建公园2个 may be a part.
        group.shared.add(mention.dimension)
        return
    closes = CLOSES.search(between) is not None
    opens = None if closes else _OPENS.search(between)
    if closes:
        # 41 户，其中二等功 1 户、三等功 40 户，慰问金合计 9 万元: a total in another unit closes no parts.
        vague = group.total is not None and group.opener in _SOME and may_be_part(mention, group.total, text)
        if vague:
            # A 10 家，其中三级 3 家，B 20 家，共计 30 家: whose part B is cannot be told.
            group.total = None
        yield from _end_of_list(text, group)
        parts = group.heads_of(mention)
        if parts and parts[0].start < _item(text, mention.start):
            # 1.大气…216点次；2.水…100点次；3.土壤30个点位，共30点次: this total is that of its item.
            vague = True
        if len(parts) > 1 and not vague and mention.dimension not in group.shared:
            yield SumClaim(mention, parts, claims_complete=True)
            group.forget(parts)
        elif not parts and text[mention.end : mention.end + 1] in ("：", ":"):
            group.open(mention, "：")
    elif opens is not None and last is not None and group.latest is last:
        yield from _end_of_list(text, group)
        if may_be_part(last, mention, text):
            group.open(last, opens[0])
            group.add(mention)
            return
    elif group.total is not None and may_be_part(group.total, mention, text):
        if group.opener not in _SOME or "，" not in between or not _exceeds(group, mention):
            group.add(mention)
            return
        # 机构10家，其中三级3家，药店20家: the pharmacies are no part of the ten.
        yield from _end_of_list(text, group)
    group.heads.setdefault(mention.dimension, []).append(mention)
    group.latest = mention


def _item(text: str, end: int) -> int:
    """Where the numbered item begins that a number stands in; 0 where it stands in none."""
    low = max(0, end - _ITEM)
    begin = max(text.rfind("；", low, end), text.rfind(";", low, end)) + 1
    return begin if begin and _NUMBERED.match(text, begin) else 0


def _end_of_list(text: str, group: _Group) -> Iterator[SumClaim]:
    if group.total is not None and group.parts:
        complete = len(group.parts) > 1 and group.opener not in _SOME and not _more(text, group.parts)
        yield SumClaim(group.total, group.parts, complete)
    group.total, group.parts = None, []


def _close(text: str, group: _Group) -> Iterator[SumClaim]:
    yield from _end_of_list(text, group)
    for owner in group.owners:
        parts = group.heads_of(owner, sure=True)
        opened = parts and _OPENS.search(text, group.begin, parts[0].start)
        if len(parts) > 1 or (opened and owner is group.owners[0]):
            yield SumClaim(owner, parts, len(parts) > 1 and not _more(text, parts))
            return


def _exceeds(group: _Group, part: Mention) -> bool:
    whole = group.total.interval if group.total is not None else None
    with_part = group.sum_with(part)
    return whole is not None and with_part is not None and whole.before(with_part)


def _more(text: str, parts: list[Mention]) -> bool:
    return _AND_MORE.match(text, parts[-1].end) is not None
