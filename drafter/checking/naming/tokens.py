"""Names as tokens: words of the alias table become their concept, the rest neighbouring pairs of characters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from drafter.language import normalise
from drafter.language.memory import NAMES, remembered

Sort = Literal["same", "head", "weak", "void", "plain"]

_WEIGHTS: dict[Sort, int] = {"same": 24, "head": 30, "weak": 3, "void": 0, "plain": 20}
_PLAIN = _WEIGHTS["plain"]
_NOTHING: frozenset[str] = frozenset()
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


@remembered(NAMES)
def tokens(name: str) -> tuple[Token, ...]:
    """The tokens of a name, in order, without those that say nothing."""
    return taken_apart(name)


def taken_apart(name: str) -> tuple[Token, ...]:
    """The same of what is no name and does not come again, such as a clause."""
    concepts, begins = _table()
    found: list[Token] = []
    text = normalise(name[:_LONGEST])
    rated = "率" in text
    begun = 0
    for at, char in enumerate(text):
        # Most characters begin no word and no rate.
        if at < begun or not (char in begins or (rated and text.startswith("率", at + 2))):
            continue
        word = _word(text, at, begins.get(char, ()))
        if not word:
            continue
        if begun < at:
            found += _plain(text, begun, at)
        begun = at + len(word)
        # A rate no table lists (节水率, 结业率) measures itself and nothing else.
        concept = concepts.get(word) or Token(word, "head", _WEIGHTS["head"])
        if concept.weight:
            found.append(Token(concept.text, concept.sort, concept.weight, concept.broader, at))
    if begun < len(text):
        found += _plain(text, begun, len(text))
    return tuple(found)


def _word(text: str, at: int, words: Iterable[str]) -> str:
    """The longest of some words that stands at a place, or a rate if the table has but two characters; else ""."""
    listed = ""
    for word in words:
        # 条幅数量 is the 数量 of 条幅, and 文件数量 that of 文件: no 幅数 and no 件数 of a 条 or a 文.
        if text.startswith(word, at) and not (word[-1] == "数" and text.startswith("量", at + len(word))):
            listed = word
            break
    if len(listed) <= 2 and text.startswith("率", at + 2) and _is_chinese(text[at : at + 2]):
        return text[at : at + 3]
    return listed


def _is_chinese(pair: str) -> bool:
    return pair.isalnum() and not any(char.isascii() or char.isdecimal() for char in pair)


def _plain(text: str, start: int, end: int) -> list[Token]:
    """What no table lists, between two places."""
    if end - start == 1:
        return [Token(text[start], "plain", _SINGLE, _NOTHING, start)]
    return [Token(text[at : at + 2], "plain", _PLAIN, _NOTHING, at) for at in range(start, end - 1)]


@cache
def _table() -> tuple[dict[str, Token], dict[str, tuple[str, ...]]]:
    """The concepts by word, and the words by first character, the longest first.

    A pattern of all the words would take longer to compile than a document takes to check, and longer to match.
    """
    concepts: dict[str, Token] = {}
    for line in Path(__file__).with_name("aliases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        concept, sort, words, *broader = line.split("\t")
        kind = _sort(sort)
        token = Token(concept, kind, _WEIGHTS[kind], frozenset(broader[0].split() if broader else ()))
        for word in words.split():
            concepts[normalise(word)] = token if kind != "plain" else token._replace(text=normalise(word))
    begins: dict[str, list[str]] = {}
    for word in sorted(concepts, key=len, reverse=True):
        begins.setdefault(word[0], []).append(word)
    return concepts, {first: tuple(of) for first, of in begins.items()}


def _sort(sort: str) -> Sort:
    for known in _WEIGHTS:
        if known == sort:
            return known
    raise ValueError(f"aliases.tsv: no such kind of word: {sort}")
