"""What is on the page: text as a reader sees it, and the marks a program prints where it had no room or no value."""

from __future__ import annotations

import re

from drafter.language.patterns import lazy
from drafter.reading.symbols import ideographs

# Zero-width and control characters are not printed; they also hide instructions from people and not from machines.
_UNPRINTED = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = lazy("[\u00a0\u2002-\u200a\u202f]")
_LOST = lazy(r"#{2,}|#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE)


def clean(text: str) -> str:
    """Printed text: no control or zero-width characters, plain spaces, ideographs for radicals, no blank ends."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return ideographs(_SPACES.sub(" ", _UNPRINTED.sub("", text))).strip()


def is_lost(text: str) -> bool:
    """Whether a cell prints #### (too narrow for its number) or an error of its formula instead of a value."""
    return text.startswith("#") and _LOST.fullmatch(text) is not None
