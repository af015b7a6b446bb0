"""The curated words: names that are no quantity. Data in ``traps.txt`` and ``named.tsv``, loaded at the first text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.language.counting import fits, lets_count
from drafter.language.data import rows, words
from drafter.language.patterns import lazy

_NUMERALS = frozenset("一二两三四五六七八九十百千万")
_KEY = 3
# Behind 三月三: 三月三十日, 三月三日, 三月三场.
_GOES_ON = _NUMERALS | frozenset("日号场次个名家批期台件项处份所座辆亿元")


class Named(NamedTuple):
    """What makes a name of a quantity when it follows its unit.

    Attributes:
        always: after any numeral (三年行动, 15分钟服务圈); None if nothing does.
        word: after any numeral (三台账), but for an amount with its object (采购三台账务机).
        chinese: the same after a Chinese numeral only (五节约).
        fixed: what of these is a name before any object (采购三轮电动车).
    """

    always: re.Pattern[str] | None
    word: re.Pattern[str] | None
    chinese: re.Pattern[str] | None
    fixed: re.Pattern[str] | None


@cache
def named() -> dict[str, Named]:
    """Return by unit what makes a name of its quantities."""
    found: dict[str, dict[str, str]] = {}
    for units, when, pattern in (row.split("\t") for row in rows("named.tsv")):
        for unit in units.split():
            found.setdefault(unit, {})[when] = pattern
    return {unit: Named(*(_compiled(of.get(when)) for when in Named._fields)) for unit, of in found.items()}


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    # A text has quantities of a few units of the hundred listed.
    return lazy(pattern) if pattern is not None else None


class _Trap(NamedTuple):
    """A word or name that begins like a quantity.

    Attributes:
        word: the word.
        before: what must stand before it, "" if nothing must.
        yields: whether a word that lets count makes an amount of it (修缮三间房).
    """

    word: str
    before: str
    yields: bool


@cache
def _traps() -> dict[str, tuple[_Trap, ...]]:
    # By the first three characters, or the two there are: a numeral is decided by look-ups that nearly always fail.
    found: dict[str, list[_Trap]] = {}
    for row in rows("traps.txt"):
        for entry in row.split():
            before, _, word = entry.removesuffix("?").rpartition("|")
            found.setdefault(word[:_KEY], []).append(_Trap(word, before, entry.endswith("?")))
    return {key: tuple(sorted(traps, key=lambda one: -len(one.word))) for key, traps in found.items()}


def trap_end(text: str, start: int) -> int | None:
    """Return where the trap that begins at ``start`` ends, or None if none begins there."""
    known = _traps()
    for size in (_KEY, _KEY - 1):
        for word, before, yields in known.get(text[start : start + size], ()):
            if not text.startswith(word, start) or (before and not text.endswith(before, 0, start)):
                continue
            end = start + len(word)
            if yields and lets_count(text, start):
                continue
            if word[-1] in "镇道乡" and fits(text, start, end):
                continue
            if text[end - 1 : end + 1] in words("word-begins"):
                continue
            if word[-1] not in _NUMERALS or text[end : end + 1] not in _GOES_ON:
                return end
    return None
