"""The rates a goal means to move without saying how far: 提高参保率, 降低更换率, 接通率提升."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.checking.naming import tokens
from drafter.language.patterns import lazy

_CLAUSE = lazy(r"[^，,。；;：:！!？?\n]+")
# 效率 and 费率 are no rates of attainment; 率先 and 率队 are other words.
_RATE = lazy(
    r"([^\W\da-zA-Z_]{2})(?:[（(][^（()）]{1,4}[)）])?(?<![效频概利汇税费比速功心倍曲折坦表草轻])率(?![先领队部])"
)
_MOVE = lazy(r"提高|提升|增加|扩大|增强|降低|减少|压降|改善")
_MOVED = lazy(r"(?:的|进一步|稳步|逐步|明显|持续|不断|有所|有效|大幅|显著){0,3}(?:提高|提升|上升|下降|降低|减少)")
# Why the project is there, or what was: 针对参保率下降, 使用率偏低.
_GROUND = lazy(r"上年|去年|往年|以来|已|曾|偏低|不高|较低|不足|问题|原因|针对|由于|随着|相比|同比")
# 推广复购率高的产品: the rate says which, and is not what moves.
_WHICH = lazy(r"(?:较|很|更|偏|相对)?[高低]的")
_PARTS = lazy(r"[、及和与或]")
_NEAR = 30
"""Characters behind a rate in which its number may stand."""
# 提高参保率，满意度达90%: the number is of what follows the comma.
_OTHER = lazy(r"[，,；;。][^，,；;。]*[率度]")
_LONGEST = 20
_SAME = (
    ("知晓", "了解", "熟悉", "认知", "普及"),
    ("参保", "参加", "投保", "缴费", "续保"),
    ("使用", "利用", "应用", "启用"),
    ("覆盖", "普及", "惠及"),
    ("就业", "就职", "上岗", "入职"),
    ("及时", "按时", "按期", "准时", "时间", "时限", "周期"),
    ("合格", "达标", "通过", "验收", "优良"),
    ("发病", "患病", "病例", "感染"),
    ("事故", "故障", "安全"),
    ("完好", "故障", "完整"),
    ("办结", "办理", "结案"),
    ("参与", "参加", "人次", "人数"),
)


class NamedRate(NamedTuple):
    """A rate and where its words stand in the text."""

    stem: str
    start: int
    end: int
    subject: str
    """The last word before the stem, "" when there is none: 凭证 of 电子凭证的使用率."""


def named_rates(text: str) -> Iterator[NamedRate]:
    """The rates a text means to raise or lower."""
    for clause in _CLAUSE.finditer(text) if "率" in text else ():
        said = clause[0]
        if "率" not in said or _GROUND.search(said):
            continue
        verbs = [verb.end() for verb in _MOVE.finditer(said)]
        for rate in _RATE.finditer(said):
            before = bisect_right(verbs, rate.start())
            if (before and not _WHICH.match(said, rate.end())) or _MOVED.match(said, rate.end()):
                low = verbs[before - 1] if before else 0
                parts = [found.end() for found in _PARTS.finditer(said, low, rate.start())]
                low = max(parts[-1] if parts else low, rate.start() - _LONGEST)
                words = [one.text for one in tokens(said[low : rate.start()]) if one.sort in ("same", "plain")]
                subject = words[-1] if words else ""
                yield NamedRate(rate[1], clause.start() + low, clause.start() + rate.end(), subject)


def has_row(rate: NamedRate, names: Sequence[str]) -> bool:
    """Whether an indicator may stand for the rate: it says the word or one like it, or is a share of the same thing."""
    like = {rate.stem}.union(*(words for words in _SAME if rate.stem in words))
    for name in names:
        if any(word in name for word in like):
            return True
        if rate.subject and rate.subject in name and ("率" in name or "比例" in name or "占比" in name):
            return True
    return False


def numbered(rate: NamedRate, text: str, starts: Sequence[int]) -> bool:
    """Whether a number, one of those starting at `starts`, is said of the rate just behind it and of no other."""
    return any(0 <= start - rate.end <= _NEAR and not _OTHER.search(text, rate.end, start) for start in starts)
