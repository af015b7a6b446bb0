"""The filings of a run as the past of each of them: found by what they share, those of a long run on disk."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from drafter.checking.memory import forget_monstrous
from drafter.checking.past import PastFiling, PastPrice, named, office_key, project_key
from drafter.checking.past_features import features as features_of
from drafter.checking.past_features import identity
from drafter.checking.past_features import project as project_number
from drafter.errors import ScratchError
from drafter.filing import Filing
from drafter.language import normalise

if TYPE_CHECKING:
    from drafter.checking.past_disk import PastDisk

NEAR = 100
"""So many filings stay in memory as they came, some 20 KB each; a run of some files needs no temporary file."""
HELD = 150_000
"""So many features stay in memory, those of a thousand filings; with more they go to the disk."""
MOST = 2000
"""Of a feature so many filings are remembered, the first of them: what more share tells none of them apart."""
KNOWN = 1000
"""Of so many other filings what rules asked of them stays in memory, some 8 KB each."""
_UNPACKED = 100
"""So many of them stay unpacked: the rules ask twenty of them one thing after another."""
_LOOKED_AT = 2000
"""So many shared features are followed for one question; a run of thousands of copies must not take hours."""
_RANKED = 500
"""So many of those alike are put in order."""
_LATEST = 9999
_NUMBER = 32
"""Bits of a filing's number."""


Kept = TypeVar("Kept")


class PastRecords:
    """The filings of a run. Those asked about are among them; of a long run most lie in a temporary database.

    What is looked at for one question is bounded, so that ten thousand filings take ten times as long as a thousand:
    of a feature that more than two thousand filings share, the first two thousand are followed.
    """

    def __init__(self) -> None:
        self._near: list[tuple[PastFiling, array[int]]] = []
        self._disk: PastDisk | None = None
        self._known: dict[int, tuple[PastFiling, int]] = {}
        self._unpacked: dict[int, Filing] = {}
        # Of each filing the number of the first one of its document, and its year.
        self._begins = array("I")
        self._years = array("i")
        self._document: tuple[str, str] | None = None
        # Most features are of one filing only, and a list for each of them would be most of the memory of a run.
        self._features: dict[int, int | list[int]] | None = {}
        self._held = 0
        self._prices: dict[str, list[tuple[int, PastPrice]]] = defaultdict(list)
        self._own: tuple[Filing, list[int]] | None = None
        self._asked: tuple[Filing, list[int]] | None = None
        self._answered: tuple[Filing, int, list[PastFiling]] | None = None

    def __len__(self) -> int:
        return len(self._begins)

    def add(self, document: str, filing: Filing) -> None:
        """Remember a filing of a document, named by its path; those of one document come one after another.

        Raises:
            ScratchError: The temporary folder takes no more. So do all questions.
        """
        number = len(self)
        held = Counter(features_of(filing))
        features = array("q", set(iter(held)))
        held[identity(filing)] = 1
        office, project = office_key(filing), project_key(filing)
        # A number of five digits is no year, and one of twenty fits in no database.
        year = filing.year if filing.year is not None and 0 < filing.year <= _LATEST else None
        if year is not None and office:
            held[project_number(office, project)] = 1
        if self._document is None or self._document[0] != document:
            self._document = document, PurePath(document).name
            begins = number
        else:
            begins = self._begins[-1]
        source = f"{self._document[1]} #{filing.index + 1}"
        if number < NEAR:
            self._near.append((PastFiling(source, filing), features))
        else:
            self._on_disk().add(number, source, features.tobytes(), filing)
        self._begins.append(begins)
        self._years.append(year or 0)
        self._own = self._asked = self._answered = None
        self._tell(number, held)
        from drafter.checking.unit_prices import unit_prices  # it reads ledgers, and ledgers hold a past

        prices = [
            (normalise(one.item), PastPrice(source, one.item, one.unit, one.price, year, office, project))
            for one in unit_prices(filing)
        ]
        forget_monstrous(filing)
        if self._features is None:
            self._on_disk().add_prices((key, number, price) for key, price in prices)
            return
        for key, price in prices:
            self._prices[key].append((number, price))

    def _tell(self, number: int, held: Mapping[int, int]) -> None:
        index = self._features
        if index is None:
            self._on_disk().tell((feature, number, times) for feature, times in held.items())
            return
        for feature, times in held.items():
            known = index.get(feature)
            if known is None:
                index[feature] = number if times == 1 else [number] * times
            elif isinstance(known, int):
                index[feature] = [known] + [number] * times
            elif times == 1:
                known.append(number)
            else:
                known += [number] * times
        self._held += len(held)
        if self._held > HELD:
            self._spill(index)

    def _spill(self, index: dict[int, int | list[int]]) -> None:
        """Take the features and prices out of memory."""
        disk, self._features = self._on_disk(), None
        for feature, numbers in index.items():
            held = {numbers: 1} if isinstance(numbers, int) else Counter(numbers)
            disk.tell((feature, number, times) for number, times in held.items())
        disk.add_prices((key, number, price) for key, of in self._prices.items() for number, price in of)
        self._prices.clear()

    def _on_disk(self) -> PastDisk:
        if self._disk is None:
            from drafter.checking.past_disk import PastDisk  # a run of some files needs no database

            self._disk = PastDisk()
        return self._disk

    def similar(self, filing: Filing, limit: int = 20) -> list[PastFiling]:
        """Filings that share most with this one, the rarest features counting most."""
        if self._answered is None or self._answered[0] is not filing or self._answered[1] != limit:
            self._answered = filing, limit, self._similar(filing, limit)
        return list(self._answered[2])

    def _similar(self, filing: Filing, limit: int) -> list[PastFiling]:
        found: list[PastFiling] = []
        mine = named(filing)
        for number in self._ranked(filing):
            other = self._past(number)
            if not mine.same(other.fact(named)):
                found.append(other)
            if len(found) == limit:
                break
        return found

    def _ranked(self, filing: Filing) -> list[int]:
        """The numbers of the filings that share anything, best first. Several rules ask for those of one filing."""
        if self._asked is None or self._asked[0] is not filing:
            self._asked = filing, self._rank(filing)
        return self._asked[1]

    def _rank(self, filing: Filing) -> list[int]:
        itself = self._itself(filing)
        features = self._features_of(itself[0]) if itself else list(set(features_of(filing)))
        scores: dict[int, int] = defaultdict(int)
        left = _LOOKED_AT
        for holders, numbers in self._holders(features):
            if left <= 0:
                break
            left -= min(holders, MOST)
            weight = 1_000_000 // holders
            for number in numbers:
                scores[number] += weight
        for own in itself:
            scores.pop(own, None)
        # One number to sort by: the greatest score first, of equal ones the first filing.
        best = sorted([(score << _NUMBER) - number for number, score in scores.items()], reverse=True)
        # More than the greatest limit anyone asks for, since filings of the same project are passed over.
        return [-one & ((1 << _NUMBER) - 1) for one in best[:_RANKED]]

    def _features_of(self, number: int) -> Sequence[int]:
        if number < NEAR:
            return self._near[number][1]
        return array("q", self._on_disk().features(number))

    def _holders(self, features: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """How many hold each feature and the first of them, the rarest first."""
        index = self._features
        if index is None:
            yield from self._on_disk().holders(features)
            return
        known = [of for feature in features if (of := index.get(feature)) is not None]
        for numbers in sorted(([of] if isinstance(of, int) else of for of in known), key=len):
            yield len(numbers), numbers[:MOST]

    def _holding(self, feature: int) -> Sequence[int]:
        return next((numbers for _, numbers in self._holders([feature])), ())

    def previous(self, filing: Filing) -> PastFiling | None:
        """The same office's latest filing of the same project for an earlier year."""
        if filing.year is None or not (office := office_key(filing)):
            return None
        numbers = self._holding(project_number(office, project_key(filing)))
        earlier = [(self._years[number], number) for number in numbers if self._years[number] < filing.year]
        return self._past(max(earlier)[1]) if earlier else None

    def siblings(self, filing: Filing, limit: int | None = 40) -> list[PastFiling]:
        """The other filings of the same document, those printed nearest to it; all of them without a limit."""
        itself = self._itself(filing)
        if not itself:
            return []
        own = itself[0]
        first, end = self._begins[own], bisect_right(self._begins, self._begins[own])
        if limit is not None:
            # A document of thousands: unpacking all of them for each of them would take hours.
            around = limit + len(itself)
            first, end = max(first, own - around), min(end, own + around + 1)
        others = [number for number in range(first, end) if number not in itself]
        if limit is not None and len(others) > limit:
            others = sorted(sorted(others, key=lambda number: abs(number - own))[:limit])
        return [self._past(number) for number in others]

    def prices(self, filing: Filing, item: str) -> list[PastPrice]:
        """What others paid in earlier years for an item of exactly that name; of very many the latest."""
        year = filing.year
        if year is None or not 0 < year <= _LATEST:
            return []
        key, itself = normalise(item), self._itself(filing)
        if self._features is None:
            found = self._on_disk().prices(key, office_key(filing), year)
        else:
            found = [(number, one) for number, one in self._prices.get(key, []) if one.year and one.year < year]
        return [price for number, price in found if number not in itself]

    def _itself(self, filing: Filing) -> list[int]:
        if self._own is None or self._own[0] is not filing:
            self._own = filing, list(self._holding(identity(filing)))
        return self._own[1]

    def _past(self, number: int) -> PastFiling:
        if number < NEAR:
            return self._near[number][0]
        return _kept(self._known, number, KNOWN, self._made, self._forget)[0]

    def _made(self, number: int) -> tuple[PastFiling, int]:
        source, facts = self._on_disk().known(number)
        return PastFiling(source, partial(self._filing, number), facts), len(facts)

    def _forget(self, number: int, one: tuple[PastFiling, int]) -> None:
        past, written = one
        if len(past.facts) > written:
            self._on_disk().write_facts(number, past.facts)

    def _filing(self, number: int) -> Filing:
        return _kept(self._unpacked, number, _UNPACKED, self._on_disk().filing)

    @property
    def failure(self) -> ScratchError | None:
        """Why the temporary folder took no more: rules that were told are said to have crashed, and did not."""
        return None if self._disk is None else self._disk.failure

    def close(self) -> None:
        """Give back what lies on disk."""
        if self._disk is not None:
            self._disk.close()


def _kept(
    known: dict[int, Kept],
    number: int,
    most: int,
    make: Callable[[int], Kept],
    forget: Callable[[int, Kept], None] | None = None,
) -> Kept:
    """What is known under a number, or made: neighbours ask for the same, what was not asked for longest makes room."""
    one = known.pop(number, None)
    if one is None:
        if len(known) == most:
            oldest = next(iter(known))
            gone = known.pop(oldest)
            if forget is not None:
                forget(oldest, gone)
        one = make(number)
    known[number] = one
    return one
