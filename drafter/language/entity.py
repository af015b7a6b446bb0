"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.data import words
from drafter.language.nouns import noun_after as noun_behind
from drafter.language.nouns import noun_of, verbs
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.language.mention import Mention

_HAN = r"一-鿿"
_WINDOW = 30
# Units after which no noun of theirs follows: 2人负责…, 800人次参加….
_BARE_UNITS = frozenset(words("bare-unit"))
# What belongs to the quantity before: 6月底前拨付, 24小时内修复率.
_AFTER_QUANTITY = lazy(r"^(?:及?[之以]?[前内上下]|后|起|期间|底前|末|左右)")
_TOTAL = lazy(r"[共合总累]计|一共|总共")
_CHANGE = lazy(r"同比|环比|[较比]|增长|提高|提升|上升|下降|降低|减少|增加|压缩|缩短|涨|降")
_SENTENCE_END = lazy(r"[。；;！？!?\n]")
# Read backwards from the number: blanks, a short bracket or a title, the run of words, what stops it.
_BACK = lazy(
    rf"[ ]*(?:[)）][^()（）]{{0,12}}[(（])?(?:》(?P<title>[^《》]{{1,24}})《)?"
    rf"([{_HAN}A-Za-z0-9.·]*(?:”[^“”]{{1,10}}“[{_HAN}A-Za-z0-9.·]*)*)(.?)",
    re.DOTALL,
)


def words_before(text: str, left: int, start: int) -> tuple[str, str | None, str, int]:
    """Return what stands before ``start`` in the same clause, not reaching over ``left``.

    Returns:
        The run of words, the title in 《》 behind it if there is one, the mark that stops the run (empty at
        ``left``), and where the run begins.
    """
    low = max(start - _WINDOW, left)
    match = _BACK.match(text[low:start][::-1])
    if match is None:
        return "", None, "", start
    title, run, stop = match.groups()
    return run[::-1], title[::-1] if title else None, stop, start - match.end(2)


def entity_of(
    text: str,
    before: tuple[str, str | None, str, int],
    end: int,
    unit: str | None,
    kind: str,
    *,
    noun_after: bool,
    previous: Mention | None,
) -> str | None:
    """Return the noun phrase a quantity belongs to, or None if none stands beside it.

    Args:
        text: the whole text.
        before: what :func:`words_before` found before the quantity and its comparator.
        end: where the quantity or the comparator after it ends.
        unit: its unit.
        kind: its kind in the contract.
        noun_after: whether a noun may follow it (12个街镇); after a percentage none does.
        previous: the quantity before it, for 同比增长8% and for 3批、150人次.
    """
    run, title, stop, begin = before
    if kind == "age" and text.startswith("的", end):
        # 3至6周岁的儿童: an age describes what follows.
        noun = noun_behind(text, end)
        if noun is not None:
            return noun
    if previous is not None and not stop:
        run = _AFTER_QUANTITY.sub("", run, 1)
    own = title or (noun_of(run, unit, kind) if len(run) > 1 else "")
    if not noun_after:
        if own and own[-1] != "的":
            return own
    else:
        # A run that reaches back to the quantity before is the noun of that one (十个方面二十项举措).
        if own and not stop and previous is not None and own == previous.entity:
            own = ""
        if own and _certain(own, run):
            return own
        noun = noun_behind(text, end)
        if noun is not None:
            return noun
        if own and own[-1] != "的" and own not in verbs().place:
            return own
    if previous is None:
        return _further(text, stop, begin, unit, kind)
    if previous.entity is not None:
        between = text[previous.end : begin + len(run)]
        # 新增床位180张，改建60张: the same unit again and no noun of its own.
        again = previous.unit == unit and kind in ("count", "money", "measure") and len(between) < 12
        if _continues(between, run, stop, kind, again=again):
            return previous.entity
    return None


def _certain(own: str, run: str) -> bool:
    """Return True if what stands before is a noun, and not a place, a verb, or what leads to the noun behind."""
    known = verbs()
    led = own[-1] in "的内等" or own in known.bare or run[-2:] in known.parting
    return not led and not own.startswith(known.place)


def _further(text: str, stop: str, begin: int, unit: str | None, kind: str) -> str | None:
    # 提供居家照护，每周不少于3小时; 未成年人（未满16周岁）: the noun stands before the mark.
    if stop and stop in "，,（(":
        run, _, _, _ = words_before(text, 0, begin - 1)
        return noun_of(run, unit, kind) or None
    return None


def takes_noun(unit: str | None, kind: str, *, bounded: bool) -> bool:
    """Return True if a noun after the quantity may be what it counts (12个街镇, 300人以上企业, 5公里管网)."""
    if kind == "count" or kind == "age":
        return bounded or unit not in _BARE_UNITS
    return kind == "measure" or (kind == "duration" and bounded)


def _continues(between: str, run: str, stop: str, kind: str, *, again: bool) -> bool:
    """Return True if a quantity without a noun of its own speaks of the noun of the quantity before it."""
    if _TOTAL.search(between) or _SENTENCE_END.search(between):
        return False
    if again or not stop or stop == "、" or between in ("，", ", "):
        # 由20个工作日压缩至5个工作日, 3批、150人次.
        return again or "，" not in between or kind == "percent"
    return kind in ("percent", "multiple", "fraction") and (_CHANGE.search(between) is not None or bool(run))
