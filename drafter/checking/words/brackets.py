"""Brackets and quotation marks of a text that have no partner."""

from __future__ import annotations

from typing import NamedTuple

from drafter.language.patterns import lazy

# Full and half width of one bracket close each other: forms are typed in both.
_SAME = str.maketrans("(）)[］]〔〕", "（））［］］［］")
_OPENERS = {"（": "）", "【": "】", "［": "］", "《": "》", "“": "”", "「": "」", "『": "』"}
_CLOSERS = frozenset(_OPENERS.values())
_MARKS = frozenset({*map(chr, _SAME), *_OPENERS, *_CLOSERS})
# 1） a） 一） number items; nothing opened them.
_ITEM = lazy(r"(?:^|[\s。；;：:，,、!！?？）)])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")
_ITEM_LENGTH = 4
"""A number of three characters and the mark before it; so many characters are looked at."""


class Unpaired(NamedTuple):
    """A mark without a partner: where it stands, and whether it opens."""

    position: int
    mark: str
    opens: bool


def unpaired(text: str) -> Unpaired | None:
    """The first mark that is opened and never closed, or closed and never opened; None if all have partners."""
    if _MARKS.isdisjoint(text):
        return None
    levelled = text.translate(_SAME)
    stack: list[int] = []
    for position, char in enumerate(levelled):
        if char in _OPENERS:
            # “甲“ and ”甲” are slips of the keyboard, found as a quote that opens inside itself.
            stack.append(position)
        elif char in _CLOSERS:
            if stack and _OPENERS[levelled[stack[-1]]] == char:
                stack.pop()
            elif char == "）" and _ITEM.search(levelled[max(0, position - _ITEM_LENGTH) : position]):
                continue
            else:
                blamed = stack[-1] if stack else position
                return Unpaired(blamed, text[blamed], blamed != position)
    if stack:
        return Unpaired(stack[-1], text[stack[-1]], True)
    return None
