"""The sums of a goal text, judged: which hold, which do not, and which wrong number explains two of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from drafter.checking.lines import agree
from drafter.language import Interval, Mention, SumClaim
from drafter.language.patterns import lazy

_LEVEL = lazy(
    r"((?:中央|上级|[省市区县镇]级|本级|地方)(?:[、和及与](?:中央|[省市区县镇]级|本级))*|[省市区县]{2})"
    r"(?:财政)?(?:资金|补助|配套|拨款|预算|安排|承担|负担|分担|投入){0,2}(?:安排)?$"
)
# Who pays what is left need not be a level.
_REST = lazy(r"[^。；;\n]{0,60}(?:其余|余下|剩余|不足|缺口|自筹|社会资[金本])")
_LOWEST = lazy(r"[区县镇](?:级)?$|本级|地方")
_COLLECTIVE = lazy(r"[套组对双副批箱包盒捆]")
# 苗种等3个品种共840万尾，其中鲢鱼…、鳙鱼…、草鱼…: as many parts as there are kinds leave none out.
_KINDS = lazy(r"[^\W\da-zA-Z_]{0,6}?(?:品种|种|类|项|级|型|档)")
_KIND_UNITS = frozenset(("种", "类", "项", "品种", "类型"))
_OTHERS = lazy(r"[ ]*(?:其[他它余]|剩余|余下)")
_SPLIT = lazy(r"[、，,；;和及]")
_BACK = 60
_STATED = lazy(r"(共计|合计|总计|共有|总共|一共|总数为?|总量为?)\D{0,6}$")


class Check(NamedTuple):
    """One claimed sum.

    Attributes:
        claim: Total and parts in the text.
        whole: What the total says, in the base unit of its dimension.
        parts: What the parts say.
        total: What the parts add up to.
        stated: The text says 共计 or 合计, so that nothing can be left out.
        verdict: `open` where the parts are only examples (其中 with a smaller sum).
    """

    claim: SumClaim
    whole: Interval
    parts: tuple[Interval, ...]
    total: Interval
    stated: bool
    verdict: Literal["agrees", "contradicts", "unsure", "open"]


def checks(text: str, claims: Sequence[SumClaim], mentions: Sequence[Mention]) -> list[Check]:
    """Judge the sums of a text, inner ones first, as the text gives them.

    Args:
        text: The text.
        claims: The sums it claims.
        mentions: Its numbers, which may say how many parts a total has.
    """
    found = [_check(text, claim, mentions) for claim in claims]
    return [check for check in found if check is not None]


def _check(text: str, claim: SumClaim, mentions: Sequence[Mention]) -> Check | None:
    whole = claim.total.interval
    parts = tuple(part.interval for part in claim.parts)
    if whole is None or not parts:
        return None
    known = tuple(part for part in parts if part is not None)
    if len(known) != len(parts):
        return None
    total = known[0]
    for part in known[1:]:
        total += part
    start = claim.total.start
    stated = _STATED.search(text, max(0, start - 12), start) is not None
    return Check(claim, whole, known, total, stated, _verdict(text, claim, whole, total, mentions))


def _verdict(
    text: str, claim: SumClaim, whole: Interval, total: Interval, mentions: Sequence[Mention]
) -> Literal["agrees", "contradicts", "unsure", "open"]:
    if agree(total, whole):
        return "agrees"
    # 8 台 and 13 套 beside 20 台（套）: a 套 may hold several 台; of 100 头（只） each is one head.
    units = {part.unit for part in claim.parts if part.dimension != claim.total.dimension}
    mixed = any(_COLLECTIVE.search(unit or "") for unit in (*units, claim.total.unit)) if units else False
    loose = (
        mixed or not claim.countable or any(one.comparator not in ("=", ">=") for one in (claim.total, *claim.parts))
    )
    complete = claim.claims_complete or _every_level(claim, text) or _every_kind(claim, text, mentions)
    complete = complete or _with_the_rest(claim, text)
    if not complete and total.before(whole):
        return "open"
    return "unsure" if loose else "contradicts"


def _every_level(claim: SumClaim, text: str) -> bool:
    """其中中央资金 1,118 万元、省级资金 373 万元、县级资金 373 万元: who names the last payer leaves none out."""
    if len(claim.parts) < 2 or claim.total.kind != "money" or _REST.match(text, claim.parts[-1].end):
        return False
    said = [_LEVEL.search(text, max(0, part.start - 12), part.start) for part in claim.parts]
    levels = [found[1] for found in said if found is not None]
    return len(levels) == len(claim.parts) == len(set(levels)) and _LOWEST.search(levels[-1]) is not None


def _with_the_rest(claim: SumClaim, text: str) -> bool:
    """其中轮椅320件、助听器150件、其他350件: who counts all the others leaves none out."""
    if len(claim.parts) < 2:
        return False
    last = claim.parts[-1]
    said = _SPLIT.split(text[claim.parts[-2].end : last.start])[-1] if last.start > claim.parts[-2].end else ""
    return _OTHERS.match(said) is not None


def _every_kind(claim: SumClaim, text: str, mentions: Sequence[Mention]) -> bool:
    """The sentence says before its total how many kinds there are, and as many parts follow."""
    if len(claim.parts) < 2:
        return False
    near = max(0, claim.total.start - _BACK)
    begin = max(near, *(text.rfind(mark, near, claim.total.start) + 1 for mark in "。；;\n"))
    begin = bisect_left(mentions, begin, key=_start)
    for one in mentions[begin : bisect_left(mentions, claim.total.start, key=_start)]:
        if one.kind != "count":
            continue
        kinds = one.unit in _KIND_UNITS or _KINDS.match(text, one.end, one.end + 10)
        if kinds and one.comparator == "=" and one.number == str(len(claim.parts)):
            return True
    return False


def _start(mention: Mention) -> int:
    return mention.start


def mended_by(outer: Check, inner: Check) -> bool:
    """Whether the outer sum would hold with the inner one's total put right: 115 家（24+45+45）, 共计 521 家."""
    total = None
    for mention, part in zip(outer.claim.parts, outer.parts, strict=True):
        one = inner.total if _same(mention, inner.claim.total) else part
        total = one if total is None else total + one
    if total is None or not any(_same(part, inner.claim.total) for part in outer.claim.parts):
        return False
    return agree(total, outer.whole)


def _same(one: Mention, other: Mention) -> bool:
    return (one.start, one.end) == (other.start, other.end)
