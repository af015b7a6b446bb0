"""The filings of a long run as others are compared with them: on disk, those asked for last in memory."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from drafter.checking.past import PastFiling
from drafter.checking.past_digest import digest
from drafter.checking.past_disk import PastDisk
from drafter.checking.past_latest import Latest
from drafter.filing import Filing

KNOWN = 500
"""Of so many filings what rules compare stays in memory, some 3 KB each; larger ones count several times."""
UNPACKED = 40
"""So many filings stay unpacked: of few more is asked than is known of them."""
_ROWS = 50
"""So many indicators has a filing that counts once."""


class PastFar:
    """The filings of a long run, by their numbers.

    Attributes:
        disk: Where they are kept.
    """

    def __init__(self) -> None:
        self.disk = PastDisk()
        # With how much was known of each when it came from the disk.
        self._known: Latest[tuple[PastFiling, int]] = Latest(KNOWN, self._forget)
        self._unpacked: Latest[Filing] = Latest(UNPACKED)

    def filings(self, numbers: Sequence[int]) -> list[PastFiling]:
        """Filings with what is known of them."""
        found = {number: one[0] for number in numbers if (one := self._known.get(number)) is not None}
        for number, source, facts in self.disk.known([number for number in numbers if number not in found]):
            past = PastFiling(source, partial(self._filing, number), facts)
            weight = 1 + past.fact(digest).names.count("\n") // _ROWS
            found[number] = self._known.keep(number, (past, len(facts)), weight)[0]
        return [found[number] for number in numbers]

    def _forget(self, number: int, one: tuple[PastFiling, int]) -> None:
        past, written = one
        if len(past.facts) > written:
            self.disk.write_facts(number, past.facts)

    def _filing(self, number: int) -> Filing:
        one = self._unpacked.get(number)
        if one is None:
            one = self.disk.filing(number)
            self._unpacked.keep(number, one, 1 + len(one.indicators) // _ROWS)
        return one
