"""The commonest mention: plain digits, perhaps 万 or 亿, a unit that ends the phrase, and what stands before them.

It decides nothing: what is found here the rest of the room would find too, at several times the cost. Everything that
may be more (a range, a date, a half, an ordinal) is left to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from drafter.language import bounds
from drafter.language.behind import UNITS, Plain, longer
from drafter.language.context import context, told
from drafter.language.heads import AFTER_QUANTITY_FIRST, REACHING, SIGNS, WORDS
from drafter.language.labels import LABEL_LAST
from drafter.language.lexicon import trap_end
from drafter.language.mention import Mention, made
from drafter.language.numerals import chinese_value, fold_digits, scaled
from drafter.language.objects import object_behind
from drafter.language.patterns import lazy
from drafter.language.phrase import MARKER_HEADS
from drafter.language.scan import ARABIC, FACTORS, STOPS, product
from drafter.language.silence import PAIRING, SUSPICIOUS, is_silent
from drafter.language.unit_reading import Entry
from drafter.language.unlisted import unlisted_unit

# Behind these Arabic digits may be no number, or one without a unit: 第3, ISO9001, ￥500, Q3, 每月10日.
_TELLING = (SUSPICIOUS - frozenset("上下过数几、时点 ")) | frozenset("￥¥±")
# ISO 14001, 第 3批, 零下3℃
_BEHIND_ONE = frozenset(" 下")
_BEFORE_BLANK = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ第№零")
_CLAUSE_END = frozenset("，。；、,;）)！\n") | {""}
# The words before most numbers, a sign behind them: 满意度≥. None of the characters that may tell more.
_NOTED = "".join(map(re.escape, sorted(_TELLING | LABEL_LAST - {""} | {"下"})))
_LED = lazy(rf"[{''.join(sorted(SIGNS - _TELLING))}]?+(?![{_NOTED}]){WORDS.pattern}")
_PAIR = 2
# The last group of the scan's find: the numeral alone, with a multiplier, with 余 or what follows that.
_MULTIPLIED = 2
# Of one character: 一支队伍, 零担, 二次供水 are told by the words around them.
_WORDS = frozenset("一壹幺二零〇○")
_APART = frozenset("半底末")
_ALONE = frozenset("百千万亿")
_ABOUT = frozenset("近约逾")
_READ_OUT = frozenset("零〇○一二两三四五六七八九")


def plain(
    text: str, backwards: str, match: re.Match[str], start: int, at: int, reach: int, previous: Mention | None
) -> Mention | Literal[False] | None:
    """Return the mention a find of the scan begins, False if nothing can be read there, None if others must be asked.

    Args:
        text: the whole text.
        backwards: the same from its end.
        match: the find.
        start: where it begins.
        at: where it ends: behind number, multiplier and a blank.
        reach: where the quantity before it begins, in the text from its end.
        previous: the quantity before it in the text.
    """
    digits, shape = match[1], match.lastindex or 0
    begin, length = start, len(text)
    if shape > _MULTIPLIED or not digits.isascii():
        printed = _otherwise_printed(text, match, start, at, shape)
        if not printed:
            return printed
        found, digits, number, factor, vague = printed
        entry, size, unit, kind, heads, bare, noun_follows, object_follows, _, _ = found
        end = at + size
        bare, object_follows = bare and not vague, object_follows and not vague
        run = WORDS.match(backwards, length - start, reach)
    else:
        found = UNITS[text[at : at + 2]]
        found = longer(text, at) if found is True else found
        if not found:
            return _unread(text, start, at, shape, found)
        entry, size, unit, kind, heads, bare, noun_follows, object_follows, doubtful, _ = found
        end, vague = at + size, False
        digits = digits.replace(",", "") if "," in digits else digits
        run = _LED.match(backwards, length - start, reach)
        if doubtful or run is None:
            counted = _counts(text, start, end, digits, entry, doubtful)
            if not counted:
                return counted
            if run is None:
                begin -= text[start - 1 : start] == " "
                run = WORDS.match(backwards, length - begin, reach)
        if shape == 1:
            number, factor = digits, 1
        else:
            factor = FACTORS.get(match[2]) or product(match[2])
            number = scaled(digits, factor)
    # `Heads.before` written out for what it mostly finds, since calling it would cost as much again.
    comparator: str = ""
    entity: str | None = None
    if run is not None:
        back = run.end()
        words = text[length - back : begin]
        said, sign, word, entity, own = heads[words]
        # The quantity before, where the words reach back to it.
        near = None if back < reach else previous
        if near is not None and words[0] in AFTER_QUANTITY_FIRST:
            pass
        elif (
            said
            and (bare or object_follows)
            and (near is None or entity != near.entity)
            and not (object_follows and (words[-1] == "在" or (back < reach and backwards[back] == "、")))
        ):
            if object_follows:
                entity = object_behind(text, end, entity, entry) or entity
            comparator = sign or (bounds.after_noun(text, end) if noun_follows else "=")
        elif own is not None and word != words:
            sure, run = entity != "", words[: -len(word)] if word else words
            around = (run, backwards[back] if back < reach else "", length - back)
            comparator, entity = told(text, start, end, entry, unit, previous, sign, word, own, sure, around, vague)
    else:
        before = text[start - 1 : start]
        if before not in bounds.LAST and before not in REACHING and before not in "·." and not before.isalnum():
            around = ("", before if length - start < reach else "", start)
            comparator, entity = told(text, start, end, entry, unit, previous, None, "", "", False, around, vague)
    if not comparator:
        comparator, entity = context(text, backwards, start, end, entry, unit, previous, vague)
    return made((start, end, number, unit, comparator, entity, kind, digits, factor, text[start:end]))


def _tells(text: str, start: int, before: str) -> bool:
    """Return True if the character before a number may say that it is none, or one without a unit."""
    return before in _TELLING or (before in _BEHIND_ONE and text[start - 2 : start - 1] in _BEFORE_BLANK)


def _counts(text: str, start: int, end: int, digits: str, entry: Entry, doubtful: bool) -> bool | None:
    """Return True if number and unit may be a mention though the words around them tell more; else as `plain`."""
    before = text[start - 1 : start]
    if _tells(text, start, before) or ("." in digits and before in MARKER_HEADS):
        # The point may be that of a list marker.
        return None
    return not ((doubtful or before in LABEL_LAST) and is_silent(text, start, end, digits, entry, chinese=False))


def _unread(
    text: str, start: int, at: int, shape: int, found: Literal[False] | tuple[()] | None
) -> Literal[False] | None:
    """Return False if digits without a listed unit are nothing that could be read, None if others must be asked."""
    before = text[start - 1 : start]
    if found is None or _tells(text, start, before):
        return None
    return None if _may_go_on(text, start, at, before, shape, found) else False


def _may_go_on(text: str, start: int, at: int, before: str, shape: int, found: Literal[False] | tuple[()]) -> bool:
    """Return True if digits without a listed unit may be a quantity all the same.

    Args:
        text: the whole text.
        start: where the number begins.
        at: where it ends.
        before: the character before it, "" if there is none.
        shape: the last group of the scan's find: 1 if no multiplier follows.
        found: what `UNITS` says of what stands behind it.
    """
    if found is False:
        # Years of documents, list markers and codes: most numbers of real prose. 不低于0.612 and 34.7万 may be amounts.
        # Behind 4800万 people may follow without a unit.
        return shape > 1 or (before in bounds.LAST and text[at : at + 1] in _CLAUSE_END)
    # 控制在3.85以内
    bounded = before in bounds.LAST and text[at : at + 1] in bounds.AFTER
    return shape > 1 or bounded or unlisted_unit(text, start, at) is not None


def _otherwise_printed(
    text: str, match: re.Match[str], start: int, at: int, shape: int
) -> tuple[Plain, str, str, int, bool] | Literal[False] | None:
    """Return the unit, the digits, the value, the multiplier and whether 余 or 多 follows; False and None as `plain`.

    Args:
        text: the whole text.
        match: the find.
        start: where it begins.
        at: where it ends: behind number, multiplier and a blank.
        shape: the last group of the scan's find: 1 if neither a multiplier nor 余 or 多 follows.
    """
    before, digits = text[start - 1 : start], match[1]
    if _tells(text, start, before):
        return None
    chinese = digits[0] not in ARABIC
    digits = _spelled(text, start, digits, before, shape) if chinese else fold_digits(digits)
    found = UNITS[text[at : at + 2]] if digits else None
    if found is False:
        # 不少于９５．５, as of plain digits.
        closed = shape > _MULTIPLIED or ((shape > 1 or before in bounds.LAST) and text[at : at + 1] in _CLAUSE_END)
        return None if closed else False
    if found is True:
        found = longer(text, at, chinese=chinese)
    if not found or ("." in digits and before in MARKER_HEADS) or (chinese and not found[0].chinese):
        # The point may be that of a list marker.
        return None
    entry, size, *_, doubtful, worded = found
    end = at + size
    if chinese:
        # 一梯两户: numeral and word twice over.
        doubtful = worded or match[1] in _WORDS or (end - start == _PAIR and text[start - 2 : start - 1] in PAIRING)
    if (doubtful or before in LABEL_LAST) and is_silent(text, start, end, digits, entry, chinese=chinese):
        # Of 三百分点 a closer look passes over the unit too, in which the scan would stop.
        passed = shape == 1 and STOPS.isdisjoint(entry.name) if chinese else shape <= _MULTIPLIED
        return False if passed else None
    _, multiplier, more, late = match.groups()
    if late is not None and more is None:
        return None
    factor = (product(multiplier) if multiplier else 1) * FACTORS[late or ""]
    return found, digits, scaled(digits, factor), factor, more is not None


def _spelled(text: str, start: int, printed: str, before: str, shape: int) -> str:
    """Return the digits of a Chinese numeral, "" where more must be asked: a trap, a guess (三五个), an ordinal.

    Args:
        text: the whole text.
        start: where the numeral begins.
        printed: the numeral.
        before: the character before it, "" if there is none.
        shape: the last group of the scan's find: 1 if neither a multiplier nor 余 or 多 follows.
    """
    if before in SUSPICIOUS or trap_end(text, start) is not None:
        return ""
    if len(printed) == 1 and printed in _ALONE:
        # 近百家, 百余座; a bare 百 is a part of a word.
        return str(FACTORS[printed]) if shape > 2 or before in _ABOUT else ""
    return _value(printed)


@lru_cache(maxsize=1024)
def _value(printed: str) -> str:
    if printed[0] in _APART:
        return ""
    value = chinese_value(printed)
    if value is None or (len(printed) > 1 and _READ_OUT.issuperset(printed)):
        # 二〇 is twenty; 三五个 are three to five, and more may stand behind either.
        return ""
    return value
