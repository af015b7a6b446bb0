"""Names as tokens: words of the alias table become their concept, the rest neighbouring pairs of characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from drafter.language import normalise

Class = Literal["same", "head", "weak", "void", "plain"]

_WEIGHTS: dict[Class, int] = {"same": 24, "head": 30, "weak": 3, "void": 0, "plain": 10}
_SINGLE = 4
"""A character that stands alone between known words says little: 电 of 电脑 is not the 电 of 电视."""
_LONGEST = 120
"""Names are compared by so many characters: the longest of the published filings has 46."""


@dataclass(frozen=True, slots=True)
class Token:
    """One unit of comparison.

    Attributes:
        text: The concept of the alias table, or a pair of characters.
        sort: `same`, `head`, `weak` or `void` for words of the table, `plain` for the rest.
        weight: How much it says before rarity is counted in.
        broader: Concepts it may stand for.
    """

    text: str
    sort: Class
    weight: int
    broader: frozenset[str] = frozenset()


@lru_cache(maxsize=16384)
def tokens(name: str) -> tuple[Token, ...]:
    """The tokens of a name, in order, without those that say nothing."""
    concepts, pattern = _table()
    found: list[Token] = []
    text = normalise(name[:_LONGEST])
    position = 0
    for match in pattern.finditer(text):
        found += _plain(text[position : match.start()])
        found.append(concepts[match[0]])
        position = match.end()
    found += _plain(text[position:])
    return tuple(token for token in found if token.weight)


def _plain(run: str) -> list[Token]:
    if len(run) == 1:
        return [Token(run, "plain", _SINGLE)]
    return [Token(run[at : at + 2], "plain", _WEIGHTS["plain"]) for at in range(len(run) - 1)]


@cache
def _table() -> tuple[dict[str, Token], re.Pattern[str]]:
    concepts: dict[str, Token] = {}
    for line in files("drafter.checking.naming").joinpath("aliases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        concept, sort, words, *broader = line.split("\t")
        kind = _class(sort)
        token = Token(concept, kind, _WEIGHTS[kind], frozenset(broader[0].split() if broader else ()))
        for word in words.split():
            concepts[normalise(word)] = token
    longest_first = sorted(concepts, key=len, reverse=True)
    return concepts, re.compile("|".join(re.escape(word) for word in longest_first))


def _class(sort: str) -> Class:
    for known in _WEIGHTS:
        if known == sort:
            return known
    raise ValueError(f"aliases.tsv: no such kind of word: {sort}")
