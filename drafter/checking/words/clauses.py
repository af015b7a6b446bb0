"""Where a text ends to speak of one thing: its sentence, its clause, the words of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.patterns import lazy

if TYPE_CHECKING:
    import re

SENTENCE = lazy(r"[。；;！!？?\n]")
"""Ends a sentence. An item of a list that ends with a semicolon is one of its own."""
CLAUSE = lazy(r"[，,：:（(）)。；;！!？?\n]")
"""Ends a clause: 、 does not, so that a list of things is in one."""
WORDS = lazy(r"[、，,：:（(）)。；;！!？?\n]")
"""Ends the words of one item of a list."""


def said_before(text: str, at: int, ends: re.Pattern[str], most: int = 40) -> str:
    """Return what a sentence, a clause or an item says before an offset, of so many characters at most."""
    return ends.split(text[max(0, at - most) : at])[-1]


def said_behind(text: str, at: int, ends: re.Pattern[str], most: int = 40) -> str:
    """Return what a sentence, a clause or an item says from an offset on, of so many characters at most."""
    return ends.split(text[at : at + most], maxsplit=1)[0]
