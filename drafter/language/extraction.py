"""All quantities of a text: one scan led by one character set, every find classified afterwards."""

from __future__ import annotations

import re

from drafter.language.below_zero import SIGNED, below_zero
from drafter.language.context import context
from drafter.language.dated import DATING, SPOKEN, dated
from drafter.language.distribution import WHEN, WORDS, distribute, shares
from drafter.language.lexicon import trap_end
from drafter.language.mention import Mention, made
from drafter.language.nouns import people_in
from drafter.language.numerals import scaled
from drafter.language.patterns import lazy
from drafter.language.phrase import CURRENCIES, PEOPLE, is_word, phrase_at
from drafter.language.plain import plain
from drafter.language.scan import ARABIC, pattern
from drafter.language.silence import SUSPICIOUS, is_silent, names_in, refused_before
from drafter.language.unit_reading import NO_UNIT
from drafter.language.yearless import CLOSING

_TENTH = "成"
# 、 or 以上 is all that stands between two numbers.
_APART = 3
_EACH, _IN_TURN = WORDS
# A comma that parts no thousands; typed text has it for ， as often as not.
_ASCII_COMMA = lazy(r",(?![0-9])|(?<![0-9]),")


def extract(text: str) -> list[Mention]:
    """Return all quantity mentions of a text in order of place.

    A `Mention` has start and end (character offsets of number and unit), number (the absolute value as a decimal
    string: 2.5万人次 is "25000"), unit, comparator, entity (保安) and kind. Idioms, ordinals, document numbers,
    telephone numbers and list markers are no quantities. Nothing is raised whatever the text holds, and the time is
    linear in its length.
    """
    if "," in text:
        text = _ASCII_COMMA.sub("，", text)
    mentions: list[Mention] = []
    scan = pattern().finditer
    names = names_in(text)
    name = next(names, None) if names is not None else None
    backwards = text[::-1]
    size = reach = len(text)
    previous: Mention | None = None
    done = left = 0
    shared = False
    while True:
        for match in scan(text, done):
            start, at = match.span()
            if name is not None and name[0] <= start:
                while name is not None and name[1] <= start:
                    name = next(names, None) if names is not None else None
                if name is not None and name[0] <= start:
                    done = name[1]
            if start < done:
                # Inside of what was read: 百 of 个百分点.
                if at > done:
                    break
                continue
            found = plain(text, backwards, match, start, at, reach, previous)
            if found:
                done = found[1]
            elif found is None:
                found, done = _classify(text, backwards, match, start, match.end(1), previous)
            else:
                done = at if match.lastindex == 1 else match.end(1)
            if found:
                if (
                    previous is not None
                    and (start - left < _APART or found[5] is None or previous[6] in WHEN)
                    and shares(text, previous, found)
                ):
                    shared = True
                mentions.append(found)
                previous, left = found, done
                reach = size - left
            if at > done:
                break
        else:
            break
    if shared or (len(mentions) > 1 and (_EACH in text or _IN_TURN in text)):
        return distribute(text, mentions)
    return mentions


def _classify(
    text: str, backwards: str, match: re.Match[str], start: int, end: int, previous: Mention | None
) -> tuple[Mention | None, int]:
    """Return the mention that begins at a find of the scan, or None, and the offset to go on from."""
    first, before, following = text[start], text[start - 1 : start], text[end : end + 1]
    chinese = first not in ARABIC
    if chinese:
        trap = trap_end(text, start)
        if trap is not None:
            return None, trap
    if following in DATING or before in SPOKEN or first in CLOSING:
        date = dated(text, start, end, previous)
        if date is not None:
            return date
    phrase = None
    if before in SUSPICIOUS:
        if before in SIGNED and not chinese:
            phrase = below_zero(text, start)
        refused = refused_before(text, start, end) if phrase is None else None
        if refused is not None:
            return None, refused
    if phrase is None:
        if match.lastindex == 1 and (
            is_word(text, start, match.end()) if chinese else following == "." and before not in CURRENCIES
        ):
            # 零星报销; 2.组织培训, the marker of a list.
            return None, end
        phrase = phrase_at(text, match)
        if phrase is None:
            return None, end
    start, end, number, unit, kind, digits, factor, vague, ranged, entry = phrase
    if entry is not None and entry is not PEOPLE and is_silent(text, start, end, digits, entry, chinese=chinese):
        return None, end
    comparator, entity = context(text, backwards, start, end, entry or NO_UNIT, unit, previous, vague, ranged)
    if entry is PEOPLE and entity is not None:
        # 为260多万老年人建档: the verb goes on without a mark.
        entity = people_in(entity)
    if unit == _TENTH:
        # 八成以上 is 80 %, as 百分之八十 is.
        number, unit, factor = "~".join(scaled(one, 10) for one in number.split("~")), "%", 10
    return made((start, end, number, unit, comparator, entity, kind, digits, factor, text[start:end])), end
