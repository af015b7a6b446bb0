"""Passages of a goal that stand word for word in another project's goal and are about that project."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.checking.naming import tokens
from drafter.checking.past import PastFiling
from drafter.checking.past_digest import BETWEEN, LONGEST, between, digest
from drafter.filing import Filing
from drafter.language.patterns import lazy

PASSAGE = 16
"""Our own figure: so many characters word for word are more than a common phrase."""
_STEP = PASSAGE // 2
"""Of two texts with a passage in common, one has a whole piece of every such length that begins at a multiple of it."""
_TELLING = 2
"""Our own figure: so many words of a passage must be the other project's own, and none this one's."""
_PARTS = lazy(r"[，,。；;、：:（）()\s]")


def steps(text: str) -> frozenset[str]:
    """Every run of `_STEP` characters of a goal."""
    return frozenset(text[at : at + _STEP] for at in range(min(len(text), LONGEST) - _STEP + 1))


def topic(filing: Filing) -> frozenset[str]:
    """The words that tell what a filing is about: of its name, its indicators, its budget lines."""
    rows = [row.name for row in filing.indicators]
    return _words([filing.project_name or "", *rows, *(line.item for line in filing.budget_lines)])


def _told(filing: Filing) -> str:
    """Its `topic` as one string, a tenth as large as a set of them: it is kept of hundreds of filings of a run."""
    return between(BETWEEN.join(topic(filing)))


def pasted(text: str, own: frozenset[str], known: frozenset[str], other: PastFiling) -> tuple[int, int] | None:
    """Where the first stretch of `text` stands that is the other filing's, by its letters and by its subject.

    Args:
        text: A goal.
        own: The `topic` of the filing whose goal it is.
        known: The `steps` of the text.
        other: Another filing.
    """
    theirs = other.fact(digest).goals
    # A passage holds a whole step of the other goal wherever it begins, so most filings are passed over in a few looks.
    begun = (goal[at : at + _STEP] for goal in theirs for at in range(0, len(goal) - _STEP + 1, _STEP))
    shared = known.intersection(begun)
    if not shared:
        return None
    end = 0
    for at in _around(text, shared):
        if at < end or not _in_any(theirs, text[at : at + PASSAGE]):
            continue
        end = at + PASSAGE
        while end < len(text) and _in_any(theirs, text[end - PASSAGE + 1 : end + 1]):
            end += 1
        words = _words(_PARTS.split(text[at:end]))
        if not words & own and sum(between(word) in other.fact(_told) for word in words) >= _TELLING:
            return at, end
    return None


def _in_any(goals: Iterable[str], passage: str) -> bool:
    return any(passage in goal for goal in goals)


def _around(text: str, shared: frozenset[str]) -> list[int]:
    """Where passages of a text begin that hold a shared step whole: what is common to both texts is among them."""
    last = min(len(text), LONGEST) - PASSAGE
    begins: set[int] = set()
    for step in shared:
        at = text.find(step)
        while at >= 0:
            begins.update(range(max(0, at - _STEP + 1), min(at, last) + 1))
            at = text.find(step, at + 1)
    return sorted(begins)


def _words(texts: list[str]) -> frozenset[str]:
    found = (token for text in texts for token in tokens(text))
    return frozenset(token.text for token in found if token.sort in ("same", "plain") and len(token.text) > 1)
