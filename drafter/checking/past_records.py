"""The filings of a run as the past of each of them: packed, found by what they share."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import accumulate
from typing import TypeVar

from drafter.checking.past import PastFiling, PastPrice, named, office_key, project_key, row_key
from drafter.filing import Filing
from drafter.language import normalise

_LOOKED_AT = 2000
"""So many shared features are followed for one question; a run of thousands of copies must not take hours."""
_RANKED = 500
"""So many of those alike are put in order."""
_KEPT = 1000
"""Of so many filings what rules asked of them is kept, some 10 KB each."""
_UNPACKED = 200
"""So many filings are kept unpacked, some 20 KB each: the first of them, and of the others those asked for last."""
_PAIRS = 1 << 42
"""Above every number that stands for two characters."""
_GOAL = zlib.crc32(b"g")
_EVERY = 4
"""Of a goal text every fourth stretch of eight characters, chosen by its content, is remembered."""


Kept = TypeVar("Kept")


class PastRecords:
    """Filings in memory, those of a long run packed to some kilobytes each, so that thousands of them stay small."""

    def __init__(self) -> None:
        self._filings: list[Filing | bytes] = []
        self._unpacked: dict[int, Filing] = {}
        self._known: dict[int, PastFiling] = {}
        self._sources: list[tuple[str, int]] = []
        self._identities: dict[bytes, list[int]] = defaultdict(list)
        self._projects: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        self._documents: dict[str, list[int]] = defaultdict(list)
        # Most features are of one filing only, and a list for each of them would be most of the memory of a run.
        self._features: dict[int, int | list[int]] = {}
        self._asked: tuple[Filing, list[int]] | None = None
        self._answered: tuple[Filing, int, list[PastFiling]] | None = None
        self._prices: dict[str, list[tuple[int, PastPrice]]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._filings)

    def add(self, document: str, filing: Filing) -> None:
        """Remember a filing of a document."""
        number = len(self._filings)
        self._filings.append(filing if number < _UNPACKED else _packed(filing))
        self._sources.append((document, filing.index))
        self._identities[_identity(filing)].append(number)
        self._documents[document].append(number)
        if filing.year is not None and office_key(filing):
            self._projects[(office_key(filing), project_key(filing))].append((filing.year, number))
        self._asked = self._answered = None
        for feature in _features(filing):
            known = self._features.get(feature)
            if known is None:
                self._features[feature] = number
            elif isinstance(known, int):
                self._features[feature] = [known, number]
            else:
                known.append(number)
        from drafter.checking.unit_prices import unit_prices  # it reads ledgers, and ledgers hold a past

        office, project = office_key(filing), project_key(filing)
        for one in unit_prices(filing):
            price = PastPrice(self._source(number), one.item, one.unit, one.price, filing.year, office, project)
            self._prices[normalise(one.item)].append((number, price))

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
        known = [numbers for one in set(_features(filing)) if (numbers := self._features.get(one)) is not None]
        lists = sorted(((one,) if isinstance(one, int) else one for one in known), key=len)
        scores: dict[int, int] = defaultdict(int)
        left = _LOOKED_AT
        for numbers in lists:
            if left <= 0:
                break
            left -= len(numbers)
            weight = 1_000_000 // len(numbers)
            for number in numbers:
                scores[number] += weight
        for own in itself:
            scores.pop(own, None)
        best = sorted(scores)
        best.sort(key=scores.__getitem__, reverse=True)
        # More than the greatest limit anyone asks for, since filings of the same project are passed over.
        return best[:_RANKED]

    def previous(self, filing: Filing) -> PastFiling | None:
        """The same office's latest filing of the same project for an earlier year."""
        known = self._projects.get((office_key(filing), project_key(filing)), [])
        earlier = [(year, number) for year, number in known if filing.year is not None and year < filing.year]
        if not earlier:
            return None
        _, number = max(earlier)
        return self._past(number)

    def siblings(self, filing: Filing, limit: int | None = 40) -> list[PastFiling]:
        """The other filings of the same document, those printed nearest to it; all of them without a limit."""
        itself = self._itself(filing)
        if not itself:
            return []
        own = min(itself)
        others = [number for number in self._documents[self._sources[own][0]] if number not in itself]
        if limit is not None and len(others) > limit:
            # A document of thousands: unpacking all of them for each of them would take hours.
            others = sorted(sorted(others, key=lambda number: abs(number - own))[:limit])
        return [self._past(number) for number in others]

    def prices(self, filing: Filing, item: str) -> list[PastPrice]:
        """What other filings pay for an item of exactly that name."""
        itself = self._itself(filing)
        return [price for number, price in self._prices.get(normalise(item), []) if number not in itself]

    def _itself(self, filing: Filing) -> set[int]:
        return set(self._identities.get(_identity(filing), []))

    def _past(self, number: int) -> PastFiling:
        return _kept(self._known, number, _KEPT, self._made)

    def _made(self, number: int) -> PastFiling:
        return PastFiling(self._source(number), partial(self._filing, number))

    def _filing(self, number: int) -> Filing:
        filing = self._filings[number]
        if isinstance(filing, Filing):
            return filing
        return _kept(self._unpacked, number, _UNPACKED, lambda _: Filing.model_validate_json(zlib.decompress(filing)))

    def _source(self, number: int) -> str:
        document, index = self._sources[number]
        return f"{document} #{index + 1}"


def _kept(known: dict[int, Kept], number: int, most: int, make: Callable[[int], Kept]) -> Kept:
    """What is known under a number, or made: neighbours ask for the same, what was not asked for longest makes room."""
    one = known.pop(number, None)
    if one is None:
        if len(known) == most:
            del known[next(iter(known))]
        one = make(number)
    known[number] = one
    return one


def _packed(filing: Filing) -> bytes:
    return zlib.compress(filing.model_dump_json(exclude_none=True).encode(), 1)


def _identity(filing: Filing) -> bytes:
    rows = [row_key(row.name, row.target.raw if row.target else "") for row in filing.indicators]
    said = (
        filing.project_name, filing.implementer, filing.department, str(filing.year), filing.annual_goal,
        filing.overall_goal, str(filing.funding.annual_total), *rows,
    )  # fmt: skip
    return hashlib.blake2b("\x1f".join(part or "" for part in said).encode(), digest_size=12).digest()


def _features(filing: Filing) -> Iterator[int]:
    """What two filings may share: rows with their values, pairs of characters of names, stretches of the goal."""
    for row in filing.indicators:
        yield _row(row_key(row.name, row.target.raw if row.target else ""))
    for name in (filing.project_name or "", *(row.name for row in filing.indicators)):
        yield from _pairs(name)
    goal = normalise(filing.annual_goal or "")
    spelt = goal.encode()
    begins = [0, *accumulate(len(char.encode()) for char in goal)]
    for start, end in zip(begins, begins[8:], strict=False):
        stretch = spelt[start:end]
        # The cheap sum chooses; only what is chosen is worth one that tells all stretches of a run apart.
        if zlib.crc32(stretch, _GOAL) % _EVERY == 0:
            yield _hash(b"g" + stretch)


@lru_cache(maxsize=2048)
def _row(key: str) -> int:
    return _hash(("r" + key).encode())


@lru_cache(maxsize=2048)
def _pairs(name: str) -> frozenset[int]:
    """The pairs of characters of a name; filings of a run name many things alike."""
    text = normalise(name)
    # Two characters are their own number: no sum of them is needed, and none is as large as a sum.
    return frozenset(ord(text[at]) << 21 | ord(text[at + 1]) for at in range(len(text) - 1))


def _hash(data: bytes) -> int:
    return _PAIRS + int.from_bytes(hashlib.blake2b(data, digest_size=6).digest(), "little")
