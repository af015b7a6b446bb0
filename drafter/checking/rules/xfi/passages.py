"""Passages of a goal that stand word for word in another project's goal and are about that project."""

from __future__ import annotations

import re

from drafter.checking.naming import tokens
from drafter.checking.past import PastFiling
from drafter.filing import Filing
from drafter.language.patterns import lazy

PASSAGE = 16
"""Our own figure: so many characters word for word are more than a common phrase."""
_TELLING = 2
"""Our own figure: so many words of a passage must be the other project's own, and none this one's."""
_LONGEST = 4000
_PARTS = lazy(r"[，,。；;、：:（）()\s]")


def stretches(filing: Filing) -> frozenset[str]:
    """Every run of `PASSAGE` characters in the goals of a filing."""
    goals = ((filing.overall_goal or "")[:_LONGEST], (filing.annual_goal or "")[:_LONGEST])
    return frozenset(text[at : at + PASSAGE] for text in goals for at in range(len(text) - PASSAGE + 1))


def topic(filing: Filing) -> frozenset[str]:
    """The words that tell what a filing is about: of its name, its indicators, its budget lines."""
    rows = [row.name for row in filing.indicators]
    return _words([filing.project_name or "", *rows, *(line.item for line in filing.budget_lines)])


def pasted(text: str, own: frozenset[str], other: PastFiling) -> tuple[int, int] | None:
    """Where the first stretch of `text` stands that is the other filing's, by its letters and by its subject.

    Args:
        text: A goal.
        own: The `topic` of the filing whose goal it is.
        other: Another filing.
    """
    theirs = other.fact(stretches)
    at = 0
    while at <= min(len(text), _LONGEST) - PASSAGE:
        if text[at : at + PASSAGE] not in theirs:
            at += 1
            continue
        end = at + PASSAGE
        while end < len(text) and text[end - PASSAGE + 1 : end + 1] in theirs:
            end += 1
        words = _words(re.split(_PARTS.pattern, text[at:end]))
        if not words & own and len(words & other.fact(topic)) >= _TELLING:
            return at, end
        at = end
    return None


def _words(texts: list[str]) -> frozenset[str]:
    found = (token for text in texts for token in tokens(text))
    return frozenset(token.text for token in found if token.sort in ("same", "plain") and len(token.text) > 1)
