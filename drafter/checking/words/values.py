"""What a qualitative value says: nothing measurable, that a quality is there, that all are meant, or just the scale."""

from __future__ import annotations

import re

from drafter.checking.words.lexicon import any_of, words
from drafter.language.patterns import lazy

_NOISE = lazy(r"[\s、/／,，;；。|｜:：（）()]|定性")
_VAGUE = lazy(any_of("vague"))
_FILLER = lazy(any_of("vague-filler"))
_FULL = lazy(any_of("full"))
_ATTAINED = frozenset(words("attained"))
_SCALES = frozenset(words("scale"))


def is_vague(value: str, name: str = "") -> bool:
    """The value is made of words like 稳步提升 or 成效明显, and of words of the name it stands beside."""
    text = re.sub(r"\s", "", value)
    left = _VAGUE.sub("", text)
    if left == text:
        return False
    # 基本正确 and 逐步规范 leave open how much of it is meant.
    if left in _ATTAINED:
        return True
    left = _FILLER.sub("", left)
    # 群众幸福感 ↔ 群众幸福感提升: repeating the name measures nothing either.
    return not left or (len(left) >= 2 and left in re.sub(r"\s", "", name))


def is_attained(value: str) -> bool:
    """The value says that the quality its name asks for is there: 及时, 规范, 健全."""
    return re.sub(r"\s", "", value) in _ATTAINED


def means_all(value: str) -> bool:
    """The value says that all are reached, without the number: 应保尽保, 全覆盖."""
    return bool(_FULL.search(value)) and len(value) <= 12


def is_scale(value: str) -> bool:
    """The value is the scale itself (优良中低差) and no choice from it."""
    text = _NOISE.sub("", value)
    return text in _SCALES or (not text and bool(value.strip()) and "定性" in value)
