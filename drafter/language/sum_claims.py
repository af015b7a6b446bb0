"""Sums a text claims: 共计 … 其中 …, nested to any depth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.language.mention import Mention


@dataclass(frozen=True, slots=True)
class SumClaim:
    """A total and the parts the text says it consists of.

    Attributes:
        total: the total.
        parts: its parts, in order.
        claims_complete: True if the text claims that the parts are all there is; 其中 with one part does not.
    """

    total: Mention
    parts: list[Mention]
    claims_complete: bool


def sums(text: str, mentions: Sequence[Mention]) -> list[SumClaim]:
    """Return the sums a text claims over its mentions, inner ones before the outer one they belong to."""
    claims: list[SumClaim] = []
    return claims
