"""What the money of a goal is paid for, in the goal's words: 终端 in 采购终端120套，每套4200元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.checking.naming import Token, tokens
from drafter.checking.unit_money import PAYER
from drafter.checking.words.clauses import SENTENCE, WORDS, said_behind
from drafter.language import Mention
from drafter.language.patterns import lazy

NAMING = 20
"""Weight of a word that tells what is paid for."""
_NOUN = 4
"""Characters of a noun that may be one shortened; longer ones are written out."""
_BETWEEN = 30
"""Characters between a count and the price of one."""
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
_SPENT = lazy(r"(?:投入|安排|使用|支出|列支)(?:经费|资金|预算|财政资金)?$")


def paid_for(
    text: str, mention: Mention, mentions: Sequence[Mention], items: Sequence[str]
) -> tuple[tuple[Token, ...], bool] | None:
    """What money is paid for, and whether it is the price of one; None where the text does not say.

    Args:
        text: The text.
        mention: The money.
        mentions: All numbers of the text.
        items: The names of what is paid for in the breakdown.
    """
    start = max((one.end() for one in SENTENCE.finditer(text, 0, mention.start)), default=0)
    before = text[max(start, mention.start - 60) : mention.start]
    clause = WORDS.split(before)[-1]
    # 送餐每人次补贴5元安排运营补贴63万元: words before another amount are that one's.
    last = max((one.end for one in mentions if one.kind == "money" and one.end <= mention.start), default=0)
    own = text[last : mention.start]
    if last > mention.start - len(clause) and any(one.weight >= NAMING for one in tokens(_BARE.sub("", own))):
        clause = own
    if PAYER.search(clause):
        return None
    unit = "/" in (mention.unit or "") or "／" in (mention.unit or "") or _EACH.search(clause) is not None
    own = () if unit and _ONLY_EACH.fullmatch(clause) else tokens(_BARE.sub("", clause))
    bracketed = before.removesuffix(clause)[-1:] in ("（", "(")
    if any(token.weight >= NAMING for token in own):
        if bracketed and not unit:
            # 采购设备30台（进口设备15万元）: a part of what stands before the bracket.
            return None
        return own, unit
    # 投入3.5万元开展社区宣传活动: what it is spent on follows.
    rest = said_behind(text, mention.end, WORDS, 30)
    if not unit and _SPENT.search(clause) and any(token.weight >= NAMING for token in tokens(rest)):
        return tokens(re.split(r"\d", rest)[0]), unit
    earlier = [one for one in mentions if start <= one.start < mention.start]
    if bracketed:
        # 修缮古桥3座（48万元）: the words before the bracket, without the number.
        named = WORDS.split(before.removesuffix(clause)[:-1])[-1]
        counted = earlier[-1] if earlier and earlier[-1].kind in ("count", "measure") else None
        named = named.replace(counted.text, "") if counted is not None else named
        return (found, unit) if (found := tokens(_in_full(named, counted, items))) else None
    # 集约送达65000件次，单价22元: the thing counted just before, in the same part of the sentence.
    if not earlier or earlier[-1].kind not in ("count", "measure") or not earlier[-1].entity:
        return None
    named = _in_full(earlier[-1].entity, earlier[-1], items)
    # 为850名毕业生发放求职补贴，每人1500元: what each gets stands between the count and the price.
    paid = text[earlier[-1].end : mention.start - len(clause)].replace(earlier[-1].entity, "")
    words = tokens(paid) if unit and len(paid) <= _BETWEEN else ()
    return (words if any(one.weight >= NAMING for one in words) else tokens(named)), unit


def _in_full(words: str, counted: Mention | None, items: Sequence[str]) -> str:
    """The words with a noun that leaves out a character or two as the one line writes it: 古桥 for 古石桥."""
    noun = counted.entity if counted is not None else None
    if not noun or not 2 <= len(noun) <= _NOUN or noun not in words or any(noun in item for item in items):
        return words
    pattern = re.compile(r"[^\W\da-zA-Z_]{0,2}".join(map(re.escape, noun)))
    full = {found[0] for item in items if (found := pattern.search(item))}
    return words.replace(noun, full.pop()) if len(full) == 1 else words
