"""The commonest mention: plain digits, perhaps 万 or 亿, a unit that ends the phrase, and what stands before them.

It decides nothing: what is found here the rest of the room would find too, at several times the cost. Everything that
may be more (a range, a date, a half, an ordinal) is left to it.
"""

from __future__ import annotations

import re
from typing import Literal

from drafter.language import bounds
from drafter.language.behind import Units, longer
from drafter.language.context import beside, context
from drafter.language.heads import RUN, WINDOW
from drafter.language.mention import Mention, made
from drafter.language.numerals import scaled
from drafter.language.objects import object_behind
from drafter.language.phrase import MARKER_HEADS
from drafter.language.scan import FACTORS, product
from drafter.language.silence import LABEL_LAST, SUSPICIOUS, is_silent

# Behind these Arabic digits may be no number, or one without a unit: 第3, ISO9001, ￥500, Q3, 每月10日.
_TELLING = (SUSPICIOUS - frozenset("上下过数几、时点 ")) | frozenset("￥¥±")
# ISO 14001, 第 3批
_BEFORE_BLANK = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ第№")
_CLAUSE_END = frozenset("，。；;、）)！\n") | {""}
_NOTED = _TELLING | LABEL_LAST | MARKER_HEADS
_UNITS = Units()


def plain(
    text: str, backwards: str, match: re.Match[str], start: int, at: int, left: int, previous: Mention | None
) -> Mention | Literal[False] | None:
    """Return the mention a find of the scan begins, False if nothing can be read there, None if others must be asked.

    Args:
        text: the whole text.
        backwards: the same from its end.
        match: the find.
        start: where it begins.
        at: where it ends: behind number, multiplier and a blank.
        left: characters before this offset belong to the quantity before.
        previous: the quantity before it in the text.
    """
    digits, shape = match[1], match.lastindex
    # Of the groups of the scan the number and the multiplier; 余 and 多 are read elsewhere.
    if not digits.isascii() or (shape != 1 and shape != 2):
        return None
    before = text[start - 1] if start else ""
    noted = before in _NOTED
    if noted and (before in _TELLING or (before == " " and text[start - 2 : start - 1] in _BEFORE_BLANK)):
        return None
    found = _UNITS[text[at : at + 2]]
    if found is False:
        # Years of documents, list markers and codes: most numbers of real prose. 不低于0.612 and 34.7万 may be amounts.
        return False if (shape == 1 and before not in bounds.LAST) or text[at : at + 1] not in _CLAUSE_END else None
    if found is True:
        found = longer(text, at)
        if found is None:
            return None
    if noted and "." in digits and before in MARKER_HEADS:
        # The point may be that of a list marker.
        return None
    entry, size, unit, kind, doubtful, noun_follows, object_follows, unbound, heads = found
    end = at + size
    digits = digits.replace(",", "") if "," in digits else digits
    if (doubtful or (noted and before in LABEL_LAST)) and is_silent(text, start, end, digits, entry, chinese=False):
        return False
    comparator, entity = "", None
    if unbound:
        # `Heads.before` written out for what it mostly finds, since calling it would cost as much again.
        length = len(text)
        limit = length - (left if start - left < WINDOW else start - WINDOW)
        run = RUN.match(backwards, length - start, limit)
        if run is not None:
            back = run.end()
            sign, _, entity = heads[text[length - back : start]]
            if not entity:
                comparator, entity = beside(text, start, end, entry, unit, previous)
            elif sign != "~" and (
                backwards[back] != "”" if back < limit else previous is None or entity != previous.entity
            ):
                if object_follows:
                    entity = object_behind(text, end, entity, entry) or entity
                comparator = sign or (bounds.after_noun(text, end) if noun_follows else "=")
        elif before not in bounds.LAST:
            comparator, entity = beside(text, start, end, entry, unit, previous)
    if not comparator:
        comparator, entity = context(text, backwards, start, end, entry, unit, previous)
    number, factor = (digits, 1) if shape == 1 else _multiplied(digits, match[2])
    return made((start, end, number, unit, comparator, entity, kind, digits, factor, text[start:end]))


def _multiplied(digits: str, multiplier: str) -> tuple[str, int]:
    factor = FACTORS.get(multiplier) or product(multiplier)
    return scaled(digits, factor), factor
