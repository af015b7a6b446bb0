"""All quantities of a text: one scan led by one character set, every find classified afterwards."""

from __future__ import annotations

import re

from drafter.language import bounds
from drafter.language.context import context
from drafter.language.dated import dated
from drafter.language.distribution import distribute
from drafter.language.lexicon import trap_end
from drafter.language.mention import Mention
from drafter.language.numerals import scaled
from drafter.language.phrase import is_word, may_follow, phrase_at, plain_unit
from drafter.language.scan import ARABIC, FACTORS, pattern, product
from drafter.language.silence import LABEL_LAST, SUSPICIOUS, is_article, is_name, labelled, names_in, refused_before
from drafter.language.unit_reading import NO_UNIT, Entry

# Behind these Arabic digits may be no number, or one without a unit: 第3, ISO9001, ￥500, Q3, 每月10日.
_TELLING = (SUSPICIOUS - frozenset("上下过数几、时点 ")) | frozenset("￥¥±")
# The groups of the scan up to the multiplier: 余 and 多 behind it are read elsewhere.
_PLAIN = frozenset((1, 2))
_BEFORE_BLANK = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ第№")
# Behind a unit these say that no name goes on (95%以上, 5日内).
_MARKS = frozenset("，。；、）)！\n以内")
_DATES = frozenset("年月季Qq-－–—~～至到/.．")


def extract(text: str) -> list[Mention]:
    """Return all quantity mentions of a text in order of place.

    A `Mention` has start and end (character offsets of number and unit), number (the absolute value as a decimal
    string: 2.5万人次 is "25000"), unit, comparator, entity (保安) and kind. Idioms, ordinals, document numbers,
    telephone numbers and list markers are no quantities. Nothing is raised whatever the text holds, and the time is
    linear in its length.
    """
    mentions: list[Mention] = []
    search = pattern().search
    match = search(text)
    if match is None:
        return mentions
    follows = may_follow()
    names = names_in(text)
    name = next(names, None)
    previous: Mention | None = None
    while match is not None:
        start, end = match.span(1)
        while name is not None and name[1] <= start:
            name = next(names, None)
        if name is not None and name[0] <= start:
            match = search(text, name[1])
            continue
        at = match.end()
        behind = text[at : at + 1]
        before = text[start - 1] if start else ""
        if before == " " and text[start - 2 : start - 1] in _BEFORE_BLANK:
            # ISO 14001, 第 3批
            before = "第"
        if match.lastindex in _PLAIN and text[start] in ARABIC and before not in _TELLING and behind not in _DATES:
            # The two commonest cases, decided without the rest of this module: it would find the same, more slowly.
            if behind not in follows and not text.startswith("次", at + 1):
                # Years of documents, list markers and codes, most numbers of real prose: nothing can be read here.
                match = search(text, end)
                continue
            digits, multiplier, _, _ = match.groups()
            plain = plain_unit(text, digits, at, before)
            if plain is not None:
                end = at + len(plain.name)
                suspect = (plain.careful and text[end : end + 1] not in _MARKS) or before in LABEL_LAST
                if suspect and _silent(text, start, end, digits.replace(",", ""), plain, chinese=False):
                    match = search(text, end)
                    continue
                unit, kind, factor = plain.canonical, plain.kind, 1
                comparator, entity = context(text, start, end, plain, unit, previous)
                number = digits = digits.replace(",", "") if "," in digits else digits
                if multiplier is not None:
                    factor = FACTORS.get(multiplier) or product(multiplier)
                    number = scaled(digits, factor)
                printed = text[start:end]
                previous = Mention(start, end, number, unit, comparator, entity, kind, digits, factor, printed)
                mentions.append(previous)
                match = search(text, end)
                continue
        found, end = _classify(text, match, start, end, previous)
        if found is not None:
            previous = found
            mentions.append(found)
        match = search(text, end)
    return distribute(text, mentions) if len(mentions) > 1 else mentions


def _classify(
    text: str, match: re.Match[str], start: int, end: int, previous: Mention | None
) -> tuple[Mention | None, int]:
    """Return the mention that begins at a find of the scan, or None, and the offset to go on from."""
    chinese = text[start] not in ARABIC
    if chinese:
        trap = trap_end(text, start)
        if trap is not None:
            return None, trap
    date = dated(text, start, end, previous)
    if date is not None:
        return date
    if start and text[start - 1] in SUSPICIOUS:
        refused = refused_before(text, start, end)
        if refused is not None:
            return None, refused
    if chinese and match.lastindex == 1 and is_word(text, start, match.end()):
        return None, end
    phrase = phrase_at(text, match)
    if phrase is None:
        return None, end
    start, end, number, unit, kind, digits, factor, vague, ranged, entry = phrase
    if entry is not None and _silent(text, start, end, digits, entry, chinese=chinese):
        return None, end
    comparator, entity = context(text, start, end, entry or NO_UNIT, unit, previous, vague, ranged)
    return Mention(start, end, number, unit, comparator, entity, kind, digits, factor, text[start:end]), end


def _silent(text: str, start: int, end: int, digits: str, entry: Entry, *, chinese: bool) -> bool:
    if is_name(text, start, digits, entry, end, chinese=chinese):
        return True
    if chinese and digits == "1" and end - start == 1 + len(entry.name):
        sign, _ = bounds.before(text, max(0, start - 6), start)
        follows, _ = bounds.after(text, end, within=False)
        return sign is None and follows is None and is_article(text, start, entry.name, end)
    return entry.kind == "count" and labelled(text, start, end - len(entry.name))
