"""Brackets and quotation marks of a text that have no partner."""

from __future__ import annotations

from typing import NamedTuple

from drafter.language.patterns import lazy

# Full and half width of one bracket close each other: forms are typed in both.
_SAME = str.maketrans("(）)[］]〔〕", "（））［］］［］")
_OPENERS = {"（": "）", "【": "】", "［": "］", "《": "》", "“": "”", "「": "」", "『": "』"}
_MARK = lazy(r"[（）()【】［］\[\]〔〕《》“”「」『』]")
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
    stack: list[tuple[int, str]] = []
    for found in _MARK.finditer(text):
        position, mark = found.start(), found[0].translate(_SAME)
        if mark in _OPENERS:
            # “甲“ and ”甲” are slips of the keyboard, found as a quote that opens inside itself.
            stack.append((position, _OPENERS[mark]))
        elif stack and stack[-1][1] == mark:
            stack.pop()
        elif mark != "）" or not _ITEM.search(text, max(0, position - _ITEM_LENGTH), position):
            blamed = stack[-1][0] if stack else position
            return Unpaired(blamed, text[blamed], blamed != position)
    if stack:
        return Unpaired(stack[-1][0], text[stack[-1][0]], True)
    return None
