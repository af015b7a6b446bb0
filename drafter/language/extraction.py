"""All quantities of a text: one scan led by one character set, every find classified afterwards."""

from __future__ import annotations

import re

from drafter.language import bounds, calendar
from drafter.language.entity import entity_of, takes_noun, words_before
from drafter.language.lexicon import trap_end
from drafter.language.mention import Mention
from drafter.language.phrase import phrase_at, plain_unit
from drafter.language.scan import ARABIC, pattern
from drafter.language.silence import LABEL_LAST, SUSPICIOUS, is_article, is_name, labelled, names_in, refused_before
from drafter.language.unit_reading import Entry

_DATE_WORDS = frozenset("年月季Qq")
_DATE_MARKS = frozenset("-－–—~～至到/.．")
# 2026.12.3 is one number and a part to the scan.
_LONGEST_DATE_PART = 7
_MONTHLY = ("每月", "当月", "次月", "下月", "本月", "首月", "逐月")
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
        start = match.start()
        while name is not None and name[1] <= start:
            name = next(names, None)
        if name is not None and name[0] <= start:
            at = name[1]
            continue
        found, at = _classify(text, match, mentions)
        if found is not None:
            mentions.append(found)
    return mentions


def _classify(text: str, match: re.Match[str], earlier: list[Mention]) -> tuple[Mention | None, int]:
    """Return the mention that begins at a find of the scan, or None, and the offset to go on from."""
    start, end = match.span(1)
    chinese = text[start] not in ARABIC
    if chinese:
        trap = trap_end(text, start)
        if trap is not None:
            return None, trap
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
    if following in _DATE_WORDS or (following in _DATE_MARKS and end - start <= _LONGEST_DATE_PART):
        dated = _date(text, start, earlier)
        if dated is not None:
            return dated
    if start and text[start - 1] in SUSPICIOUS:
        spoken = _spoken_date(text, start, end, earlier)
        if spoken is not None:
            return spoken
        refused = refused_before(text, start, end)
        if refused is not None:
            return None, refused
    plain = plain_unit(text, match)
    if plain is not None:
        entry, end = plain
        suspect = entry.careful or (start and text[start - 1] in LABEL_LAST)
        if suspect and _silent(text, start, end, match[1], entry, chinese=False):
            return None, end
        digits, unit, kind = match[1], entry.canonical, entry.kind
        comparator, entity = _context(text, start, end, unit, kind, earlier)
        return Mention(start, end, digits, unit, comparator, entity, kind, digits, 1, text[start:end]), end
    phrase = phrase_at(text, match)
    if phrase is None:
        return None, end
    start, end, number, unit, kind, digits, factor, vague, ranged, entry = phrase
    if entry is not None and _silent(text, start, end, digits, entry, chinese=chinese):
        return None, end
    comparator, entity = _context(text, start, end, unit, kind, earlier, vague=vague, ranged=ranged)
    return Mention(start, end, number, unit, comparator, entity, kind, digits, factor, text[start:end]), end


def _silent(text: str, start: int, end: int, digits: str, entry: Entry, *, chinese: bool) -> bool:
    if is_name(text, start, digits, entry.name, entry.named, end, chinese=chinese):
        return True
    if chinese and digits == "1" and end - start == 1 + len(entry.name):
        sign, _ = bounds.before(text, max(0, start - 6), start)
        follows, _ = bounds.after(text, end, within=False)
        return sign is None and follows is None and is_article(text, start, entry.name, end)
    return entry.kind == "count" and labelled(text, start, end - len(entry.name))


def _date(text: str, start: int, earlier: list[Mention]) -> tuple[Mention | None, int] | None:
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
    return _dated(text, start, span, earlier)


def _spoken_date(text: str, start: int, end: int, earlier: list[Mention]) -> tuple[Mention | None, int] | None:
    """Return the date that the word before the number makes: Q3, 每月10日."""
    previous = text[start - 1]
    if previous in "Qq":
        alone = start == 1 or not (text[start - 2].isascii() and text[start - 2].isalnum())
        if alone and text[start:end] in ("1", "2", "3", "4"):
            return _dated(text, start - 1, calendar.DateSpan(end, f"Q{text[start]}", "date", ranged=False), earlier)
    elif previous == "月" and text.startswith(_MONTHLY, start - 2):
        day = calendar.day_of_month(text, start)
        if day is not None:
            return _dated(text, start, day, earlier)
    return None


def _dated(text: str, start: int, span: calendar.DateSpan, earlier: list[Mention]) -> tuple[Mention | None, int]:
    comparator = "="
    if span.ranged:
        comparator = "range"
    elif calendar.deadline(text, span.end):
        comparator = "<="
    else:
        sign, _ = bounds.before(text, earlier[-1].end if earlier else 0, start)
        comparator = sign if sign in ("<=", ">=") else "="
    unit = "年" if span.kind == "year" else None
    printed = text[start : span.end]
    return Mention(start, span.end, span.iso, unit, comparator, None, span.kind, span.iso, 1, printed), span.end


def _context(
    text: str,
    start: int,
    end: int,
    unit: str | None,
    kind: str,
    earlier: list[Mention],
    *,
    vague: bool = False,
    ranged: bool = False,
) -> tuple[str, str | None]:
    """Return the comparator and the entity of the quantity at ``start``..``end``."""
    previous = earlier[-1] if earlier else None
    left = previous.end if previous is not None else 0
    sign, begin = bounds.before(text, left, start)
    run, title, stop, at = words_before(text, left, begin)
    if sign is None and not bounds.FAR_HINTS.isdisjoint(run):
        sign, cut = bounds.far(run)
        run = run[:cut]
    following = text[end : end + 1]
    follows, finish = bounds.after(text, end, within=kind in _WITHIN) if following in bounds.AFTER else (None, end)
    if sign is not None or follows is not None or vague or ranged:
        comparator = _comparator(kind, sign, text[begin:start].strip(), follows, vague=vague, ranged=ranged)
    else:
        comparator = bounds.after_noun(text, end) if kind == "count" and following >= "一" else "="
    noun_after = takes_noun(unit, kind, bounded=finish > end)
    before = (run, title, stop, at)
    return comparator, entity_of(text, before, finish, unit, kind, noun_after=noun_after, previous=previous)


def _comparator(kind: str, sign: str | None, word: str, follows: str | None, *, vague: bool, ranged: bool) -> str:
    """Return the comparator of what stands before and after: a bound wins over 约, 以内 over 达到."""
    if ranged:
        return "range"
    if sign == "~" and kind == "duration" and word == "近":
        # 近三年 are the last three years, not about three.
        sign = None
    if follows is not None and (follows != "~" or word.startswith("控制")) and word in _WEAK_BEFORE:
        return follows
    if sign is not None and sign not in "~=":
        return sign
    if follows is not None and follows != "~":
        return follows
    if sign == "~" or follows == "~":
        return "~"
    return ">" if vague else "="
