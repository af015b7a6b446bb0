"""What rules may ask about other filings. The corpus, or the other filings of a run, fulfil it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from drafter.filing import Filing


@dataclass(frozen=True, slots=True)
class PastFiling:
    """Another filing, and what to call it in a sentence ("minhang_2026.txt 第3份")."""

    source: str
    filing: Filing


class Past(Protocol):
    """Other filings a rule may compare with."""

    def filings(self) -> Sequence[PastFiling]:
        """All of them; never the filing being checked."""
        ...
