"""Names as tokens: words of the alias table become their concept, the rest neighbouring pairs of characters."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from drafter.language import normalise

Sort = Literal["same", "head", "weak", "void", "plain"]

_WEIGHTS: dict[Sort, int] = {"same": 24, "head": 30, "weak": 3, "void": 0, "plain": 20}
_SINGLE = 4
"""A character that stands alone between known words says little: 电 of 电脑 is not the 电 of 电视."""
_LONGEST = 120
"""Names are compared by so many characters: the longest of the published filings has 46."""


class Token(NamedTuple):
    """One unit of comparison.

    Attributes:
        text: The concept of the alias table, or a pair of characters.
        sort: `same`, `head`, `weak` or `void` for words of the table, `plain` for the rest.
        weight: How much it says before rarity is counted in.
        broader: Concepts it may stand for.
        at: Place in the name; neighbouring pairs overlap in one character.
    """

    text: str
    sort: Sort
    weight: int
    broader: frozenset[str] = frozenset()
    at: int = 0


@lru_cache(maxsize=16384)
def tokens(name: str) -> tuple[Token, ...]:
    """The tokens of a name, in order, without those that say nothing."""
    concepts, pattern = _table()
    found: list[Token] = []
    text = normalise(name[:_LONGEST])
    position = 0
    for match in pattern.finditer(text):
        found += _plain(text[position : match.start()], position)
        word = match[0]
        # A rate no table lists (节水率, 结业率) measures itself and nothing else.
        concept = concepts.get(word) or Token(word, "head", _WEIGHTS["head"])
        found.append(concept._replace(at=match.start()))
        position = match.end()
    found += _plain(text[position:], position)
    return tuple(token for token in found if token.weight)


def _plain(run: str, at: int) -> list[Token]:
    if len(run) == 1:
        return [Token(run, "plain", _SINGLE, at=at)]
    return [Token(run[i : i + 2], "plain", _WEIGHTS["plain"], at=at + i) for i in range(len(run) - 1)]


@cache
def _table() -> tuple[dict[str, Token], re.Pattern[str]]:
    concepts: dict[str, Token] = {}
    for line in files("drafter.checking.naming").joinpath("aliases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        concept, sort, words, *broader = line.split("\t")
        kind = _sort(sort)
        token = Token(concept, kind, _WEIGHTS[kind], frozenset(broader[0].split() if broader else ()))
        for word in words.split():
            concepts[normalise(word)] = token
    longest_first = sorted(concepts, key=len, reverse=True)
    long, short = [[_spelt(word) for word in longest_first if (len(word) > 2) is longer] for longer in (True, False)]
    return concepts, re.compile("|".join([*long, r"[^\W\da-zA-Z_]{2}率", *short]))


def _spelt(word: str) -> str:
    # 条幅数量 is the 数量 of 条幅, and 文件数量 that of 文件: no 幅数 and no 件数 of a 条 or a 文.
    return re.escape(word) + ("(?!量)" if word.endswith("数") else "")


def _sort(sort: str) -> Sort:
    for known in _WEIGHTS:
        if known == sort:
            return known
    raise ValueError(f"aliases.tsv: no such kind of word: {sort}")
