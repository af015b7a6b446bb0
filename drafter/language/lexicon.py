"""The curated words: names that are no quantity. Data in ``traps.txt`` and ``named.tsv``, loaded at the first text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.language.data import rows


class Named(NamedTuple):
    """What makes a name of a quantity when it follows its unit.

    Attributes:
        always: after any numeral (三年行动, 15分钟服务圈); None if nothing does.
        chinese: after a Chinese numeral (五节约); None if nothing does.
    """

    always: re.Pattern[str] | None
    chinese: re.Pattern[str] | None


@cache
def named() -> dict[str, Named]:
    """Return by unit what makes a name of its quantities."""
    found: dict[str, dict[str, str]] = {}
    for unit, when, pattern in (row.split("\t") for row in rows("named.tsv")):
        found.setdefault(unit, {})[when] = pattern
    return {unit: Named(_compiled(of.get("always")), _compiled(of.get("chinese"))) for unit, of in found.items()}


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern is not None else None


@cache
def _traps() -> dict[str, tuple[str, ...]]:
    # By the first two characters: nearly every numeral is decided by one look-up that fails.
    found: dict[str, list[str]] = {}
    for row in rows("traps.txt"):
        for word in row.split():
            found.setdefault(word[:2], []).append(word)
    return {key: tuple(sorted(words, key=len, reverse=True)) for key, words in found.items()}


def trap_end(text: str, start: int) -> int | None:
    """Return where the trap that begins at ``start`` ends, or None if none begins there."""
    words = _traps().get(text[start : start + 2])
    if words is not None:
        for word in words:
            if text.startswith(word, start):
                return start + len(word)
    return None
