"""What is asked again and again is remembered; what a monstrous text left there is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_R = TypeVar("_R")
NAMES = 1024
"""Of so many names and values each function remembers what it said: those of the last hundred filings. Names come again
within a filing and its neighbours; those of a whole run would be most of its memory."""
_FORGET: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Remember so many of the latest answers of a function, until `forget` is called.

    The number bounds a memory of names and units as people write them. Names of a hundred thousand characters would
    make gigabytes of it, and to look at the length of each would cost more than most answers: whoever meets such texts
    calls `forget` behind them.
    """

    def decorate(function: Callable[_P, _R]) -> Callable[_P, _R]:
        known = lru_cache(maxsize=most)(function)
        _FORGET.append(known.cache_clear)
        return cast("Callable[_P, _R]", known)

    return decorate


def forget() -> None:
    """Forget what functions remember; they find it out again."""
    for clear in _FORGET:
        clear()
