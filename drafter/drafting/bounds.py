"""Words that change what a number says: 近300人 and 不足5件 are not the 300人 and the 5件 of a brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.drafting.facts import Facts
from drafter.language import Mention, bounds, extract
from drafter.models.request import Fact

# What is meant → what may not be said of it. 不少于300人 promises the 300 too; 近300人 and 超过300人 promise others.
_BENT = {
    "=": ("~", "<", ">"),
    "~": ("<", ">"),
    ">=": ("~", "<", "<="),
    ">": ("~", "<", "<=", "="),
    "<=": ("~", ">", ">="),
    "<": ("~", ">", ">=", "="),
}
_KINDS = ("quantity", "unit_price", "amount", "budget", "funding", "target", "mention")


def bends(said: str, meant: str) -> bool:
    """Whether a comparator makes another statement of a number than the one it was given with."""
    return said in _BENT.get(meant, ())


def bent(
    text: str, facts: Facts, references: Sequence[tuple[tuple[int, int], Fact]], own: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """The numbers of a text that a word bends, as written with the word, and where.

    Args:
        text: A goal, a name or a target in words.
        facts: The facts of the brief.
        references: Where facts stand in the text by reference.
        own: Words that may be quoted, by path: the brief's prose, last year's filing where it is rolled forward. Where
            they say 约300人 themselves, so may the draft.
    """
    for mention in extract(text):
        if mention.comparator == "=" or not re.fullmatch(r"\d+(?:\.\d+)?", mention.number):
            continue
        inside = [fact for (start, end), fact in references if mention.start <= start and end <= mention.end]
        known = inside or facts.vouching(Decimal(mention.number), mention.unit)
        known = [fact for fact in known if fact.kind in _KINDS]
        if known and all(bends(mention.comparator, fact.comparator) for fact in known) and not _quoted(mention, own):
            start, end = _with_words(text, mention)
            yield text[start:end], (start, end)


def _quoted(mention: Mention, own: Sequence[tuple[str, str]]) -> bool:
    said = (mention.comparator, mention.number, mention.unit)
    return any((one.comparator, one.number, one.unit) == said for _, words in own for one in extract(words))


def _with_words(text: str, mention: Mention) -> tuple[int, int]:
    """Where a number stands with the word that bends it: the words are those of every number that is read."""
    _, start = bounds.before(text, 0, mention.start)
    _, end = bounds.after(text, mention.end, within=True)
    return start, end
