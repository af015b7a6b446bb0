"""Names brought to a form in which they can be compared. Never shown, never stored."""

from __future__ import annotations

import unicodedata

from drafter.language.data import words
from drafter.language.patterns import lazy

_GENERIC = lazy("|".join(sorted(words("generic"), key=len, reverse=True)))
_NOISE = lazy(r"[\s\W_]+")


def normalise(text: str) -> str:
    """Return a name with width, case, spaces and punctuation levelled (``雇员 到岗率（％）`` → ``雇员到岗率``)."""
    level = unicodedata.normalize("NFKC", text)
    # Most names are letters and digits only: to see that takes a tenth of the time of looking for anything else.
    return (level if level.isalnum() else _NOISE.sub("", level)).lower()


def content_chars(text: str) -> str:
    """Return the characters that say what a name is about: normalised, generic words dropped.

    A name of generic words only (``工作完成率``) keeps them: something must be left to compare.
    """
    name = normalise(text)
    return _GENERIC.sub("", name) or name


def bigrams(text: str) -> frozenset[str]:
    """Return the neighbouring pairs of the content characters; a single character stands for itself."""
    return pairs(content_chars(text))


def pairs(chars: str) -> frozenset[str]:
    """Return the neighbouring pairs of characters; a single one stands for itself."""
    if len(chars) < 2:
        return frozenset(chars)
    return frozenset(chars[index : index + 2] for index in range(len(chars) - 1))
