"""All quantities of a text: one scan led by one character set, every find classified afterwards."""

from __future__ import annotations

import re

from drafter.language import bounds, calendar
from drafter.language.entity import entity_of, takes_noun
from drafter.language.lexicon import trap_end
from drafter.language.mention import Mention
from drafter.language.phrase import Phrase, phrase_at
from drafter.language.scan import ARABIC, pattern
from drafter.language.silence import is_article, is_name, labelled, names_in, refused_before

_DATE_NEXT = frozenset("年月季-－–—~～至到/.． Qq")
_MONTHLY = ("每月", "当月", "次月", "下月", "本月", "首月", "逐月")
_SENTENCE_END = re.compile(r"[。；;！？!?\n]")
_WITHIN = frozenset(("duration", "measure", "percent", "money"))
_WEAK_BEFORE = frozenset(("达", "达到", "控制在", "控制到", "限制在"))


def extract(text: str) -> list[Mention]:
    """Return all quantity mentions of a text in order of place.

    What is no quantity (idioms, ordinals, document numbers, telephone numbers, list markers) is not mentioned. The time
    is linear in the length of the text whatever it holds.
    """
    mentions: list[Mention] = []
    search = pattern().search
    names = names_in(text)
    name = next(names, None)
    at = 0
    while (match := search(text, at)) is not None:
        start, at = match.span()
        while name is not None and name[1] <= start:
            name = next(names, None)
        if name is not None and name[0] <= start:
            at = name[1]
            continue
        found, at = _classify(text, start, at, mentions)
        if found is not None:
            mentions.append(found)
    return mentions


def _classify(text: str, start: int, end: int, earlier: list[Mention]) -> tuple[Mention | None, int]:
    """Return the mention that begins at ``start``, or None, and the offset to go on from."""
    chinese = text[start] not in ARABIC
    left = earlier[-1].end if earlier else 0
    if chinese:
        trap = trap_end(text, start)
        if trap is not None:
            return None, trap
    if end < len(text) and text[end] in _DATE_NEXT:
        dated = _date(text, start, left)
        if dated is not None:
            return dated
    elif start and text[start - 1] in "Qq" and text[start:end] in ("1", "2", "3", "4") and not chinese:
        if not text[start - 2 : start - 1].isascii() or start == 1 or text[start - 2] == " ":
            return _dated(text, start - 1, left, calendar.DateSpan(end, f"Q{text[start]}", "date", ranged=False))
    elif start and text.startswith(_MONTHLY, max(0, start - 2), start) and end < len(text) and text[end] in "日号":
        day = calendar.day_of_month(text, start)
        if day is not None:
            return _dated(text, start, left, day)
    if start:
        refused = refused_before(text, start, end)
        if refused is not None:
            return None, refused
    phrase = phrase_at(text, start, end, left)
    if phrase is None:
        return None, end
    if phrase.silent or _silent(text, phrase, chinese=chinese):
        return None, max(phrase.end, end)
    return _mention(text, phrase, earlier), phrase.end


def _silent(text: str, phrase: Phrase, *, chinese: bool) -> bool:
    unit = phrase.unit
    if unit is None or phrase.kind == "fraction":
        return False
    if is_name(text, phrase.start, phrase.digits, unit, phrase.end, chinese=chinese):
        return True
    if chinese and phrase.digits == "1" and phrase.end - phrase.start == 1 + len(unit):
        sign, _ = bounds.before(text, max(0, phrase.start - 6), phrase.start)
        follows, _ = bounds.after(text, phrase.end, within=False)
        return sign is None and follows is None and is_article(text, phrase.start, unit, phrase.end)
    return labelled(text, phrase.start, phrase.end - len(unit)) and phrase.kind == "count"


def _date(text: str, start: int, left: int) -> tuple[Mention | None, int] | None:
    if start and text[start - 1] == "前" and text.startswith("季", start + 1):
        return None, start + 1
    span = calendar.date_at(text, start)
    if span is None:
        span = calendar.quarter(text, start)
        if span is None:
            return None
        if start and text[start - 1] == "第":
            start -= 1
    elif start and text[start - 1] in "第年" and span.kind != "date":
        return None
    return _dated(text, start, left, span)


def _dated(text: str, start: int, left: int, span: calendar.DateSpan) -> tuple[Mention | None, int]:
    comparator = "="
    if span.ranged:
        comparator = "range"
    elif calendar.deadline(text, span.end):
        comparator = "<="
    else:
        sign, _ = bounds.before(text, left, start)
        comparator = sign if sign in ("<=", ">=") else "="
    unit = "年" if span.kind == "year" else None
    found = Mention(start, span.end, span.iso, unit, comparator, None, span.kind, span.iso, 1, text[start : span.end])
    return found, span.end


def _mention(text: str, phrase: Phrase, earlier: list[Mention]) -> Mention:
    start, end, kind = phrase.start, phrase.end, phrase.kind
    previous = earlier[-1] if earlier else None
    left = previous.end if previous is not None else 0
    sign, begin = bounds.before(text, left, start)
    if sign == "~" and kind == "duration" and text[begin:start].strip() == "近":
        # 近三年 are the last three years, not about three.
        sign = None
    follows, finish = bounds.after(text, end, within=kind in _WITHIN)
    if phrase.ranged:
        comparator = "range"
    elif follows is not None and follows not in ("~", ">") and text[begin:start].strip() in _WEAK_BEFORE:
        comparator = follows
    elif sign not in (None, "~", "="):
        comparator = sign
    elif follows is not None and follows != "~":
        comparator = follows
    elif sign == "~" or follows == "~":
        comparator = "~"
    elif phrase.vague:
        comparator = ">"
    else:
        comparator = (bounds.after_noun(text, end) if kind == "count" else None) or "="
    inherited = None
    if previous is not None and not _SENTENCE_END.search(text, left, begin):
        inherited = previous.entity
    noun_after = takes_noun(phrase.unit, kind, bounded=finish > end)
    entity = entity_of(text, (left, begin, finish), phrase.unit, kind, noun_after=noun_after, inherited=inherited)
    return Mention(
        start,
        end,
        phrase.number,
        phrase.unit,
        comparator or "=",
        entity,
        kind,
        phrase.digits,
        phrase.factor,
        text[start:end],
    )
