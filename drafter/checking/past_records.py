"""The filings of a run as the past of each of them: found by what they share, those of a long run on disk."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from pathlib import PurePath
from typing import TYPE_CHECKING

from drafter.checking.memory import forget_monstrous
from drafter.checking.past import PastFiling, PastPrice, named, office_key, project_key
from drafter.checking.past_digest import digest
from drafter.checking.past_features import Index, hold, identity
from drafter.checking.past_features import features as features_of
from drafter.checking.past_features import project as project_number
from drafter.errors import ScratchError
from drafter.filing import Filing
from drafter.language import normalise

if TYPE_CHECKING:
    from drafter.checking.past_far import PastFar

NEAR = 100
"""So many filings stay in memory as they came, some 20 KB each; a run of some files needs no temporary file."""
HELD = 20_000
"""So many features of them, those of two hundred filings; with more of either all go to the disk."""
MOST = 2000
"""Of a feature so many filings are remembered, the first of them: what more share tells none of them apart."""
_LOOKED_AT = 2000
"""So many shared features are followed for one question; a run of thousands of copies must not take hours."""
_RANKED = 500
"""So many of those alike are put in order."""
_LATEST = 9999
_NUMBER = 32
"""Bits of a filing's number."""


class PastRecords:
    """The filings of a run. Those asked about are among them; of a long run most lie in a temporary database.

    What is looked at for one question is bounded, so that ten thousand filings take ten times as long as a thousand:
    of a feature that more than two thousand filings share, the first two thousand are followed.
    """

    def __init__(self) -> None:
        # Those of a short run, with their features, and what holds each feature; of a long run they are on the disk.
        self._near: list[tuple[PastFiling, array[int]]] = []
        self._index: Index = {}
        self._held = 0
        self._prices: dict[str, list[tuple[int, PastPrice]]] = defaultdict(list)
        self._far: PastFar | None = None
        # Of each filing the number of the first one of its document, its year, and a sum of its project's name.
        self._begins = array("I")
        self._years = array("i")
        self._projects = array("q")
        self._document: tuple[str, str] | None = None
        self._own: tuple[Filing, list[int]] | None = None
        self._asked: tuple[Filing, list[int]] | None = None
        self._answered: tuple[Filing, int, list[PastFiling]] | None = None
        self._before: tuple[Filing, PastFiling | None] | None = None

    def __len__(self) -> int:
        return len(self._begins)

    def add(self, document: str, filing: Filing) -> None:
        """Remember a filing of a document, named by its path; those of one document come one after another.

        Raises:
            ScratchError: The temporary folder takes no more. So do all questions.
        """
        number = len(self)
        told = list(features_of(filing))
        features = array("q", sorted(set(told)))
        told.append(identity(filing))
        office, project = office_key(filing), project_key(filing)
        year = _year(filing)
        if year is not None and office:
            told.append(project_number(office, project))
        if self._document is None or self._document[0] != document:
            self._document = document, PurePath(document).name
            begins = number
        else:
            begins = self._begins[-1]
        source = f"{self._document[1]} #{filing.index + 1}"
        self._own = self._asked = self._answered = self._before = None
        if self._far is None:
            self._near.append((PastFiling(source, filing, {digest: digest(filing)}), features))
            hold(self._index, told, repeat(number))
            self._held += len(told)
        else:
            self._far.disk.add(number, source, digest(filing), features.tobytes(), filing)
            self._far.disk.tell(told, number)
        self._begins.append(begins)
        self._years.append(year or 0)
        self._projects.append(hash(named(filing).project))
        from drafter.checking.unit_prices import unit_prices  # it reads ledgers, and ledgers hold a past

        prices = [
            (normalise(one.item), PastPrice(source, one.item, one.unit, one.price, year, office, project))
            for one in unit_prices(filing)
        ]
        forget_monstrous(filing)
        if self._far is not None:
            self._far.disk.add_prices((key, number, price) for key, price in prices)
            return
        for key, price in prices:
            self._prices[key].append((number, price))
        if len(self._near) > NEAR or self._held > HELD:
            self._far = self._spilt()

    def _spilt(self) -> PastFar:
        """Everything on the disk, and nothing left in memory."""
        from drafter.checking.past_far import PastFar  # a run of some files needs no database

        far = PastFar()
        disk = far.disk
        for number, (past, features) in enumerate(self._near):
            disk.add(number, past.source, past.fact(digest), features.tobytes(), past.filing)
        for feature, of in self._index.items():
            for number in [of] if isinstance(of, int) else of:
                disk.tell((feature,), number)
        disk.add_prices((key, number, price) for key, of in self._prices.items() for number, price in of)
        self._near.clear()
        self._index.clear()
        self._prices.clear()
        return far

    def similar(self, filing: Filing, limit: int = 20) -> list[PastFiling]:
        """Filings that share most with this one, the rarest features counting most."""
        if self._answered is None or self._answered[0] is not filing or self._answered[1] != limit:
            self._answered = filing, limit, self._similar(filing, limit)
        return list(self._answered[2])

    def _similar(self, filing: Filing, limit: int) -> list[PastFiling]:
        found: list[PastFiling] = []
        ranked = iter(self._ranked(filing))
        mine = named(filing)
        told = _year(filing) or 0, hash(mine.project)
        while len(found) < limit and (numbers := list(islice(ranked, limit - len(found)))):
            for number, other in zip(numbers, self._pasts(numbers), strict=True):
                # Most are of another project or year, and no filing needs to be unpacked to see it.
                if (self._years[number], self._projects[number]) != told or not mine.same(other.fact(named)):
                    found.append(other)
        return found

    def _ranked(self, filing: Filing) -> list[int]:
        """The numbers of the filings that share anything, best first. Several rules ask for those of one filing."""
        if self._asked is None or self._asked[0] is not filing:
            self._asked = filing, self._rank(filing)
        return self._asked[1]

    def _rank(self, filing: Filing) -> list[int]:
        itself = self._itself(filing)
        features = self._features_of(itself[0]) if itself else sorted(set(features_of(filing)))
        scores: dict[int, int] = defaultdict(int)
        left = _LOOKED_AT
        for holders, numbers in self._holders(features):
            if left <= 0:
                break
            left -= min(holders, MOST) if holders > 1 else 0
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
        return self._near[number][1] if self._far is None else array("q", self._far.disk.features(number))

    def _holders(self, features: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """How many hold each feature and the first of them, the rarest first, of equally rare ones the smaller number.

        Args:
            features: In ascending order.
        """
        if self._far is not None:
            yield from self._far.disk.holders(features)
            return
        known = [of for feature in features if (of := self._index.get(feature)) is not None]
        for numbers in sorted(([of] if isinstance(of, int) else of for of in known), key=len):
            yield len(numbers), numbers[:MOST]

    def _holding(self, feature: int) -> Sequence[int]:
        return next((numbers for _, numbers in self._holders([feature])), ())

    def previous(self, filing: Filing) -> PastFiling | None:
        """The same office's latest filing of the same project for an earlier year."""
        if self._before is None or self._before[0] is not filing:
            self._before = filing, self._previous(filing)
        return self._before[1]

    def _previous(self, filing: Filing) -> PastFiling | None:
        if filing.year is None or not (office := office_key(filing)):
            return None
        numbers = self._holding(project_number(office, project_key(filing)))
        earlier = [(self._years[number], number) for number in numbers if self._years[number] < filing.year]
        return self._pasts([max(earlier)[1]])[0] if earlier else None

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
        return self._pasts(others)

    def prices(self, filing: Filing, item: str) -> list[PastPrice]:
        """What others paid in earlier years for an item of exactly that name; of very many the latest."""
        year = _year(filing)
        if year is None:
            return []
        key, itself = normalise(item), self._itself(filing)
        if self._far is not None:
            found = self._far.disk.prices(key, office_key(filing), year)
        else:
            found = [(number, one) for number, one in self._prices.get(key, []) if one.year and one.year < year]
        return [price for number, price in found if number not in itself]

    def _itself(self, filing: Filing) -> list[int]:
        if self._own is None or self._own[0] is not filing:
            self._own = filing, list(self._holding(identity(filing)))
        return self._own[1]

    def _pasts(self, numbers: Sequence[int]) -> list[PastFiling]:
        return [self._near[number][0] for number in numbers] if self._far is None else self._far.filings(numbers)

    @property
    def failure(self) -> ScratchError | None:
        """Why the temporary folder took no more: rules that were told are said to have crashed, and did not."""
        return None if self._far is None else self._far.disk.failure

    def close(self) -> None:
        """Give back what lies on disk."""
        if self._far is not None:
            self._far.disk.close()


def _year(filing: Filing) -> int | None:
    """The year of a filing; a number of five digits is none, and one of twenty fits in no database."""
    return filing.year if filing.year is not None and 0 < filing.year <= _LATEST else None
