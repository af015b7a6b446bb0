"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.nouns import noun_after as noun_behind
from drafter.language.nouns import noun_of, verbs
from drafter.language.patterns import lazy
from drafter.language.unit_reading import Entry

if TYPE_CHECKING:
    from drafter.language.mention import Mention

_HAN = r"一-鿿"
_WINDOW = 30
# What belongs to the quantity before: 6月底前拨付, 24小时内修复率.
_AFTER_QUANTITY_FIRST = frozenset("及之以前内上下后起期底末左")
_AFTER_QUANTITY = lazy(r"^(?:及?[之以]?[前内上下]|后|起|期间|底前|末|左右)")
_TOTAL = lazy(r"[共合总累]计|一共|总共")
_CHANGE = lazy(r"同比|环比|[较比]|增长|提高|提升|上升|下降|降低|减少|增加|压缩|缩短|涨|降")
_SENTENCE_END = lazy(r"[。；;！？!?\n]")
# Read backwards from the number: blanks, a short bracket or a title, the run of words, what stops it.
_RUN = lazy(rf"[{_HAN}A-Za-z0-9.·]+")
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
    low = start - _WINDOW
    backwards = text[low if low > left else left : start][::-1]
    match = _RUN.match(backwards)
    if match is not None:
        size = match.end()
        stop = backwards[size : size + 1]
        if stop != "”":
            begin = start - size
            return text[begin:start], None, stop, begin
    match = _BACK.match(backwards)
    if match is None:
        return "", None, "", start
    title, run, stop = match.groups()
    return run[::-1], title and title[::-1], stop, start - match.end(2)


def entity_of(
    text: str,
    before: tuple[str, str | None, str, int],
    end: int,
    entry: Entry,
    unit: str | None,
    bounded: bool,
    previous: Mention | None,
) -> str | None:
    """Return the noun phrase a quantity belongs to, or None if none stands beside it.

    Args:
        text: the whole text.
        before: what :func:`words_before` found before the quantity and its comparator.
        end: where the quantity or the comparator after it ends.
        entry: its unit as read.
        unit: its unit as reported.
        bounded: whether a comparator stands behind it.
        previous: the quantity before it, for 同比增长8% and for 3批、150人次.
    """
    run, title, stop, begin = before
    kind = entry.kind
    if kind == "age" and text.startswith("的", end):
        # 3至6周岁的儿童: an age describes what follows.
        noun = noun_behind(text, end)
        if noun is not None:
            return noun
    if not stop and run[:1] in _AFTER_QUANTITY_FIRST and previous is not None:
        run = _AFTER_QUANTITY.sub("", run, 1)
    own = title or (noun_of(run, entry.people, entry.rate) if len(run) > 1 else "")
    if entry.leads_bounded if bounded else entry.leads:
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
    elif own and own[-1] != "的":
        return own
    if previous is None:
        return _further(text, stop, begin, entry)
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
    return not (led or (own[0] in known.place_first and own.startswith(known.place)))


def _further(text: str, stop: str, begin: int, entry: Entry) -> str | None:
    # 提供居家照护，每周不少于3小时; 未成年人（未满16周岁）: the noun stands before the mark.
    if stop and stop in "，,（(":
        run, _, _, _ = words_before(text, 0, begin - 1)
        return (noun_of(run, entry.people, entry.rate) or None) if run else None
    return None


def _continues(between: str, run: str, stop: str, kind: str, *, again: bool) -> bool:
    """Return True if a quantity without a noun of its own speaks of the noun of the quantity before it."""
    if _TOTAL.search(between) or _SENTENCE_END.search(between):
        return False
    if again or not stop or stop == "、" or between in ("，", ", "):
        # 由20个工作日压缩至5个工作日, 3批、150人次.
        return again or "，" not in between or kind == "percent"
    return kind in ("percent", "multiple", "fraction") and (_CHANGE.search(between) is not None or bool(run))
